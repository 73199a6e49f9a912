"""A made-up project whose tests leak in one way each, for ``unit/test_leak_watch.py``."""

from __future__ import annotations

import hashlib
from pathlib import Path

RAW = bytes.fromhex("9f3c51d07a66e81b24f0a95d3b7ec842c6d91e70")
PASSWORD = "walrus-harpsichord-quinine-71"
WORD = "marmalade"

PROGRAM = '''
"""Stands where Warifu does, so that what it writes is Warifu's."""

import gzip, os, subprocess, sys, tempfile
from pathlib import Path

def write(path, content):
    Path(path).write_bytes(content)

def pack(path, content):
    with gzip.open(path, "wb") as file:
        file.write(content)

def pass_by(content):
    with tempfile.NamedTemporaryFile() as file:
        file.write(content)
        file.flush()

def pass_by_in_a_folder(content):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "note").write_bytes(content)

def in_the_place_of(path, content):
    aside = Path(path).with_name("aside")
    aside.write_bytes(content)
    aside.replace(path)
'''

CHILD = """
import logging, os, sys
from pathlib import Path
from warifu.core.secret import Secret

raw = Secret(bytes(byte ^ 255 for byte in bytes.fromhex(sys.argv[1]))).reveal()
Path(sys.argv[2]).write_text(f"cannot use {raw!r}")
if sys.argv[3:] == ["remove"]:
    os.remove(sys.argv[2])
elif sys.argv[3:]:
    os.kill(os.getpid(), 9)
"""

TESTS = """
import base64, logging, os, subprocess, sys
from pathlib import Path
import pytest
import program
from made_up_leaks import PASSWORD, RAW, WORD
from warifu.core.secret import Secret
from warifu.services import exporting
from warifu.settings.file import Settings
from warifu.settings.schema import QUICK_PIN
from warifu.vault import slots

SECRET = Secret(RAW)
TEXT = SECRET.base32()

@pytest.fixture(autouse=True, scope="session")
def _home(tmp_path_factory): os.environ["HOME"] = str(tmp_path_factory.mktemp("home"))

@pytest.fixture(autouse=True)
def _heard():
    Secret(RAW)
    slots.password_bytes(PASSWORD)

def child(path, *more):
    turned = bytes(byte ^ 255 for byte in RAW[::-1]).hex()
    here = Path(__file__).parents[1] / "child.py"
    subprocess.run([sys.executable, CHEAP, str(here), turned, str(path), *more], env=dict(os.environ))

def test_logs(): logging.getLogger("made.up").warning("cannot use %s", TEXT)
def test_logs_a_fault():
    try:
        raise ValueError(TEXT)
    except ValueError:
        logging.getLogger("made.up").exception("it went wrong")
def test_says_it_as_an_error(): print(f"cannot use {TEXT}", file=sys.stderr)
def test_says_it_and_somebody_listened(capsys):
    print(f"cannot use {TEXT}", file=sys.stderr)
    capsys.readouterr()
def test_answers_with_the_password(): print(PASSWORD)
def test_settings(tmp_path): Settings(tmp_path / "settings.json").set(QUICK_PIN, TEXT)
def test_raw(tmp_path): program.write(tmp_path / "found.bin", b"xx" + RAW)
def test_hexadecimal(tmp_path): program.write(tmp_path / "found.hex", b"xx" + RAW.hex().upper().encode())
def test_utf16(tmp_path): program.write(tmp_path / "found.txt", PASSWORD.encode("utf-16-le"))
def test_base64(tmp_path): program.write(tmp_path / "found.b64", base64.b64encode(b"x" + RAW + b"yy"))
def test_gzip(tmp_path): program.pack(tmp_path / "found.gz", b"noise " + RAW)
def test_temporary_file(): program.pass_by(RAW)
def test_temporary_folder(): program.pass_by_in_a_folder(RAW)
def test_home(): program.write(Path(os.environ["HOME"], "found.rc"), TEXT.encode())
def test_name_of_a_file(tmp_path): program.write(tmp_path / f"{TEXT}.found", b"nothing")
def test_child(tmp_path): child(tmp_path / "found.child")
def test_killed_child(tmp_path): child(tmp_path / "found.killed", "kill")
def test_child_that_tidies_up(tmp_path): child(tmp_path / "found.gone", "remove")
def test_written_over(tmp_path):
    (tmp_path / "found.own").write_bytes(RAW)
    program.in_the_place_of(tmp_path / "found.own", b"and " + RAW)
def test_export_with_the_password(tmp_path):
    exporting.write_file(tmp_path / "found.export", PASSWORD.encode(), vault=tmp_path / "vault")
@pytest.mark.writes_secrets("*.other", reason="made up")
def test_marked_with_the_password(tmp_path): program.write(tmp_path / "found.other", PASSWORD.encode())
def test_word(tmp_path):
    slots.password_bytes(WORD)
    program.write(tmp_path / "found.word", WORD.encode())

def test_right_word_of_another(tmp_path): program.write(tmp_path / "right.word", WORD.encode())
def test_right_own_file(tmp_path): (tmp_path / "own").write_bytes(RAW)
def test_right_answer(): print(TEXT)
def test_right_export(tmp_path):
    exporting.write_file(tmp_path / "list.txt", TEXT.encode(), vault=tmp_path / "vault")
@pytest.mark.writes_secrets("*.other", reason="made up")
def test_right_marked(tmp_path): program.write(tmp_path / "right.other", RAW)

@pytest.mark.writes_secrets("right.*", reason="made up")
def test_last_of_all(tmp_path, tmp_path_factory):
    program.write(tmp_path / "right.late", RAW)
    program.write(tmp_path_factory.mktemp("elsewhere") / "found.late", RAW)
"""


def make(folder: Path, with_cheap_kdf: Path) -> None:
    """The project, ready to be run."""
    for name in ("app", "tests"):
        (folder / name).mkdir()
    (folder / "pytest.ini").write_text("[pytest]\nmarkers = writes_secrets\n")
    (folder / "app" / "program.py").write_text(PROGRAM)
    (folder / "child.py").write_text(CHILD)
    text = TESTS.replace("SECRET = ", f"CHEAP = {str(with_cheap_kdf)!r}\nSECRET = ", 1)
    (folder / "tests" / "test_made_up.py").write_text(text)


def mark(needle: bytes) -> str:
    """How the watch names a secret."""
    return hashlib.sha256(needle).hexdigest()[:8]
