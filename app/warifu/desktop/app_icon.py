"""The sign of an app whose files are read or written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warifu.core.account import Icon

if TYPE_CHECKING:
    from warifu.icons.catalogue import Catalogue

_BRANDS: Final = {
    "aegis": "aegisauthenticator",
    "apple": "apple",
    "ente": "ente",
    "kdbx": "keepassxc",
    "keepassxc-csv": "keepassxc",
}  # which are called otherwise there


def icon_of_app(catalogue: Catalogue, format_id: str, name: str) -> Icon:
    """The brand of the app, or of the brand in whose name it comes, or a letter."""
    from warifu.icons.match import suggest

    slug = _BRANDS.get(format_id, "")
    if catalogue.get(slug) is not None:
        return Icon(brand=slug)
    brand = catalogue.named(name)
    return Icon(brand=brand.slug if brand is not None else suggest(catalogue, name))
