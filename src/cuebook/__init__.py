"""Cuebook: what to ask on a sales call, why, and what the answers prove."""

__version__ = "0.1.0"
