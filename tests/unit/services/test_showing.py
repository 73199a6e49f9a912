"""Accounts as QR codes, read back by another program's decoder."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.errors import NotPossible
from warifu.core.intake import recognise
from warifu.core.migration import format_migration
from warifu.core.secret import Secret
from warifu.core.targets import short_name
from warifu.services.showing import QUIET, QrCode, account_link, qr_code

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=200)


def read(code: QrCode) -> str:
    import zxingcpp

    modules = np.array([list(row) for row in code.rows], np.uint8)
    picture = np.kron(np.pad(1 - modules, QUIET, constant_values=1) * 255, np.ones((3, 3), np.uint8))
    (found,) = zxingcpp.read_barcodes(picture.astype(np.uint8), formats=zxingcpp.BarcodeFormat.QRCode)
    return found.text


def account(secret_bytes: int, name: str) -> Account:
    return Account(Otp(Secret(bytes(range(secret_bytes)))), title=name, issuer=name, account=name)


@pytest.mark.parametrize(
    ("made", "version"),
    [
        (account(10, "GitHub"), 6),
        (account(20, "root-account@mikolabo.example"), 9),
        (account(64, "root-account@mikolabo.example"), 11),
        (account(64, "x" * 200), 18),
        (account(64, "割符" * 100), 25),
    ],
)
def test_codes_stay_coarse_enough_for_a_phone(made, version):
    assert qr_code(account_link(made)).version <= version


@pytest.mark.parametrize("name", ["GitHub", "root-account@mikolabo.example", "割符" * 100])
@pytest.mark.parametrize("secret_bytes", [10, 20, 64])
def test_transfer_codes_stay_coarse_enough_for_a_phone(secret_bytes, name):
    transfer = format_migration([account(secret_bytes, name) for _ in range(25)])
    assert all(qr_code(uri).version <= 25 for uri in transfer.uris)
    assert sum(len(code.accounts) for code in transfer.codes) == 25
    assert all(len(code.accounts) <= 10 for code in transfer.codes)
    if len(name) < 30 and secret_bytes <= 20:
        assert len(transfer.codes) == 3


@settings(max_examples=25)
@given(secret=st.binary(min_size=1, max_size=64), issuer=NAMES, name=NAMES)
def test_whatever_the_names_the_code_gives_the_same_account(secret, issuer, name):
    made = Account(Otp(Secret(secret), algorithm=Algorithm.SHA256, digits=8), issuer=issuer, account=name)
    intake = recognise(read(qr_code(account_link(made))))
    (back,) = intake.accounts
    assert back.otp == made.otp
    if not set(":") & set(issuer + name) and issuer == short_name(issuer) and name == short_name(name):
        from warifu.core.clean import clean_line

        assert (back.issuer, back.account) == (clean_line(issuer, 200), clean_line(name, 200))


def test_error_correction_takes_what_room_there_is():
    import segno

    text = account_link(account(20, "GitHub"))
    assert qr_code(text).version == segno.make(text, error="L", micro=False, boost_error=False).version


def test_a_text_too_long_is_refused():
    with pytest.raises(NotPossible, match="too long"):
        qr_code("a" * 3000)


def test_a_code_never_prints_itself():
    code = qr_code(account_link(account(20, "GitHub")))
    assert "rows" not in repr(code)
    transfer = format_migration([account(20, "GitHub")])
    assert "otpauth" not in repr(transfer)


def test_every_type_has_a_link_that_is_read_again():
    for kind, algorithm, digits, period in (
        (OtpType.STEAM, Algorithm.SHA1, 5, 30),
        (OtpType.MOTP, Algorithm.MD5, 6, 10),
        (OtpType.YANDEX, Algorithm.SHA256, 8, 30),
    ):
        made = Account(
            Otp(Secret(bytes(range(16))), kind, algorithm, digits, period), title="T", account="ada"
        )
        (back,) = recognise(read(qr_code(account_link(made)))).accounts
        assert (back.otp, back.account) == (made.otp, "ada")
