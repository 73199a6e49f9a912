"""Secrets that can be told anywhere, and a search for them in every form that bytes are usually put into."""

from __future__ import annotations

import base64
import itertools
import zlib
from pathlib import Path

from leaks.forms import forms

SECRET = b"CANARYkeyOfAnAccount"  # 20 bytes
PASSWORD = "CANARYpassword lantern umbrella five"
PIN = "271828182845904523"
NEXT_PASSWORD = "CANARYnext quartz violin otter"
FIELDS = {
    name: f"CANARY{name}" for name in ("title", "account", "issuer", "note", "tag", "pin", "renamed", "bad")
}
_LARGEST = 64 * 1024  # bytes of a file in which a compressed part is looked for at every place


def base32_secret() -> str:
    """The secret as people paste it."""
    return base64.b32encode(SECRET).decode().rstrip("=")


def link() -> str:
    """All that an account can hold, as sites give it."""
    label = f"{FIELDS['issuer']}:{FIELDS['account']}"
    return f"otpauth://totp/{label}?secret={base32_secret()}&issuer={FIELDS['issuer']}"


def needles() -> list[bytes]:
    """Everything that must not be found."""
    words = [PASSWORD, NEXT_PASSWORD, PIN, *FIELDS.values(), base32_secret()]
    return [SECRET, *(word.encode() for word in words)]


def inflated(content: bytes) -> list[bytes]:
    """Whatever zlib can make of the bytes, from any place, also where nothing says that it begins there."""
    found = []
    for place, bits in itertools.product(range(len(content)), (15, -15)):
        try:
            found.append(zlib.decompressobj(bits).decompress(content[place:], 4096))
        except zlib.error:
            continue
    return found


def leaked(content: bytes, looked_for: list[bytes] | None = None) -> list[str]:
    """Which needles the bytes hold in any form; the last four characters name them."""
    small = len(content) <= _LARGEST
    lowered = [part.lower() for part in (content, *(inflated(content) if small else ()))]
    return [
        f"…{needle[-4:]!r}"
        for needle in (needles() if looked_for is None else looked_for)
        if any(form in part for form in forms(needle) for part in lowered)
    ]


def leaks_below(folder: Path, looked_for: list[bytes] | None = None) -> list[str]:
    """Files that hold a needle or are named by one."""
    found = []
    for path in sorted(folder.rglob("*")):
        content = path.name.encode()
        if path.is_file() and not path.is_symlink():
            content += b"\n" + path.read_bytes()
        found += [f"{path.relative_to(folder)}: {what}" for what in leaked(content, looked_for)]
    return found
