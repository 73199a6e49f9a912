"""Taking a key link apart without trusting that it was put together well."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from urllib.parse import unquote, unquote_plus

from warifu.core.errors import BadText
from warifu.core.otp import MAX_COUNTER, MAX_DIGITS
from warifu.core.text import Text

MAX_LINK = 64 * 1024  # characters; an icon's address may be long, a QR code holds 3 KiB
_SCHEME = re.compile(r"\s*([a-z-]+)\s*:/{0,2}(.*)", re.IGNORECASE | re.DOTALL)
_QUERY = re.compile(r"[?&]secret=", re.IGNORECASE)
_GLUED_PERIOD = re.compile(r"(.*?)period=(\d+)$", re.DOTALL)
_WHOLE = re.compile(r"[+-]?[0-9]{1,20}")
MAX_PERIOD = 10 * 366 * 86_400  # seconds


@dataclass(frozen=True, slots=True)
class Parts:
    """Scheme (lower case) and host, the path still percent-encoded, the query decoded."""

    scheme: str
    host: str
    path: str
    query: dict[str, str]
    tags: tuple[str, ...]


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
    return Parts(match[1].casefold(), host, slash + path, values, tags)


def labelled(untrusted_label: str, untrusted_issuer: str) -> tuple[str, str]:
    """Issuer and account from a still encoded label and the ``issuer`` parameter.

    The parameter wins; a label whose prefix says something else stays whole, so that neither is lost.
    """
    issuer = untrusted_issuer.strip()
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
    if issuer and prefix:
        return issuer, label
    return issuer or prefix, name


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


def _values(query: str) -> tuple[dict[str, str], tuple[str, ...]]:
    values: dict[str, str] = {}
    tags: list[str] = []
    for pair in query.split("&"):
        key, _, raw = pair.partition("=")
        key = unquote(key).strip().casefold()
        # Aegis writes a space in the issuer as “+”; in a secret a plus is base64.
        value = unquote_plus(raw) if key in {"issuer", "note"} else unquote(raw)
        if key == "tags":
            tags += [tag for tag in value.split(",") if tag]
        elif key == "codedisplay":
            tags += _ente_tags(value)
        elif key and not values.get(key):
            values[key] = value
    if "period" not in values and (glued := _GLUED_PERIOD.match(values.get("issuer", ""))):
        values["issuer"], values["period"] = glued[1], glued[2]
    return values, tuple(tags)


def _ente_tags(untrusted: str) -> list[str]:
    """Tags from the JSON that Ente Auth appends to its links."""
    try:
        display = json.loads(untrusted.replace("%2C", ","))
    except (ValueError, RecursionError):
        return []
    tags = display.get("tags") if isinstance(display, dict) else None
    return [tag for tag in tags if isinstance(tag, str)] if isinstance(tags, list) else []
