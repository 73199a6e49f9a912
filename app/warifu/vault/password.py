"""The password policy: what a new password must be, said in sentences, and a generator of good ones."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from warifu.core.errors import PasswordTooWeak
from warifu.core.text import Text

MIN_LENGTH: Final = 12  # characters, or else SCORE
SCORE: Final = 3  # of zxcvbn's 4: 10^8 guesses and more
MAX_LENGTH: Final = 1024  # characters
WORDS: Final = 6  # of 7,776: 77.5 bits

_LOOKED_AT = 72  # zxcvbn takes quadratic time


@dataclass(frozen=True, slots=True)
class Rating:
    """What the meter shows: ``score`` 0 to 4, whether the policy accepts it, and why."""

    score: int
    enough: bool
    reason: Text
    hint: Text


def normalise(password: str) -> str:
    """The form that keys are derived from (NFKC): the same keys typed on another system give the same one."""
    return unicodedata.normalize("NFKC", password)


def rate(password: str) -> Rating:
    """Judge a new password, offline."""
    text = normalise(password)
    if not text:
        return Rating(0, False, Text("Choose a password."), Text(""))
    if len(password) > MAX_LENGTH:
        return Rating(0, False, Text("A password has at most 1,024 characters."), Text(""))
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return Rating(0, False, Text("The password has a character that cannot be stored."), Text(""))
    return _judged(text)


def require_good(password: str) -> None:
    """Raise PasswordTooWeak for what ``rate`` finds not good enough."""
    rating = rate(password)
    if not rating.enough:
        raise PasswordTooWeak(rating.reason, hint=rating.hint)


def passphrase(words: int = WORDS) -> str:
    """Random words of the EFF's long list, joined by spaces; six make 77 bits."""
    import secrets

    choice = _word_list()
    return " ".join(secrets.choice(choice) for _ in range(words))


def _judged(text: str) -> Rating:
    from zxcvbn import zxcvbn

    found = zxcvbn(text[:_LOOKED_AT])
    score = int(found["score"])
    warning = _SENTENCES.get(found["feedback"]["warning"], Text(""))
    hints = [_SENTENCES[said] for said in found["feedback"]["suggestions"] if said in _SENTENCES]
    hint = hints[0] if hints else Text("")
    if _is_common(text) or score <= 1:
        return Rating(
            min(score, 1), False, warning or Text("This password is easy to guess."), hint or _MORE_WORDS
        )
    if len(text) < MIN_LENGTH and score < SCORE:
        return Rating(score, False, warning or Text("Use at least 12 characters."), hint or _MORE_WORDS)
    return Rating(score, True, warning or _PRAISE[score], hint)


def _is_common(text: str) -> bool:
    """Whether the whole of it is on zxcvbn's list of leaked passwords."""
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return text.casefold().strip() in FREQUENCY_LISTS["passwords"]


def _word_list() -> list[str]:
    """The EFF's list of 7,776 words, made for dice, so that each line begins with five throws."""
    from importlib.resources import files

    listed = files("diceware").joinpath("wordlists", "wordlist_en_eff.txt").read_text("utf-8").splitlines()
    return [line.split()[1] for line in listed]


_MORE_WORDS = Text("Add another word or two. Uncommon words are better.")
_SENTENCES = {  # zxcvbn's own words, and ours for them
    "This is a top-10 common password.": Text("This is one of the ten most common passwords."),
    "This is a top-100 common password.": Text("This is one of the hundred most common passwords."),
    "This is a very common password.": Text("This is a very common password."),
    "This is similar to a commonly used password.": Text("This is close to a common password."),
    "A word by itself is easy to guess.": Text("A word by itself is easy to guess."),
    "Names and surnames by themselves are easy to guess.": Text("Names by themselves are easy to guess."),
    "Common names and surnames are easy to guess.": Text("Common names are easy to guess."),
    "Straight rows of keys are easy to guess.": Text("Straight rows of keys are easy to guess."),
    "Short keyboard patterns are easy to guess.": Text("Short patterns on the keyboard are easy to guess."),
    'Repeats like "aaa" are easy to guess.': Text("Repeats like “aaa” are easy to guess."),
    'Repeats like "abcabcabc" are only slightly harder to guess than "abc".': Text(
        "Repeats like “abcabcabc” are hardly harder to guess than “abc”."
    ),
    'Sequences like "abc" or "6543" are easy to guess.': Text(
        "Sequences like “abc” or “6543” are easy to guess."
    ),
    "Recent years are easy to guess.": Text("Recent years are easy to guess."),
    "Dates are often easy to guess.": Text("Dates are often easy to guess."),
    "Add another word or two. Uncommon words are better.": _MORE_WORDS,
    "Use a longer keyboard pattern with more turns.": Text("Use a longer pattern with more turns."),
    "Avoid repeated words and characters.": Text("Avoid repeated words and characters."),
    "Avoid sequences.": Text("Avoid sequences."),
    "Avoid recent years.": Text("Avoid recent years."),
    "Avoid years that are associated with you.": Text("Avoid years that have to do with you."),
    "Avoid dates and years that are associated with you.": Text(
        "Avoid dates and years that have to do with you."
    ),
    "Capitalization doesn't help very much.": Text("Capital letters don’t help very much."),
    "All-uppercase is almost as easy to guess as all-lowercase.": Text(
        "All capitals are almost as easy to guess as all small letters."
    ),
    "Reversed words aren't much harder to guess.": Text("Reversed words aren’t much harder to guess."),
    "Predictable substitutions like '@' instead of 'a' don't help very much.": Text(
        "Swaps like “@” for “a” don’t help very much."
    ),
}
_PRAISE = {
    2: Text("Long enough. Another uncommon word would make it strong."),
    3: Text("A good password."),
    4: Text("A strong password."),
}
