"""Icons by the name of a brand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.account import Icon
from warifu.core.errors import AppError

if TYPE_CHECKING:
    from warifu.core.account import Account


def icon_named(name: str) -> Icon:
    """The brand's icon, by slug, title or another name of it. Raises AppError where there is none."""
    from warifu.icons.catalogue import Catalogue

    catalogue = Catalogue.open(None)
    if not len(catalogue):
        raise AppError("The icons are not installed.")
    brand = catalogue.get(name.strip().casefold()) or catalogue.named(name)
    if brand is None:
        found = catalogue.find(name, 1)
        if not name.strip() or not found:
            raise AppError("No icon has this name.")
        brand = found[0]
    return Icon(brand=brand.slug)


def suggested_icon(account: Account) -> Icon:
    """The icon that fits the account's names, or a letter."""
    from warifu.icons.catalogue import Catalogue
    from warifu.icons.match import icon_for

    return icon_for(Catalogue.open(None), account)
