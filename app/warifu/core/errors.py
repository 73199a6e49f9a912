"""Everything Warifu can refuse, as a tree. Whoever catches an error shows its three sentences, in one place.

AppError
├── BadText             a pasted, typed or scanned text holds no account
├── AccountNotFound     no account fits a query                               exit 5
├── TypingSlip          a recovery code is not as it was printed; its groups are named
├── NotPossible         the state does not allow it: locked, read-only, already there
├── KeystoreTrouble     the system's keystore is locked, missing, slow or broken, or has no key of ours
├── NotConfirmed        the system did not confirm who sits here, or gave no key
├── ClockTrouble        a time server gave no usable answer
├── CameraTrouble       a camera that is missing, busy, forbidden, unplugged or stuck
├── PasswordTooWeak     the policy refuses a new password
├── PictureRefused      a picture cannot be read; in scan/errors.py
├── FormatError         a file of another app is not read; in formats/errors.py
├── BackupError         a backup could not be written, found or opened
└── VaultError
    ├── VaultMissing    there is no file
    ├── VaultExists     there is one already, and it is never overwritten
    ├── VaultUnreadable the system refuses to read the file
    ├── VaultUnwritable full disk, read-only folder; nothing was lost
    │   └── VaultRekeyed    another process gave it a new master key
    ├── VaultShrinks    a save would make accounts vanish that nobody deleted
    ├── VaultExposed    other users of the computer may look into its folder
    ├── WrongPassword   the file is whole, the password is not its own         exit 3
    │   └── WrongKey        nor is the recovery code, the PIN, or the key a computer keeps
    └── VaultDamaged    not written by Warifu, or changed since                exit 4
        ├── VaultForeign    another kind of file
        └── VaultTooNew     written by a newer Warifu than can be read here
"""

from __future__ import annotations

from warifu.core.text import Text


class AppError(Exception):
    """A refusal: what is wrong, the detail, and what to do. Never holds a secret, a label or a password."""

    exit_status = 1

    def __init__(self, title: Text | str, detail: Text | str = "", hint: Text | str = "") -> None:
        self.title = title if isinstance(title, Text) else Text(title)
        self.detail = detail if isinstance(detail, Text) else Text(detail)
        self.hint = hint if isinstance(hint, Text) else Text(hint)
        super().__init__(self.title)

    def __str__(self) -> str:
        return " ".join(str(part) for part in (self.title, self.detail, self.hint) if part)


class BadText(AppError):
    """A pasted, typed or scanned text holds no account."""


class AccountNotFound(AppError):
    """No account fits a query, or several fit equally well."""

    exit_status = 5


class TypingSlip(AppError):
    """A recovery code was mistyped; nothing was tried with it. ``groups`` says where, if that is known."""

    def __init__(
        self,
        title: Text | str,
        detail: Text | str = "",
        hint: Text | str = "",
        *,
        groups: tuple[int, ...] = (),
    ) -> None:
        super().__init__(title, detail, hint)
        self.groups = groups


class NotPossible(AppError):
    """The state does not allow it."""


class ClockTrouble(AppError):
    """A time server gave no usable answer; the clock is as it was."""


class CameraTrouble(AppError):
    """A camera gives no picture."""


class KeystoreTrouble(AppError):
    """The system's keystore gives no key; the password opens the vault as ever."""


class NotConfirmed(AppError):
    """Windows Hello, Touch ID or polkit was cancelled, failed, or took too long."""


class PasswordTooWeak(AppError):
    """The policy refuses a new password; the title says why."""


class BackupError(AppError):
    """A backup could not be written, found or opened; the vault is as it was."""


class VaultError(AppError):
    """Something about the vault file."""


class VaultMissing(VaultError):
    """There is no vault file."""


class VaultExists(VaultError):
    """There is a file already, and it is never overwritten."""


class VaultUnreadable(VaultError):
    """The operating system refuses to read the file."""


class VaultUnwritable(VaultError):
    """The file could not be written; the old one is untouched and the change is kept in memory."""


class VaultRekeyed(VaultUnwritable):
    """Another process gave the vault a new master key, which only the new password opens."""


class VaultShrinks(VaultError):
    """Accounts would vanish that nobody deleted; nothing was written."""


class VaultExposed(VaultError):
    """Other users of the computer may look into the folder of the vault; ``make_private`` mends it."""


class WrongPassword(VaultError):
    """The file is whole, but the password opens none of its slots."""

    exit_status = 3


class WrongKey(WrongPassword):
    """A recovery code, or a key that a computer keeps, opens none of the vault's slots."""


class VaultDamaged(VaultError):
    """A byte of the file is not as it was written."""

    exit_status = 4


class VaultForeign(VaultDamaged):
    """The file was not written by Warifu."""


class VaultTooNew(VaultDamaged):
    """The file needs a newer Warifu to be read."""
