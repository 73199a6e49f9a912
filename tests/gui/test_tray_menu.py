"""The menu of the tray icon: what stands where, and that it is never stale."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.desktop.strategies.tray_icon import Panel, panel, tray_icon
from warifu.desktop.tray_menu import FEW, TrayMenu, arrange


def account(title: str, **fields) -> Account:
    return Account(otp=Otp(Secret(title.encode().ljust(20, b"."))), title=title, **fields)


def many(*titles: str) -> list[Account]:
    return [account(title) for title in titles] + [account(f"M{number:02}") for number in range(FEW)]


def groups(accounts: list[Account]) -> dict[str, list[str]]:
    return {name: [each.title for each in group] for name, group in arrange(accounts).groups}


def test_few_accounts_need_no_submenus() -> None:
    listing = arrange([account("b"), account("a", last_used=5), account("c", pinned=True)])
    assert [each.title for each in listing.first] == ["c", "a", "b"]
    assert listing.groups == ()


def test_of_many_the_pinned_and_recent_stand_above_and_the_rest_by_letter() -> None:
    accounts = [*many("amazon", "Álamo", "GitHub"), account("pin", pinned=True), account("new", last_used=9)]
    listing = arrange(accounts)
    assert [each.title for each in listing.first] == ["pin", "new"]
    assert list(groups(accounts)) == ["A", "G", "M"]
    assert groups(accounts)["A"] == ["Álamo", "amazon"]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("銀行", "…"),
        ("アマゾン", "ア"),
        ("がまぐち", "カ"),
        ("カメラ", "カ"),
        ("ﾊﾝｹﾞﾝ", "ハ"),
        ("ぱすた", "ハ"),
        ("ッチ", "タ"),
        ("ヴィラ", "ア"),
        ("をかし", "ワ"),
        ("1Password", "0–9"),
        ("éclair", "E"),
        ("Яндекс", "Я"),
        ("한국", "…"),
        ("★ star", "…"),
        ("🙂", "…"),
        ("", "…"),
    ],
)
def test_headings_of_every_script(title: str, heading: str) -> None:
    assert heading in groups(many(title))


def test_latin_before_kana_before_the_rest() -> None:
    assert list(groups(many("銀行", "ソニー", "Apple", "9gag", "Я"))) == ["0–9", "A", "M", "サ", "Я", "…"]


@pytest.fixture
def menu(desk, qtbot):
    desk.with_vault()
    made = TrayMenu(desk.context, desk.context.copying.copy)
    qtbot.addWidget(made)
    yield made
    made.deleteLater()


def texts(menu) -> list[str]:
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def test_an_entry_copies(menu, desk) -> None:
    desk.store.add(account("GitHub"))
    menu.mark_stale()
    assert texts(menu) == ["GitHub", "Open Warifu", "Lock", "Quit"]
    menu.actions()[0].trigger()
    assert desk.clipboard.text


def test_commands_reach_the_window_and_the_session(menu, desk) -> None:
    for name in ("Open Warifu", "Quit"):
        next(action for action in menu.actions() if action.text() == name).trigger()
    assert desk.nav.went == [("raise_window",), ("quit",)]
    next(action for action in menu.actions() if action.text() == "Lock").trigger()
    menu.mark_stale()
    assert texts(menu) == ["Unlock", "Open Warifu", "Quit"]


def test_signs_that_mean_keys_are_shown_as_they_are(menu, desk) -> None:
    desk.store.add(account("R&D my_site"))
    menu.mark_stale()
    assert texts(menu)[0] == "R&&D my_site"
    menu.take_underscores(through_dbus=True)
    menu.mark_stale()
    assert texts(menu)[0] == "R&&D my__site"


def test_a_long_title_is_cut_and_a_long_group_ends_in_the_window(menu, desk) -> None:
    desk.store.add(*[account(f"Z{number:03}" + "x" * 80) for number in range(60)])
    menu.mark_stale()
    assert texts(menu)[0] == "Z"
    submenu = menu.actions()[0].menu()
    entries = [action.text() for action in submenu.actions() if not action.isSeparator()]
    assert len(entries) == 41
    assert entries[-1] == "More in Warifu"
    assert max(map(len, entries)) == 48


@pytest.mark.parametrize(
    ("platform", "desktop", "behind"),
    [
        ("linux", "GNOME", Panel.DARK),
        ("linux", "ubuntu:GNOME", Panel.DARK),
        ("linux", "XFCE", Panel.UNKNOWN),
        ("linux", "", Panel.UNKNOWN),
        ("darwin", "", Panel.TINTED),
    ],
)
def test_what_is_known_of_the_panel(platform: str, desktop: str, behind: Panel, qtbot) -> None:
    assert panel(platform, {"XDG_CURRENT_DESKTOP": desktop}) is behind


@pytest.mark.parametrize(
    ("behind", "ground"),
    [
        (Panel.LIGHT, "#f0f0f0"),
        (Panel.DARK, "#202020"),
        (Panel.UNKNOWN, "#f0f0f0"),
        (Panel.UNKNOWN, "#202020"),
    ],
)
def test_the_mark_can_be_read_on_its_panel(behind: Panel, ground: str, qtbot) -> None:
    pixmap = tray_icon(behind).pixmap(22, 22)
    image = pixmap.toImage()
    light = QColor(ground).lightness()
    contrasts = [
        abs(colour.lightness() - light)
        for x in range(image.width())
        for y in range(image.height())
        if (colour := image.pixelColor(x, y)).alpha() > 120
    ]
    assert sum(contrast > 90 for contrast in contrasts) > 60


def test_macos_tints_the_mark_itself(qtbot) -> None:
    assert tray_icon(Panel.TINTED).isMask()
    assert not tray_icon(Panel.LIGHT).isMask()
