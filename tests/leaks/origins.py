"""Who opens a file for writing: the test, whose own secrets may lie in it, or Warifu, whose may not.

The nearest frame of the stack decides. A file that Warifu writes may hold the secrets that ``ASKED`` names
for the module that writes it, because the user asked for just that file; none may hold a password or a key.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from leaks.sources import ALL, Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

    Tell = Callable[..., None]

ASKED: Final = {
    "services/exporting.py": Kind.SECRET,  # a file for another app or a sheet, where plain is said
    "desktop/unlock/kit_sheet.py": Kind.CODE,  # the recovery kit as a PDF
}
_TESTS: Final = [str(Path(__file__).resolve().parents[1]) + os.sep]
APP: Final = Path(__file__).resolve().parents[2] / "app" / "warifu"
_APP: Final = [str(APP) + os.sep]
_NOBODY: Final = (str(Path(__file__).parent) + os.sep, str(Path(__file__).parents[1] / "with_cheap_kdf.py"))
REMOVALS: Final = frozenset({"os.remove", "shutil.rmtree"})
_ASIDE = re.compile(r"\.(.+)\.[0-9a-f]{16}\.(?:old\.)?tmp")
_VAULT = b"\x89Warifu\n"
_SMALL = 64 * 1024  # bytes
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def project_below(folder: Path) -> None:
    """Frames of files in its ``tests`` are the test's, too, and those in its ``app`` Warifu's."""
    _TESTS.append(str(folder / "tests") + os.sep)
    _APP.append(str(folder / "app") + os.sep)


def caller() -> FrameType:
    """The frame of whoever called the function that asks."""
    return sys._getframe(2)


def allowed_here(frame: FrameType | None) -> Kind:
    """What may lie in the clear in a file that this frame opens."""
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(tuple(_APP)):
            return _asked_for(frame)
        if name.startswith(tuple(_TESTS)) and not name.startswith(_NOBODY):
            return ALL
        frame = frame.f_back
    return Kind.NONE


def _asked_for(frame: FrameType | None) -> Kind:
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith(_APP[0]) and (found := ASKED.get(name[len(_APP[0]) :].replace(os.sep, "/"))):
            return found
        frame = frame.f_back
    return Kind.NONE


def follow(folders: Sequence[str], tell: Tell) -> None:
    """Tell of every file in these folders that this process writes, moves or is about to remove."""
    below = tuple(folder + os.sep for folder in folders)

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        told = _EVENTS.get(event)
        if told is not None and (paths := told(arguments)) and paths[-1].startswith(below):
            if event in {"open", "sqlite3.connect"}:
                tell("opened", *paths, allowed_here(sys._getframe(1)).value)
            else:
                tell(event, *paths)

    sys.addaudithook(hook)


def target_of(path: str) -> str | None:
    """The file in whose place the one of this name will be put."""
    folder, name = os.path.split(path)
    found = _ASIDE.fullmatch(name)
    return os.path.join(folder, found[1]) if found else None  # noqa: PTH118 - texts are quicker here


def contents(path: str) -> Iterator[tuple[str, bytes]]:
    """The small files at or below a path that is about to be removed, but what was put aside for another, and
    vaults and backups, of which enough stay to be searched.
    """
    with contextlib.suppress(OSError):
        status = os.lstat(path)
        if stat.S_ISDIR(status.st_mode):
            for name in os.listdir(path):  # noqa: PTH208 - as elsewhere here
                yield from contents(os.path.join(path, name))  # noqa: PTH118
        elif stat.S_ISREG(status.st_mode) and status.st_size <= _SMALL and target_of(path) is None:
            with open(path, "rb") as file:  # noqa: PTH123
                content = file.read(_SMALL)
            if not content.startswith(_VAULT):
                yield path, content


def _opened(arguments: tuple[Any, ...]) -> list[str] | None:
    path, mode, flags = arguments
    if not isinstance(flags, int) or not (flags & _WRITES or (mode and set(mode) & set("wax+"))):
        return None
    return _absolute(path)


def _absolute(*paths: Any) -> list[str] | None:
    """None for descriptors."""
    if not all(isinstance(path, (str, bytes, os.PathLike)) for path in paths):
        return None
    return [os.path.abspath(os.fsdecode(path)) for path in paths]  # noqa: PTH100 - asks the system for nothing


_EVENTS: Final[dict[str, Callable[[tuple[Any, ...]], list[str] | None]]] = {
    "open": _opened,
    "sqlite3.connect": lambda arguments: _absolute(arguments[0]),
    "os.rename": lambda arguments: _absolute(*arguments[:2]),
    "os.link": lambda arguments: _absolute(*arguments[:2]),
    "os.remove": lambda arguments: _absolute(arguments[0]) if arguments[1] == -1 else None,
    "shutil.rmtree": lambda arguments: _absolute(arguments[0]),
}
