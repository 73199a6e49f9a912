"""A link among the arguments: when it is one, how it passes the door, and that nobody can read it there."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.__main__ import WindowOptions, is_link, main, window_options
from warifu.core.account import MAX_TITLE
from warifu.core.clean import clean_line
from warifu.core.intake import recognise
from warifu.platforms.single_instance.base import MAX_MESSAGE, Add, decode, encode
from warifu.platforms.url_scheme.base import SCHEMES
from warifu.platforms.url_scheme.command import opening_command
from warifu.platforms.url_scheme.links import TOO_LONG, accepted

LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP"


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([LINK], WindowOptions(link=LINK)),
        (["--profile", "here", LINK], WindowOptions(profile="here", link=LINK)),
        (["--hidden", "--vault=v", LINK], WindowOptions(vault="v", hidden=True, link=LINK)),
        (["OTPAUTH-migration://offline?data=x"], WindowOptions(link="OTPAUTH-migration://offline?data=x")),
        (["apple-otpauth:totp/x"], WindowOptions(link="apple-otpauth:totp/x")),
        (["https://example.com/"], None),
        (["file:///etc/passwd"], None),
        (["otpauthority://x"], None),
        (["add", LINK], None),
        ([LINK, LINK], None),
    ],
)
def test_a_link_is_the_last_argument_of_a_window(arguments, expected) -> None:
    assert window_options(arguments) == expected


@pytest.mark.safety(54)
@pytest.mark.parametrize(
    "injected",
    [
        ["--vault", "\\\\evil\\share\\vault.warifu"],
        ["--vault=evil", "x"],
        ["--profile", "evil"],
        ["--hidden"],
        ["--own-clipboard", "5"],
        ["vault", "info"],
        ["--profile", LINK],
    ],
)
def test_quotes_in_a_link_bring_no_options_of_their_own(injected, capsys) -> None:
    """Windows puts a link between quotes as it is: one that holds a quote ends its argument."""
    arguments = [LINK, *injected]
    assert window_options(arguments) is None
    assert main(arguments) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "JBSW" not in told.err


def test_the_link_is_not_shown_by_accident() -> None:
    assert "JBSW" not in repr(window_options([LINK]))


@pytest.mark.parametrize(
    ("untrusted", "expected"),
    [
        (LINK, LINK),
        ("  OTPAUTH:totp/a ", "otpauth://totp/a"),
        ("otpauth:/totp/a", "otpauth://totp/a"),
        ("otpauth://totp/日本?secret=AA", "otpauth://totp/日本?secret=AA"),
        ("otpauth://totp/a\u202eb\x1b[2J\nshow", "otpauth://totp/a%E2%80%AEb%1B[2J%0Ashow"),
        ("otpauth://totp/\udcff\ud800", "otpauth://totp/%FF%3F"),
        ("otpauth://totp/" + "x" * MAX_MESSAGE, TOO_LONG),
        ("otpauth://totp/" + "\x01" * 2000, TOO_LONG),
        ("otpauth://totp/" + "語" * 2000, TOO_LONG),
        ("https://example.com/", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_what_passes_the_door(untrusted: str, expected: str) -> None:
    assert accepted(untrusted) == expected


@pytest.mark.safety(35, 54)
@given(st.sampled_from(SCHEMES), st.text(st.characters(), max_size=200) | st.text(max_size=5000))
def test_every_link_passes_the_door_in_one_line(scheme: str, rest: str) -> None:
    link = accepted(f"{scheme}://{rest}")
    assert link.isprintable()
    assert decode(encode(Add(link))) == Add(link)
    assert accepted(link) == link


@pytest.mark.safety(54)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=40))
def test_nothing_hides_in_a_name_behind_the_door(label: str) -> None:
    said = recognise(accepted(f"otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&issuer=A{label.replace('%', '')}"))
    for account in said.accounts:
        assert account.title == clean_line(account.title, MAX_TITLE)


def test_is_link() -> None:
    assert is_link(" otpauth://x")
    assert not is_link("--profile=otpauth://x")


_SHOW = """
import sys
from pathlib import Path
from warifu.platforms.url_scheme.scrub import forget_argument
forget_argument(sys.argv[-1])
print(ascii(Path("/proc/self/cmdline").read_bytes()), sys.argv, sys.orig_argv)
"""


@pytest.mark.safety(30)
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
@pytest.mark.parametrize("link", [LINK, "otpauth://totp/日本?secret=JBSWY3DPEHPK3PXP"])
def test_the_arguments_of_the_process_hold_the_link_no_longer(link: str) -> None:
    command = [sys.executable, "-c", _SHOW, "--profile", "kept", link]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "JBSW" not in told
    assert "kept" in told


def test_a_frozen_build_opens_links_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", "/opt/Warifu/Warifu")
    assert opening_command("--profile", "x") == ("/opt/Warifu/Warifu", "--profile", "x")
