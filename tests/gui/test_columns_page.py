"""Tables whose columns only the user knows."""

from __future__ import annotations

import pytest
from import_files import secret
from PySide6.QtCore import Qt

from warifu.desktop.importing.columns_page import ColumnsPage

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "list.csv"
    rows = [f"Site {n};user {n};{secret(str(n))};8" for n in range(7)]
    path.write_text("\n".join(["Wo;Wer;Was;Wie viele", *rows, "Broken;me;1;6"]), encoding="utf-8")
    return path


@pytest.fixture
def opened(desk, table):
    """The page, and what it hands over."""
    taken: list = []
    page = ColumnsPage(desk.with_vault().context, table, taken.append)
    return desk.open(page), taken


def choose(page, **columns: int) -> None:
    for name, place in columns.items():
        page.fields[name].setCurrentIndex(place + 1)


def test_columns_are_chosen_with_what_comes_of_them_in_sight(desk, opened) -> None:
    page, taken = opened
    assert not page.use.isEnabled()
    choose(page, secret=2, issuer=0, account=1, digits=3)
    assert page.head.text() == "7 accounts · 1 not readable"
    assert page.preview.text().splitlines()[0] == "Site 0 · user 0: TOTP, SHA1, 8 digits, 30 seconds"
    assert len(page.preview.text().splitlines()) == 5
    desk.qtbot.mouseClick(page.use, LEFT)
    assert desk.nav.went == [("back",)]
    (read,) = taken
    assert [entry.account.title for entry in read.contents.entries][:2] == ["Site 0", "Site 1"]


def test_no_secret_is_ever_shown(opened) -> None:
    page, _taken = opened
    choose(page, secret=2, issuer=0, account=1)
    field = page.fields["secret"]
    shown = [field.itemText(place) for place in range(field.count())] + [page.preview.text()]
    assert not any(secret("0") in text for text in shown)
    assert "Was — •••" in shown


def test_without_names_the_columns_are_counted(desk, tmp_path) -> None:
    path = tmp_path / "bare.csv"
    path.write_text(f"GitHub,ada,{secret('a')}\nGitLab,bob,{secret('b')}\n", encoding="utf-8")
    page = desk.open(ColumnsPage(desk.with_vault().context, path, lambda _read: None))
    assert not page.headed.isChecked()
    choose(page, secret=2, issuer=0, account=1)
    assert page.head.text() == "2 accounts"
    desk.qtbot.mouseClick(page.headed, LEFT)
    assert page.head.text() == "1 account"


def test_a_file_that_is_gone_is_said(desk, tmp_path) -> None:
    page = desk.open(ColumnsPage(desk.with_vault().context, tmp_path / "gone.csv", lambda _read: None))
    assert "no such file" in page.error.text()
    assert not page.use.isEnabled()


def test_escape_leaves_it_as_it_was(desk, opened) -> None:
    page, taken = opened
    choose(page, secret=2)
    desk.qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert desk.nav.went == [("back",)]
    assert taken == []
