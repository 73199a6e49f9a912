"""Finding accounts by a few typed letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from warifu.core.account import Account

_HIRAGANA = {katakana: katakana - 0x60 for katakana in range(0x30A1, 0x30F7)}
# Letters that a keyboard without them replaces, and that Unicode does not take apart.
_PLAIN = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t", "þ": "th", "æ": "ae", "œ": "oe"}
)
_BETWEEN_WORDS = re.compile(r"[\W_]+")
_VOICED = "\u3099\u309a"  # combining marks that are part of a kana, not accents


def fold(text: str) -> str:
    """Text without case, width, accents, or the difference between hiragana and katakana."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    bare = "".join(mark for mark in decomposed if mark in _VOICED or not unicodedata.combining(mark))
    return unicodedata.normalize("NFC", bare.translate(_PLAIN)).translate(_HIRAGANA)


@dataclass(frozen=True, slots=True)
class _Entry:
    account: Account
    title: str
    words: str  # of the title, each after one space
    all: str  # every field, one a line, the title first


class SearchIndex:
    """Folded accounts. Each is folded once; an unchanged account object is known again by identity."""

    def __init__(self, accounts: Iterable[Account] = ()) -> None:
        self._entries: dict[str, _Entry] = {}
        self._best_first: list[_Entry] = []
        self._last: tuple[str, list[_Entry]] = ("", [])
        self.update(accounts)

    def update(self, accounts: Iterable[Account]) -> None:
        """Search these from now on, in this order."""
        known = self._entries
        self._entries = {
            account.id: entry
            if (entry := known.get(account.id)) is not None and entry.account is account
            else _entry(account)
            for account in accounts
        }
        self._best_first = sorted(
            self._entries.values(), key=lambda entry: (not entry.account.pinned, -entry.account.uses)
        )
        self._last = ("", [])

    def find(self, query: str) -> list[str]:
        """Ids of the accounts in which every word of ``query`` occurs, best first; all of them for no words.

        Starts of titles come before starts of words, these before the middle of words and other fields; then
        pinned ones, then those used more.
        """
        folded = fold(query)
        words = folded.split()
        if not words:
            return list(self._entries)
        before, candidates = self._last
        if not before or not folded.startswith(before):
            candidates = self._best_first
        for word in words:
            candidates = [entry for entry in candidates if word in entry.all]
        self._last = (folded, candidates)
        by_rank: dict[int, list[str]] = {}
        for entry in candidates:  # in the order of pins and uses already, which stays within a rank
            by_rank.setdefault(_rank(entry, words), []).append(entry.account.id)
        return [found for rank in sorted(by_rank) for found in by_rank[rank]]


def _entry(account: Account) -> _Entry:
    title = fold(account.title or account.issuer or account.account)
    rest = (account.title, account.issuer, account.account, *account.tags, account.note)
    everything = "\n".join((title, *(fold(text) for text in rest if text)))
    return _Entry(account, title, " " + _BETWEEN_WORDS.sub(" ", title), everything)


def _rank(entry: _Entry, words: list[str]) -> int:
    """How far the words stand from the start of the title, summed over them; 0 is best."""
    title, rank = entry.title, 0
    for word in words:
        if word not in title:
            rank += 3
        elif not title.startswith(word):
            rank += 1 if f" {word}" in entry.words or f" {word}" in title else 2
    return rank
