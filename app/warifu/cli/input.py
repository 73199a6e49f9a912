"""What a command is told besides its arguments: passwords, secrets and links. None of it is ever an argument.

With ``--password-stdin`` the first line of standard input is the vault's password (or, with
``--recovery-code-stdin``, its recovery code), and what the command itself needs follows. Without it passwords
are asked for on the terminal, unseen.
"""

from __future__ import annotations

import contextlib
import os
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from warifu.core.errors import AppError

if TYPE_CHECKING:
    from typing import BinaryIO

_MAX_LINE = 16 * 1024  # bytes
_MAX_REST = 4 * 1024 * 1024  # bytes


class UsageError(AppError):
    """The command was given something it cannot work with, or not given what it needs."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class Input:
    """Standard input and the terminal, as one command uses them."""

    password_stdin: bool
    stream: BinaryIO
    recovery_stdin: bool = False

    @property
    def by_code(self) -> bool:
        """Whether the vault is opened by its recovery code instead of the password."""
        return self.recovery_stdin

    @property
    def scripted(self) -> bool:
        """Whether everything is read from standard input, and nobody is asked."""
        return self.password_stdin or self.recovery_stdin

    def password(self) -> str:
        """The vault's password."""
        return self._line() if self.password_stdin else self._ask("Password of the vault: ")

    def recovery_code(self, prompt: str = "Recovery code: ") -> str:
        """A recovery code: the next line, or asked for."""
        return self._line() if self.scripted else self._ask(prompt)

    def line(self) -> str:
        """The next line of standard input, as the password of a file."""
        return self._line()

    @property
    def can_ask(self) -> bool:
        """Whether somebody sits at a terminal."""
        return _terminal()

    def asked(self, prompt: str) -> str:
        """What is typed at the terminal, unseen."""
        return self._ask(prompt)

    def new_file_password(self) -> str:
        """A password for a file that is written, asked for twice."""
        return self._asked_twice("Password for the file: ")

    def new_password(self) -> str:
        """A password to be set: the next line, or asked for twice."""
        return self._line() if self.scripted else self._asked_twice("New password: ")

    def _asked_twice(self, prompt: str) -> str:
        password = self._ask(prompt)
        if self._ask("The same again: ") != password:
            raise AppError("The two passwords differ.")
        return password

    def text(self, prompt: str) -> str:
        """What follows on standard input; on a terminal one line, unseen."""
        if not self.scripted and sys.stdin.isatty():
            return self._ask(prompt)
        return _decoded(self.stream.read(_MAX_REST))

    def data(self, most: int) -> bytes:
        """What follows on standard input as bytes, at most so many."""
        if not self.password_stdin and sys.stdin.isatty():
            raise UsageError("Standard input is the terminal.", hint="Name a file, or pipe one into this.")
        return self.stream.read(most)

    def _line(self) -> str:
        """One line without its end."""
        line = self.stream.readline(_MAX_LINE)
        if not line:
            raise UsageError("A password was expected on standard input.")
        return _decoded(line).removesuffix("\n").removesuffix("\r")

    def _ask(self, prompt: str) -> str:
        import getpass

        if not _terminal():
            raise UsageError(
                "There is no terminal to ask for the password on.",
                hint="Give it as the first line of standard input, with --password-stdin.",
            )
        try:
            return getpass.getpass(prompt)
        except EOFError:
            raise UsageError("No password was given.") from None


def _decoded(line: bytes) -> str:
    """The text, without the mark that some Windows programs put before it."""
    try:
        return line.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError:
        raise UsageError("Standard input is not UTF-8 text.") from None


def _terminal() -> bool:
    """Whether somebody can be asked. Windows says so of NUL as well, where getpass would wait forever."""
    with contextlib.suppress(OSError):
        os.close(os.open("CONIN$" if sys.platform == "win32" else "/dev/tty", os.O_RDWR))
        return True
    return False
