"""The watch over all tests can fail: it finds what a made-up project leaks, and says where, not what."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest
from defusedxml import ElementTree

import made_up_leaks
from leaks import forms
from made_up_leaks import PASSWORD, RAW, WORD, mark

TESTS = Path(__file__).resolve().parents[1]
SECRET = mark(RAW)
OF_CHILD = mark(RAW[::-1])
LEAKS = {
    "test_logs": ("Captured log call", SECRET),
    "test_logs_a_fault": ("Captured log call", SECRET),
    "test_says_it_as_an_error": ("Captured stderr call", SECRET),
    "test_says_it_and_somebody_listened": ("standard error", SECRET),
    "test_answers_with_the_password": ("Captured stdout call", mark(PASSWORD.encode())),
    "test_settings": ("settings.json", SECRET),
    "test_raw": ("found.bin", SECRET),
    "test_hexadecimal": ("found.hex", SECRET),
    "test_utf16": ("found.txt", mark(PASSWORD.encode())),
    "test_base64": ("found.b64", SECRET),
    "test_gzip": ("found.gz, inflated", SECRET),
    "test_temporary_file": ("which was removed", SECRET),
    "test_temporary_folder": ("note", SECRET),
    "test_home": ("found.rc", SECRET),
    "test_name_of_a_file": (".found", SECRET),
    "test_child": ("found.child", OF_CHILD),
    "test_killed_child": ("found.killed", OF_CHILD),
    "test_child_that_tidies_up": ("found.gone, which was removed", OF_CHILD),
    "test_written_over": ("found.own", SECRET),
    "test_export_with_the_password": ("found.export", mark(PASSWORD.encode())),
    "test_marked_with_the_password": ("found.other", mark(PASSWORD.encode())),
    "test_word": ("found.word", mark(WORD.encode())),
    "test_last_of_all": ("found.late", SECRET),
}
RIGHT = {
    "test_right_own_file",
    "test_right_word_of_another",
    "test_right_answer",
    "test_right_export",
    "test_right_marked",
}

pytestmark = pytest.mark.safety(30)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What is said of each test of the project that failed; "" for others."""
    folder = tmp_path_factory.mktemp("made-up")
    made_up_leaks.make(folder, TESTS / "with_cheap_kdf.py")
    kept = {name: os.environ[name] for name in ("PATH", "TMPDIR") if name in os.environ}
    paths = map(str, (folder / "app", TESTS, TESTS.parent / "app"))
    command = ["-m", "pytest", "-p", "leaks.plugin", "-p", "no:cacheprovider", "-p", "no:pytest-qt"]
    done = subprocess.run(
        [sys.executable, *command, "--junit-xml=told.xml", "--show-capture=all", f"--basetemp={folder}/base"],
        cwd=folder,
        env=kept | {"PYTHONPATH": os.pathsep.join(paths), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    report = (folder / "told.xml").read_text("utf-8")
    for needle in (RAW, RAW[::-1], PASSWORD.encode(), base64.b32encode(RAW)):
        for form in forms.forms(needle):
            assert form not in (done.stdout + report).lower().encode("utf-8", "surrogateescape")
    cases = ElementTree.fromstring(report).iter("testcase")
    found: dict[str, str] = {}
    for case in cases:
        texts = ["".join(each.itertext()) for each in case if each.tag in {"error", "failure"}]
        found[case.attrib["name"]] = found.get(case.attrib["name"], "") + "\n".join(texts)
    return found


@pytest.mark.parametrize("test", LEAKS)
def test_a_leak_fails_the_test_and_is_named_without_the_secret(told: dict[str, str], test: str) -> None:
    where, needle = LEAKS[test]
    assert [line for line in told[test].splitlines() if where in line and needle in line]


def test_what_may_be_written_passes(told: dict[str, str]) -> None:
    assert "right.late" not in told["test_last_of_all"]
    assert {name for name, words in told.items() if not words} == RIGHT


@pytest.mark.parametrize("before", range(6))
@pytest.mark.parametrize("encode", [base64.b64encode, base64.b32encode, base64.urlsafe_b64encode])
def test_every_place_in_base64_and_base32_is_found(before: int, encode: object) -> None:
    index = forms.Index()
    index.add([RAW, b"another one"])
    content = b"noise " + encode(b"y" * before + RAW + b"zz") + b" noise"  # type: ignore[operator]
    assert {hit.needle for hit in index.search(content)} == {RAW}


def test_thousands_are_told_apart() -> None:
    needles = [os.urandom(20) for _ in range(3_000)]
    index = forms.Index()
    index.add(needles)
    content = os.urandom(100_000) + needles[17] + os.urandom(50_000) + needles[42].hex().encode()
    assert [hit.needle for hit in index.search(content)] == [needles[17], needles[42]]
