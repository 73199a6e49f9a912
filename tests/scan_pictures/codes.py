"""QR codes as pictures, plain and in the styles that sites like."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

import cv2
import numpy as np
import segno

if TYPE_CHECKING:
    from numpy.random import Generator
    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]

_ISSUERS = ("GitHub", "AWS", "Nextcloud", "Société Générale", "Яндекс", "楽天", "Proton", "Bank of Example")
_USERS = ("ada", "grace.hopper", "ops-team", "root-account", "山田")
_HOSTS = ("example.com", "mail.example.org", "corp.example.net")
_BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_FINE = 4  # round shapes are drawn so many times larger, then shrunk


@dataclass(frozen=True, slots=True)
class Look:
    """How a code is drawn: pixels per module, shades, modules of quiet zone, style, the logo's share."""

    pixels: int = 4
    dark: int = 0
    light: int = 255
    quiet: int = 4
    style: str = "squares"
    logo: float = 0.0
    error: str = "m"


@dataclass(frozen=True, slots=True)
class Picture:
    """A grey picture of a kind, and the texts of all codes in it."""

    kind: str
    gray: Pixels
    texts: tuple[str, ...]


def account_link(chance: Generator) -> str:
    """A link as sites put it into their codes."""
    issuer, user, host = (str(chance.choice(names)) for names in (_ISSUERS, _USERS, _HOSTS))
    secret = "".join(chance.choice(list(_BASE32), int(chance.choice([16, 26, 32, 52]))))
    more = "&algorithm=SHA1&digits=6&period=30" if chance.random() < 0.4 else ""
    label = f"{quote(issuer)}:{quote(f'{user}@{host}')}"
    return f"otpauth://totp/{label}?secret={secret}&issuer={quote(issuer)}{more}"


def transfer_link(chance: Generator) -> str:
    """A link as long as one that Google Authenticator fills with ten accounts."""
    data = base64.b64encode(chance.bytes(int(chance.choice([220, 330, 440])))).decode()
    return f"otpauth-migration://offline?data={quote(data, safe='')}"


def modules(text: str, error: str = "m") -> NDArray[np.bool_]:
    """The code of a text as an array: true is dark."""
    code = segno.make(text, error=error, boost_error=False, micro=False)
    return np.array([[bool(module) for module in row] for row in code.matrix])


def drawn(text: str, look: Look) -> Pixels:
    """The code with its quiet zone."""
    grid = np.pad(modules(text, look.error), look.quiet)
    if look.style == "squares":
        dark = np.kron(grid, np.ones((look.pixels, look.pixels), bool)).astype(np.float32)
    else:
        dark = _round(grid, look)
    gray = look.light + (look.dark - look.light) * dark
    if look.logo:
        _put_logo(gray, look)
    return np.clip(gray, 0, 255).astype(np.uint8)


def _round(grid: NDArray[np.bool_], look: Look) -> NDArray[np.float32]:
    """Modules as dots, or as squares with their outer corners rounded; the finder patterns stay square."""
    side = look.pixels * _FINE
    canvas = np.zeros((grid.shape[0] * side, grid.shape[1] * side), np.uint8)
    finder = _finders(grid.shape[0], look.quiet)
    for y, x in zip(*np.nonzero(grid), strict=True):
        top, left = int(y * side), int(x * side)
        if finder[y, x]:
            canvas[top : top + side, left : left + side] = 255
            continue
        radius = side * 0.42 if look.style == "dots" else side * 0.5
        cv2.circle(canvas, (left + side // 2, top + side // 2), int(radius), 255, -1)
        if look.style == "rounded":
            for dy, dx in ((0, 1), (1, 0)):
                if grid[min(y + dy, len(grid) - 1), min(x + dx, len(grid) - 1)]:
                    end = (
                        left + (dx + 1) * side - 1 - (dx * side // 2),
                        top + (dy + 1) * side - 1 - (dy * side // 2),
                    )
                    cv2.rectangle(canvas, (left + dx * side // 2, top + dy * side // 2), end, 255, -1)
    small = cv2.resize(canvas, None, fx=1 / _FINE, fy=1 / _FINE, interpolation=cv2.INTER_AREA)
    return small.astype(np.float32) / 255


def _finders(size: int, quiet: int) -> NDArray[np.bool_]:
    mask = np.zeros((size, size), bool)
    near, far = slice(quiet, quiet + 7), slice(size - quiet - 7, size - quiet)
    mask[near, near] = mask[near, far] = mask[far, near] = True
    return mask


def _put_logo(gray: NDArray[np.float32], look: Look) -> None:
    size = gray.shape[0]
    half = int((size - 2 * look.quiet * look.pixels) * look.logo / 2)
    middle = size // 2
    cv2.rectangle(gray, (middle - half, middle - half), (middle + half, middle + half), float(look.light), -1)
    cv2.circle(gray, (middle, middle), int(half * 0.8), (look.dark + look.light) / 2, -1)
    cv2.circle(gray, (middle, middle), int(half * 0.4), float(look.light), -1)
