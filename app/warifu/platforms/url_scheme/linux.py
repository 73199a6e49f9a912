"""Linux: a desktop file that opens links, and this user's default programs in ``mimeapps.list``."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.core.errors import NotPossible
from warifu.core.text import Text
from warifu.platforms.url_scheme import mimeapps
from warifu.platforms.url_scheme.base import SCHEMES, Reading, State
from warifu.resources import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

NAME = "warifu-links.desktop"
TYPES = tuple(f"x-scheme-handler/{scheme}" for scheme in SCHEMES)
_LARGEST = 4 * 1024 * 1024  # bytes; such lists have some kilobytes
_RESERVED = set(" \t\n\"'\\><~|&;$*?#()`")  # Desktop Entry Specification 1.5, "The Exec key"
_PATIENCE = 5.0  # seconds for the cache of types, which desktops do without


class LinuxHandler:
    """Writes below ``$XDG_DATA_HOME`` and ``$XDG_CONFIG_HOME`` alone."""

    def __init__(self, command: Sequence[str]) -> None:
        self._entry = desktop_entry(command)
        self._desktop_file = _folder("XDG_DATA_HOME", ".local/share") / "applications" / NAME

    def read(self) -> Reading:
        """On if all schemes name our desktop file first, and that starts this very copy."""
        try:
            ours = _read(self._desktop_file) == self._entry
        except OSError:
            ours = False
        chosen = ours and all(_default(mime_type) == NAME for mime_type in TYPES)
        return Reading(State.ON if chosen else State.OFF)

    def turn_on(self) -> None:
        """Write the desktop file, then put it first in every list of this user that has a say."""
        with _refusals():
            _write(self._desktop_file, self._entry)
            for path in _lists():
                text = _read(path)
                says = any(mimeapps.first_default(text, mime_type) for mime_type in TYPES)
                if says or path.name == "mimeapps.list":
                    _change(path, lambda old: mimeapps.with_first(old, TYPES, NAME))
        _renew_cache(self._desktop_file.parent)

    def turn_off(self) -> None:
        """Take it out of the lists, and the file away."""
        with _refusals():
            for path in _lists():
                _change(path, lambda old: mimeapps.without(old, TYPES, NAME))
            self._desktop_file.unlink(missing_ok=True)
        _renew_cache(self._desktop_file.parent)


def desktop_entry(command: Sequence[str]) -> str:
    """The text of the desktop file. No menu shows it, and it is passed over once its program is gone."""
    icon = resource("app-icon.svg")
    lines = [
        "[Desktop Entry]",
        "Type=Application",
        "Name=Warifu",
        "Comment=Adds the account of a link, after asking",
        "Comment[ja]=リンクのアカウントを、確認のうえ追加します",
        f"TryExec={_escaped(command[0])}",
        f"Exec={_escaped(' '.join(_quoted(part) for part in command))} %u",
        *([f"Icon={_escaped(str(icon))}"] if icon.exists() else []),
        "Terminal=false",
        "NoDisplay=true",
        "StartupNotify=true",
        "StartupWMClass=warifu",
        f"MimeType={';'.join(TYPES)};",
        "Categories=Utility;",
    ]
    return "".join(f"{line}\n" for line in lines)


def _quoted(part: str) -> str:
    """One argument of an Exec line; most need no quotes, which not every reader understands."""
    part = part.replace("%", "%%")
    if part and not _RESERVED & set(part):
        return part
    return '"' + "".join(f"\\{sign}" if sign in '"`$\\' else sign for sign in part) + '"'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def _default(mime_type: str) -> str:
    """The first program that a list of this user names for a type, in the order in which lists have a say."""
    for path in _lists():
        with contextlib.suppress(OSError):
            if name := mimeapps.first_default(_read(path), mime_type):
                return name
    return ""


def _lists() -> list[Path]:
    """The lists of this user: those of the running desktop go before the general one."""
    desktops = [name for name in os.environ.get("XDG_CURRENT_DESKTOP", "").lower().split(":") if name]
    names = [f"{name}-mimeapps.list" for name in desktops if "/" not in name]
    folder = _folder("XDG_CONFIG_HOME", ".config")
    return [folder / name for name in [*dict.fromkeys(names), "mimeapps.list"]]


def _folder(variable: str, default: str) -> Path:
    path = Path(os.environ.get(variable, ""))
    return path if path.is_absolute() else Path.home() / default


def _read(path: Path) -> str:
    """The text of a file, byte for byte; nothing where there is none."""
    try:
        with path.open("rb") as file:
            content = file.read(_LARGEST + 1)
    except FileNotFoundError:
        return ""
    if len(content) > _LARGEST:
        raise OSError(f"{path.name} is too large")
    return content.decode("utf-8", "surrogateescape")


def _change(path: Path, change: Callable[[str], str]) -> None:
    before = _read(path)
    after = change(before)
    if after == before or (not before and not after):
        return
    if after.strip() in {"", mimeapps.DEFAULTS} and not path.is_symlink():
        path.unlink(missing_ok=True)
    else:
        _write(path, after)


def _write(path: Path, text: str) -> None:
    """Replace a file as a whole; a link to it, as keepers of dot files make them, stays one."""
    target = path.resolve()
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=f".{path.name}.", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode("utf-8", "surrogateescape"))
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o644
        Path(temporary).chmod(mode)
        Path(temporary).replace(target)
    except OSError:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


@contextlib.contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except OSError as problem:
        raise NotPossible(
            "The choice of the program for links could not be written.",
            Text(
                "{file}: {reason}", file=str(problem.filename or ""), reason=str(problem.strerror or problem)
            ),
            "Look whether this folder can be written, then try again.",
        ) from None


def _renew_cache(folder: Path) -> None:
    """Tell desktops that look into the cache of types; the lists hold without it."""
    program = shutil.which("update-desktop-database")
    if program and folder.is_dir():
        with contextlib.suppress(OSError, subprocess.TimeoutExpired):
            subprocess.run(
                [program, "-q", str(folder)], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, timeout=_PATIENCE, check=False,
            )  # fmt: skip
