"""Tables of password managers that say in their first line whose they are."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from typing import TYPE_CHECKING, Final

from warifu.core.text import Text
from warifu.formats.base import Contents, Form, Format, Imported, Keys
from warifu.formats.entries import collected, whole
from warifu.formats.errors import FileDamaged
from warifu.formats.passwords import of_login
from warifu.formats.tables import Row, has_columns, rows
from warifu.formats.untrusted import load_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from warifu.formats.untrusted import Untrusted


# In front of a code: ``TOTP KEY$,,,txt,``, or with colons in older versions.
_ROBOFORM_CODE: Final = re.compile(r"\s*TOTP KEY\$?[,:]+(?:[a-z]{3}[,:])?", re.IGNORECASE)


def reader(read: Callable[[Row], Imported | None], *names: str) -> Callable[[Untrusted, Keys], Contents]:
    """A ``Format.read`` that makes an account of each row; columns of ``names`` name it in problems."""

    def read_all(file: Untrusted, _keys: Keys) -> Contents:
        if file.text is None:
            raise FileDamaged
        return collected(rows(file), read, lambda row: row.get(*names), passwords=True)

    return read_all


def keepassxc(row: Row) -> Imported | None:
    """A row of KeePassXC; the first of its groups is the database itself."""
    user = row.get("username")
    link = row.get("totp")
    if not user:  # KeePassXC writes “none” into links of entries without a user
        link = re.sub(r"(otpauth://totp/[^?]*:)none\?", r"\1?", link)
    groups = re.split(r"(?<!\\)/", row.get("group"))[1:]
    return of_login(
        link,
        title=row.get("title"),
        user=user,
        address=row.get("url"),
        tags=[group.replace("\\/", "/") for group in groups],
        note=row.get("notes"),
        created=_date(row.get("created")),
    )


def lastpass(row: Row) -> Imported | None:
    """A row of LastPass's vault; groups lie in each other with backslashes between.

    Its older export was copied from a page of the browser, which escapes what HTML does.
    """
    return of_login(
        row.get("totp"),
        title=unescape(row.get("name")),
        user=unescape(row.get("username")),
        address=row.get("url"),
        tags=unescape(row.get("grouping")).split("\\"),
        note=unescape(row.get("extra")),
        pinned=row.is_set("fav"),
    )


def apple(row: Row) -> Imported | None:
    """A row of Apple's Passwords and of Safari."""
    return of_login(
        row.get("otpauth"),
        title=row.get("title"),
        user=row.get("username"),
        address=row.get("url"),
        note=row.get("notes"),
    )


def myki(row: Row) -> Imported | None:
    """A row of Myki's accounts or of its two-factor codes."""
    return of_login(
        row.get("authtoken", "twofasecret"),
        title=row.get("nickname"),
        user=row.get("username"),
        address=row.get("url"),
        tags=row.get("tags").split(","),
        note=row.get("additionalinfo"),
        binned=row.get("status").casefold() in {"deleted", "trashed"},
    )


def proton_pass(row: Row) -> Imported | None:
    """A row of Proton Pass."""
    return of_login(
        row.get("totp"),
        title=row.get("name"),
        user=row.get("username", "email"),
        address=row.get("url").split(",")[0],
        tags=[row.get("vault")],
        note=row.get("note"),
        created=whole(row.get("createtime")) or 0,
    )


def roboform(row: Row) -> Imported | None:
    """A row of RoboForm, whose own fields stand in any number of cells at its end."""
    secret = ""
    for cell in row.cells[row.columns["folder"] :]:
        if (field := _ROBOFORM_CODE.match(cell)) is not None:
            secret = secret or cell[field.end() :]
    return of_login(
        secret,
        title=_unquoted(row.get("name")),
        user=_unquoted(row.get("login")),
        address=row.get("url"),
        tags=row.get("folder").split("/"),
        note=_unquoted(row.get("note")),
    )


