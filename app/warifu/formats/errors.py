"""Why a file of another app is not read: four answers that are kept apart, and limits.

FormatError
├── NotRecognised    no format fits                                       exit 1
├── NotSupported     known, and cannot be read here; the hint says what to do instead
├── FileTooBig       more than Warifu reads: bytes, entries, depth, memory, time
├── NeedsColumns     a table that does not say which of its columns holds the secrets
├── FileDamaged      cut off, changed, or not what it says it is
├── NeedsPassword    encrypted, and no password or key file was given     exit 6
└── WrongFilePassword  whole, but no given password opens it              exit 3
"""

from __future__ import annotations

from warifu.core.errors import AppError
from warifu.core.text import Text


class FormatError(AppError):
    """A file as a whole is not read; an entry of it that is not read is a ``Problem``."""


class NotRecognised(FormatError):
    """No format fits."""

    def __init__(self) -> None:
        super().__init__(
            Text("This file is of no kind that Warifu knows."),
            hint=Text("Choose the app that wrote it from the list, or export it in another format."),
        )


class NotSupported(FormatError):
    """A file that is known for what it is and cannot be read here; the hint says what to do instead."""


class NeedsColumns(FormatError):
    """A table does not say which of its columns holds the secrets; see ``formats.csv_table``."""

    def __init__(self) -> None:
        super().__init__(
            Text("Warifu cannot tell which column of this table holds the secret keys."),
            hint=Text("Choose the columns by hand, or name the column “secret” and try again."),
        )


class FileTooBig(FormatError):
    """A file asks for more than Warifu gives it."""


class FileDamaged(FormatError):
    """A file is cut off, changed, or not what it says it is."""

    def __init__(self, detail: Text | str = "") -> None:
        super().__init__(
            Text("This file is damaged, or only a part of it."),
            detail,
            hint=Text("Export it again, and try the new file."),
        )


class NeedsPassword(FormatError):
    """The file is encrypted, and no password was given. ``key_file``: it may ask for a key file as well."""

    exit_status = 6

    def __init__(self, title: Text | str = "", *, key_file: bool = False) -> None:
        self.key_file = key_file
        super().__init__(
            title or Text("This file is protected by a password."),
            hint=Text("Enter the password that was set when it was exported."),
        )


class WrongFilePassword(FormatError):
    """No given password opens the file. Many formats cannot tell that from changed bytes."""

    exit_status = 3

    def __init__(self) -> None:
        super().__init__(
            Text("The password does not open this file."),
            hint=Text("Check how it is written. If it is right, the file may be damaged: export it again."),
        )
