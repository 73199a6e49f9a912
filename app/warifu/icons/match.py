"""The brand that a title or an issuer names. A wrong brand is worse than none, so only whole words count."""

from __future__ import annotations

import re
from functools import cache

from warifu.icons.catalogue import Catalogue
from warifu.icons.names import folded
from warifu.icons.services import EVERYDAY, domains, services

_DOMAIN = re.compile(r"(?<![@\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,24}(?![@\w.-])")
_SAFE_LENGTH = 7  # letters from which one word of a longer title is a brand without being in our own table
_MOST_WORDS = 12


def suggest(catalogue: Catalogue, *texts: str) -> str:
    """The slug of the brand that the first telling text names, or an empty string."""
    for text in texts:
        slug = _by_domain(catalogue, text) or _by_name(catalogue, text)
        if slug:
            return slug
    return ""


def _by_domain(catalogue: Catalogue, text: str) -> str:
    for match in _DOMAIN.finditer(text.casefold()):
        labels = match[0].split(".")
        for at in range(len(labels) - 1):
            slug = _domains().get(".".join(labels[at:]), "")
            if slug and catalogue.get(slug) is not None:
                return slug
        brand = catalogue.named(labels[-2])
        if brand is not None and len(labels[-2]) >= _SAFE_LENGTH:
            return brand.slug
    return ""


def _by_name(catalogue: Catalogue, text: str) -> str:
    if "@" in text:
        text = re.sub(r"\S*@\S*", " ", text)
    words = folded(text).split()[:_MOST_WORDS]
    for count in range(len(words), 0, -1):
        for at in range(len(words) - count + 1):
            part = words[at : at + count]
            if count < len(words) and not _tells(part):
                continue
            if (brand := catalogue.named("".join(part))) is not None:
                return brand.slug
    return ""


def _tells(part: list[str]) -> bool:
    """Whether these words name a brand even among others."""
    name = "".join(part)
    if name in EVERYDAY:
        return False
    return name in _known_names() or len(part) > 1 or len(name) >= _SAFE_LENGTH


@cache
def _known_names() -> frozenset[str]:
    return frozenset(folded(name).replace(" ", "") for names, _ in services().values() for name in names)


@cache
def _domains() -> dict[str, str]:
    return domains()
