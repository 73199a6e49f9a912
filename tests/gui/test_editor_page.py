"""Adding an account from what was pasted, and changing one that exists."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, Qt

from warifu.core.account import Account, Algorithm, Icon, Otp, OtpType
from warifu.core.base32 import decode_secret
from warifu.core.otp import code_at
from warifu.desktop.editor.editor_page import EditorPage

LEFT = Qt.MouseButton.LeftButton
SECRET = "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"
LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=GitHub&digits=8&period=60"
OTHER = LINK.replace("JBSW", "GEZD").replace("ada", "bob")


@pytest.fixture
def desk(desk):
    return desk.with_vault()


@pytest.fixture
def page(desk):
    return desk.open(EditorPage(desk.context))


def paste(page, text: str) -> None:
    data = QMimeData()
    data.setText(text)
    page.source.paste.insertFromMimeData(data)


def existing(desk, secret: str = SECRET, **fields) -> Account:
    account = Account(Otp(decode_secret(secret)), **{"title": "AWS", "account": "root", **fields})
    (account_id,) = desk.store.add(account)
    return desk.store.get(account_id)


def test_from_a_pasted_secret_to_the_page_with_both_codes(desk, page) -> None:
    assert page.source.paste.hasFocus()
    paste(page, SECRET)
    page.form.title.setFocus()
    desk.qtbot.keyClicks(page.form.title, "MIKOLABO-FIRST")
    code = page.preview.code.accessibleName().replace(" ", "").replace(",", "")
    desk.qtbot.keyClick(page.form.title, Qt.Key.Key_Return)
    (account,) = desk.store.accounts()
    assert account.title == "MIKOLABO-FIRST"
    assert account.otp == Otp(decode_secret(SECRET))
    assert code == code_at(account, desk.clock.now()).value
    assert desk.nav.went == [("back",), ("open_account", account.id)]


def test_the_preview_follows_the_clock(desk, page) -> None:
    paste(page, LINK)
    before = page.preview.code.accessibleName()
    desk.advance(60)
    page.preview.tick(desk.clock.now())
    assert page.preview.code.accessibleName() != before


def test_a_link_fills_the_form(desk, page) -> None:
    paste(page, LINK)
    assert (page.form.title.text(), page.form.account.text()) == ("GitHub", "ada")
    assert "8 digits · 60 s · SHA-1" in page.form.advanced_line.text()
    assert page.save.isEnabled()


def test_save_waits_for_a_secret_and_a_title_and_says_so(desk, page) -> None:
    assert not page.save.isEnabled()
    assert "secret key or link" in page.reason.text()
    paste(page, SECRET)
    assert not page.save.isEnabled()
    assert "title" in page.reason.text()
    desk.qtbot.keyClick(page.form.title, Qt.Key.Key_Return)
    assert desk.store.accounts() == ()


def test_a_bad_character_is_named_with_its_place(desk, page) -> None:
    paste(page, "JBSW Y3DP EHP8 3PXP")
    assert "“8”" in page.source.problem.text()
    assert "14" in page.source.problem.text()
    assert page.source.problem.isVisible()
    assert not page.preview.isVisible()
    assert not page.save.isEnabled()
    assert "14" in page.save.toolTip()


@pytest.mark.parametrize(("secret", "line"), [("JBSWY3DPEHPK3PXP", "remark"), ("JBSWY3DPEH", "warning")])
@pytest.mark.safety(69)
def test_a_short_key_is_warned_about_and_still_saved(desk, page, secret, line) -> None:
    paste(page, secret)
    assert "bits" in getattr(page.notices, line).text()
    assert getattr(page.notices, line).isVisible()
    desk.qtbot.keyClicks(page.form.title, "Old site")
    desk.qtbot.mouseClick(page.save, LEFT)
    assert len(desk.store.accounts()) == 1


@pytest.mark.safety(38)
def test_a_secret_that_is_there_is_said_and_both_can_be_kept(desk) -> None:
    known = existing(desk, title="My AWS")
    page = desk.open(EditorPage(desk.context))
    paste(page, SECRET)
    desk.qtbot.keyClicks(page.form.title, "AWS again")
    assert "“My AWS”" in page.notices.said.text()
    assert page.save.text() == "Save anyway"
    desk.qtbot.mouseClick(page.save, LEFT)
    assert {account.title for account in desk.store.accounts()} == {"My AWS", "AWS again"}
    assert desk.store.get(known.id) == known


def test_the_one_that_is_there_can_be_opened_instead(desk) -> None:
    known = existing(desk)
    page = desk.open(EditorPage(desk.context, text=SECRET))
    desk.qtbot.mouseClick(page.notices.open, LEFT)
    assert desk.nav.went == [("back",), ("open_account", known.id)]
    assert len(desk.store.accounts()) == 1


def test_the_clipboard_is_offered_when_it_holds_a_secret(desk) -> None:
    desk.clipboard.text = SECRET
    page = desk.open(EditorPage(desk.context))
    assert page.source.offer.isVisible()
    assert SECRET not in page.source.offer.text()
    desk.qtbot.mouseClick(page.source.offer, LEFT)
    assert page.source.paste.text() == SECRET
    assert not page.source.offer.isVisible()
    assert page.form.title.hasFocus()


def test_the_clipboard_is_not_offered_otherwise(desk) -> None:
    desk.clipboard.text = "Dear Ada, see you tomorrow"
    page = desk.open(EditorPage(desk.context))
    assert not page.source.offer.isVisible()
    desk.clipboard.text = SECRET
    page.shown()
    assert page.source.offer.isVisible()
    paste(page, LINK)
    assert not page.source.offer.isVisible()


def test_several_accounts_are_ticked_and_saved_as_one_step(desk) -> None:
    existing(desk)
    page = desk.open(EditorPage(desk.context, text="\n".join((LINK, OTHER, OTHER.replace("GEZD", "GEZA")))))
    assert page.several.isVisible()
    assert not page.form.isVisible()
    assert page.save.text() == "Save 2 accounts"
    assert "already there as “AWS”" in page.several.list.item(0).text()
    desk.qtbot.mouseClick(page.save, LEFT)
    assert len(desk.store.accounts()) == 3
    assert "2 accounts" in desk.notify.text
    desk.notify.toast.findChild(object, "toast_action").click()
    assert len(desk.store.accounts()) == 1


def test_several_accounts_get_the_icons_of_their_brands(desk) -> None:
    links = (
        f"otpauth://totp/{name}:ada?secret={name.upper()}AAAAAAAAAA&issuer={name}"
        for name in ("GitHub", "GitLab")
    )
    page = desk.open(EditorPage(desk.context, text="\n".join(links)))
    page.accept()
    assert {account.icon.brand for account in desk.store.accounts()} == {"github", "gitlab"}


def test_lines_that_cannot_be_read_are_named_beside_the_ones_that_can(desk, page) -> None:
    paste(page, f"{LINK}\notpauth://totp/broken")
    assert page.several.isVisible()
    assert "Line 2" in page.several.problems.text()
    desk.qtbot.mouseClick(page.save, LEFT)
    assert [account.title for account in desk.store.accounts()] == ["GitHub"]


def test_without_a_tick_there_is_nothing_to_save(desk, page) -> None:
    paste(page, f"{LINK}\n{OTHER}")
    for row in range(2):
        page.several.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert not page.save.isEnabled()
    assert "Tick" in page.reason.text()


def test_advanced_parameters_change_the_code(desk, page) -> None:
    paste(page, SECRET)
    desk.qtbot.keyClicks(page.form.title, "Counted")
    advanced = page.form.advanced
    desk.qtbot.mouseClick(page.form.advanced_line, LEFT)
    assert advanced.isVisible()
    for field, value in (
        (advanced.type, OtpType.HOTP),
        (advanced.algorithm, Algorithm.SHA512),
        (advanced.digits, 10),
    ):
        field.setCurrentIndex(field.findData(value))
        field.activated.emit(field.currentIndex())
    advanced.counter.selectAll()
    desk.qtbot.keyClicks(advanced.counter, "41")
    assert not advanced.period.isVisible()
    assert "10 digits · counter 41 · SHA-512" in page.form.advanced_line.text()
    desk.qtbot.mouseClick(page.save, LEFT)
    (account,) = desk.store.accounts()
    assert account.otp == Otp(decode_secret(SECRET), OtpType.HOTP, Algorithm.SHA512, 10)
    assert account.counter == 41


def test_motp_asks_for_its_pin(desk, page) -> None:
    paste(page, SECRET)
    desk.qtbot.keyClicks(page.form.title, "Work")
    field = page.form.advanced.type
    field.setCurrentIndex(field.findData(OtpType.MOTP))
    field.activated.emit(field.currentIndex())
    assert "PIN" in page.reason.text()
    desk.qtbot.keyClicks(page.form.advanced.pin, "1234")
    assert page.save.isEnabled()


def test_the_icon_is_suggested_until_one_is_chosen(desk, page) -> None:
    paste(page, SECRET)
    desk.qtbot.keyClicks(page.form.title, "GitHub")
    assert page.draft.icon == Icon(brand="github")
    page.form.icon.icon_chosen.emit(Icon(brand="wordpress"))
    desk.qtbot.keyClicks(page.form.title, " of mine")
    assert page.draft.icon == Icon(brand="wordpress")


def test_editing_changes_only_what_was_changed(desk) -> None:
    account = existing(desk, note="keep", tags=("Work",))
    page = desk.open(EditorPage(desk.context, account.id))
    page.form.title.selectAll()
    desk.qtbot.keyClicks(page.form.title, "AWS root")
    desk.qtbot.keyClick(page.form.title, Qt.Key.Key_Return)
    after = desk.store.get(account.id)
    assert (after.title, after.note, after.tags, after.otp) == ("AWS root", "keep", ("Work",), account.otp)
    assert desk.nav.went == [("back",)]


def test_the_secret_of_an_account_is_hidden_until_it_is_asked_for(desk) -> None:
    account = existing(desk)
    page = desk.open(EditorPage(desk.context, account.id))
    assert not page.source.paste.isVisible()
    assert "JBSW" not in page.secret.text.text()
    desk.qtbot.mouseClick(page.secret.toggle, LEFT)
    assert page.secret.text.text() == SECRET
    flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert not page.secret.text.textInteractionFlags() & flags
    page.hidden()
    assert "JBSW" not in page.secret.text.text()


def test_a_secret_can_be_replaced_and_the_rest_stays(desk) -> None:
    account = existing(desk)
    page = desk.open(EditorPage(desk.context, account.id))
    desk.qtbot.mouseClick(page.secret.replace, LEFT)
    paste(page, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    desk.qtbot.mouseClick(page.save, LEFT)
    after = desk.store.get(account.id)
    assert after.otp.secret == decode_secret("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    assert after.title == "AWS"


def test_a_replacing_link_brings_its_parameters_and_a_bare_key_leaves_them(desk) -> None:
    account = existing(desk)
    desk.store.edit(account.id, otp=Otp(decode_secret(SECRET), digits=7))
    page = desk.open(EditorPage(desk.context, account.id))
    page.secret.replace_wanted.emit()
    page.source.paste.set_text("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    assert page.draft.digits == 7
    page.source.paste.set_text(LINK)
    assert (page.draft.digits, page.draft.period) == (8, 60)
    assert page.form.title.text() == "AWS"
    page.source.paste.set_text(f"{LINK}\n{OTHER}")
    assert "several" in page.source.problem.text()
    assert not page.save.isEnabled()


def test_emptying_the_replacement_keeps_the_secret_and_what_was_typed(desk) -> None:
    account = existing(desk)
    page = desk.open(EditorPage(desk.context, account.id))
    desk.qtbot.keyClicks(page.form.title, "!")
    page.secret.replace_wanted.emit()
    paste(page, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
    page.source.paste.set_text("")
    desk.qtbot.mouseClick(page.save, LEFT)
    after = desk.store.get(account.id)
    assert (after.title, after.otp) == ("AWS!", account.otp)


def test_deleting_from_the_editor_offers_to_undo(desk) -> None:
    account = existing(desk)
    page = desk.open(EditorPage(desk.context, account.id))
    desk.qtbot.mouseClick(page.trash, LEFT)
    assert desk.store.get(account.id).trashed
    assert desk.nav.went == [("open_list",)]
    desk.notify.toast.findChild(object, "toast_action").click()
    assert not desk.store.get(account.id).trashed


def test_tags_and_note(desk, page) -> None:
    paste(page, LINK)
    desk.qtbot.mouseClick(page.form.more_line, LEFT)
    desk.qtbot.keyClicks(page.form.tags, "Work, AWS,")
    desk.qtbot.keyClicks(page.form.note, "spare codes in the safe")
    desk.qtbot.mouseClick(page.save, LEFT)
    (account,) = desk.store.accounts()
    assert (account.tags, account.note) == (("Work", "AWS"), "spare codes in the safe")


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_tags_in_use_complete_the_one_that_is_typed(desk) -> None:
    existing(desk, tags=("Personal", "Work"))
    page = desk.open(EditorPage(desk.context, text=LINK))
    desk.qtbot.mouseClick(page.form.more_line, LEFT)
    desk.qtbot.keyClicks(page.form.tags, "Work, per")
    completer = page.form.tags.completer()
    assert completer.completionCount() == 1
    assert completer.currentCompletion() == "Work, Personal"


@pytest.mark.safety(54)
def test_hostile_names_lose_their_control_characters(desk, page) -> None:
    paste(page, "otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&issuer=A%E2%80%AEB%00C")
    desk.qtbot.mouseClick(page.save, LEFT)
    (account,) = desk.store.accounts()
    assert account.title.isprintable()


def test_escape_saves_nothing(desk, page) -> None:
    paste(page, LINK)
    desk.qtbot.keyClick(page.source.paste, Qt.Key.Key_Escape)
    assert desk.nav.went == [("back",)]
    assert desk.store.accounts() == ()


def test_the_keyboard_goes_from_top_to_bottom(desk, page) -> None:
    paste(page, LINK)
    page.source.paste.setFocus()
    seen = []
    while (focused := desk.host.focusWidget()) not in seen:
        seen.append(focused)
        desk.qtbot.keyClick(focused, Qt.Key.Key_Tab)
    form = page.form
    order = [
        page.source.paste,
        form.title,
        form.account,
        form.more_line,
        form.advanced_line,
        page.cancel,
        page.save,
    ]
    assert [widget for widget in seen if widget in order] == order
    assert all(widget.accessibleName() or widget.text() for widget in order)


def test_a_pasted_text_of_a_megabyte_is_cut_and_answered_at_once(desk, page) -> None:
    paste(page, "A" * 1_000_000)
    assert len(page.source.paste.text()) <= 200_000
    assert not page.save.isEnabled()
