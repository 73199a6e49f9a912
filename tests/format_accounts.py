"""Accounts that Hypothesis makes up, such as a format has a place for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from warifu.core.account import Account, Algorithm, Icon, Otp, OtpType
from warifu.core.clean import clean_line, clean_note, clean_tags
from warifu.core.secret import Secret

if TYPE_CHECKING:
    from warifu.formats.holds import Holds

PNG = b"\x89PNG\r\n\x1a\n and what a picture has"


@st.composite
def accounts_for(draw, holds: Holds, *, colons: bool = True) -> Account:
    """One account. ``colons``: whether its names may have some, which in links mean something."""
    kind = draw(st.sampled_from(sorted(holds.types)))
    otp = Otp(
        Secret(draw(_secrets(kind))),
        kind,
        _algorithm(draw, holds, kind),
        _digits(draw, holds, kind),
        _period(draw, holds, kind),
        draw(st.sampled_from(["", "1234", "7777 a"])) if kind in {OtpType.MOTP, OtpType.YANDEX} else "",
    )
    issuer = draw(_names(colons)) or "Site"
    return Account(
        otp,
        title=draw(_names(colons)) or issuer,
        issuer=issuer,
        account=draw(_names(colons)),
        counter=draw(st.integers(0, holds.max_counter)) if kind is OtpType.HOTP else 0,
        tags=clean_tags(draw(st.lists(_names(True), max_size=min(3, holds.tags)))),
        note=clean_note(draw(st.text(max_size=40))) if holds.note else "",
        pinned=holds.pinned and draw(st.booleans()),
        icon=Icon(image=PNG) if holds.icon and draw(st.booleans()) else Icon(),
    )


def _names(colons: bool) -> st.SearchStrategy[str]:
    names = st.text(max_size=30).map(lambda text: clean_line(text, 30))
    return names if colons else names.filter(lambda text: ":" not in text)


def _secrets(kind: OtpType) -> st.SearchStrategy[bytes]:
    return (
        st.binary(min_size=16, max_size=16) if kind is OtpType.YANDEX else st.binary(min_size=1, max_size=64)
    )


def _algorithm(draw, holds: Holds, kind: OtpType) -> Algorithm:
    fixed = {OtpType.MOTP: Algorithm.MD5, OtpType.YANDEX: Algorithm.SHA256, OtpType.STEAM: Algorithm.SHA1}
    return fixed.get(kind) or draw(st.sampled_from(sorted(holds.algorithms)))


def _digits(draw, holds: Holds, kind: OtpType) -> int:
    fixed = {OtpType.MOTP: 6, OtpType.YANDEX: 8, OtpType.STEAM: 5}
    return fixed.get(kind) or draw(st.sampled_from([each for each in range(1, 11) if each in holds.digits]))


def _period(draw, holds: Holds, kind: OtpType) -> int:
    if kind is OtpType.TOTP:
        return draw(st.sampled_from([each for each in (1, 7, 30, 60, 86_400) if each in holds.period]))
    return 10 if kind is OtpType.MOTP else 30
