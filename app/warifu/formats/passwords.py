"""What files of password managers have in common: a login, and in it perhaps what codes are made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from warifu.core.account import MAX_TITLE
from warifu.core.clean import clean_line, clean_note, clean_tags
from warifu.formats.base import Imported
from warifu.formats.entries import of_link_or_secret
from warifu.formats.tables import host_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def of_login(
    untrusted: str,
    *,
    title: str = "",
    user: str = "",
    address: str = "",
    tags: Iterable[str] = (),
    note: str = "",
    pinned: bool = False,
    binned: bool = False,
    created: int = 0,
) -> Imported | None:
    """The account of a login's key link or secret; None where it has none. Raises BadText.

    Issuer and account are the link's where it says them, else the login's title (or site) and user.
    """
    if not untrusted.strip():
        return None
    name = title.strip() or host_of(address)
    found = of_link_or_secret(untrusted, issuer=name, account=user)
    account, shown = found.account, clean_line(name, MAX_TITLE)
    made = replace(
        account,
        title=shown if shown and shown != account.issuer else account.issuer or account.title,
        tags=clean_tags([*tags, *account.tags]),
        note=clean_note(note) or account.note,
        pinned=pinned,
        created=max(0, created),
    )
    return Imported(made, found.untrusted_icon, binned)
