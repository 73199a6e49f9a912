"""What ``ykman oath accounts list`` prints: names, since a YubiKey never gives a secret back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format
from warifu.formats.errors import NotSupported

if TYPE_CHECKING:
    from warifu.formats.base import Keys
    from warifu.formats.untrusted import Untrusted

_MOST: Final = 64  # accounts on one key
_LINE: Final = re.compile(r"[^:/<>{}\[\]\"=;]{1,64}:[^\s/<>{}\[\]\"=;][^/<>{}\[\]\"=;]{0,63}")


def read(_file: Untrusted, _keys: Keys) -> Contents:
    """Nothing: it tells what to do instead. Raises NotSupported."""
    raise NotSupported(
        "This is a list of the accounts on a YubiKey, without their secrets.",
        hint="A YubiKey never gives a secret back. Set up each code anew at its site.",
    )


def _fits(file: Untrusted) -> bool:
    if file.text is None or len(file.text) > _MOST * 160:
        return False
    lines = [line.strip() for line in file.text.splitlines() if line.strip()]
    return 0 < len(lines) <= _MOST and all(_LINE.fullmatch(line) for line in lines)


FORMAT = Format(
    id="ykman",
    name="YubiKey",
    fits=_fits,
    read=read,
    forms=Form.NONE,
    steps=Text("A YubiKey never gives a secret back: set up the code anew at each site."),
)
