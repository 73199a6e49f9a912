"""What a recovery code survives on its way from paper to the keyboard, over random codes."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warifu.core.errors import TypingSlip
from warifu.vault import gf32
from warifu.vault.recovery_code import ALPHABET, RecoveryCode, parse

codes = st.binary(min_size=16, max_size=16).map(lambda raw: RecoveryCode(bytearray(raw)))
FULL_WIDTH = {ord(letter): ord(letter) + 0xFEE0 for letter in ALPHABET + ALPHABET.lower()}
LOOKALIKES = {"0": "Oo", "1": "IiLl", "V": "Uu"}


def slip(typed: str) -> TypingSlip:
    with pytest.raises(TypingSlip) as caught:
        parse(typed)
    return caught.value


def letters(code: RecoveryCode) -> list[str]:
    return list(code.text().replace("-", ""))


def group(place: int) -> int:
    """Of a character of the code, counted from the W."""
    return -(-place // 5)


@pytest.mark.safety(21)
@given(codes)
@settings(max_examples=12)
def test_every_single_wrong_character_is_a_slip_in_its_group(code: RecoveryCode) -> None:
    right = letters(code)
    for place in range(len(right)):
        for other in ALPHABET:
            if other != right[place]:
                typed = [*right[:place], other, *right[place + 1 :]]
                assert slip("".join(typed)).groups == (group(place),)


@pytest.mark.safety(21)
@given(codes)
@settings(max_examples=60)
def test_every_swap_of_two_neighbours_is_a_slip_in_their_groups(code: RecoveryCode) -> None:
    right = letters(code)
    for place in range(len(right) - 1):
        if right[place] != right[place + 1]:
            typed = [*right[:place], right[place + 1], right[place], *right[place + 2 :]]
            groups = {group(place), group(place + 1)} - {0}
            assert slip("".join(typed)).groups == tuple(sorted(groups))


@pytest.mark.safety(21)
@given(codes, st.randoms(use_true_random=False))
@settings(max_examples=300)
def test_up_to_four_wrong_characters_are_never_taken_for_a_code(
    code: RecoveryCode, chance: random.Random
) -> None:
    typed = letters(code)
    for place in chance.sample(range(len(typed)), chance.randint(1, gf32.CHECKS)):
        typed[place] = chance.choice([other for other in ALPHABET if other != typed[place]])
    slip("".join(typed))


@pytest.mark.safety(21)
@given(codes)
@settings(max_examples=20)
def test_a_character_left_out_or_typed_twice_is_placed(code: RecoveryCode) -> None:
    right = letters(code)
    for place in range(1, len(right)):
        missing = slip("".join([*right[:place], *right[place + 1 :]]))
        assert group(place) in missing.groups
        doubled = slip("".join([*right[:place], right[place], *right[place:]]))
        assert group(place) in doubled.groups


@given(codes, st.randoms(use_true_random=False))
@settings(max_examples=200)
def test_any_spelling_of_the_right_code_is_the_code(code: RecoveryCode, chance: random.Random) -> None:
    """Small letters, look-alikes, a Japanese keyboard's letters, any gaps, with the W and without."""
    typed = []
    for letter in letters(code)[chance.randint(0, 1) :]:
        shown = chance.choice(LOOKALIKES.get(letter, letter) + letter)
        typed.append(chance.choice([shown, shown.lower(), shown.translate(FULL_WIDTH)]))
        typed.append(chance.choice(["", "", "", "-", " ", "　", "–", "ー", "－", "\n", ".", "−", "‐", "\t"]))
    assert parse("".join(typed)) == code


@given(st.text())
def test_no_text_makes_it_stumble(text: str) -> None:
    slip(text)


@given(st.lists(st.integers(0, 31), min_size=27, max_size=27))
def test_words_of_the_code_have_no_errors(message: list[int]) -> None:
    word = gf32.encoded(message)
    assert list(word[:27]) == message
    assert gf32.errors(word) == ()
