"""Somebody who lost the password and has the kit gets back to the codes, with real windows and keys."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from screen import Screen, wait_for

PASSWORD = "four words that nobody remembers"
NEW = "five better words for this time"
KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
MINUTE = 60.0


def vault_with_code(screen: Screen, profile: Path) -> str:
    """A vault with one account and a confirmed recovery code; gives the code, as the kit has it."""
    told = ("--profile", profile, "--password-stdin")
    assert screen.run(*told, "init", typed=PASSWORD + "\n").returncode == 0
    assert screen.run(*told, "add", "--title", "AWS", typed=f"{PASSWORD}\n{KEY}\n").returncode == 0
    code = screen.run(*told, "vault", "recovery-code", typed=PASSWORD + "\n").stdout.strip()
    checked = screen.run(*told, "vault", "recovery-code", "--check", typed=f"{PASSWORD}\n{code}\n")
    assert checked.returncode == 0
    return code


@pytest.mark.safety(21)
def test_a_lost_password_and_the_kit_lead_back_to_the_codes_in_a_minute(screen: Screen) -> None:
    profile = screen.home / "lost"
    code = vault_with_code(screen, profile)
    begin = time.monotonic()
    screen.start("--profile", profile, real_kdf=True)
    screen.click(screen.find("Forgot it? Use your recovery code", "push button"))
    screen.click(screen.find("Recovery code", "text"))
    slip = code[:-1] + ("2" if code[-1] != "2" else "3")
    screen.type(slip.lower().replace("-", " "))
    screen.key("Return")
    wait_for(lambda: any("slip in group 6" in thing.name for thing in screen.things()), "the slip told")
    screen.key("End", "BackSpace")
    screen.type(code[-1])
    screen.key("Return")
    screen.find("Set a new password")
    screen.click(screen.find("New password", "password text"))
    screen.type(NEW)
    screen.click(screen.find("The same again", "password text"))
    screen.type(NEW)
    wait_for(lambda: "enabled" in screen.find("Set the password", "push button").states, "a good password")
    screen.click(screen.find("Set the password", "push button"))
    screen.find("The new password is set.")
    screen.find("AWS", "list item")
    took = time.monotonic() - begin
    assert took < MINUTE
    told = screen.run("--profile", profile, "--password-stdin", "list", typed=NEW + "\n", real_kdf=True)
    assert "AWS" in told.stdout


@pytest.mark.safety(21, 30)
def test_the_code_typed_and_shown_is_in_no_log_argument_or_file(screen: Screen) -> None:
    profile = screen.home / "canary"
    code = vault_with_code(screen, profile)
    program = screen.start("--profile", profile)
    screen.click(screen.find("Forgot it? Use your recovery code", "push button"))
    screen.click(screen.find("Recovery code", "text"))
    screen.type(code)
    screen.key("Return")
    screen.find("Set a new password")
    proc = Path("/proc") / str(program.process.pid)
    groups = [group.encode() for group in code.split("-")[1:]]
    seen = (proc / "cmdline").read_bytes() + (proc / "environ").read_bytes()
    seen += "\n".join(program.said()).encode()
    screen.key("ctrl+q")
    program.ended()
    for path in (*profile.rglob("*"), *Path(screen.home).rglob("*.log")):
        if path.is_file():
            seen += path.read_bytes()
    assert not [group for group in groups if group in seen]
