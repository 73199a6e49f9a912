"""What people paste as a secret key."""

from __future__ import annotations

import base64

import pytest

from warifu.core.base32 import Strength, decode_secret, strength, strength_warning
from warifu.core.errors import BadText
from warifu.core.secret import Secret

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
RAW = base64.b32decode(KEY)


@pytest.mark.safety(69)
@pytest.mark.parametrize(
    "typed",
    [
        KEY,
        KEY.lower(),
        "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP",
        "jbsw-y3dp-ehpk-3pxp-jbsw-y3dp-ehpk-3pxp",
        f"  {KEY}\n",
        "JBSW\u00a0Y3DP\u3000EHPK\t3PXP JBSWY3DP\u2011EHPK\u20133PXP",
        KEY + "======",
        KEY + " = = =",
        "\ufeffJBSWY3DP\u200bEHPK3PXPJBSWY3DPEHPK3PXP",
        "ＪＢＳＷＹ３ＤＰＥＨＰＫ３ＰＸＰＪＢＳＷＹ３ＤＰＥＨＰＫ３ＰＸＰ",
    ],
)
def test_sites_and_people_write_one_key_in_many_ways(typed):
    assert decode_secret(typed).reveal() == RAW


@pytest.mark.safety(69)
@pytest.mark.parametrize(
    ("typed", "raw"),
    [
        ("MY======", b"f"),
        ("MY", b"f"),
        ("MZXQ", b"fo"),
        ("MZXW6", b"foo"),
        ("MZXW6YQ=", b"foob"),
        ("MZXW6YTB", b"fooba"),
        ("MZXW6YTBOI", b"foobar"),
    ],
)
def test_padding_may_be_there_or_not(typed, raw):
    assert decode_secret(typed).reveal() == raw


@pytest.mark.parametrize("typed", ["QWERTYUIOP", "SECRETO", "JDJDBDBDDBDBBXBXB", KEY + "A", KEY + "ABC"])
def test_a_last_letter_that_adds_no_byte_is_dropped(typed):
    whole = typed[:-1] if len(typed) % 8 in (1, 3, 6) else typed
    assert decode_secret(typed).reveal() == base64.b32decode(whole + "=" * (-len(whole) % 8))


@pytest.mark.safety(69)
@pytest.mark.parametrize(
    ("typed", "named", "place"),
    [
        ("JBSWY3DP0HPK3PXP", "0", 9),
        ("1BSWY3DPEHPK3PXP", "1", 1),
        ("JBSW Y3DP EHPK 8PXP", "8", 16),
        ("JBSWY3DPEHPK3PX!", "!", 16),
        ("JBSW=Y3DP", "=", 5),
        ("JBSWあY3DP", "あ", 5),
        ("JBSW\x07Y3DP", "U+0007", 5),
    ],
)
def test_an_illegal_character_is_named_with_its_place(typed, named, place):
    with pytest.raises(BadText) as caught:
        decode_secret(typed)
    assert f"“{named}” at place {place} " in str(caught.value)
    assert "JBSW" not in str(caught.value)


@pytest.mark.parametrize("typed", ["", "   ", "====", "-", "A"])
def test_a_key_without_a_byte_is_refused(typed):
    with pytest.raises(BadText, match="no secret key"):
        decode_secret(typed)


def test_a_text_far_too_long_is_refused():
    with pytest.raises(BadText, match="too long"):
        decode_secret("A" * 100_000)


@pytest.mark.safety(69)
@pytest.mark.parametrize(
    ("length", "expected"),
    [
        (1, Strength.WEAK),
        (9, Strength.WEAK),
        (10, Strength.SHORT),
        (15, Strength.SHORT),
        (16, Strength.STRONG),
    ],
)
def test_short_keys_are_told_apart(length, expected):
    secret = Secret(b"\x5a" * length)
    assert strength(secret) is expected
    warning = strength_warning(secret)
    assert (warning is None) == (expected is Strength.STRONG)
    if warning is not None:
        assert str(8 * length) in str(warning)
        assert ("guessed" in str(warning)) == (expected is Strength.WEAK)
