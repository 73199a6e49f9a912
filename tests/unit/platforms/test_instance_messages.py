"""What a later start may say to the first one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.platforms.single_instance.base import MAX_MESSAGE, Add, Lock, Show, decode, encode

LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP"
APPLE = "apple-" + LINK
TRANSFER = "otpauth-migration://offline?data=AAAA"


@pytest.mark.parametrize(
    "message",
    [Show(), Show("gnome-shell/Warifu/1234-5-host_TIME987654"), Add(LINK), Add(APPLE), Add(TRANSFER), Lock()],
    ids=repr,
)
def test_every_message_arrives_as_it_was_sent(message: Show | Add | Lock) -> None:
    assert decode(encode(message)) == message


def test_the_link_is_not_shown_by_accident() -> None:
    assert "JBSWY3DPEHPK3PXP" not in repr(Add(LINK))


@pytest.mark.safety(35)
@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"\n",
        b"show",
        b"quit\n",
        b"lock \n",
        b"lock now\n",
        b"unlock\n",
        b"LOCK\n",
        b"SHOW\n",
        b"show a b\n",
        b"show " + b"t" * 300 + b"\n",
        b"show \x1b[2J\n",
        b"add\n",
        b"add https://example.com/\n",
        b"add file:///etc/passwd\n",
        b"add otpauth://totp/x\x00?secret=AA\n",
        "add otpauth://totp/\u202egnp.exe\n".encode(),
        b"add otpauth://totp/\xff\xfe\n",
        b"show\nshow\n",
        b"add otpauth://totp/" + b"x" * MAX_MESSAGE + b"\n",
    ],
)
def test_anything_else_is_nothing(untrusted: bytes) -> None:
    assert decode(untrusted) is None


@pytest.mark.safety(35)
@given(st.binary(max_size=200) | st.text(max_size=60).map(lambda text: f"add {text}\n".encode()))
def test_noise_is_a_message_only_when_it_is_one(untrusted: bytes) -> None:
    message = decode(untrusted)
    assert message is None or encode(message).split() == untrusted.split()


def test_the_longest_link_of_four_kibibytes_passes() -> None:
    link = LINK + "&image=" + "x" * (MAX_MESSAGE - len(LINK) - len("add \n") - len("&image="))
    assert len(encode(Add(link))) == MAX_MESSAGE
    assert decode(encode(Add(link))) == Add(link)
