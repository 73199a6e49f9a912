"""Errors that nobody foresaw, made fit to be shown."""

from __future__ import annotations

from warifu.core.errors import AppError, VaultUnwritable


def as_app_error(problem: Exception) -> AppError:
    """The error itself, or a sentence for one that nobody foresaw; its own words may hold secrets."""
    if isinstance(problem, AppError):
        return problem
    return VaultUnwritable("Something went wrong with the vault file.", type(problem).__name__)
