"""The report page: what was extracted, why, and how far to trust it, in one file that needs nothing else."""

from claimx.report.page import make_report, write_report

__all__ = ["make_report", "write_report"]
