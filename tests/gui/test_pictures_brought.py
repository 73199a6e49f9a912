"""Pictures that are opened, pasted and dropped, read by the real process for pictures."""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from qr_pictures import link, png

from warifu.core.account import Account, Otp
from warifu.core.base32 import decode_secret
from warifu.core.migration import format_migration
from warifu.desktop.accounts.list_page import ListPage
from warifu.desktop.editor.editor_page import EditorPage
from warifu.desktop.scanning.brought import brought_by, carries_pictures
from warifu.desktop.scanning.drop import DropZone
from warifu.desktop.scanning.scanner import Scanner

LEFT = Qt.MouseButton.LeftButton
COPY = Qt.DropAction.CopyAction
WIFI = "WIFI:T:WPA;S:guests;P:made-up;;"


@pytest.fixture
def desk(desk):
    return desk.with_vault()


@pytest.fixture
def page(desk):
    """The editor, to which the navigator brings what is read."""
    page = desk.open(EditorPage(desk.context))
    desk.nav.take_texts = page.take
    return page


def written(folder: Path, *texts: str) -> list[Path]:
    """A file for each text."""
    paths = [folder / f"code-{number}.png" for number in range(len(texts))]
    for path, text in zip(paths, texts, strict=True):
        path.write_bytes(png(text))
    return paths


def mime(
    files=(), text: str = "", html: str = "", image: bytes = b"", urls=(), **formats: bytes
) -> QMimeData:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    if files or urls:
        data.setUrls([*(QUrl.fromLocalFile(str(path)) for path in files), *map(QUrl, urls)])
    if image:
        data.setData("image/png", image)
    return data


def clipboard(data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)


@pytest.fixture(autouse=True)
def _empty_clipboard(qapp):
    yield
    QGuiApplication.clipboard().clear()


# the page and its three buttons


def test_the_three_ways_stand_on_the_page_with_names(desk, page) -> None:
    ways = page.source.ways
    assert [b.text() for b in (ways.screen_button, ways.camera_button, ways.image_button)] == [
        "Scan screen",
        "Use camera",
        "Open image",
    ]
    assert all(button.isVisible() for button in (ways.screen_button, ways.camera_button, ways.image_button))
    assert page.source.paste.hasFocus()
    desk.qtbot.mouseClick(ways.camera_button, LEFT)
    assert desk.nav.went == [("open_camera",)]


def test_an_account_that_is_edited_shows_them_only_for_another_secret(desk) -> None:
    (account_id,) = desk.store.add(
        Account(Otp(decode_secret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")), title="AWS")
    )
    page = desk.open(EditorPage(desk.context, account_id))
    desk.nav.take_texts = page.take
    assert not page.takes_texts
    assert not page.source.ways.isVisible()
    page.secret.replace_wanted.emit()
    assert page.takes_texts
    page.source.scanner.take_texts([link("New")])
    desk.qtbot.mouseClick(page.save, LEFT)
    assert desk.store.get(account_id).otp.secret == decode_secret(link("New").partition("secret=")[2][:32])
    assert desk.store.get(account_id).title == "AWS"


def test_open_image_reads_the_chosen_files(desk, page, tmp_path) -> None:
    desk.qtbot.mouseClick(page.source.ways.image_button, LEFT)
    dialog = desk.host.findChild(QFileDialog)
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    (path,) = written(tmp_path, link("GitHub"))
    dialog.filesSelected.emit([str(path)])
    dialog.close()
    assert (page.form.title.text(), page.form.account.text()) == ("GitHub", "ada")
    assert page.preview.isVisible()
    assert desk.store.accounts() == ()
    desk.qtbot.mouseClick(page.save, LEFT)
    assert [account.title for account in desk.store.accounts()] == ["GitHub"]


# what pictures hold


def test_several_codes_are_ticked_and_one_bad_file_is_told(desk, page, tmp_path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("not a picture")
    paths = written(tmp_path, link("First"), link("Second"))
    page.source.scanner.take_files([paths[0], note, tmp_path / "gone.png", paths[1]])
    assert page.several.head.text() == "2 accounts found"
    assert desk.notify.text.startswith("2 pictures gave nothing. note.txt: This file is not a picture")
    assert "gone.png: This file cannot be read." in desk.notify.text
    page.several.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    desk.qtbot.mouseClick(page.save, LEFT)
    assert [account.title for account in desk.store.accounts()] == ["First"]


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.mkdir(), "This is a folder, not a picture."),
        (lambda path: path.write_bytes(b""), "This file is empty."),
        (lambda path: path.write_bytes(png(link("x"))[:200]), "This picture is damaged."),
        (
            lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * (32 * 1024 * 1024)),
            "This picture is too large.",
        ),
    ],
)
def test_a_file_that_cannot_be_read_is_one_sentence(desk, page, tmp_path, make, said) -> None:
    path = tmp_path / "odd.png"
    make(path)
    page.source.scanner.take_files([path])
    assert desk.notify.text.startswith(f"odd.png: {said}")
    page.source.scanner.take_files(written(tmp_path, link("Next")))
    assert page.form.title.text() == "Next"


