"""Pictures with QR codes, made here."""

from __future__ import annotations

import hashlib
import io
from base64 import b32encode


def link(name: str) -> str:
    """A link of a made-up account."""
    key = b32encode(hashlib.sha1(name.encode()).digest()).decode()
    return f"otpauth://totp/{name}:ada?secret={key}&issuer={name}"


def png(text: str, scale: int = 5) -> bytes:
    """A PNG with one code."""
    import segno

    file = io.BytesIO()
    segno.make(text, micro=False).save(file, kind="png", scale=scale, border=4)
    return file.getvalue()
