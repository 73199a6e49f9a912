"""What every format must do, inherited by the test of each: ``class TestAegis(FormatContract)``.

``files`` gives files of the app, written by the test itself from the specification and not by Warifu's own
writer. ``--full`` fuzzes each for 30 seconds as docs/formats.md tells.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field

import pytest

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.secret import Secret
from warifu.formats import registry
from warifu.formats.base import NO_KEYS, Contents, Format, Keys
from warifu.formats.errors import FormatError, NeedsPassword, WrongFilePassword
from warifu.formats.holds import refusal
from warifu.formats.untrusted import Untrusted

WRONG = "not the password of any file"


@dataclass(frozen=True)
class File:
    """A file of an app, and what it holds; ``password`` where it is encrypted."""

    data: bytes
    accounts: int
    password: str = ""
    name: str = ""
    key_file: bytes = b""
    beside: dict[str, bytes] = field(default_factory=dict)

    @property
    def untrusted(self) -> Untrusted:
        return Untrusted(self.data, self.name, self.beside)

    @property
    def keys(self) -> Keys:
        return Keys((self.password,) if self.password else (), self.key_file)


class FuzzContract:
    """What every format must do with files that somebody changed. Inherit, and give ``id`` and ``files``."""

    id: str

    def files(self) -> list[File]:
        """Files of the app, plain and encrypted, of every version."""
        raise NotImplementedError

    @property
    def format(self) -> Format:
        return registry.by_id(self.id)

    def test_a_damaged_file_gives_an_answer_and_no_traceback(self) -> None:
        for file in self.files():
            for cut in (0, 1, len(file.data) // 2, len(file.data) - 1):
                self.answer(Untrusted(file.data[:cut], file.name, file.beside), file.keys)
            self.answer(Untrusted(file.data + b"\0rest", file.name, file.beside), file.keys)

    @pytest.mark.safety(52)
    def test_whatever_is_changed_in_it_ends_in_accounts_or_a_sentence(self, pytestconfig) -> None:
        chance = random.Random(20261128)
        files = self.files()
        until = time.monotonic() + (30.0 if pytestconfig.getoption("--full") else 0.4)
        rounds = 0
        while time.monotonic() < until or rounds < 3:
            file = chance.choice(files)
            changed = Untrusted(mutated(file.data, chance), file.name, file.beside)
            self.answer(changed, file.keys)
            self._found_out(changed)
            rounds += 1

    def answer(self, untrusted: Untrusted, keys: Keys) -> Contents | None:
        """Read a file that somebody changed: contents, or an error that is a sentence."""
        try:
            return self.format.read(untrusted, keys)
        except FormatError as error:
            sentence = str(error.title)
        assert sentence.endswith(".")
        return None

    def _found_out(self, untrusted: Untrusted) -> None:
        for each in registry.FORMATS:
            assert each.fits(untrusted) in {True, False}


class FormatContract(FuzzContract):
    """What every format must do that gives accounts."""

    needs_name = False  # a format whose content alone says nothing
    authenticated = True  # encrypted files tell changed bytes from a wrong password, or call them damaged

    def test_each_file_is_found_out_by_its_content_and_read(self) -> None:
        for file in self.files():
            found, contents = registry.read(file.untrusted, file.keys)
            assert found.id == self.id
            assert len(contents.entries) == file.accounts

    def test_an_encrypted_file_asks_for_its_password(self) -> None:
        for file in self._encrypted():
            with pytest.raises(NeedsPassword):
                self.format.read(file.untrusted, NO_KEYS)

    def test_a_wrong_password_is_told(self) -> None:
        for file in self._encrypted():
            with pytest.raises(WrongFilePassword):
                self.format.read(file.untrusted, Keys((WRONG,), file.key_file))

    def test_the_right_one_among_several_passwords_opens_it(self) -> None:
        for file in self._encrypted():
            contents = self.format.read(file.untrusted, Keys((WRONG, file.password), file.key_file))
            assert len(contents.entries) == file.accounts

    def test_every_account_it_can_hold_comes_back_as_it_was(self) -> None:
        if (writer := self.format.writer) is None:
            pytest.skip("is not written")
        accounts = [each for each in some_accounts() if refusal(each, writer.holds) is None]
        assert accounts
        for form, password in (("PLAIN", ""), ("ENCRYPTED", "the password of the export")):
            if form not in writer.forms.name.split("|"):
                continue
            data = writer.write(accounts, password)
            found, contents = registry.read(Untrusted(data), Keys((password,) if password else ()))
            assert found.id == self.id
            assert not contents.problems
            self.assert_same([each.account for each in contents.entries], accounts)

    def assert_same(self, found: list[Account], written: list[Account]) -> None:
        """What decides the codes, and the names; a format that keeps more may compare more."""
        assert [codes_of(each) for each in found] == [codes_of(each) for each in written]

    def _encrypted(self) -> list[File]:
        return [file for file in self.files() if file.password]


def codes_of(account: Account) -> tuple:
    """All that decides the codes, with the names."""
    otp = account.otp
    period = 0 if otp.type is OtpType.HOTP else otp.period
    return (
        otp.secret.base32(), otp.type, otp.algorithm, otp.digits, period, account.counter,
        account.issuer, account.account,
    )  # fmt: skip


def some_accounts() -> list[Account]:
    """One of each kind, with names that break careless writers."""
    secret = Secret(b"a secret of 20 bytes")
    return [
        Account(Otp(secret), title="GitHub", issuer="GitHub", account="ada@example.com"),
        Account(Otp(Secret(b"ten bytes!")), title="会社", issuer="会社", account="山田 &<x> \"y\" 'z', w;"),
        Account(
            Otp(Secret(bytes(range(64))), OtpType.TOTP, Algorithm.SHA512, 8, 60),
            title="A: b", issuer="A b", account="c#d?e=f&g%h+i", note="1\n2", tags=("work", "two words"),
        ),
        Account(
            Otp(Secret(b"0" * 32), OtpType.TOTP, Algorithm.SHA256, 7, 45), title="No", issuer="No", account=""
        ),
        Account(Otp(secret, OtpType.HOTP), title="Counter", issuer="Counter", account="h", counter=41),
        Account(Otp(secret, OtpType.STEAM, digits=5), title="Steam", issuer="Steam", account="gordon"),
        Account(
            Otp(Secret(bytes.fromhex("e3152afee62599c8")), OtpType.MOTP, Algorithm.MD5, 6, 10, pin="1234"),
            title="mOTP", issuer="mOTP", account="m",
        ),
        Account(
            Otp(Secret(bytes(range(16))), OtpType.YANDEX, Algorithm.SHA256, 8, 30, pin="5239"),
            title="Yandex", issuer="Yandex", account="y",
        ),
    ]  # fmt: skip


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with a few changes: flips, cuts, doublings, and what parsers stumble over."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(changed) + 1)
        match chance.randrange(6):
            case 0 if at < len(changed):
                changed[at] ^= 1 << chance.randrange(8)
            case 1:
                del changed[at : at + chance.randrange(1, 40)]
            case 2:
                changed[at:at] = changed[at : at + chance.randrange(1, 40)]
            case 3:
                changed[at:at] = chance.choice(_ODD)
            case 4:
                changed[at : at + 4] = chance.randbytes(4)
            case _:
                digits = [place for place, byte in enumerate(changed) if 48 <= byte <= 57]
                if digits:
                    changed[chance.choice(digits)] = 48 + chance.randrange(10)
    return bytes(changed)


_ODD = (
    b"null",
    b"-1",
    b"1e999",
    b'""',
    b"[]",
    b"{}",
    b"true",
    b"\0",
    b"\xff\xff",
    b"99999999999999999999",
    b'"',
    b"\\u0000",
    b"<",
    b"&x;",
)
