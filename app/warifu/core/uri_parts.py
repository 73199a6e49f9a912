"""Taking a key link apart without trusting that it was put together well."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote, unquote_plus

from warifu.core.errors import BadText
from warifu.core.otp import MAX_COUNTER, MAX_DIGITS
from warifu.core.text import Text

MAX_LINK = 64 * 1024  # characters; an icon's address may be long, a QR code holds 3 KiB
_SCHEME = re.compile(r"\s*([a-z-]+)\s*:/{0,3}(.*)", re.IGNORECASE | re.DOTALL)
_QUERY = re.compile(r"[?&]secret=", re.IGNORECASE)
_GLUED_PERIOD = re.compile(r"(.*?)period=(\d*)$", re.DOTALL)
_PLUS_IS_SPACE = frozenset(("issuer", "note", "codedisplay"))  # Aegis and Ente; in a secret it is base64
_HASH_ENDS = frozenset(("secret", "algorithm", "digits", "period", "counter", "encoder"))  # no text has one
_MAX_NUMBER = 2**53 - 1  # of uses and of times
_WHOLE = re.compile(r"[+-]?[0-9]{1,20}")
MAX_PERIOD = 10 * 366 * 86_400  # seconds


@dataclass(frozen=True, slots=True)
class Display:
    """What Ente Auth keeps with a link, as JSON in ``codeDisplay``; ``last_used`` in Unix seconds."""

    tags: tuple[str, ...] = ()
    note: str = field(default="", repr=False)
    pinned: bool = False
    trashed: bool = False
    uses: int = 0
    last_used: int = 0
    position: int = 0


@dataclass(frozen=True, slots=True)
class Parts:
    """Scheme (lower case) and host, the path still percent-encoded, the query decoded."""

    scheme: str
    host: str
    path: str
    query: dict[str, str]
    tags: tuple[str, ...]
    display: Display = Display()


@dataclass(frozen=True, slots=True)
class Number:
    """A parameter that holds a whole number, its limits, and the sentence for what lies beyond."""

    key: str
    lowest: int
    highest: int
    refusal: Text


DIGITS = Number("digits", 1, MAX_DIGITS, Text("A link may ask for 1 to 10 digits, and this one does not."))
PERIOD = Number("period", 1, MAX_PERIOD, Text("The period of this link is not a number of seconds."))
COUNTER = Number("counter", 0, MAX_COUNTER, Text("The counter of this link is not a whole number."))


def split_link(untrusted: str) -> Parts:
    """The parts of a link. Raises BadText for what is no link at all."""
    if len(untrusted) > MAX_LINK:
        raise BadText("This link is too long.", hint="Copy only the link that the site shows.")
    match = _SCHEME.match(untrusted.strip())
    if match is None:
        raise BadText("This is not an otpauth:// link.")
    # Labels hold raw “#”; a fragment has no meaning here, and everything behind it would be lost.
    rest = match[2].replace("#", "%23").replace("&amp;", "&")
    body, query = _split_query(rest)
    host, slash, path = body.partition("/")
    values, tags = _values(query)
    display = _display(values.pop("codedisplay", ""))
    return Parts(match[1].casefold(), host, slash + path, values, (*tags, *display.tags), display)


def labelled(untrusted_label: str, untrusted_issuer: str) -> tuple[str, str]:
    """Issuer and account from a still encoded label and the ``issuer`` parameter.

    The parameter wins; a label whose prefix says something else stays whole, so that neither is lost.
    """
    issuer = untrusted_issuer.strip()
    if "+" in untrusted_label and " " in issuer and _named(unquote_plus(untrusted_label), issuer):
        untrusted_label = untrusted_label.replace("+", " ")  # written like the parameter, as forms are
    literal = ":" in untrusted_label
    label = unquote(untrusted_label).strip()
    if issuer and label.casefold().startswith(issuer.casefold()):
        rest = label[len(issuer) :].lstrip()
        if rest.startswith(":"):
            return issuer, rest[1:].strip()
    if literal:
        prefix, _, name = (unquote(part).strip() for part in untrusted_label.partition(":"))
    else:
        prefix, colon, name = (part.strip() for part in label.partition(":"))
        if not colon:
            prefix, name = "", prefix
    if issuer and prefix.startswith(f"{issuer}&"):
        return prefix, name  # a raw “&” cut the parameter: “AT&T”
    if issuer and prefix:
        return issuer, label
    return issuer or prefix, name


def _named(label: str, issuer: str) -> bool:
    """Whether a label starts with the issuer as its prefix."""
    return label.strip().casefold().startswith(f"{issuer.casefold()}:")


def number(query: dict[str, str], field: Number, default: int) -> int:
    """A whole number of a query; ``default`` where it is missing or “null”. Raises BadText."""
    text = query.get(field.key, "").strip()
    if text.casefold() in {"", "null", "undefined"}:
        return default
    if not _WHOLE.fullmatch(text) or not field.lowest <= int(text) <= field.highest:
        raise BadText(field.refusal)
    return int(text)


def _split_query(rest: str) -> tuple[str, str]:
    """Cut at the question mark that opens the query: labels may hold one too."""
    if (secret := _QUERY.search(rest)) is None:
        body, _, query = rest.partition("?")
        return body, query
    at = rest.rfind("?", 0, secret.start() + 1)
    return (rest[:at], rest[at + 1 :]) if at >= 0 else (rest[: secret.start()], rest[secret.start() + 1 :])


def _values(query: str) -> tuple[dict[str, str], list[str]]:
    values: dict[str, str] = {}
    tags: list[str] = []
    for pair in query.split("&"):
        key, _, raw = pair.partition("=")
        key = (unquote(key) if "%" in key else key).strip().casefold()
        value = _spaced(raw) if key in _PLUS_IS_SPACE else unquote(raw)
        if key == "tags":
            tags += [tag for tag in value.split(",") if tag]
        elif key and not values.get(key):
            values[key] = value.partition("#")[0] if key in _HASH_ENDS else value
    if glued := _GLUED_PERIOD.match(values.get("issuer", "")):
        values["issuer"] = glued[1]
        values.setdefault("period", glued[2])
    return values, tags


def _spaced(raw: str) -> str:
    """A value in which a plus sign is a space, but for one at an end: “Disney+”, as iOS writes it."""
    inner = raw.strip("+")
    start, _, end = raw.partition(inner) if inner else (raw, "", "")
    return start + unquote_plus(inner) + end


def _display(untrusted: str) -> Display:
    """What the JSON says that Ente Auth appends to its links; nothing where it is none."""
    try:
        text = untrusted.replace("%2C", ",")
        found = json.loads(text[: text.rfind("}") + 1]) if text else None  # links of Ente may end in “#”
    except (ValueError, RecursionError):
        return Display()
    if not isinstance(found, dict):
        return Display()
    tags, note = found.get("tags"), found.get("note")
    return Display(
        tags=tuple(tag for tag in tags if isinstance(tag, str)) if isinstance(tags, list) else (),
        note=note if isinstance(note, str) else "",
        pinned=found.get("pinned") is True,
        trashed=found.get("trashed") is True,
        uses=_counted(found.get("tapCount")),
        last_used=_counted(found.get("lastUsedAt")) // 1_000_000,
        position=_counted(found.get("position")),
    )


def _counted(value: Any) -> int:
    return value if isinstance(value, int) and 0 < value <= _MAX_NUMBER else 0