@pytest.mark.skipif(sys.platform == "win32", reason="named pipes of files")
def test_a_pipe_is_not_waited_for(desk, page, tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe.png")
    page.source.scanner.take_files([tmp_path / "pipe.png"])
    assert "This is not a file." in desk.notify.text


def test_a_picture_without_a_code_says_what_helps(desk, page, tmp_path) -> None:
    white = QImage(300, 300, QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    white.save(str(tmp_path / "white.png"))
    page.source.scanner.take_files([tmp_path / "white.png"])
    assert "No QR code was found in this picture." in desk.notify.text


@pytest.mark.safety(54)
def test_a_code_of_another_kind_is_named_and_fills_nothing(desk, page, tmp_path) -> None:
    page.source.scanner.take_files(written(tmp_path, WIFI))
    assert "Wi-Fi" in desk.notify.text
    assert page.source.paste.text() == ""
    page.source.scanner.take_files(written(tmp_path, WIFI, link("GitHub")))
    assert page.form.isVisible()
    assert page.form.title.text() == "GitHub"


def test_a_transfer_gathers_in_any_order(desk, page, tmp_path) -> None:
    accounts = [Account(Otp(decode_secret(f"{'JBSWY3DPEHPK3PXP' * 2}"[:30] + f"{c}{d}")), title=f"S{c}{d}")
                for c in "ABCD" for d in "ABCDEF"]  # fmt: skip
    parts = format_migration(accounts).uris
    assert len(parts) == 3
    page.source.scanner.take_files(written(tmp_path, parts[2]))
    page.several.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    page.source.scanner.take_files(written(tmp_path, parts[0], parts[2]))
    assert page.several.head.text() == "14 accounts found"
    assert "2 of 3 codes read" in page.several.progress.text()
    assert "Part 2 of 3" in page.several.problems.text()
    assert page.save.text() == "Save 13 accounts"
    page.source.scanner.take_files(written(tmp_path, parts[1]))
    assert page.several.head.text() == "24 accounts found"
    assert page.several.progress.text() == "All codes of this transfer were read."
    assert not page.several.problems.isVisible()
    desk.qtbot.mouseClick(page.save, LEFT)
    assert len(desk.store.accounts()) == 23


def test_a_part_of_a_transfer_can_be_taken_alone(desk, page, tmp_path) -> None:
    accounts = [
        Account(Otp(decode_secret("JBSWY3DPEHPK3PXPJBSWY3DPEHPK3P" + f"A{d}")), title=d)
        for d in "ABCDEFGHIJK"
    ]
    page.source.scanner.take_files(written(tmp_path, format_migration(accounts).uris[1]))
    assert "1 of 2 codes read" in page.several.progress.text()
    desk.qtbot.mouseClick(page.save, LEFT)
    assert [account.title for account in desk.store.accounts()] == ["K"]


def test_typing_into_the_field_takes_the_place_of_what_was_scanned(desk, page, tmp_path) -> None:
    page.source.scanner.take_files(written(tmp_path, link("First"), link("Second")))
    assert page.several.isVisible()
    page.source.paste.set_text(link("Typed"))
    assert not page.several.isVisible()
    assert page.form.title.text() == "Typed"


# pasting


def test_the_list_takes_a_picture_a_file_and_a_text_from_the_clipboard(desk, tmp_path) -> None:
    desk.open(ListPage(desk.context))
    taken = []
    desk.nav.take_texts = lambda texts: taken.append(list(texts))
    for data in (
        mime(image=png(link("Picture"))),
        mime(files=written(tmp_path, link("File"))),
        mime(text=link("Text")),
    ):
        clipboard(data)
        desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert taken == [[link("Picture")], [link("File")], [link("Text")]]


def test_the_list_says_what_it_cannot_take(desk) -> None:
    desk.open(ListPage(desk.context))
    for data, said in (
        (mime(), "The clipboard is empty."),
        (mime(text="see you tomorrow, dear Ada!"), "neither a secret key nor"),
        (mime(text="123456"), "looks like a code"),
        (mime(urls=["https://example.org/qr.png"]), "Warifu fetches nothing"),
    ):
        clipboard(data)
        desk.qtbot.keyClick(desk.host.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        assert said in desk.notify.text
    assert desk.nav.went == []


def test_the_search_field_keeps_texts_and_passes_on_pictures(desk) -> None:
    desk.store.add(Account(Otp(decode_secret("JBSWY3DPEHPK3PXP")), title="GitHub"))
    page = desk.open(ListPage(desk.context))
    page.search.setFocus()
    clipboard(mime(text="git"))
    desk.qtbot.keyClick(page.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.search.text() == "git"
    clipboard(mime(image=png(link("Picture"))))
    desk.qtbot.keyClick(page.search, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.search.text() == "git"
    assert desk.nav.went == [("take_texts", (link("Picture"),))]


def test_the_field_for_secrets_takes_pictures_and_files(desk, page, tmp_path) -> None:
    page.source.paste.insertFromMimeData(mime(image=png(link("Picture"))))
    assert page.form.title.text() == "Picture"
    page.source.paste.set_text("")
    page.source.paste.insertFromMimeData(mime(files=written(tmp_path, link("File"))))
    assert page.form.title.text() == "File"


# what a browser gives


def test_a_picture_inside_an_address_is_a_picture() -> None:
    packed = base64.b64encode(png(link("x"))).decode()
    assert brought_by(mime(urls=[f"data:image/png;base64,{packed}"])).pictures == (png(link("x")),)
    assert brought_by(mime(urls=["data:image/svg+xml,%3Csvg/%3E"])).pictures == (b"<svg/>",)
    assert brought_by(mime(urls=["data:text/html,<b>"])).elsewhere


def test_the_forms_of_one_thing_are_tried_from_the_best(tmp_path) -> None:
    picture = png(link("x"))
    web = "https://example.org/qr"
    assert brought_by(mime(image=picture, urls=[web], html="<img>")).pictures == (picture,)
    assert brought_by(mime(files=[tmp_path / "a.png"], image=picture)).files == (tmp_path / "a.png",)
    assert brought_by(mime(urls=[web], html='<img src="x">')).elsewhere
    assert brought_by(mime(urls=[web], text=web)).text == web
    odd = link("x").replace("x:ada", "A%20%26%20B%3Aada%40example.org")
    assert brought_by(mime(urls=[odd])).text == odd
    assert carries_pictures(mime(image=picture))
    assert not carries_pictures(mime(text="JBSWY3DPEHPK3PXP"))


def test_pixels_without_a_file_are_read_too(desk, page) -> None:
    data = QMimeData()
    image = QImage.fromData(png(link("Pixels"))).convertToFormat(QImage.Format.Format_ARGB32)
    data.setImageData(image)
    page.source.scanner.take(brought_by(data))
    assert page.form.title.text() == "Pixels"


# dropping


@pytest.fixture
def zone(desk):
    """A window with a field on it."""
    made = DropZone(desk.host, desk.context)
    desk.open(EditorPage(desk.context))
    return made


def enter(widget: QWidget, data: QMimeData, actions=COPY) -> QDragEnterEvent:
    event = QDragEnterEvent(widget.rect().center(), actions, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
    return event


def drop(widget: QWidget, data: QMimeData) -> QDropEvent:
    event = QDropEvent(QPointF(widget.rect().center()), COPY, data, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
    return event


def test_a_picture_over_the_window_is_welcomed_and_read(desk, zone) -> None:
    data = mime(image=png(link("Dropped")))
    assert enter(desk.host, data).isAccepted()
    assert zone.sign.isVisible()
    assert zone.sign.geometry() == desk.host.rect()
    assert drop(desk.host, data).isAccepted()
    assert zone.sign is None
    assert desk.nav.went == [("take_texts", (link("Dropped"),))]


def test_the_sign_goes_when_the_mouse_goes(desk, zone) -> None:
    enter(desk.host, mime(image=png("x")))
    QApplication.sendEvent(desk.host, QDragLeaveEvent())
    assert zone.sign is None


def test_a_field_takes_texts_and_leaves_pictures_to_the_window(desk, zone) -> None:
    page = desk.host.findChild(EditorPage)
    for field in (page.source.paste.viewport(), page.form.title):
        assert enter(field, mime(text="JBSWY3DPEHPK3PXP")).isAccepted()
        assert zone.sign is None
        assert enter(field, mime(image=png("x"), text="x")).isAccepted()
        assert zone.sign is not None
        zone._show_sign(False)


def test_nothing_is_taken_on_a_locked_vault(desk, zone) -> None:
    desk.session.lock()
    data = mime(image=png(link("Dropped")))
    assert not enter(desk.host, data).isAccepted()
    assert not drop(desk.host, data).isAccepted()
    assert desk.nav.went == []


def test_what_is_read_after_locking_goes_nowhere(desk, page, tmp_path) -> None:
    scanner = Scanner(desk.context)
    desk.session.lock()
    desk.nav.take_texts = lambda texts: pytest.fail("reached a locked window")
    scanner.take_files(written(tmp_path, link("Late")))
