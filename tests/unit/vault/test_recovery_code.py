"""The recovery code as people see and type it."""

from __future__ import annotations

import pytest

from warifu.core.errors import AppError, NotPossible, TypingSlip
from warifu.vault import gf32, recovery_code
from warifu.vault.recovery_code import ALPHABET, RecoveryCode, new, parse

CODE = "W-0G249-1650N-2RBHG-68T3C-E1T7G-ZXPMB"  # of the bytes 16 to 31


def test_the_form_is_what_the_format_says() -> None:
    code = RecoveryCode(bytearray(range(16, 32)))
    assert code.text() == CODE
    assert [len(group) for group in code.groups()] == [1, 5, 5, 5, 5, 5, 5]
    assert parse(CODE) == code


@pytest.mark.safety(21)
def test_a_new_code_has_128_bits_that_no_other_has() -> None:
    made = [new() for _ in range(1000)]
    assert len({bytes(code.secret) for code in made}) == 1000
    assert all(len(code.secret) == 16 for code in made)
    for bit in range(128):
        ones = sum(int.from_bytes(code.secret, "big") >> bit & 1 for code in made)
        assert 380 < ones < 620, bit  # 7.6 standard deviations


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Type the recovery code."),
        (" - ", "Type the recovery code."),
        ("W", "Type the recovery code."),
        (CODE.replace("1650N", "1659N"), "There is a typing slip in group 2."),
        (CODE.replace("1650N", "1605N"), "There is a typing slip in group 2."),
        (CODE.replace("1650N-2RBHG", "16502-NRBHG"), "There are typing slips in groups 2 and 3."),
        (CODE.replace("W", "V"), "There is a typing slip at the beginning: the code begins with a W."),
        (CODE.replace("68T3C", "68TC"), "A character is missing in group 4."),
        (CODE.replace("68T3C", "68TT3C"), "Group 4 has a character too many."),
        (CODE.replace("68T3C", "68Tか3C"), "The code has 30 characters after the W, and these are 31."),
        (CODE.replace("68T3C", "68か3C"), "Group 4 has a character that no recovery code has."),
        (CODE[:-6], "The code has 30 characters after the W, and these are 25."),
        (CODE.replace("0G249-1650N", "1650N-0G249"), "There are several typing slips in the code."),
        ("correct horse battery staple", "The code has 30 characters after the W, and these are 25."),
    ],
)
@pytest.mark.safety(21)
def test_slips_are_told_with_their_place(typed: str, said: str) -> None:
    with pytest.raises(TypingSlip) as caught:
        parse(typed)
    assert str(caught.value.title) == said


def test_a_code_of_a_later_form_is_told_apart() -> None:
    later = gf32.encoded([ALPHABET.index("X"), *[0] * 26])
    with pytest.raises(NotPossible, match="newer"):
        parse("".join(ALPHABET[symbol] for symbol in later))


def test_bits_that_no_code_has_are_a_slip() -> None:
    word = gf32.encoded([ALPHABET.index("W"), 31, *[0] * 25])
    with pytest.raises(TypingSlip):
        parse("".join(ALPHABET[symbol] for symbol in word))


@pytest.mark.safety(30)
def test_neither_a_slip_nor_a_code_shows_what_was_typed() -> None:
    code = new()
    assert "0x" not in repr(code)
    assert bytes(code.secret).hex() not in repr(code)
    typed = code.text()[:-1]
    with pytest.raises(AppError) as caught:
        parse(typed)
    shown = f"{caught.value} {caught.value!r} {caught.value.args}"
    assert not [group for group in code.groups()[1:] if group in shown]


def test_a_forgotten_code_is_gone() -> None:
    code = new()
    code.forget()
    assert not any(code.secret)


@pytest.mark.parametrize("bad", [b"x" * 16, bytearray(15), bytearray(17), "x" * 16])
def test_only_16_bytes_in_a_buffer_are_a_code(bad: object) -> None:
    with pytest.raises(TypeError):
        RecoveryCode(bad)  # type: ignore[arg-type]


def test_long_texts_cost_nothing() -> None:
    with pytest.raises(TypingSlip):
        recovery_code.parse("0" * 10_000_000)
