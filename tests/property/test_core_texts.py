"""Laws of the texts: cleaning, base32, folding and finding."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.core.account import Account, Otp
from warifu.core.base32 import decode_secret
from warifu.core.clean import clean_line, clean_note
from warifu.core.errors import BadText
from warifu.core.search import SearchIndex, fold
from warifu.core.secret import Secret

BIDI = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
any_text = st.text(st.characters(codec=None)) | st.text(
    "a \t\n\r\x1f\x85\u2028\u202e\u2066\u200b\u0301é", max_size=30
)
titles = st.text("aAbB é ø-カか", max_size=8)


def harmless(character: str) -> bool:
    return unicodedata.category(character) not in {"Cc", "Cs"} and (
        unicodedata.bidirectional(character) not in BIDI
    )


@pytest.mark.safety(54)
@given(any_text, st.integers(0, 40))
def test_a_cleaned_line_is_short_and_harmless_and_stays_as_it_is(text, limit):
    line = clean_line(text, limit)
    assert len(line) <= limit
    assert all(map(harmless, line))
    assert line == line.strip()
    assert clean_line(line, limit) == line


@pytest.mark.safety(54)
@given(any_text)
def test_a_cleaned_note_is_harmless_but_for_its_line_ends(text):
    note = clean_note(text)
    assert all(character == "\n" or harmless(character) for character in note)
    assert clean_note(note) == note


@pytest.mark.safety(69)
@given(st.binary(min_size=1, max_size=100), st.randoms())
def test_a_key_is_read_back_however_it_is_printed(raw, chance):
    letters = Secret(raw).base32() + "=" * chance.randint(0, 6)
    typed = "".join(
        chance.choice((letter, letter.lower())) + chance.choice(("", "", "", " ", "-", "\t", "\u00a0"))
        for letter in letters
    )
    assert decode_secret(typed).reveal() == raw


@pytest.mark.safety(69)
@given(st.binary(min_size=5, max_size=40), st.integers(0), st.sampled_from("0189!§ß.,:/\u202e\x00あ"))
def test_a_strange_character_never_passes_and_its_place_is_right(raw, place, strange):
    letters = Secret(raw).base32()
    place %= len(letters)
    with pytest.raises(BadText) as caught:
        decode_secret(letters[:place] + strange + letters[place:])
    assert caught.value.title.fields["place"] == place + 1
    assert letters[:8] not in str(caught.value)


@given(any_text)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.tuples(titles, titles, titles), max_size=8), st.lists(titles, min_size=1, max_size=4))
def test_exactly_the_accounts_that_hold_every_word_are_found(rows, queries):
    otp = Otp(Secret(b"x" * 20))
    accounts = [Account(otp, title=title, account=name, note=note) for title, name, note in rows]
    index = SearchIndex(accounts)
    for query in queries:
        holding = [
            account.id
            for account in accounts
            if all(
                any(word in fold(text) for text in (account.title, account.account, account.note))
                for word in fold(query).split()
            )
        ]
        assert sorted(index.find(query)) == sorted(holding)
