"""The clipboard strategy on Qt's own offscreen clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from warifu.core.errors import NotPossible
from warifu.desktop.strategies.clipboard import system_clipboard
from warifu.platforms.clipboard import confidential_formats, windows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.mark.safety(27)
def test_every_copy_is_marked(qtbot: QtBot) -> None:
    system_clipboard().put("402113")
    entry = QGuiApplication.clipboard().mimeData()
    assert entry.text() == "402113"
    assert {name: entry.data(name).data() for name in confidential_formats("linux")} == confidential_formats(
        "linux"
    )


@pytest.mark.safety(29)
def test_an_entry_is_ours_until_somebody_else_copies(qtbot: QtBot) -> None:
    clipboard = system_clipboard()
    clipboard.put("402113")
    assert clipboard.holds("402113")
    assert not clipboard.holds("402114")
    other = QMimeData()
    other.setText("a letter")
    QGuiApplication.clipboard().setMimeData(other)
    assert not clipboard.holds("402113")
    assert clipboard.read_text() == "a letter"


def test_cleared_is_empty_and_nobodys(qtbot: QtBot) -> None:
    clipboard = system_clipboard()
    clipboard.put("402113")
    clipboard.clear()
    assert clipboard.read_text() == ""
    assert not clipboard.holds("402113")
    assert not clipboard.holds("")


@pytest.mark.safety(29)
def test_on_windows_a_clipboard_that_another_program_has_open_is_refused(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    free = [True]
    monkeypatch.setattr(windows, "is_free", lambda: free[0])
    clipboard = system_clipboard("win32")
    clipboard.put("402113")
    assert clipboard.holds("402113")
    free[0] = False
    for call in (lambda: clipboard.put("402114"), lambda: clipboard.holds("402113"), clipboard.clear):
        with pytest.raises(NotPossible, match="Another program"):
            call()
    assert clipboard.read_text() == "402113"
    free[0] = True
    clipboard.clear()
    assert not clipboard.holds("402113")
