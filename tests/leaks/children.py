"""What processes that tests start hear and write, told to the tests through memory that outlives a kill.

A process under ``with_cheap_kdf.py`` puts lines of JSON into a file of the last folder that ``FOLDERS`` names. The
file is mapped, so telling takes no system call, and a test that counts or refuses those sees none of it.
"""

from __future__ import annotations

import json
import mmap
import os
import subprocess
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from leaks import origins, sources

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from leaks.sources import Kind

    Begun = Callable[[list[str], "dict[str, str] | None"], None]
    Ended = Callable[[list[str], Any, tuple[Any, Any]], None]

FOLDERS: Final = "WARIFU_TESTS_HEAR"  # in the environment: what is searched, and where notes go
_ROOM: Final = 4 * 1024 * 1024  # bytes
OURS: Final = ("with_cheap_kdf.py", "warifu")  # the end of a word in the command that starts Warifu


class Notes:
    """Lines for the tests, from one process."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._heard: set[int] = set()
        self._begin()
        os.register_at_fork(after_in_child=self._begin)

    def _begin(self) -> None:
        path = os.path.join(self._folder, f"{os.getpid()}-{os.urandom(4).hex()}")  # noqa: PTH118
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            os.ftruncate(descriptor, _ROOM)
            self._memory = mmap.mmap(descriptor, _ROOM)
        finally:
            os.close(descriptor)

    def hear(self, kind: Kind, secret: str | bytes | bytearray) -> None:
        """Once each; a key is put into hexadecimal without another copy of its bytes."""
        raw = secret.encode("utf-8", "surrogatepass") if isinstance(secret, str) else secret
        shown = raw.hex()
        if hash((kind, shown)) not in self._heard:
            self._heard.add(hash((kind, shown)))
            self.tell("heard", kind.value, shown)

    def written(self, event: str, *paths: Any) -> None:
        """What is done to a file; those that go are not kept."""
        if event not in origins.REMOVALS:
            self.tell(event, *paths)

    def tell(self, *note: Any) -> None:
        """One line; what comes when there is no room is lost, and that is told."""
        line = json.dumps(note).encode() + b"\n"
        place = self._memory.tell()
        if place + len(line) < _ROOM - 16:
            self._memory.write(line)
        elif place < _ROOM - 16:
            self._memory.write(b'["full"]\n'.ljust(_ROOM - place - 1, b" "))


def watched_if_asked() -> None:
    """Watch this process if a test wants it and it may write for the test."""
    folders = os.environ.get(FOLDERS, "").split(os.pathsep)
    if not folders[-1] or not hasattr(os, "register_at_fork"):
        return
    try:
        notes = Notes(folders[-1])
    except OSError:  # another user, or no room for files
        return
    sources.listen(notes.hear)
    origins.follow(folders[:-1], notes.written)


def notes_in(folder: Path, read: dict[str, int]) -> Iterator[list[Any]]:
    """Every line that was not given before; ``read`` keeps how far that was. Files of ended processes go."""
    for path in sorted(folder.iterdir()):
        pid = int(path.name.partition("-")[0])
        ended = not _runs(pid)
        told = path.read_bytes()[read.get(path.name, 0) :].partition(b"\0")[0]
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
            named["env"] = {"TMPDIR": folders[1], **own, FOLDERS: os.pathsep.join(folders)}
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
