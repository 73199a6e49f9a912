"""Accounts out of Warifu into files that other apps read; what gets lost is said before."""

from __future__ import annotations

import contextlib
import errno
import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from warifu.core.errors import AppError
from warifu.core.text import Text
from warifu.formats import registry, sheet
from warifu.formats.base import ENGLISH, Form
from warifu.formats.errors import FormatError
from warifu.formats.holds import losses, refusal
from warifu.services import sheet_printing
from warifu.services.paths import in_full
from warifu.vault import disk

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from warifu.core.account import Account
    from warifu.formats.base import Format, Words

PDF: Final = "sheet-pdf"


class FileThere(AppError):
    """A file of that name is there; it is replaced only if the user says so."""

    def __init__(self) -> None:
        super().__init__(Text("There is a file of this name already."), hint=Text("Choose another name."))


@dataclass(frozen=True, slots=True)
class Plan:
    """What an export means: ``written`` with what each loses, ``refused`` with the reason."""

    written: tuple[tuple[Account, tuple[Text, ...]], ...]
    refused: tuple[tuple[Account, Text], ...]

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Those that the file will hold."""
        return tuple(account for account, _lost in self.written)


def all_formats() -> tuple[Format, ...]:
    """What is read or written: the registry, and the sheet as a PDF, which only Qt can draw."""
    writer = sheet.FORMAT.writer
    if writer is None:
        return registry.FORMATS
    drawn = replace(
        writer,
        write=lambda accounts, _password: sheet_printing.pdf(sheet.sheet_of(accounts)),
        suffix=".pdf",
        in_words=lambda accounts, words: sheet_printing.pdf(sheet.sheet_of(accounts, words)),
    )
    printable = replace(
        sheet.FORMAT, id=PDF, name="Printable sheet (PDF)", fits=lambda _file: False, writer=drawn
    )
    return (*registry.FORMATS, printable)


def targets() -> tuple[Format, ...]:
    """The formats that are written, Warifu's own first, then those that can be encrypted."""
    written = [each for each in all_formats() if each.writer is not None]
    return tuple(
        sorted(
            written,
            key=lambda each: (
                each.id != "warifu",
                each.writer is not None and Form.ENCRYPTED not in each.writer.forms,
                each.name.casefold(),
            ),
        )
    )


def target_named(format_id: str) -> Format:
    """The format of that id. Raises FormatError where there is none that is written."""
    for each in all_formats():
        if each.id == format_id:
            if each.writer is None:
                raise FormatError("This format is only read, not written.")
            return each
    raise FormatError("There is no format of that name.", hint="“warifu formats” lists them.")


def plan(target: Format, accounts: Sequence[Account]) -> Plan:
    """What the target cannot hold, by account."""
    if target.writer is None:
        raise AppError("This format is only read, not written.")
    holds = target.writer.holds
    refused = [(account, reason) for account in accounts if (reason := refusal(account, holds)) is not None]
    left_out = {id(account) for account, _reason in refused}
    written = [(account, losses(account, holds)) for account in accounts if id(account) not in left_out]
    return Plan(tuple(written), tuple(refused))


def export_bytes(target: Format, accounts: Sequence[Account], password: str, words: Words = ENGLISH) -> bytes:
    """The file for these accounts, encrypted where a password is given. Raises AppError.

    Every account must be one that the plan has among ``written``. ``words``: its language, for people.
    """
    writer = target.writer
    if writer is None:
        raise AppError("This format is only read, not written.")
    if not accounts:
        raise AppError("There is no account that this format can hold.")
    if password and Form.ENCRYPTED not in writer.forms:
        raise AppError(
            "That app reads no encrypted file.", hint="Leave the password out, or choose another format."
        )
    if not password and Form.PLAIN not in writer.forms:
        raise AppError("This format is always encrypted.", hint="Enter a password for the file.")
    if writer.in_words is not None:
        return writer.in_words(accounts, words)
    return writer.write(accounts, password)


def write_file(path: Path, content: bytes, *, vault: Path, replace: bool = False) -> None:
    """Write a file for the user alone, whole or not at all, and never over the ``vault``.

    Raises AppError, FileThere among them.
    """
    path = in_full(path).absolute()
    if _is_same(path, vault):
        raise AppError("That is the vault itself.", "Nothing was written.", "Choose another name.")
    if not replace and os.path.lexists(path):
        raise FileThere
    if path.exists() and not path.is_file():
        raise AppError("A folder or a device has this name.", "Nothing was written.", "Choose another name.")
    aside = None
    try:
        aside = disk.write_aside(path, content)
        if replace:
            disk.patiently(lambda: aside.replace(path))
        else:
            disk.put_first(aside, path)
        disk.sync_folder(path.parent)
    except FileExistsError:
        raise FileThere from None
    except FileNotFoundError:
        raise AppError("There is no such folder.", hint="Choose another place.") from None
    except OSError as error:
        if aside is not None:
            with contextlib.suppress(OSError):
                disk.discard(aside)
        raise _unwritable(error) from None


def _is_same(path: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.samefile(other)
    return path == other.absolute()


def _unwritable(error: OSError) -> AppError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return AppError("The disk is full.", "Nothing was written.", "Make room, or choose another place.")
    return AppError("The file cannot be written there.", "Nothing was written.", "Choose another place.")
