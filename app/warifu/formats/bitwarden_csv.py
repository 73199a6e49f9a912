"""Tables of Bitwarden, and of Bitwarden Authenticator with more cells in a row than columns."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from warifu.core.account import MAX_TITLE, Account
from warifu.core.clean import clean_line, clean_note, clean_tags
from warifu.formats.base import Imported
from warifu.formats.entries import collected, imported, of_link
from warifu.formats.errors import FileDamaged
from warifu.formats.tables import cells_of

if TYPE_CHECKING:
    from warifu.formats.base import Contents
    from warifu.formats.untrusted import Untrusted

_CODE: Final = "login_totp"
_PASSWORD: Final = "login_password"  # noqa: S105 - the name of a column
_SCHEMES = ("otpauth:", "apple-otpauth:", "steam:", "motp:")


@dataclass(frozen=True, slots=True)
class Login:
    """What an item of Bitwarden says of a code: a link or a bare secret, and the names around it."""

    code: str = field(repr=False)
    name: str
    user: str
    note: str = field(repr=False)
    places: tuple[str, ...]  # folder and collections
    pinned: bool
    created: int = 0  # Unix seconds


def is_table(start: str, *, authenticator: bool) -> bool:
    """Whether text starts with the header of such a table."""
    columns = {name.strip().strip('"').casefold() for name in start.partition("\n")[0].split(",")}
    if not {_CODE, "name", "type"} <= columns or not {"folder", "collections"} & columns:
        return False
    return ("login_username" not in columns and "fields" not in columns) is authenticator


def read_table(file: Untrusted) -> Contents:
    """Every row with a code; the columns are found by their names. Raises FileDamaged."""
    rows = (row for row in cells_of(file) if any(row))
    columns = [name.strip().casefold() for name in next(rows, [])]
    if _CODE not in columns:
        raise FileDamaged
    contents = collected(rows, lambda row: _row(row, columns), lambda row: _cells(row, columns)["name"])
    return replace(contents, passwords=_PASSWORD in columns)


def account_of(login: Login) -> Account:
    """The account of a login, under the name that its user gave it. Raises BadText."""
    found = _of_code(login.code, login.name, login.user)
    return replace(
        found,
        title=clean_line(login.name, MAX_TITLE) or found.title,
        tags=clean_tags((*found.tags, *login.places)),
        note=clean_note(login.note) or found.note,
        pinned=login.pinned,
        created=login.created,
    )


def _of_code(code: str, name: str, user: str) -> Account:
    """A link, a bare secret, or a Steam link, which names nobody: the item's name is all there is then."""
    if code[:6].casefold() == "steam:":
        if not user and name.strip().casefold() != "steam":
            return of_link(code, account=name).account
        return replace(of_link(code, account=user).account, issuer=clean_line(name, MAX_TITLE) or "Steam")
    if ":" in code:
        return of_link(code, issuer=name, account=user).account
    return imported(secret=code, issuer=name, account=user).account


def _row(row: list[str], columns: list[str]) -> Imported | None:
    cells = _cells(row, columns)
    if not (code := _code(row, cells)):
        return None
    return Imported(
        account_of(
            Login(
                code,
                cells.get("name", ""),
                cells.get("login_username", ""),
                cells.get("notes", ""),
                _places(cells),
                pinned=cells.get("favorite", "").strip().casefold() in {"1", "true"},
            )
        )
    )


def _cells(row: list[str], columns: list[str]) -> dict[str, str]:
    return dict(zip(columns, row + [""] * (len(columns) - len(row)), strict=False))


def _places(cells: dict[str, str]) -> tuple[str, ...]:
    """The folder, which may have commas in its name, and the collections of an organisation."""
    return (cells.get("folder", ""), *cells.get("collections", "").split(","))


def _code(row: list[str], cells: dict[str, str]) -> str:
    """The cell with the link, wherever it got to; the authenticator quotes nothing, so commas cut it."""
    for at, cell in enumerate(row):
        if not cell.strip().casefold().startswith(_SCHEMES):
            continue
        link, rest = cell.strip(), row[at + 1 :]
        while link[:6].casefold() != "steam:" and "secret=" not in link.casefold() and rest:
            link = f"{link},{rest.pop(0)}"
        return link
    return cells[_CODE].strip()
