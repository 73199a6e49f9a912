"""Accounts by Hypothesis that a format can hold, for the round trips of writers."""

from __future__ import annotations

from hypothesis import strategies as st

from warifu.core.account import MAX_TAG, Account, Algorithm, Otp, OtpType
from warifu.core.clean import clean_line, clean_note, clean_tags
from warifu.core.secret import Secret
from warifu.formats.holds import Holds, refusal

_ALGORITHMS = {OtpType.MOTP: Algorithm.MD5, OtpType.YANDEX: Algorithm.SHA256}
_DIGITS = {OtpType.STEAM: 5, OtpType.MOTP: 6, OtpType.YANDEX: 8}
_PERIODS = {OtpType.MOTP: 10}
_HASHES = (Algorithm.SHA1, Algorithm.SHA256, Algorithm.SHA512)

names = st.text(max_size=50).map(lambda text: clean_line(text, 60))
tags = st.lists(st.text(max_size=20).map(lambda text: clean_line(text, MAX_TAG)), max_size=3).map(clean_tags)
notes = st.text(max_size=60).map(clean_note)


@st.composite
def _accounts(draw, types: tuple[OtpType, ...]) -> Account:
    kind = draw(st.sampled_from(types))
    free = kind in {OtpType.TOTP, OtpType.HOTP}
    issuer = draw(names.filter(bool))
    if issuer == "Steam" and free:
        issuer = "Stream"  # many apps know Steam by its name alone
    least = 16 if kind is OtpType.YANDEX else 1
    otp = Otp(
        Secret(draw(st.binary(min_size=least, max_size=64))),
        kind,
        draw(st.sampled_from(_HASHES)) if free else _ALGORITHMS.get(kind, Algorithm.SHA1),
        draw(st.integers(1, 10)) if free else _DIGITS[kind],
        draw(st.integers(1, 86_400)) if kind is OtpType.TOTP else _PERIODS.get(kind, 30),
        draw(st.text("0123456789", min_size=4, max_size=8)) if kind in {OtpType.MOTP, OtpType.YANDEX} else "",
    )
    return Account(
        otp,
        title=issuer,
        issuer=issuer,
        account=draw(names.filter(bool)),
        tags=draw(tags),
        note=draw(notes),
        pinned=draw(st.booleans()),
        counter=draw(st.integers(0, 2**63 - 1)) if kind is OtpType.HOTP else 0,
        uses=draw(st.integers(0, 1000)),
    )


def accounts_within(holds: Holds) -> st.SearchStrategy[Account]:
    """Accounts with any names, of everything that has a place in the format."""
    types = tuple(each for each in OtpType if each in holds.types)
    return _accounts(types).filter(lambda account: refusal(account, holds) is None)
