"""The clock on the command line: looked at by itself, asked and corrected by a flag alone."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from time_server import answer, odd_answers, time_server
from warifu.core.account import Account, Otp
from warifu.core.otp import codes_around
from warifu.core.secret import Secret

pytestmark = pytest.mark.safety(70)
TESTS = Path(__file__).resolve().parents[2]
PASSWORD = "correct horse battery staple"
SEED = Account(Otp(Secret(b"12345678901234567890")), title="Example")
LINK = "otpauth://totp/Example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


def warifu(profile: Path, *arguments: str, typed: str = "", before: tuple[str, ...] = ()):
    command = [
        *before, sys.executable, str(TESTS / "with_cheap_kdf.py"), "-m", "warifu", "--profile", str(profile),
    ]  # fmt: skip
    return subprocess.run(
        [*command, *arguments], input=typed, capture_output=True, text=True, timeout=60, check=False
    )


def off_by(seconds: float):
    return lambda question: [answer(question, time.time() + seconds)]


def codes(shift: float) -> set[str]:
    """Those that are right now, and were a few seconds ago."""
    return {codes_around(SEED, time.time() + shift - back).current.value for back in (0, 8)}


@pytest.fixture
def vault(profile: Path) -> Path:
    at = "--password-stdin"
    assert warifu(profile, at, "init", typed=f"{PASSWORD}\n").returncode == 0
    assert warifu(profile, at, "add", typed=f"{PASSWORD}\n{LINK}\n").returncode == 0
    return profile


@pytest.mark.parametrize("off", [90.0, -90.0])
def test_codes_follow_the_correction_until_it_is_reset(vault: Path, off: float) -> None:
    code = ("--password-stdin", "code", "Example")
    with time_server(off_by(off)) as server:
        checked = warifu(vault, "clock", "--check", "--server", server.name)
        assert f"The clock is 1 min 30 s {'slow' if off > 0 else 'fast'}." in checked.stdout
        assert warifu(vault, *code, typed=f"{PASSWORD}\n").stdout.strip() in codes(0)
        applied = warifu(vault, "clock", "--apply")  # the server's name was kept
        assert "Codes are made for 1 min 30 s" in applied.stdout
        told = warifu(vault, *code, typed=f"{PASSWORD}\n")
        assert told.stdout.strip() in codes(off)
        assert len(server.asked) == 2
    assert json.loads(warifu(vault, "--json", "clock").stdout)["correction"] == pytest.approx(off, abs=1)
    doctor = warifu(vault, "--json", "doctor")
    assert "Codes are made for 1 min 30 s" in doctor.stdout
    assert warifu(vault, "clock", "--reset").returncode == 0
    assert warifu(vault, *code, typed=f"{PASSWORD}\n").stdout.strip() in codes(0)


@pytest.mark.parametrize("odd", ["kiss of death", "other question", "short", "silent"])
def test_odd_answers_are_refused_in_one_line(profile: Path, odd: str) -> None:
    with time_server(odd_answers(time.time() + 90)[odd]) as server:
        done = warifu(profile, "clock", "--apply", "--server", server.name)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("warifu: The time server ")
    assert len(server.asked) == 1
    assert json.loads(warifu(profile, "--json", "clock").stdout)["correction"] == 0


def test_more_than_a_day_is_refused(profile: Path) -> None:
    with time_server(off_by(90_000)) as server:
        done = warifu(profile, "clock", "--apply", "--server", server.name)
    assert done.returncode == 1
    assert "more than a day" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace")
@pytest.mark.parametrize(
    ("command", "packets"),
    [(["clock"], 0), (["clock", "--reset"], 0), (["doctor"], 0), (["clock", "--check"], 1)],
)
def test_no_packet_without_the_flag(profile: Path, tmp_path: Path, command: list[str], packets: int) -> None:
    if not shutil.which("strace"):
        pytest.fail("`python3 tests` installs what is missing here: strace")
    calls = tmp_path / "calls"
    profile.mkdir(mode=0o700)
    with time_server(off_by(0)) as server:
        (profile / "settings.json").write_text(json.dumps({"clock_server": server.name}))
        strace = ("strace", "-f", "-qq", "-e", "trace=network", "-o", str(calls))
        warifu(profile, *command, before=strace)
        assert len(server.asked) == packets
    seen = calls.read_text(errors="replace")
    assert ("AF_INET" in seen) is bool(packets)
    assert seen.count("sendto(") + seen.count("send(") >= packets
