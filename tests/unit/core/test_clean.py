"""Foreign texts made harmless."""

from __future__ import annotations

import pytest

from warifu.core.clean import clean_line, clean_note, clean_tags


@pytest.mark.safety(54)
@pytest.mark.parametrize(
    ("untrusted", "clean"),
    [
        ("  two   words ", "two words"),
        ("a\nb\tc\r\nd", "a b c d"),
        ("moc.elgoog\u202e", "moc.elgoog"),
        ("\u2066x\u2069\u200f\u061c", "x"),
        ("a\u0000\u001b[31mb\u009b", "a[31mb"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("tag\U000e0041s", "tags"),
        ("bad\ud800half", "badhalf"),
        ("👨‍👩‍👧 family", "👨‍👩‍👧 family"),
        ("e\u0301", "é"),
        ("abcdef", "abcde"),
    ],
)
def test_a_line_shows_what_it_is(untrusted, clean):
    assert clean_line(untrusted, 5 if untrusted == "abcdef" else 100) == clean


def test_a_note_keeps_its_lines():
    assert clean_note("one\r\ntwo\u2028three\u202e\n\n") == "one\ntwo\nthree"
    assert len(clean_note("x" * 20_000)) == 10_000


def test_tags_are_single_and_few():
    assert clean_tags(["Work", " Work ", "", "\u202e", "Home"]) == ("Work", "Home")
    assert len(clean_tags([str(n) for n in range(500)])) == 50
