"""LastPass Authenticator: its export, which is plain JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from warifu.core.text import Text
from warifu.formats.base import Form, Format, Imported, Keys
from warifu.formats.entries import collected, imported, text_at, whole
from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from warifu.formats.base import Contents
    from warifu.formats.untrusted import Untrusted

_NO_FOLDER: Final = 0  # its name is “Other accounts”
_MILLISECONDS: Final = 100_000_000_000  # in seconds it would be the year 5138
_FAVORITES: Final = frozenset(("favorites", "favourites"))


def fits(file: Untrusted) -> bool:
    """Whether it is LastPass's."""
    accounts = file.object.get("accounts")
    if not isinstance(accounts, list):
        return False
    return "localDeviceId" in file.object or any(
        isinstance(each, dict) and "issuerName" in each for each in accounts[:10]
    )


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every account, folder by folder as the app shows them."""
    accounts = file.object.get("accounts")
    if not isinstance(accounts, list):
        raise FileDamaged
    folders = _folders(file.object.get("folders"))
    order = {each: place for place, each in enumerate(folders)}
    accounts = sorted(accounts, key=lambda item: _place(item, order))
    return collected(accounts, lambda item: _account(item, folders), lambda item: _name(item, "issuerName"))


def _folders(untrusted: Any) -> dict[int, str]:
    if not isinstance(untrusted, list):
        return {}
    return {
        each["id"]: each["name"]
        for each in untrusted
        if isinstance(each, dict) and isinstance(each.get("id"), int) and isinstance(each.get("name"), str)
    }


def _place(item: Any, order: dict[int, int]) -> tuple[int, float]:
    data = item.get("folderData") if isinstance(item, dict) else None
    folder, position = (data.get("folderId"), data.get("position")) if isinstance(data, dict) else (0, 0)
    return (
        order.get(folder, len(order)) if isinstance(folder, int) else len(order),
        position if isinstance(position, int | float) else 0,
    )


def _name(item: Any, key: str) -> str:
    """A name as its user changed it, or as the site gave it where the file has no other."""
    return (
        text_at(item, key)
        if item.get(key) is not None
        else text_at(item, f"original{key[0].upper()}{key[1:]}")
    )


def _account(item: Any, folders: dict[int, str]) -> Imported:
    data = item.get("folderData")
    number = whole(data.get("folderId")) if isinstance(data, dict) else _NO_FOLDER
    folder = "" if number in {None, _NO_FOLDER} else folders.get(number or 0, "")
    favorite = folder.casefold() in _FAVORITES
    return imported(
        secret=text_at(item, "secret"),
        issuer=_name(item, "issuerName"),
        account=_name(item, "userName"),
        algorithm=text_at(item, "algorithm"),
        digits=item.get("digits"),
        period=item.get("timeStep"),
        tags=() if favorite else (folder,),
        pinned=favorite or item.get("isFavorite") is True,
        created=_seconds(whole(item.get("creationTimestamp")) or 0),
    )


def _seconds(time: int) -> int:
    """Unix seconds: Android writes milliseconds, iOS seconds."""
    return time // 1000 if time >= _MILLISECONDS else time


FORMAT = Format(
    id="lastpass",
    name="LastPass Authenticator",
    fits=fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("In LastPass Authenticator: Settings > Transfer accounts > Export accounts to file."),
)
