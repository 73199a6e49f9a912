"""Lists of key links: ``otpauth://``, ``steam://``, ``motp://``, and Google's transfer links among them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from warifu.core.account import OtpType
from warifu.core.intake import has_link, links_in, recognise
from warifu.core.problem import Problem
from warifu.core.text import Text
from warifu.core.uri import format_uri
from warifu.formats.base import Contents, Form, Format, Imported, Keys, Writer
from warifu.formats.entries import MAX_ENTRIES
from warifu.formats.errors import FileDamaged
from warifu.formats.holds import Holds
from warifu.formats.tables import is_table
from warifu.formats.untrusted import MAX_FILE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.formats.untrusted import Untrusted

_LINK: Final = re.compile(r"(?:apple-otpauth|otpauth-migration|otpauth|motp|steam)://?", re.IGNORECASE)
_NO_LINK: Final = Text("There is no link in this line.")
_COLUMNS: Final = frozenset(",;\t")  # what is between the cells of a table


def fits(file: Untrusted) -> bool:
    """Whether a text is a list of links, or JSON that holds nothing but a list of links."""
    if file.start[:1] in {"{", "["}:
        return bool(listed(file))
    return file.start[:1] != "<" and _is_list(file.start) and not is_table(file)


def read(file: Untrusted, _keys: Keys) -> Contents:
    """Every account of every line; lines that are none become problems."""
    if file.text is None:
        raise FileDamaged
    text, others = _links_alone("\n".join(listed(file)) or file.text)
    found = recognise(text, MAX_FILE)
    problems = sorted((*found.problems, *others), key=lambda problem: problem.line or MAX_FILE)
    return Contents(tuple(map(Imported, found.accounts)), tuple(problems))


def _links_alone(text: str) -> tuple[str, list[Problem]]:
    """A list without its lines that have no link, which are told: no word in a list is a secret key."""
    others = [number for number, line in links_in(text) if not has_link(line)]
    if not others:
        return text, []
    lines = text.splitlines()
    for number in others:
        lines[number - 1] = ""
    return "\n".join(lines), [Problem(_NO_LINK, line=number) for number in others[:MAX_ENTRIES]]


def write(accounts: Sequence[Account], _password: str) -> bytes:
    """One link a line, in UTF-8."""
    return "".join(f"{format_uri(account)}\n" for account in accounts).encode()


def listed(file: Untrusted) -> list[str]:
    """The links of a JSON array, alone or as the only one in an object; cotp's tests have such."""
    arrays = [value for value in file.object.values() if isinstance(value, list)]
    found = file.array or (arrays[0] if len(arrays) == 1 else [])
    texts = [item for item in found if isinstance(item, str)]
    return texts if texts and len(texts) == len(found) and all(map(_LINK.match, texts[:10])) else []


def schemes(text: str) -> set[str]:
    """The schemes of all links in a text that are not in comments, in lower case."""
    return {
        link[0].partition(":")[0].casefold()
        for line in text.splitlines()
        if not line.lstrip().startswith("#")
        for link in _LINK.finditer(line)
    }


def _is_list(start: str) -> bool:
    """The first link opens its line, or follows words; in a table it would be behind other cells."""
    lines = [line for line in start.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    first = next((line for line in lines if has_link(line)), "")
    link = _LINK.search(first)
    if link is None or not _COLUMNS.isdisjoint(first[: link.start()].strip()):
        return False
    named = has_link(lines[0]) or _COLUMNS.isdisjoint(lines[0])
    return named or _COLUMNS.isdisjoint(first)  # a sentence above the list may have a comma, too


FORMAT = Format(
    id="otpauth",
    name="otpauth",
    fits=fits,
    read=read,
    forms=Form.PLAIN,
    steps=Text("Many apps export a text file of otpauth:// links, or show such links."),
    writer=Writer(
        write,
        Form.PLAIN,
        Holds(frozenset(OtpType), max_counter=2**64 - 1, pin=False, pin_of=frozenset((OtpType.YANDEX,))),
        ".txt",
    ),
)
