"""What the form makes of what was pasted and typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warifu.core.account import Account, Algorithm, Icon, Otp, OtpType
from warifu.core.intake import recognise
from warifu.core.secret import Secret
from warifu.desktop.editor.draft import (
    Draft,
    built,
    changes,
    draft_of,
    is_several,
    missing,
    pasted,
    suggested,
    tags_from,
    typed,
)

SECRET = "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"
LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=GitHub&algorithm=SHA256&digits=8&period=60"


def test_a_link_fills_every_field() -> None:
    draft = pasted(Draft(), recognise(LINK))
    assert (draft.title, draft.account, draft.issuer) == ("GitHub", "ada", "GitHub")
    assert (draft.algorithm, draft.digits, draft.period) == (Algorithm.SHA256, 8, 60)
    assert missing(draft) is None


def test_what_the_person_typed_outlives_a_link() -> None:
    draft = pasted(typed(Draft(), title="My own", period=45), recognise(LINK))
    assert (draft.title, draft.period, draft.account) == ("My own", 45, "ada")


def test_a_bare_secret_leaves_the_typed_fields_and_asks_for_a_title() -> None:
    draft = pasted(typed(Draft(), account="root"), recognise(SECRET))
    assert draft.account == "root"
    assert "title" in str(missing(draft))
    account = built(typed(draft, title="MIKOLABO-FIRST"))
    assert account is not None
    assert account.otp.secret.base32() == SECRET.replace(" ", "")


def test_nothing_pasted_is_not_called_wrong() -> None:
    draft = pasted(Draft(), recognise(""))
    assert draft.problem is None
    assert str(missing(draft)) == "Paste the secret key or link first."


def test_a_bad_character_is_named_and_blocks_saving() -> None:
    draft = pasted(typed(Draft(), title="AWS"), recognise("JBSW Y3D8 EHPK 3PXP JBSW"))
    assert "8" in str(missing(draft))
    assert built(draft) is None


def test_emptying_the_field_takes_the_filled_fields_back() -> None:
    draft = pasted(pasted(Draft(), recognise(LINK)), recognise(""))
    assert draft == Draft()


def test_several_accounts_ask_for_a_choice() -> None:
    intake = recognise(LINK + "\n" + LINK.replace("ada", "bob").replace("JBSW", "GEZD"))
    assert is_several(intake)
    assert built(pasted(Draft(), intake)) is None


@pytest.mark.parametrize(
    ("type_", "parameters"),
    [
        (OtpType.STEAM, (Algorithm.SHA1, 5, 30)),
        (OtpType.MOTP, (Algorithm.MD5, 6, 10)),
        (OtpType.YANDEX, (Algorithm.SHA256, 8, 30)),
    ],
)
def test_a_type_brings_its_parameters_and_takes_them_away_again(type_, parameters) -> None:
    draft = typed(Draft(), type=type_)
    assert (draft.algorithm, draft.digits, draft.period) == parameters
    back = typed(draft, type=OtpType.TOTP)
    assert (back.algorithm, back.digits, back.period) == (Algorithm.SHA1, 6, 30)


def test_types_with_a_pin_ask_for_it() -> None:
    draft = typed(pasted(Draft(), recognise(SECRET)), title="Work", type=OtpType.MOTP)
    assert "PIN" in str(missing(draft))
    assert missing(typed(draft, pin="1234")) is None


def test_only_what_changed_is_a_change() -> None:
    account = Account(Otp(Secret(b"twenty bytes of a key")), title="AWS", tags=("Work",), note="two\nlines")
    draft = draft_of(account)
    assert changes(draft, account) == {}
    assert changes(typed(draft, title="AWS root"), account) == {"title": "AWS root"}
    assert changes(typed(draft, digits=8), account) == {"otp": replace(account.otp, digits=8)}


def test_a_suggested_icon_gives_way_to_a_chosen_one() -> None:
    draft = suggested(Draft(), Icon(brand="github"))
    assert draft.icon == Icon(brand="github")
    chosen = suggested(typed(draft, icon=Icon(brand="wordpress")), Icon(brand="github"))
    assert chosen.icon == Icon(brand="wordpress")


def test_tags_are_cleaned_and_kept_once() -> None:
    assert tags_from(" Work, Personal ,Work,,\u202eevil、仕事") == (
        "Work",
        "Personal",
        tags_from("\u202eevil")[0],
        "仕事",
    )
    assert "\u202e" not in "".join(tags_from("\u202eevil"))


def test_a_draft_never_shows_what_it_holds() -> None:
    shown = repr(typed(pasted(Draft(), recognise(LINK)), pin="9876", note="private"))
    assert not any(word in shown for word in ("JBSW", "ada", "GitHub", "9876", "private"))
