"""Zip archives of other apps: names are never trusted, and nothing unpacks to more than its limit."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from typing import TYPE_CHECKING, Final

from warifu.formats.errors import FileDamaged, FileTooBig, NeedsPassword, WrongFilePassword

if TYPE_CHECKING:
    from collections.abc import Sequence

MAX_RATIO: Final = 100  # bytes out of one byte in
MAX_TOTAL: Final = 64 * 1024 * 1024  # bytes of all files together
MAX_FILES: Final = 20_000
_CHUNK: Final = 1 << 16
_SMALL: Final = 1 << 20  # bytes; less than that is no bomb, however well it is packed


class Archive:
    """A zip file in memory, also an encrypted one (WinZip AES or PKWARE). Raises FileDamaged, FileTooBig."""

    def __init__(self, data: bytes) -> None:
        import pyzipper

        try:
            self._zip = pyzipper.AESZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except (
            zipfile.BadZipFile,
            ValueError,
            OSError,
            NotImplementedError,
            EOFError,
            KeyError,
            pyzipper.BadZipFile,
        ):
            raise FileDamaged from None
        if len(infos) > MAX_FILES:
            raise _bomb()
        self._infos = {info.filename: info for info in infos}
        self._left = MAX_TOTAL

    @property
    def names(self) -> tuple[str, ...]:
        """The names in it, to compare with; never a place to write to."""
        return tuple(self._infos)

    def is_encrypted(self, name: str) -> bool:
        """Whether a file in it needs a password."""
        return bool(self._infos[name].flag_bits & 1)

    def read(self, name: str, passwords: Sequence[str] = ()) -> bytes:
        """One file in it, opened with the first password that does.

        Raises NeedsPassword, WrongFilePassword, FileDamaged, FileTooBig.
        """
        if name not in self._infos:
            raise FileDamaged
        if not self.is_encrypted(name):
            return self._unpacked(name, None)
        if not passwords:
            raise NeedsPassword
        for password in passwords:
            try:
                return self._unpacked(name, password.encode())
            except WrongFilePassword:
                continue
        raise WrongFilePassword

    def _unpacked(self, name: str, password: bytes | None) -> bytes:
        import pyzipper

        info = self._infos[name]
        most = min(self._left, max(_SMALL, info.compress_size * MAX_RATIO))
        parts: list[bytes] = []
        try:
            with self._zip.open(info, pwd=password) as file:
                while part := file.read(min(_CHUNK, most + 1)):
                    parts.append(part)
                    most -= len(part)
                    if most < 0:
                        raise _bomb()
        except RuntimeError as error:
            if password is None:
                raise FileDamaged from None
            raise WrongFilePassword from error
        except (AttributeError, KeyError, IndexError, TypeError, AssertionError, struct.error):
            raise FileDamaged from None  # header fields that the library looks nothing up for
        except (
            zipfile.BadZipFile,
            pyzipper.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            EOFError,
            NotImplementedError,
            ValueError,
            OSError,
        ):
            # PKWARE's cipher checks one byte: a wrong password passes one time in 256, and gives rubbish.
            raise (FileDamaged() if password is None else WrongFilePassword()) from None
        data = b"".join(parts)
        self._left -= len(data)
        return data


def _bomb() -> FileTooBig:
    return FileTooBig(
        "This archive unpacks to far more than an export of accounts has.",
        hint="It may be made to do harm. Export it again if you trust where it comes from.",
    )
