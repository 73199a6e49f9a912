"""Files of OpenPGP: known, and not read."""

from __future__ import annotations

import pytest

from format_contract import File, FuzzContract
from warifu.formats import registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FormatError, NotSupported
from warifu.formats.untrusted import Untrusted

FILES = [
    b"-----BEGIN PGP MESSAGE-----\n\nhQEMA...\n-----END PGP MESSAGE-----\n",
    b"\x85\x01\x0c\x03" + bytes(range(100)),  # for an RSA key, as andOTP's provider writes it
    b"\x84\x5e\x03" + bytes(range(100)),
    b"\xc1\x5e\x03" + bytes(range(100)),
    b"\xc1\xc0\x4c\x03" + bytes(range(100)),
    b"\x8c\x0d\x04\x09\x03\x02" + bytes(range(100)),
    b"\xc3\x0d\x04\x09\x03\x08" + bytes(range(100)),
]


class TestOpenPgp(FuzzContract):
    """Also read as whatever a changed file is taken for."""

    id = "openpgp"

    def files(self) -> list[File]:
        return [File(data, 0, "any") for data in FILES]

    def answer(self, untrusted: Untrusted, keys: Keys) -> None:
        for chosen in ("", self.id, "andotp"):
            with pytest.raises(FormatError, match=r"\."):
                registry.read(untrusted, keys, chosen)


@pytest.mark.parametrize("data", FILES)
def test_it_is_known_for_what_it_is(data):
    with pytest.raises(NotSupported, match="OpenPGP") as caught:
        registry.read(Untrusted(data), Keys(("any",)))
    assert "gpg --decrypt" in str(caught.value.hint)


@pytest.mark.parametrize("data", FILES)
def test_choosing_andotp_for_it_tells_the_same(data):
    with pytest.raises(NotSupported, match="OpenPGP"):
        registry.read(Untrusted(data), NO_KEYS, "andotp")


@pytest.mark.parametrize("data", [b"", b"\x85", b"\xc1\xc0", b"\x85\x01\x0c\x04" + bytes(50)])
def test_other_bytes_are_none_of_it(data):
    assert not registry.by_id("openpgp").fits(Untrusted(data))
