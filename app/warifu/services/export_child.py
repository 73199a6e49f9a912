"""The process that reads one file of another app: ``warifu --read-export``. It knows no vault and no window.

It takes one request, gives one answer and ends. Whatever a parser does with a hostile file, it has only so
much memory, can write no file and leaves no dump; its death tells whoever started it enough.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from warifu.formats import registry
from warifu.formats.errors import FileTooBig, FormatError
from warifu.formats.untrusted import Untrusted
from warifu.scan import limits
from warifu.scan.errors import PictureRefused
from warifu.services import export_wire as wire
from warifu.services import ourselves

if TYPE_CHECKING:
    from typing import BinaryIO

    from warifu.formats.base import Contents, Imported

MEMORY = 1792 * 1024 * 1024  # bytes: a gigabyte for Argon2, and what a file of 32 MB becomes


def run() -> int:
    """Read one request, answer it; gives the exit status."""
    requests, answers = ourselves.pipes()
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # each of numpy's threads would take its part of the memory
    limits.confine(MEMORY, loaded=False)
    try:
        request = wire.receive_request(requests)
        answer_to(request, answers)
    except (wire.WireError, OSError, KeyboardInterrupt):
        return 1
    return 0


def answer_to(request: wire.Request, answers: BinaryIO) -> None:
    """Read the file and write what it holds, or why it cannot be read."""
    try:
        file = Untrusted(request.data, request.name, request.beside)
        found, contents = registry.read(file, request.keys, request.format_id)
        answer = wire.Answer(found.id, _with_icons(contents))
    except FormatError as error:
        wire.send_error(answers, error)
    except MemoryError:
        wire.send_error(answers, FileTooBig("Reading this file takes too much memory."))
    else:
        wire.send_contents(answers, answer)


def _with_icons(contents: Contents) -> Contents:
    """The same with small clean pictures; one that cannot be used is left out, for it is no account."""
    return replace(contents, entries=tuple(map(_with_icon, contents.entries)))


def _with_icon(entry: Imported) -> Imported:
    untrusted = entry.untrusted_icon or entry.account.icon.image  # which a file of Warifu has by itself
    if not untrusted:
        return entry
    from warifu.scan.icon_picture import icon_of

    try:
        picture = icon_of(untrusted)
    except PictureRefused:
        picture = b""
    icon = replace(entry.account.icon, image=b"")
    return replace(entry, account=replace(entry.account, icon=icon), untrusted_icon=picture)