def nordpass(row: Row) -> Imported | None:
    """A row of NordPass, which has no column for codes: they stand in fields of the user's own."""
    return of_login(
        row.get("totp", "otp") or next(_nordpass_codes(row.get("custom_fields")), ""),
        title=row.get("name"),
        user=row.get("username", "email"),
        address=row.get("url"),
        tags=[row.get("folder")],
        note=row.get("note"),
    )


def _nordpass_codes(fields: str) -> Iterator[str]:
    if not fields.startswith("["):
        return
    try:
        known = load_json(fields)
    except FileDamaged:
        return
    for each in known:
        value = str(each.get("value") or "").strip()
        named = re.search("otp|2fa|one.time|authenticator", str(each.get("label") or ""), re.IGNORECASE)
        kind = str(each.get("type") or "").casefold()
        if value and (value.startswith(("otpauth://", "steam://")) or kind == "totp" or named):
            yield value


def _unquoted(value: str) -> str:
    """RoboForm puts an apostrophe before what a spreadsheet would take for a formula."""
    return value[1:] if value.startswith(("'@", "''", "'=", "'+", "'-")) else value


def _date(text: str) -> int:
    try:
        return int(datetime.fromisoformat(text).timestamp())
    except (ValueError, OverflowError, OSError):
        return 0


KEEPASSXC = Format(
    id="keepassxc-csv",
    name="KeePassXC (CSV)",
    fits=lambda file: has_columns(file, "group", "title", "username", "password", "url", "notes"),
    read=reader(keepassxc, "title", "username"),
    forms=Form.PLAIN,
    steps=Text("In KeePassXC: Database > Export > CSV File. The database itself (.kdbx) is safer to use."),
)
LASTPASS = Format(
    id="lastpass-csv",
    name="LastPass (vault)",
    fits=lambda file: has_columns(file, "url", "username", "totp", "extra", "name", "grouping", "fav"),
    read=reader(lastpass, "name", "url"),
    forms=Form.PLAIN,
    steps=Text("In LastPass: Advanced Options > Export, then confirm by e-mail and save the CSV file."),
)
APPLE = Format(
    id="apple",
    name="Apple Passwords",
    fits=lambda file: (
        has_columns(file, "title", "url", "username", "password", "otpauth")
        and not has_columns(file, "favorite")
    ),
    read=reader(apple, "title", "url"),
    forms=Form.PLAIN,
    steps=Text("On a Mac, in Passwords: File > Export All Passwords to File."),
)
MYKI = Format(
    id="myki",
    name="Myki",
    fits=lambda file: (
        has_columns(file, "nickname", "additionalinfo")
        and (has_columns(file, "authtoken") or has_columns(file, "twofasecret"))
    ),
    read=reader(myki, "nickname"),
    forms=Form.PLAIN,
    steps=Text("Myki was closed in 2022. Files that it exported then (CSV) can still be read."),
)
PROTON_PASS = Format(
    id="proton-pass-csv",
    name="Proton Pass (CSV)",
    fits=lambda file: has_columns(file, "type", "name", "url", "username", "password", "note", "totp"),
    read=reader(proton_pass, "name"),
    forms=Form.PLAIN,
    steps=Text("In Proton Pass: Settings > Export, with CSV as the format."),
)
ROBOFORM = Format(
    id="roboform",
    name="RoboForm",
    fits=lambda file: has_columns(file, "name", "url", "login", "pwd", "note", "folder"),
    read=reader(roboform, "name", "url"),
    forms=Form.PLAIN,
    steps=Text("In RoboForm: Options > Account & Data > Export, with CSV as the format."),
)
NORDPASS = Format(
    id="nordpass",
    name="NordPass",
    fits=lambda file: has_columns(file, "name", "url", "username", "password", "cardholdername", "folder"),
    read=reader(nordpass, "name", "url"),
    forms=Form.PLAIN,
    steps=Text("In NordPass: Settings > Export Items, as a CSV file."),
    note=Text("NordPass exports codes only where they stand in a custom field."),
)
