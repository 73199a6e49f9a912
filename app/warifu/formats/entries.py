"""From the fields of an entry, whatever they look like, to an account; and from many entries to contents."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import MAX_TITLE, Account, Algorithm, Otp, OtpType
from warifu.core.base32 import MAX_SECRET, decode_secret
from warifu.core.clean import clean_line, clean_note, clean_tags
from warifu.core.errors import BadText
from warifu.core.otp import MAX_COUNTER, MAX_DIGITS
from warifu.core.problem import Problem
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.core.uri import algorithm_named
from warifu.core.uri_parts import MAX_PERIOD
from warifu.formats.base import Contents, Imported
from warifu.formats.errors import FileDamaged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import TypeVar

    _Item = TypeVar("_Item")

MAX_ENTRIES: Final = 10_000
_ABSENT: Final = frozenset(("", "null", "undefined", "none"))
_DIGITS: Final = {OtpType.STEAM: 5, OtpType.YANDEX: 8}
_PERIODS: Final = {OtpType.MOTP: 10}


def collected(
    items: Iterable[_Item],
    read: Callable[[_Item], Imported | Iterable[Imported] | None],
    name: Callable[[_Item], str] = lambda _item: "",
    *,
    passwords: bool = False,
) -> Contents:
    """Read entry after entry; one that cannot be read becomes a problem with its name and place from 1.

    ``read`` gives None for what is no account at all (a login without codes), and may raise BadText, or
    whatever wrong types and missing keys raise. ``passwords``: see ``Contents``.
    """
    entries: list[Imported] = []
    problems: list[Problem] = []
    for place, item in enumerate(items, start=1):
        if max(len(entries), len(problems)) >= MAX_ENTRIES:
            problems.insert(0, Problem(Text("Only the first {n} were read.", n=MAX_ENTRIES)))
            break
        try:
            found = read(item)
        except BadText as error:
            problems.append(replace(Problem.of(error, place), entry=_name(name, item)))
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, OverflowError, FileDamaged):
            problems.append(
                Problem(
                    Text("This entry is not written as its app writes them."),
                    line=place,
                    entry=_name(name, item),
                )
            )
        else:
            entries += () if found is None else (found,) if isinstance(found, Imported) else found
    return Contents(tuple(entries), tuple(problems), passwords=passwords)


def consumed(items: list[_Item]) -> Iterator[_Item]:
    """The items in their order; each leaves the list as it comes, so that what was read may go."""
    items.reverse()
    while items:
        yield items.pop()


def imported(
    *,
    secret: Secret | str,
    kind: OtpType = OtpType.TOTP,
    issuer: str = "",
    account: str = "",
    title: str = "",
    algorithm: Algorithm | str = "",
    digits: Any = None,
    period: Any = None,
    counter: Any = None,
    pin: str = "",
    tags: Iterable[str] = (),
    note: str = "",
    pinned: bool = False,
    uses: int = 0,
    last_used: int = 0,
    created: int = 0,
    untrusted_icon: bytes = b"",
    binned: bool = False,
) -> Imported:
    """An account of values as a file has them: numbers may be texts, and None means the usual.

    The title is the issuer unless one is given. Raises BadText for a value that no code can be made with.
    """
    shown = sys.intern(clean_line(issuer, MAX_TITLE))  # one site has many accounts
    otp = Otp(
        secret=decode_secret(secret) if isinstance(secret, str) else _checked(secret),
        type=kind,
        algorithm=algorithm_named(algorithm, kind),
        digits=_within(
            digits,
            _DIGITS.get(kind, 6),
            1,
            MAX_DIGITS,
            Text("It asks for a number of digits that no code has."),
        ),
        period=30
        if kind is OtpType.HOTP
        else _within(
            period, _PERIODS.get(kind, 30), 1, MAX_PERIOD, Text("Its period is not a number of seconds.")
        ),
        pin=clean_line(pin, 64) if kind in {OtpType.MOTP, OtpType.YANDEX} else "",
    )
    made = Account(
        otp,
        title=clean_line(title, MAX_TITLE) or shown,
        issuer=shown,
        account=clean_line(account, MAX_TITLE),
        counter=_within(counter, 0, 0, MAX_COUNTER, Text("Its counter is not a whole number."))
        if kind is OtpType.HOTP
        else 0,
        tags=clean_tags(list(tags)),
        note=clean_note(note),
        pinned=pinned,
        uses=max(0, uses),
        last_used=max(0, last_used),
        created=max(0, created),
    )
    return Imported(made, untrusted_icon, binned)


def of_link(untrusted_link: str, *, issuer: str = "", account: str = "", title: str = "") -> Imported:
    """The account of a key link; names fill what the link leaves empty. Raises BadText."""
    from warifu.core.uri import parse_uri

    found = parse_uri(untrusted_link)
    if found.issuer and found.account and not title:
        return Imported(found)
    shown = found.issuer or clean_line(issuer, MAX_TITLE)
    return Imported(
        replace(
            found,
            issuer=shown,
            title=clean_line(title, MAX_TITLE) or shown,
            account=found.account or clean_line(account, MAX_TITLE),
        )
    )


def of_link_or_secret(untrusted: str, *, issuer: str = "", account: str = "", title: str = "") -> Imported:
    """What password managers keep in one field: a key link, or a bare secret. Raises BadText."""
    from warifu.core.uri import is_link

    text = untrusted.strip()
    if is_link(text):
        return of_link(text, issuer=issuer, account=account, title=title)
    return imported(secret=text, issuer=issuer, account=account, title=title)


def text_at(item: Any, key: str, default: str = "") -> str:
    """A text of a JSON object; numbers become texts, null and missing the default. Raises BadText."""
    value = item.get(key)
    if value is None:
        return default
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    raise BadText(Text("Its field “{key}” is no text.", key=key))


def whole(value: Any) -> int | None:
    """A whole number that may be written as a text or as 30.0; None for nothing. Raises BadText."""
    if value is None or (isinstance(value, str) and value.strip().casefold() in _ABSENT):
        return None
    if isinstance(value, bool):
        raise BadText(_NO_NUMBER)
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and len(value) <= 24 and value.strip().lstrip("+-").isascii():
        try:
            return int(value)
        except ValueError:
            pass
    raise BadText(_NO_NUMBER)


_NO_NUMBER: Final = Text("One of its numbers is none.")


def _within(value: Any, default: int, lowest: int, highest: int, refusal: Text) -> int:
    number = whole(value)
    if number is None:
        return default
    if not lowest <= number <= highest:
        raise BadText(refusal)
    return number


def _checked(secret: Secret) -> Secret:
    if not len(secret):
        raise BadText("It holds no secret.")
    if len(secret) > MAX_SECRET:
        raise BadText("Its secret is too long.")
    return secret


def _name(name: Callable[[_Item], str], item: _Item) -> str:
    try:
        return clean_line(str(name(item)), MAX_TITLE)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, BadText, FileDamaged):
        return ""
