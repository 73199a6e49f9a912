"""Microsoft Authenticator's database on Android, PhoneFactor, with its write-ahead log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format
from warifu.formats.entries import collected, imported, text_at, whole
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.opening import base64_bytes
from warifu.formats.sqlite import is_database, rows

if TYPE_CHECKING:
    from warifu.formats.base import Imported, Keys
    from warifu.formats.untrusted import Untrusted

_MICROSOFT: Final = 1
_WORK_OR_SCHOOL: Final = 2
_PUSH: Final = Text("This account confirms sign-ins in Microsoft’s app and has no secret key for codes.")
_PUSH_HINT: Final = Text(
    "On Microsoft’s security page add another sign-in method: Authenticator app, then “I want to use "
    "a different authenticator app”."
)
_SEALED: Final = Text("The phone that it comes from keeps the secret of this account to itself.")
_SEALED_HINT: Final = Text(
    "Newer versions of the app encrypt it with a key that never leaves the phone. Set up the code anew "
    "on the site’s security page, with Warifu as the app."
)


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every account with a secret, in the order of the app. Raises FileDamaged, NotSupported."""
    found = rows(file, "accounts") if _has_table(file) else []
    if not found:
        raise NotSupported(
            "There is no account in this database.",
            hint="The app keeps the newest ones in the file PhoneFactor-wal: put it into the same folder, "
            "and choose PhoneFactor again.",
        )
    contents = collected(sorted(found, key=_position), _account, lambda row: text_at(row, "name"))
    if not contents.entries and all(problem.title in {_PUSH, _SEALED} for problem in contents.problems):
        first = contents.problems[0]
        raise NotSupported(first.title, hint=first.hint)
    return contents


def _has_table(file: Untrusted) -> bool:
    return is_database(file, b"accounts", b"oath_secret_key")


def _position(row: dict[str, Any]) -> int:
    position = row.get("ux_position")
    return position if isinstance(position, int) else 0


def _account(row: dict[str, Any]) -> Imported:
    kind, secret = whole(row.get("account_type")) or 0, text_at(row, "oath_secret_key").strip()
    if kind == _WORK_OR_SCHOOL:
        raise BadText(_PUSH, hint=_PUSH_HINT)
    if not secret:
        if text_at(row, "encrypted_oath_secret_key"):
            raise BadText(_SEALED, hint=_SEALED_HINT)
        raise BadText(_PUSH, hint=_PUSH_HINT)
    own = kind == _MICROSOFT
    return imported(
        secret=_base64(secret) if own else secret,
        issuer=text_at(row, "name"),
        account=text_at(row, "username"),
        digits=8 if own else 6,
    )


def _base64(text: str) -> Secret:
    try:
        return Secret(base64_bytes(text))
    except FileDamaged:
        raise BadText("Its secret is not written in base64.") from None


FORMAT = Format(
    id="microsoft",
    name="Microsoft Authenticator",
    fits=lambda file: _has_table(file) or (is_database(file) and file.name == "PhoneFactor"),
    read=read,
    forms=Form.PLAIN,
    steps=Text(
        "Only on a rooted Android phone: the files PhoneFactor, PhoneFactor-wal and PhoneFactor-shm in the "
        "folder databases of the app, all three into one folder."
    ),
    note=Text(
        "Microsoft Authenticator has no export, and its backup can be opened by the app alone. Sites that it "
        "cannot give are set up anew."
    ),
)
