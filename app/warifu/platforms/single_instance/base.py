"""What may be said through the door, and how it is checked."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

MAX_MESSAGE = 4096  # bytes, with the line feed that ends it
MAX_TOKEN = 256
REPLY = b"ok\n"
_LINKS = ("otpauth://", "otpauth-migration://", "apple-otpauth://")
PATIENCE = 2.0  # seconds in which the first start answers, or is taken for hung


@dataclass(frozen=True, slots=True)
class Show:
    """Bring the window to the front. ``token`` is the desktop's leave to take the focus, or empty."""

    token: str = ""


@dataclass(frozen=True, slots=True)
class Add:
    """Open the page for a new account, filled with this link. The user decides; nothing is stored."""

    uri: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Lock:
    """Forget the keys. Whoever may say so could end the process as well."""


Message = Show | Add | Lock


class Instance(Protocol):
    """One system's lock and door."""

    def claim(self) -> bool:
        """Take the lock, held until the process ends; False when another process holds it."""

    def release(self) -> None:
        """Give the lock back before the process ends."""

    def send(self, message: Message) -> bool:
        """Tell whoever holds the lock; False when nobody answered within ``PATIENCE``."""


def encode(message: Message) -> bytes:
    """The bytes of ``message``, which ``decode`` reads."""
    match message:
        case Show():
            words = ("show", message.token)
        case Add():
            words = ("add", message.uri)
        case Lock():
            words = ("lock", "")
    return " ".join(word for word in words if word).encode() + b"\n"


def decode(untrusted: bytes) -> Message | None:
    """The message in these bytes, or None for everything else."""
    if len(untrusted) > MAX_MESSAGE or not untrusted.endswith(b"\n"):
        return None
    try:
        line = untrusted[:-1].decode()
    except UnicodeDecodeError:
        return None
    if not line.isprintable():
        return None
    verb, _, rest = line.partition(" ")
    if verb == "show" and _is_token(rest):
        return Show(rest)
    if line == "lock":
        return Lock()
    if verb == "add" and rest.lower().startswith(_LINKS):
        return Add(rest)
    return None


def _is_token(text: str) -> bool:
    return len(text) <= MAX_TOKEN and text.isascii() and " " not in text
