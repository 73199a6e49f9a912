"""What the tests of scanning do with their hands: pictures of codes, an unlocked window, other programs."""

from __future__ import annotations

import contextlib
import hashlib
import sys
from base64 import b32encode
from pathlib import Path
from typing import TYPE_CHECKING

from screen import Screen, wait_for

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Iterator

PASSWORD = "four words that scan codes"
OTHER = Path(__file__).with_name("other_program.py")
SAVE = "Save"


def link(name: str) -> str:
    """A link of a made-up account."""
    key = b32encode(hashlib.sha1(name.encode()).digest()).decode()
    return f"otpauth://totp/{name}:ada?secret={key}&issuer={name}"


def picture(path: Path, *texts: str, module: int = 6, **looks: str) -> Path:
    """A PNG with a QR code for each text, side by side on white."""
    import segno
    from PySide6.QtGui import QImage, QPainter

    parts = []
    for text in texts:
        part = path.with_name(f"part-{path.name}")
        segno.make(text, micro=False).save(str(part), scale=module, border=5, **looks)
        parts.append(QImage(str(part)))
        part.unlink()
    whole = QImage(
        sum(part.width() for part in parts), max(part.height() for part in parts), QImage.Format.Format_RGB32
    )
    whole.fill(0xFFFFFFFF)
    painter = QPainter(whole)
    x = 0
    for part in parts:
        painter.drawImage(x, 0, part)
        x += part.width()
    painter.end()
    assert whole.save(str(path))
    return path


@contextlib.contextmanager
def other(screen: Screen, *arguments: object) -> Iterator[subprocess.Popen[bytes]]:
    """Another program, for as long as the block."""
    process = screen.other(sys.executable, OTHER, *map(str, arguments))
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == b"shown"
        yield process
    finally:
        process.terminate()
        process.wait(10)
        if process.stdout is not None:
            process.stdout.close()


def start_unlocked(screen: Screen, profile: Path, **environment: str) -> None:
    """A window on an empty vault."""
    done = screen.run("--profile", profile, "--password-stdin", "init", typed=PASSWORD + "\n")
    assert done.returncode == 0, done.stderr
    screen.start("--profile", profile, **environment)
    screen.click(screen.find("Password", "password text"))
    screen.type(PASSWORD)
    screen.key("Return")
    screen.find("Add your first account")


def titles(screen: Screen, profile: Path) -> list[str]:
    """What the vault holds."""
    done = screen.run("--profile", profile, "--password-stdin", "list", typed=PASSWORD + "\n")
    return [line for line in done.stdout.splitlines() if line.strip()]


def save_and_check(screen: Screen, profile: Path, *names: str) -> None:
    """Nothing is stored before Save, and all of it after."""
    assert titles(screen, profile) == []
    screen.click(screen.find(SAVE, "push button"))
    wait_for(lambda: len(titles(screen, profile)) == len(names), "the saved accounts")
    listed = "\n".join(titles(screen, profile))
    assert all(name in listed for name in names), listed
