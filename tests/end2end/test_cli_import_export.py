"""Taking accounts out and in as processes of their own, with the real key derivation and real files."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes of files of Unix")

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"
KEYS = {"GitHub": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "Bank": "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"}


@pytest.fixture
def home(tmp_path):
    """A home that has nothing but what these programs put there."""
    made = tmp_path / "home"
    made.mkdir(mode=0o700)
    (made / "tmp").mkdir()
    return made


@pytest.fixture
def warifu(home):
    """Run it to its end, away from any terminal."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}
    environment = {**kept, "HOME": str(home), "TMPDIR": str(home / "tmp"), "PYTHONWARNINGS": "error"}

    def run(*arguments, lines=()):
        return subprocess.run(
            [sys.executable, "-m", "warifu", *map(str, arguments)],
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            text=True,
            timeout=120,
            env=environment,
            start_new_session=True,
            check=False,
        )

    return run


def made(warifu, profile, accounts=True):
    at = ("--profile", profile, "--password-stdin")
    assert warifu(*at, "init", lines=(PASSWORD,)).returncode == 0
    for title, key in KEYS.items() if accounts else ():
        assert warifu(*at, "add", "--title", title, lines=(PASSWORD, key)).returncode == 0
    return at


def test_what_one_warifu_writes_another_one_takes_in(warifu, home):
    out, back, file = home / "out", home / "back", home / "copy.warifu"
    at = made(warifu, out)
    written = warifu(*at, "export", file, "--file-password-stdin", lines=(PASSWORD, OTHER))
    assert (written.returncode, written.stderr) == (0, "")
    assert file.stat().st_mode & 0o777 == 0o600

    into = made(warifu, back, accounts=False)
    assert warifu(*into, "import", file, lines=(PASSWORD,)).returncode == 6
    wrong = warifu(*into, "import", "--file-password-stdin", file, lines=(PASSWORD, PASSWORD))
    assert wrong.returncode == 3
    assert wrong.stderr.count("\n") == 1
    taken = warifu(*into, "--json", "import", "--file-password-stdin", file, lines=(PASSWORD, OTHER))
    assert taken.returncode == 0
    assert len(json.loads(taken.stdout)["added"]) == 2
    listed = warifu(*into, "--json", "list", "--show-secrets", lines=(PASSWORD,))
    assert {each["title"]: each["secret"] for each in json.loads(listed.stdout)} == KEYS
    kept = json.loads(warifu(*into, "--json", "backup", "list", lines=()).stdout)
    assert [each["kind"].replace("-", "_") for each in kept].count("before_import") == 1


@pytest.mark.writes_secrets("named", reason="the plain export, by a process with the real key derivation")
@pytest.mark.parametrize("form", ["otpauth", "sheet", "sheet-pdf"])
@pytest.mark.safety(30)
def test_no_file_but_the_one_that_was_named_holds_a_secret(warifu, home, form):
    at = made(warifu, home / "profile")
    named = home / "named"
    said = warifu(*at, "export", named, "--format", form, "--plain", lines=(PASSWORD,))
    assert said.returncode == 0
    assert warifu("import", "--dry-run", "--json", named).returncode in {0, 1}
    assert not list((home / "tmp").iterdir())
    for path in home.rglob("*"):
        if path.is_file() and path != named:
            content = path.read_bytes()
            for key in KEYS.values():
                grouped = " ".join(key[at : at + 4] for at in range(0, len(key), 4))
                assert key.encode() not in content
                assert grouped.encode() not in content
    for key in KEYS.values():
        assert key not in said.stdout + said.stderr


def test_formats_needs_nothing_at_all(warifu):
    ended = warifu("formats", "--json")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert {"warifu", "otpauth", "sheet", "sheet-pdf"} <= {
        each["format"] for each in json.loads(ended.stdout)
    }
