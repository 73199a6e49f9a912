"""Any table (CSV): the columns are known by their names, or told by the user in a ``Mapping``.

``table`` shows what a dialog needs to ask, without the secrets; ``read_mapped`` reads with its answer.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from warifu.core.account import OtpType
from warifu.core.base32 import decode_secret
from warifu.core.clean import clean_line, clean_note, clean_tags
from warifu.core.errors import BadText
from warifu.core.text import Text
from warifu.core.uri import is_link
from warifu.formats.base import Contents, Form, Format, Imported, Keys
from warifu.formats.entries import collected, imported, of_link
from warifu.formats.errors import FileDamaged, NeedsColumns
from warifu.formats.tables import LINK, SECRET_NAMES, cells_of, header_of, host_of, is_table

if TYPE_CHECKING:
    from warifu.formats.untrusted import Untrusted

_SHOWN: Final = 5  # rows of a ``Table``
_HIDDEN: Final = "•••"
_NAMES: Final[dict[str, tuple[str, ...]]] = {
    "secret": SECRET_NAMES,
    "issuer": (
        "issuer", "service", "provider", "title", "site", "website", "app", "nickname", "name",
        "account name", "url", "login_uri",
    ),
    "account": (
        "account", "username", "user name", "user", "login", "login_username", "login name", "email",
        "e-mail", "label", "account name", "name",
    ),
    "note": ("note", "notes", "extra", "comment", "comments", "additionalinfo", "description"),
    "tags": ("tags", "tag", "folder", "folders", "group", "groups", "grouping", "category", "vault"),
    "digits": ("digits", "length", "code length"),
    "period": ("period", "interval", "step", "timestep", "time step", "timer"),
    "algorithm": ("algorithm", "algo", "hash"),
    "type": ("type", "otp type", "otp_type", "kind"),
    "counter": ("counter",),
}  # fmt: skip
_TYPES: Final = {
    "totp": OtpType.TOTP, "hotp": OtpType.HOTP, "steam": OtpType.STEAM, "steamtotp": OtpType.STEAM,
    "motp": OtpType.MOTP, "yandex": OtpType.YANDEX, "yaotp": OtpType.YANDEX,
}  # fmt: skip
_PASSWORDS: Final = re.compile("pass|pwd|secret|otp|2fa|token|key|seed|pin|cvc|card", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mapping:
    """Which column, counted from 0, holds what; None for none. Links may hold all but tags and note.

    ``headed``: the first row has the names of columns.
    """

    secret: int | None = None  # None: whichever cell of a row has a link
    issuer: int | None = None
    account: int | None = None
    note: int | None = None
    tags: int | None = None
    digits: int | None = None
    period: int | None = None
    algorithm: int | None = None
    type: int | None = None
    counter: int | None = None
    headed: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """What to show when asking for columns: their names, a few rows with secrets hidden, and a guess."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    guess: Mapping


def table(file: Untrusted) -> Table:
    """The columns of a table and how it begins. Raises FileDamaged, FileTooBig."""
    first = [cells for cells in itertools.islice(cells_of(file), _SHOWN + 1) if cells]
    if not first:
        raise FileDamaged
    guess = _guessed(file)
    width = max(map(len, first))
    names = [*first[0], *[""] * (width - len(first[0]))] if guess.headed else [""] * width
    columns = tuple(clean_line(name, 60) for name in names)
    shown = tuple(
        tuple(_shown(cells[at] if at < len(cells) else "", columns[at]) for at in range(width))
        for cells in first[guess.headed :][:_SHOWN]
    )
    return Table(columns, shown, guess)


def read_mapped(file: Untrusted, mapping: Mapping) -> Contents:
    """The accounts of a table whose columns the user has told. Raises FileDamaged, FileTooBig."""
    rows = (cells for number, cells in enumerate(cells_of(file)) if number >= mapping.headed)
    return collected(
        rows,
        lambda cells: _account(cells, mapping),
        lambda cells: _cell(cells, mapping.issuer) or _cell(cells, mapping.account),
        passwords=any("pass" in name or name == "pwd" for name in header_of(file)),
    )


def read(file: Untrusted, _keys: Keys) -> Contents:
    """The accounts of a table whose columns have names that are known. Raises NeedsColumns."""
    mapping = _guessed(file)
    if mapping.secret is None and not LINK.search(file.text or ""):
        raise NeedsColumns
    return read_mapped(file, mapping)


def _account(cells: list[str], mapping: Mapping) -> Imported | None:
    secret = _cell(cells, mapping.secret)
    if not is_link(secret):
        secret = next((cell.strip() for cell in cells if LINK.match(cell.strip())), secret)
    if not secret:
        return None
    issuer, account = _cell(cells, mapping.issuer), _cell(cells, mapping.account)
    if "://" in issuer:
        issuer = host_of(issuer)
    found = (
        _of_link(secret, issuer, account)
        if is_link(secret)
        else _of_cells(secret, issuer, account, cells, mapping)
    )
    return replace(
        found,
        account=replace(
            found.account,
            tags=clean_tags([*re.split(r"[;,/\\]", _cell(cells, mapping.tags)), *found.account.tags]),
            note=clean_note(_cell(cells, mapping.note)) or found.account.note,
        ),
    )


def _of_link(link: str, issuer: str, account: str) -> Imported:
    return of_link(link, issuer=issuer, account=account, title=issuer)


def _of_cells(secret: str, issuer: str, account: str, cells: list[str], mapping: Mapping) -> Imported:
    kind = _TYPES.get(re.sub("[^a-z]", "", _cell(cells, mapping.type).casefold()) or "totp")
    if kind is None:
        if mapping.type is not None and _cell(cells, mapping.type).casefold() not in _LOGINS:
            raise BadText("This entry asks for a kind of code that does not exist.")
        kind = OtpType.TOTP
    return imported(
        secret=secret,
        kind=kind,
        issuer=issuer,
        account=account,
        algorithm=_cell(cells, mapping.algorithm),
        digits=_cell(cells, mapping.digits),
        period=_cell(cells, mapping.period),
        counter=_cell(cells, mapping.counter),
    )


_LOGINS: Final = frozenset(("login", "password", "1", "website", "web", "account"))


def _cell(cells: list[str], at: int | None) -> str:
    return cells[at].strip() if at is not None and at < len(cells) else ""


def _guessed(file: Untrusted) -> Mapping:
    names = header_of(file)
    found: dict[str, int] = {}
    for field, known in _NAMES.items():
        for name in known:
            if name in names and names.index(name) not in found.values():
                found[field] = names.index(name)
                break
    headed = bool(found) or not any(_is_secret(name) for name in names)
    return Mapping(**found, headed=headed) if headed else Mapping(headed=False)


def _is_secret(cell: str) -> bool:
    """Whether a cell is a link, or so long a key that it is no word."""
    text = cell.strip()
    if LINK.match(text):
        return True
    if len(text) < 16 or (len(text.split()) > 1 and not text.replace(" ", "").isalnum()):
        return False
    try:
        return len(decode_secret(text)) >= 10
    except BadText:
        return False


def _shown(cell: str, column: str) -> str:
    if not cell.strip():
        return ""
    return (
        _HIDDEN
        if _is_secret(cell) or LINK.search(cell) or _PASSWORDS.search(column)
        else clean_line(cell, 60)
    )


FORMAT = Format(
    id="csv",
    name="CSV",
    fits=is_table,
    read=read,
    forms=Form.PLAIN,
    steps=Text("Any table with a column of secret keys or otpauth:// links, saved as CSV in UTF-8."),
)
