"""The list of services that are set up again by somebody whose old app lets nothing out."""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from warifu.core.clean import clean_line
from warifu.icons.names import key

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from warifu.services.store import Store
    from warifu.vault.leaving import Service

MOST: Final = 500  # services on the list
_LONGEST: Final = 80  # characters of a name
_LINES: Final = re.compile(r"[\r\n]+")
_COMMAS: Final = re.compile(r"[;,\t、]+")
_BULLET: Final = re.compile(r"^\s*(?:[-*•·]|\d+[.)])\s+")

# Where a service lets people change their two-step login, as far as that is known for sure. Never opened.
PAGES: Final = {
    "github": "https://github.com/settings/security",
    "gitlab": "https://gitlab.com/-/profile/two_factor_auth",
    "google": "https://myaccount.google.com/security",
    "microsoft": "https://account.microsoft.com/security",
    "dropbox": "https://www.dropbox.com/account/security",
    "cloudflare": "https://dash.cloudflare.com/profile/authentication",
    "twitch": "https://www.twitch.tv/settings/security",
}


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of how many are done."""

    done: int
    total: int


def progress(services: Iterable[Service]) -> Progress:
    """How far the list is."""
    listed = list(services)
    return Progress(sum(bool(each.done) for each in listed), len(listed))


def names_in(untrusted_text: str) -> tuple[str, ...]:
    """The names of a typed or pasted text: its lines, or what commas divide in a single one; each once."""
    lines = _LINES.split(untrusted_text.strip())
    parts = lines if len(lines) > 1 else _COMMAS.split(untrusted_text)
    cleaned = (clean_line(_BULLET.sub("", part).strip(), _LONGEST) for part in parts)
    names = [name for name in cleaned if name]
    return tuple({key(name) or name: name for name in reversed(names)}.values())[::-1][:MOST]


def add(store: Store, names: Iterable[str], brand_of: Callable[[str], str], now: float) -> int:
    """Put services on the list that are not there yet; gives how many. Raises NotPossible if read-only."""
    listed = store.document.services_to_move()
    here = {key(each.name) or each.name for each in listed}
    begin = max([int(now), *(each.added + 1 for each in listed)])  # the order in which they were named
    added = 0
    for name in names:
        mark = key(name) or name
        if mark in here or len(here) >= MOST:
            continue
        here.add(mark)
        store.note_service(str(uuid.uuid4()), name=name, brand=brand_of(name), added=begin + added)
        added += 1
    return added


def tick(store: Store, service_id: str, *, done: bool, now: float) -> None:
    """Note that a service has been set up again, or has not. Raises NotPossible if read-only."""
    store.note_service(service_id, done=int(now) if done else 0)


def take_off(store: Store, service_id: str) -> None:
    """Take a service off the list. Raises NotPossible if read-only."""
    store.note_service(service_id, gone=True)


def put_back(store: Store, service_id: str) -> None:
    """Undo that. Raises NotPossible if read-only."""
    store.note_service(service_id, gone=False)
