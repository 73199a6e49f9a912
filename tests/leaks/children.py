"""What processes that tests start hear and write, told to the tests through memory that outlives a kill.

A process under ``with_cheap_kdf.py`` puts lines of JSON into a file of the last folder of ``FOLDERS``.
The file is mapped, so telling takes no system call, and a test that counts or refuses those sees none of it.
"""

from __future__ import annotations

import json
import mmap
import os
from typing import TYPE_CHECKING, Any, Final

from leaks import origins, sources

if TYPE_CHECKING:
    from leaks.sources import Kind

FOLDERS: Final = "WARIFU_TESTS_HEAR"  # in the environment: what is searched, and where notes go
_ROOM: Final = 16 * 1024 * 1024  # bytes


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
        """What is done to a file, and what is in those that go."""
        if event in origins.REMOVALS:
            for path, content in origins.contents(paths[0]):
                self.tell("gone", path, content.hex())
        else:
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
