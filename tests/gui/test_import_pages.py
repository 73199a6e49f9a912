"""Bringing accounts in: real files, the real process that reads them, the real window."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from import_files import FILE_PASSWORD, account, encrypted, endless, links, secret
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from qr_pictures import png

from warifu.core.migration import format_migration
from warifu.core.problem import Problem
from warifu.core.text import Text
from warifu.desktop import theme
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.compose import build
from warifu.desktop.editor.editor_page import EditorPage
from warifu.desktop.importing.delete_page import DeletePage
from warifu.desktop.importing.files_page import FilesPage
from warifu.desktop.importing.import_page import ChooseAppPage, ImportPage
from warifu.desktop.importing.leaving_page import LeavingPage
from warifu.desktop.importing.steps_page import StepsPage
from warifu.desktop.main_window import MainWindow
from warifu.desktop.scanning.drop import DropZone
from warifu.desktop.unlock.locked_page import LockedPage
from warifu.formats.base import Contents, Imported
from warifu.services.import_batch import Stage
from warifu.services.importing import Standing
from warifu.services.paths import Profile
from warifu.services.reading_files import ReadFile
from warifu.services.restoring import backups_in
from warifu.settings.file import Settings
from warifu.vault.backups import Kind

PASSWORD = "correct horse battery staple"
LEFT = Qt.MouseButton.LeftButton
PATIENCE = 20_000  # milliseconds for a process on a busy computer


class Bench:
    """A window on an open vault."""

    def __init__(self, qtbot, window: MainWindow, folder: Path) -> None:
        self.qtbot, self.window, self.folder = qtbot, window, folder
        self.context = window.context

    @property
    def page(self):
        return self.window.page

    @property
    def store(self):
        return self.context.session.store

    @property
    def titles(self) -> list[str]:
        return [each.title for each in self.store.accounts()]

    def until(self, what) -> None:
        self.qtbot.waitUntil(what, timeout=PATIENCE)

    def bring(self, *paths: Path, format_id: str = "") -> FilesPage:
        """Open files, and wait until all that needs nothing more is read."""
        self.window.open_import(paths, format_id)
        return self.read()

    def read(self) -> FilesPage:
        page = self.page
        assert isinstance(page, FilesPage)
        self.until(lambda: page.batch.reading is None)
        return page

    def press(self, button) -> None:
        assert button.isVisible()
        self.qtbot.mouseClick(button, LEFT)

    def give(self, row, password: str) -> FilesPage:
        row.form.field.setText(password)  # pytest-qt types Latin-1 alone
        self.qtbot.keyClick(row.form.field, Qt.Key.Key_Return)
        return self.read()

    def take(self) -> None:
        """Import what is ticked, up to the last question."""
        self.press(self.page.take)
        self.until(lambda: not isinstance(self.page, FilesPage))

    def drop(self, *paths: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        copy, nothing = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(QPoint(200, 300), copy, data, LEFT, nothing),
            QDropEvent(QPointF(200, 300), copy, data, LEFT, nothing),
        ):
            QApplication.sendEvent(self.window, event)


@pytest.fixture
def bench(qapp, qtbot, profile, fake_clock, cheap_kdf, tmp_path):
    theme.apply(qapp, "light")
    settings = Settings(Profile.at(profile).settings)
    window = MainWindow()
    window.keep_running = lambda: True
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    context = build(Profile.at(profile), window, window.notify, settings=settings, clock=fake_clock)
    window.start(context)
    failures: list = []
    context.session.create(PASSWORD, lambda: None, failures.append)
    qtbot.waitUntil(lambda: context.session.store is not None or bool(failures))
    DropZone(window, context)
    yield Bench(qtbot, window, tmp_path)
    window.stop()
    context.session.lock()
    context.tasks.close()


def rows_of(page: FilesPage) -> list[str]:
    return [page.found.row(number).title for number in range(page.found.rowCount())]


# ways to the page


@pytest.mark.parametrize("keys", [Qt.Key.Key_I])
def test_the_keyboard_opens_it_from_the_list(bench, keys) -> None:
    bench.qtbot.keyClick(bench.page, keys, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(bench.page, ImportPage)
    assert bench.page.list.search.hasFocus()


def test_the_empty_list_the_editor_and_the_preferences_lead_there(bench) -> None:
    bench.press(bench.page.empty.import_button)
    assert isinstance(bench.page, ImportPage)
    bench.window.open_list()
    bench.press(bench.page.empty.authy_button)
    assert isinstance(bench.page, LeavingPage)
    bench.window.open_list()
    bench.window.open_add()
    bench.press(bench.page.source.other_app)
    assert isinstance(bench.page, ImportPage)
    bench.window.open_list()
    bench.window.open_preferences()
    bench.page.importing.click()
    assert isinstance(bench.page, ImportPage)


def test_an_app_is_found_by_its_name_and_tells_its_steps(bench) -> None:
    bench.window.open_import()
    page = bench.page
    bench.qtbot.keyClicks(page.list.search, "warif")
    assert page.list.rows.rowCount() == 1
    bench.qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert isinstance(bench.page, StepsPage)
    assert bench.page.heading.text() == "From Warifu"
    assert "Export" in bench.page.steps.text()
    assert bench.page.choose.hasFocus()
    bench.qtbot.keyClick(bench.page, Qt.Key.Key_Escape)
    assert bench.page is page


def test_authy_leads_to_its_own_page_and_an_unknown_name_says_what_to_do(bench) -> None:
    bench.window.open_import()
    page = bench.page
    bench.qtbot.keyClicks(page.list.search, "no such app")
    assert page.list.nothing.isVisible()
    page.list.search.clear()
    bench.qtbot.keyClicks(page.list.search, "authy")
    bench.qtbot.keyClick(page.list.search, Qt.Key.Key_Return)
    assert isinstance(bench.page, LeavingPage)


def test_every_registered_format_is_listed_with_an_icon_or_a_letter(bench) -> None:
    from warifu.desktop.importing.apps import apps
    from warifu.formats.registry import FORMATS

    listed_ids = [app.id for app in apps(bench.context.catalogue)]
    assert set(listed_ids) >= {each.id for each in FORMATS} | {"authy"}
    assert len(listed_ids) == len(set(listed_ids))


def test_files_are_chosen_in_the_systems_dialog(bench) -> None:
    path = links(bench.folder / "list.txt", account("GitHub"))
    bench.window.open_import()
    bench.press(bench.page.choose)
    dialog = bench.window.findChild(QFileDialog)
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    assert rows_of(bench.read()) == ["New: 1", "GitHub"]


# reading and looking


def test_a_file_is_looked_at_taken_in_and_taken_back_as_one(bench) -> None:
    path = links(bench.folder / "list.txt", account("GitHub"), account("GitLab", tags=("Work",)))
    page = bench.bring(path)
    assert bench.titles == []
    assert page.take.text() == "Import 2 accounts"
    bench.take()
    assert isinstance(bench.page, DeletePage)
    assert bench.titles == ["GitHub", "GitLab"]
    assert bench.window.notify.text == "2 accounts imported"
    assert [icon.brand for icon in (each.icon for each in bench.store.accounts())] == ["github", "gitlab"]
    bench.press(bench.page.undo)
    assert isinstance(bench.page, ListPage)
    assert bench.titles == []
    assert path.exists()


@pytest.mark.safety(53)
def test_a_backup_is_made_before(bench) -> None:
    bench.store.add(account("Here"))
    bench.bring(links(bench.folder / "list.txt", account("GitHub")))
    bench.take()
    kept = [each for each in backups_in(bench.context.backing_up.folder) if each.kind is Kind.BEFORE_IMPORT]
    assert len(kept) == 1


@pytest.mark.safety(53)
def test_nothing_comes_in_where_the_backup_fails(bench, monkeypatch) -> None:
    from warifu.vault import backup_files

    page = bench.bring(links(bench.folder / "list.txt", account("GitHub")))

    def refuse(*_arguments):
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(backup_files, "write", refuse)
    bench.press(page.take)
    bench.until(lambda: bool(page.error.text()))
    assert page.error.text().startswith("Nothing was imported")
    assert bench.titles == []
    assert page.take.isEnabled()


def test_groups_tell_how_each_account_stands_and_what_would_change(bench) -> None:
    here, renamed = account("Here"), account("Old name", "bob")
    bench.store.add(here, renamed)
    path = links(
        bench.folder / "list.txt",
        here,
        account("New name", "bob", key_of="Old name"),
        account("Fresh"),
        account("Fresh"),
        lines=("otpauth://totp/Broken:me?secret=1",),
    )
    page = bench.bring(path)
    assert rows_of(page)[::2][:1] == ["New: 1"]
    assert [row for row in rows_of(page) if ":" in row] == [
        "New: 1", "Here, and changed in the file: 1", "Here already: 1", "Twice in the file: 1",
        "Not readable: 1",
    ]  # fmt: skip
    changed = page.found.row(3)
    assert "Title: Old name → New name" in changed.remark
    unreadable = page.found.row(page.found.rowCount() - 1)
    assert unreadable.below
    assert page.found.tick(page.found.rowCount() - 1) is None
    assert page.take.text() == "Import 1 account"
    assert page.counts[Standing.CHANGED] == 1


def test_ticks_go_by_keyboard_for_a_row_and_for_a_group(bench) -> None:
    bench.store.add(account("Old name", "bob"))
    changed = account("New name", "bob", key_of="Old name")
    page = bench.bring(links(bench.folder / "list.txt", account("A"), account("B"), changed))
    view = page.list
    assert view.hasFocus()
    bench.qtbot.keyClick(view, Qt.Key.Key_Space)  # on the heading of what is new
    assert page.take.text() == "Import 0 accounts"
    assert not page.take.isEnabled()
    bench.qtbot.keyClick(view, Qt.Key.Key_Down)
    bench.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert [found.account.title for found in page.found.chosen()] == ["A"]
    assert page.found.tick(0) is Qt.CheckState.PartiallyChecked
    for _ in range(3):
        bench.qtbot.keyClick(view, Qt.Key.Key_Down)
    bench.qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.take.text() == "Import 2 accounts"
    bench.qtbot.mouseClick(view.viewport(), LEFT, pos=view.visualRect(page.found.index(1)).center())
    assert page.take.text() == "Import 1 account"
    bench.take()
    assert bench.titles == ["New name"]
    assert bench.window.notify.text == "1 account changed"


def test_a_screen_reader_hears_name_account_and_remark(bench) -> None:
    page = bench.bring(links(bench.folder / "list.txt", account("GitHub")))
    text = page.found.data(page.found.index(1), Qt.ItemDataRole.AccessibleTextRole)
    assert text == "GitHub · ada"
    assert page.list.accessibleName() == "What is in the file"


# passwords


def test_a_password_is_asked_for_only_where_there_is_one_and_a_wrong_one_is_said_in_place(bench) -> None:
    page = bench.bring(encrypted(bench.folder / "old.warifu", account("GitHub")))
    (row,) = page.rows
    assert row.form.isVisible()
    assert row.form.field.hasFocus()
    assert not page.take.isVisible()
    bench.give(row, "wrong")
    assert "does not open" in row.form.problem.text()
    assert row.form.field.text() == ""
    assert row.form.field.hasFocus()
    bench.give(row, FILE_PASSWORD)
    assert not row.form.isVisible()
    assert rows_of(page) == ["New: 1", "GitHub"]
    bench.take()
    assert "Its password is all that guards them" in all_text(bench.page)


def test_the_password_of_one_file_is_tried_on_the_next(bench) -> None:
    first = encrypted(bench.folder / "a.warifu", account("A"))
    second = encrypted(bench.folder / "b.warifu", account("B"))
    page = bench.bring(first, second)
    assert [row.form.isVisible() for row in page.rows] == [True, True]
    bench.give(page.rows[0], FILE_PASSWORD)
    bench.give(page.rows[1], FILE_PASSWORD)
    assert page.found.rowCount() == 3
    third = encrypted(bench.folder / "c.warifu", account("C"))
    page.take_files([third])
    assert "C" in rows_of(bench.read())


def test_many_files_are_counted_and_shown_when_wanted(bench) -> None:
    paths = [links(bench.folder / f"{n}.txt", account(f"Site {n}")) for n in range(5)]
    page = bench.bring(*paths, encrypted(bench.folder / "locked.warifu", account("Locked")))
    assert [row.source.path.name for row in page.rows] == ["locked.warifu"]
    assert page.others.text() == "5 other files"
    bench.press(page.others)
    assert len(page.rows) == 6
    assert not page.others.isVisible()
    bench.until(page.rows[0].remove.isVisible)
    bench.press(page.rows[0].remove)
    assert len(page.rows) == 5


def test_one_of_several_files_may_be_left_out(bench) -> None:
    locked = encrypted(bench.folder / "a.warifu", account("A"))
    page = bench.bring(locked, links(bench.folder / "b.txt", account("B")))
    assert not page.take.isVisible()
    bench.press(page.rows[0].remove)
    assert rows_of(page) == ["New: 1", "B"]
    assert page.take.isVisible()


@pytest.mark.skipif(os.name == "nt", reason="looks at processes as Linux and macOS show them")
def test_cancel_ends_the_process_that_reads_at_once(bench) -> None:
    page = bench.bring(endless(bench.folder / "slow.warifu"))
    bench.qtbot.keyClicks(page.rows[0].form.field, "any")
    bench.press(page.rows[0].form.open)
    bench.until(lambda: bool(children()))
    assert page.waiting.isVisible()
    assert page.waiting.cancel.isVisible()
    (child,) = children()
    bench.press(page.waiting.cancel)
    assert isinstance(bench.page, ListPage)
    bench.until(lambda: child not in children())


def test_how_long_it_takes_is_said(desk) -> None:
    from warifu.desktop.importing.waiting import Waiting

    waiting = Waiting(desk.scheduler, desk.clock, desk.host)
    waiting.work("Reading it…", can_cancel=True)
    desk.advance(1)
    assert waiting.busy.says == "Reading it…"
    for _ in range(4):
        desk.advance(1)
    assert waiting.busy.says == "Reading it… 5 s"
    waiting.rest()
    desk.advance(10)
    assert waiting.busy.says == ""


def children() -> list[int]:
    """Processes of ours that read an export."""
    told = subprocess.run(["ps", "-eo", "pid,ppid,args"], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in told.splitlines()[1:]]
    return [int(row[0]) for row in rows if row[1] == str(os.getpid()) and "--read-export" in row[2]]


# what a file is


def test_a_file_of_no_known_kind_offers_the_list_and_is_what_the_user_says(bench) -> None:
    path = bench.folder / "strange.bin"
    path.write_bytes(b"{}\n" + f"otpauth://totp/GitHub:ada?secret={secret('x')}&issuer=GitHub".encode())
    page = bench.bring(path)
    (row,) = page.rows
    assert row.source.stage is Stage.REFUSED
    assert "no kind that Warifu knows" in row.error.text()
    bench.press(row.other)
    assert isinstance(bench.page, ChooseAppPage)
    bench.qtbot.keyClicks(bench.page.list.search, "otpauth")
    bench.qtbot.keyClick(bench.page.list.search, Qt.Key.Key_Return)
    assert bench.page is page
    assert "GitHub" in rows_of(bench.read())


def test_the_chosen_app_reads_what_no_content_tells(bench) -> None:
    path = bench.folder / "strange.bin"
    path.write_bytes(b"{}\n" + f"otpauth://totp/GitHub:ada?secret={secret('x')}&issuer=GitHub".encode())
    assert "GitHub" in rows_of(bench.bring(path, format_id="otpauth"))


def test_what_was_recognised_can_be_contradicted(bench) -> None:
    page = bench.bring(links(bench.folder / "list.txt", account("GitHub")))
    (row,) = page.rows
    assert row.other.text() == "Not from otpauth? Choose"
    bench.press(row.other)
    bench.qtbot.keyClicks(bench.page.list.search, "warifu")
    bench.qtbot.keyClick(bench.page.list.search, Qt.Key.Key_Return)
    page = bench.read()
    assert row.error.text()
    assert not page.take.isVisible()


def test_a_folder_and_a_missing_file_are_said(bench) -> None:
    page = bench.bring(bench.folder, bench.folder / "missing.json")
    assert ["folder" in row.error.text() or "no such file" in row.error.text() for row in page.rows] == [
        True
    ] * 2


def test_a_table_is_read_by_the_columns_that_the_user_names(bench) -> None:
    path = bench.folder / "table.csv"
    path.write_text(f"Wo;Wer;Was\nGitHub;ada;{secret('GitHub')}\n", encoding="utf-8")
    page = bench.bring(path)
    bench.press(page.rows[0].columns)
    columns = bench.page
    bench.until(lambda: columns.fields["secret"].count() > 0)
    for name, place in (("secret", 3), ("issuer", 1), ("account", 2)):
        columns.fields[name].setCurrentIndex(place)
    bench.until(columns.use.isEnabled)
    bench.press(columns.use)
    assert bench.page is page
    assert rows_of(page) == ["New: 1", "GitHub"]
    assert page.rows[0].columns.isVisible()  # they may be named otherwise


def test_a_vault_that_is_read_only_takes_nothing(bench) -> None:
    bench.store.read_only = True
    page = bench.bring(links(bench.folder / "list.txt", account("GitHub")))
    assert not page.take.isVisible()
    assert "reading only" in page.error.text()


# pictures of a transfer


def test_a_transfer_in_several_pictures_comes_in_any_order(bench) -> None:
    accounts = [account(f"Site {number}") for number in range(25)]
    pictures = [bench.folder / f"{number}.png" for number in range(3)]
    for path, uri in zip(pictures, format_migration(accounts).uris, strict=True):
        path.write_bytes(png(uri))
    page = bench.bring(pictures[2], pictures[0])
    assert page.transfer.text().startswith("2 of 3 read")
    page.take_files([pictures[1]])
    bench.read()
    assert page.transfer.text() == "3 of 3 read"
    assert page.take.text() == "Import 25 accounts"
    bench.take()
    assert len(bench.titles) == 25


# dropping


def test_a_dropped_file_that_is_no_picture_opens_the_import(bench) -> None:
    bench.drop(links(bench.folder / "list.txt", account("GitHub")))
    bench.until(lambda: isinstance(bench.page, FilesPage))
    assert "GitHub" in rows_of(bench.read())
    bench.drop(links(bench.folder / "more.txt", account("GitLab")))
    assert "GitLab" in rows_of(bench.read())


def test_a_dropped_xml_is_an_export_and_a_dropped_picture_of_a_code_is_not(bench) -> None:
    xml = bench.folder / "com.authy.storage.tokens.authenticator.xml"
    xml.write_text(
        "<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map></map>\n", encoding="utf-8"
    )
    bench.drop(xml)
    bench.until(lambda: isinstance(bench.page, FilesPage))
    bench.window.open_list()
    picture = bench.folder / "code.png"
    picture.write_bytes(png(f"otpauth://totp/GitHub:ada?secret={secret('x')}&issuer=GitHub"))
    bench.drop(picture)
    bench.until(lambda: isinstance(bench.page, EditorPage))


def test_a_drop_never_covers_what_is_being_entered(bench) -> None:
    bench.window.open_add()
    bench.qtbot.keyClicks(bench.page.form.title, "Half an account")
    bench.drop(links(bench.folder / "list.txt", account("GitHub")))
    bench.until(lambda: bool(bench.window.notify.text))
    assert isinstance(bench.page, EditorPage)
    assert "being entered" in bench.window.notify.text


# locking


@pytest.mark.safety(22)
def test_locking_ends_the_reading_and_forgets_all_of_it(bench) -> None:
    page = bench.bring(encrypted(bench.folder / "a.warifu", account("A")))
    bench.qtbot.keyClicks(page.rows[0].form.field, "half a pass")
    form, batch, found = page.rows[0].form, page.batch, page.found
    bench.window.lock()
    bench.until(lambda: isinstance(bench.page, LockedPage))
    assert (form.field.text(), batch.sources, found.rowCount()) == ("", [], 0)


@pytest.mark.safety(22)
def test_locking_while_a_file_is_read_ends_its_process(bench) -> None:
    page = bench.bring(endless(bench.folder / "slow.warifu"))
    bench.qtbot.keyClicks(page.rows[0].form.field, "any")
    bench.press(page.rows[0].form.open)
    if os.name != "nt":
        bench.until(lambda: bool(children()))
    bench.window.lock()
    bench.until(lambda: isinstance(bench.page, LockedPage))
    if os.name != "nt":
        bench.until(lambda: not children())


# the file afterwards


def test_the_file_is_deleted_only_when_the_user_says_so(bench) -> None:
    path = links(bench.folder / "list.txt", account("GitHub"))
    bench.bring(path)
    bench.take()
    page = bench.page
    assert page.keep.hasFocus()
    bench.press(page.keep)
    assert isinstance(bench.page, ListPage)
    assert path.exists()


def test_delete_deletes_it_and_says_what_it_cannot_reach(bench) -> None:
    path = links(bench.folder / "list.txt", account("GitHub"))
    bench.bring(path)
    bench.take()
    assert "cloud folders" in all_text(bench.page)
    bench.press(bench.page.delete)
    bench.until(lambda: isinstance(bench.page, ListPage))
    assert not path.exists()
    assert bench.titles == ["GitHub"]


def test_a_file_that_changed_meanwhile_stays(bench) -> None:
    path = links(bench.folder / "list.txt", account("GitHub"))
    bench.bring(path)
    bench.take()
    path.write_text("something of the user's own", encoding="utf-8")
    bench.press(bench.page.delete)
    bench.until(lambda: bool(bench.page.error.text()))
    assert "changed since" in bench.page.error.text()
    assert path.exists()


@pytest.mark.safety(53)
def test_the_import_is_taken_back_whatever_came_after_it(bench) -> None:
    bench.bring(links(bench.folder / "list.txt", account("GitHub")))
    bench.take()
    bench.store.add(account("After"))
    bench.press(bench.page.undo)
    assert bench.titles == ["After"]


def test_what_came_from_elsewhere_since_it_was_shown_comes_but_once(bench) -> None:
    page = bench.bring(links(bench.folder / "list.txt", account("GitHub"), account("GitLab")))
    bench.store.add(account("GitHub"))
    bench.take()
    assert bench.titles == ["GitHub", "GitLab"]
    assert bench.window.notify.text == "1 account imported"

    page = bench.bring(links(bench.folder / "other.txt", account("Bank")))
    bench.store.add(account("Bank"))
    bench.press(page.take)
    bench.until(lambda: bool(page.error.text()))
    assert page.error.text() == "Nothing was imported: All of it is here by now."
    assert bench.titles == ["GitHub", "GitLab", "Bank"]


def test_an_undo_of_the_toast_is_not_done_twice(bench) -> None:
    bench.store.add(account("Before"))
    bench.bring(links(bench.folder / "list.txt", account("GitHub")))
    bench.take()
    page = bench.page
    bench.press(bench.window.notify.toast.findChild(object, "toast_action"))
    assert isinstance(bench.page, ListPage)
    page.undo.click()
    assert bench.titles == ["Before"]


# size


def test_a_narrow_window_holds_every_page(bench) -> None:
    bench.window.resize(360, 480)
    bench.window.open_import()
    bench.qtbot.wait(0)
    assert bench.page.list.width() <= 360
    page = bench.bring(
        links(bench.folder / ("a long name of a file " * 4 + ".txt"), account("T" * 60, "u" * 60)),
        encrypted(bench.folder / "b.warifu", account("B")),
    )
    widget = page.scroller.widget()
    assert widget.minimumSizeHint().width() <= 360
    assert bench.window.width() == 360


def all_text(page) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in page.findChildren(QLabel))


# files of Authy, of which each token may have a password of its own


def closed_authy(path: Path, *names: str) -> ReadFile:
    """What reading gives when some tokens stay closed."""
    problems = tuple(
        Problem(Text("None of the passwords opens this entry."), line=place, entry=name)
        for place, name in enumerate(names, start=1)
    )
    return ReadFile(path, "authy", "Authy", Contents((Imported(account("Opened")),), problems))


def test_tokens_that_stayed_closed_ask_for_another_password(bench) -> None:
    path = links(bench.folder / "tokens.txt", account("GitHub"))
    page = bench.bring(path)
    (row,) = page.rows
    page.batch.take_read(row.source, closed_authy(path, "My bank"))
    assert "1 stayed closed" in row.state.text()
    assert page.take.isVisible()
    bench.press(row.again)
    assert row.form.isVisible()
    assert row.form.field.hasFocus()
    bench.give(row, "the older password")
    assert row.source.keys.passwords == ("the older password",)
    assert not row.again.isVisible()


def test_what_stays_closed_goes_on_the_list_of_those_who_leave(bench) -> None:
    path = links(bench.folder / "tokens.txt", account("GitHub"))
    page = bench.bring(path)
    page.batch.take_read(page.rows[0].source, closed_authy(path, "My bank", "GitLab"))
    assert page.note_closed.text() == "Put 2 on the list to set up again"
    bench.press(page.note_closed)
    assert [each.name for each in bench.store.document.services_to_move()] == ["My bank", "GitLab"]
    assert not page.note_closed.isVisible()
