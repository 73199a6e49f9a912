"""What only the program itself can measure. Run as a program, it prints milliseconds as JSON."""

from __future__ import annotations

import json
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from accounts import made_up, make_profile
from programs import PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable

Paintings = list[tuple[str, float]]  # the class of a widget, and when it had painted itself
_SIZES = (1_000, 2_000, 5_000, 10_000)
_KEYS = "github 77"


def main() -> None:
    """Measure all and print it."""
    measured: dict[str, Any] = {"save": saves()}
    with tempfile.TemporaryDirectory() as folder:
        measured["unlock"] = unlocking(Path(folder, "a"), 1_000)
        measured["keystroke"] = keystrokes(Path(folder, "b"), 10_000)
    sys.stdout.write(json.dumps(measured) + "\n")


def saves() -> dict[int, float]:
    """Milliseconds of one save, without waiting for the disk, for each number of accounts."""
    import os
    from unittest import mock

    with mock.patch.object(os, "fsync", return_value=None):
        return {size: _save(size) for size in _SIZES}


def _save(size: int) -> float:
    from warifu.core.clock import SystemClock
    from warifu.vault.document import Document
    from warifu.vault.file import create_vault, save_vault
    from warifu.vault.stamp import StampClock, new_device

    stamps = StampClock(new_device(), SystemClock())
    with tempfile.TemporaryDirectory() as folder:
        document = Document.empty().add_all(made_up(size), stamps.next())
        opened = create_vault(Path(folder, "vault.warifu"), PASSWORD, document)
        taken = []
        for number in range(5):
            changed = document.accounts()[number]
            document = document.edit(changed.id, stamps.next(), title=f"changed {number}")
            begin = time.perf_counter()
            opened = save_vault(opened, document)
            taken.append(1000 * (time.perf_counter() - begin))
        opened.forget()
    return statistics.median(taken)


def unlocking(folder: Path, count: int) -> float:
    """Milliseconds from Enter to the painted list, without the time in which the key is derived."""
    from warifu.vault import aead

    make_profile(folder, count)
    deriving: list[float] = []
    derive = aead.argon2id

    def timed(*arguments: Any, **named: Any) -> bytearray:
        begin = time.perf_counter()
        try:
            return derive(*arguments, **named)
        finally:
            deriving.append(time.perf_counter() - begin)

    aead.argon2id = timed
    window, context, painted = _window(folder)
    taken = []
    for _ in range(3):
        deriving.clear()
        painted.clear()
        begin = time.perf_counter()
        context.session.unlock(PASSWORD, lambda: None, _fail)
        _until(lambda: "AccountView" in dict(painted))
        taken.append(1000 * (dict(painted)["AccountView"] - begin - sum(deriving)))
        context.session.lock()
        _until(lambda: context.session.store is None)
    _end(window, context)
    aead.argon2id = derive
    return taken[0]  # a user unlocks once: the first time counts


def keystrokes(folder: Path, count: int) -> dict[str, float]:
    """Milliseconds from a key in the search field until its result is painted: median and worst."""
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    make_profile(folder, count)
    window, context, painted = _window(folder)
    context.session.unlock(PASSWORD, lambda: None, _fail)
    _until(lambda: "AccountView" in dict(painted))
    page = window.page
    page.search.setFocus()
    _settle()
    taken = []
    for _ in range(3):
        for key in _KEYS:
            painted.clear()
            begin = time.perf_counter()
            QTest.keyClick(page.search, key)
            _until(lambda: bool(painted))  # the field is painted with each key, the list where it has changed
            QApplication.processEvents()
            taken.append(1000 * (painted[-1][1] - begin))
        page.search.clear()
        _settle()
    _end(window, context)
    return {"median": statistics.median(taken), "worst": max(taken)}


def _window(folder: Path) -> tuple[Any, Any, Paintings]:
    """A window on the profile, and the times at which its list or its search field has been painted."""
    from warifu.desktop.sparing import load_one_openssl, read_no_sources

    load_one_openssl()  # as every start does
    read_no_sources()
    from warifu.desktop.accounts.search_field import SearchField
    from warifu.desktop.accounts.view import AccountView
    from warifu.desktop.app import application
    from warifu.desktop.compose import build
    from warifu.desktop.main_window import MainWindow
    from warifu.services.paths import Profile
    from warifu.settings.file import Settings

    profile = Profile.at(folder)
    settings = Settings(profile.settings)
    _keep.append(_keep[0] if _keep else application(settings))
    painted: list[tuple[str, float]] = []
    _tell_paintings(AccountView, painted)
    _tell_paintings(SearchField, painted)
    window = MainWindow()
    context = build(profile, window, window.notify, settings=settings)
    window.start(context)
    window.show()
    _settle()
    return window, context, painted


def _tell_paintings(kind: Any, painted: Paintings) -> None:
    """Note in ``painted`` when a widget of this class has painted itself, as long as it shows anything."""
    paint = getattr(kind.paintEvent, "plain", kind.paintEvent)

    def timed(widget: Any, event: Any) -> None:
        paint(widget, event)
        if not hasattr(widget, "accounts") or widget.accounts.rowCount():
            painted.append((kind.__name__, time.perf_counter()))

    timed.plain = paint  # type: ignore[attr-defined]
    kind.paintEvent = timed


_keep: list[Any] = []


def _end(window: Any, context: Any) -> None:
    window.hide()
    window.stop()
    context.session.lock()
    context.tasks.close()
    _settle()


def _until(true: Callable[[], bool]) -> None:
    from PySide6.QtWidgets import QApplication

    end = time.monotonic() + 60
    while not true():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError


def _settle() -> None:
    end = time.monotonic() + 0.5
    _until(lambda: time.monotonic() > end)


def _fail(problem: Exception) -> None:
    raise problem


if __name__ == "__main__":
    main()
