"""Structured claims from health and nutrition articles."""
