"""Matrix products through numpy's own OpenBLAS, which is faster here than the library thinc uses by default.

The products are the same sums; only the last bits of a float may differ. `models/README.md` holds the measured ratio.
"""

from __future__ import annotations

from typing import Any

from thinc.api import NumpyOps, registry, set_current_ops
from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]


@registry.ops("NumpyOps")
class FastNumpyOps(NumpyOps):  # type: ignore[misc]
    """Drop-in for thinc's CPU backend with the dense product handed to numpy."""

    name = "numpy"

    def __init__(self, device_type: str = "cpu", device_id: int = -1, **_: Any) -> None:
        super().__init__(device_type, device_id, use_blis=False)

    def gemm(self, x: Any, y: Any, out: Any = None, trans1: bool = False, trans2: bool = False) -> Any:
        left = x.T if trans1 else x
        right = y.T if trans2 else y
        if out is None:
            return self.xp.dot(left, right)
        self.xp.dot(left, right, out=out)
        return out


def use_fast_ops() -> None:
    """Make the fast backend thinc's current one, on one thread. Call it before a pipeline is made or loaded.

    The matrices are small: more threads cost time, and cut the sums up differently on every machine.
    """
    threadpool_limits(limits=1, user_api="blas")
    set_current_ops(FastNumpyOps())
