"""Processes that tests start: what they were given, what they said, and what they note for the tests."""

from __future__ import annotations

import json
import os
import subprocess
from functools import wraps
from typing import TYPE_CHECKING, Any, Final

from leaks.children import FOLDERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    Begun = Callable[[list[str], "dict[str, str] | None"], None]
    Ended = Callable[[list[str], Any, tuple[Any, Any]], None]

_PIECE: Final = 64 * 1024  # bytes
OURS: Final = ("with_cheap_kdf.py", "warifu")  # the end of a word in the command that starts Warifu


def notes_in(folder: Path, read: dict[str, int]) -> Iterator[list[Any]]:
    """Every line that was not given before; ``read`` keeps how far that was. Files of ended processes go."""
    for path in sorted(folder.iterdir()):
        pid = int(path.name.partition("-")[0])
        ended = not _runs(pid)
        with path.open("rb") as file:
            file.seek(read.get(path.name, 0))
            told = b"".join(iter(lambda: file.read(_PIECE).rstrip(b"\0"), b""))
        whole = told[: told.rfind(b"\n") + 1]
        read[path.name] = read.get(path.name, 0) + len(whole)
        yield from (json.loads(line) for line in whole.splitlines() if line.strip())
        if ended:
            path.unlink()
            read.pop(path.name)


def _runs(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def follow_starts(folders: Sequence[str], begun: Begun, ended: Ended) -> None:
    """Have every process that this one starts watched, and its temporary files put where they are searched.
    ``begun`` is told what it was given, ``ended`` what was typed into it and what it said.
    """
    begin, talk = subprocess.Popen.__init__, subprocess.Popen.communicate

    @wraps(begin)
    def init(self: Any, args: Any, *rest: Any, **named: Any) -> None:
        words, own = _words(args), named.get("env")
        if own is not None and any(word.endswith(OURS) for word in words):
            named["env"] = {"TMPDIR": folders[1], FOLDERS: os.pathsep.join(folders), **own}
        begun(words, own)
        begin(self, args, *rest, **named)

    @wraps(talk)
    def communicate(self: Any, input: Any = None, timeout: float | None = None) -> Any:  # noqa: A002
        said = talk(self, input, timeout)
        ended(_words(self.args), input, said)
        return said

    subprocess.Popen.__init__ = init  # type: ignore[method-assign]
    subprocess.Popen.communicate = communicate  # type: ignore[method-assign]


def _words(command: Any) -> list[str]:
    one = isinstance(command, (str, bytes, os.PathLike))
    return [os.fsdecode(word) for word in ([command] if one else command)]
