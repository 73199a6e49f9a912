"""grim, the screenshot program of desktops like Sway, as long as it may write to its standard output.

It is asked for PPM, which is pixels behind one line of text: nothing has to be decoded, and no file appears.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from warifu.core.errors import AppError
from warifu.platforms.screenshot import is_wayland
from warifu.platforms.screenshot.base import Pixels

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from warifu.platforms.screenshot.base import Shot

_PATIENCE = 15.0  # seconds
_MOST = 40_000_000  # pixels of one screen
_HEAD = re.compile(rb"P6\s+(\d{1,6})\s+(\d{1,6})\s+255\s")


class Grim:
    """``grim -t ppm -o SCREEN -``, once for each screen."""

    lets_choose = False

    def __init__(self, platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> None:
        self._platform = platform
        self._environ = environ

    def compatible(self) -> bool:
        """Whether this is a Wayland session."""
        return is_wayland(self._platform, self._environ)

    def available(self) -> bool:
        """Whether the program is installed."""
        return self._program() is not None

    def take(self, screens: Sequence[str]) -> tuple[Shot, ...]:
        """Every screen by its name."""
        return tuple(self._screen(name) for name in screens)

    def take_part(self) -> tuple[Shot, ...]:
        """It does not ask; the region is drawn on our own picture."""
        return ()

    def _program(self) -> str | None:
        return shutil.which("grim", path=self._environ.get("PATH"))

    def _screen(self, name: str) -> Pixels:
        program = self._program()
        if program is None:
            raise _refused()
        try:
            done = subprocess.run(
                [program, "-t", "ppm", "-o", name, "-"],
                env=dict(self._environ),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise _refused() from error
        return pixels_of(name, done.stdout)


def pixels_of(screen: str, untrusted_ppm: bytes) -> Pixels:
    """The pixels of a PPM file with one byte a colour. Raises AppError when it is anything else."""
    head = _HEAD.match(untrusted_ppm)
    if head is None:
        raise _refused()
    width, height = int(head[1]), int(head[2])
    rgb = untrusted_ppm[head.end() :]
    if not 0 < width * height <= _MOST or len(rgb) != 3 * width * height:
        raise _refused()
    return Pixels(screen, width, height, rgb)


def _refused() -> AppError:
    return AppError(
        "The program grim could not take a picture of the screen.",
        hint="Take a screenshot yourself and choose “Open image”.",
    )
