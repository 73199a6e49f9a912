"""Diagnostics are shown whole before they are saved, and what is saved is what was shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

import canary
from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop.diagnostics_page import FILE, DiagnosticsPage
from warifu.desktop.preferences.preferences_page import PreferencesPage
from warifu.services.diagnostics import ALLOWED

LEFT = Qt.MouseButton.LeftButton
pytestmark = pytest.mark.safety(31)


@pytest.fixture
def page(desk):
    desk.with_vault()
    names = {name: canary.FIELDS[name] for name in ("title", "account", "issuer", "note")}
    desk.store.add(Account(Otp(Secret(canary.SECRET)), **names, tags=(canary.FIELDS["tag"],)))
    return desk.open(DiagnosticsPage(desk.context))


def test_the_preferences_lead_there(desk) -> None:
    page = desk.open(PreferencesPage(desk.with_vault().context))
    desk.qtbot.mouseClick(page.diagnostics, LEFT)
    assert desk.nav.went == [("open_page", DiagnosticsPage)]


def test_nothing_is_written_before_it_was_shown_and_then_exactly_that(
    desk, page, tmp_path, monkeypatch
) -> None:
    before = sorted(tmp_path.rglob("*"))
    shown = page.shown_text.text()
    assert shown.startswith("warifu")
    assert page.shown_text.isVisible()
    assert sorted(tmp_path.rglob("*")) == before
    target = tmp_path / FILE
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.qtbot.mouseClick(page.save, LEFT)
    assert target.read_text(encoding="utf-8") == shown + "\n"
    assert desk.nav.went == [("back",)]


def test_no_secret_no_name_and_no_path(desk, page) -> None:
    text = page.text
    assert canary.leaked(text.encode()) == []
    assert str(desk.profile.root) not in text
    assert {line.split("  ")[0] for line in text.splitlines()} <= set(ALLOWED)
    for name in ("qt platform", "tray", "keystore", "accounts"):
        assert name in text


def test_a_dialog_that_is_cancelled_saves_nothing(desk, page, tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    desk.qtbot.mouseClick(page.save, LEFT)
    assert desk.nav.went == []


def test_a_folder_that_takes_no_files_is_told(desk, page, tmp_path) -> None:
    page.save_to(tmp_path / "not there" / FILE)
    assert desk.nav.went == []
    assert page.save.isEnabled()
