"""The one door for every text: typed, pasted, scanned or opened as a link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from warifu.core.account import Account, Otp
from warifu.core.base32 import MAX_SECRET, decode_secret
from warifu.core.errors import BadText
from warifu.core.migration import Batch, is_migration, parse_migration
from warifu.core.problem import Problem
from warifu.core.text import Text
from warifu.core.uri import is_link, parse_uri

__all__ = ["Intake", "Problem", "recognise"]

MAX_TEXT = 4 * 1024 * 1024  # characters
MAX_ACCOUNTS = 10_000
_LINK = re.compile(r"(?:apple-otpauth|otpauth-migration|otpauth|motp|steam)://?[^\s\"'<>]", re.IGNORECASE)
_WRAPPERS = " \t\"'“”‘’<>`,;"
_LOOKS_LIKE_KEY = 0.75  # share of base32 letters above which a slip is named instead of calling it prose
_MIN_KEY = 16  # letters: 80 bits; shorter lines are pieces of one key that was wrapped


@dataclass(frozen=True, slots=True)
class Intake:
    """The accounts a text holds, what could not be read, and the transfer codes they came in."""

    accounts: tuple[Account, ...] = ()
    problems: tuple[Problem, ...] = ()
    batches: tuple[Batch, ...] = ()


def recognise(untrusted_text: str) -> Intake:
    """Everything in a text that is an account. Never raises; an empty text is no problem."""
    if len(untrusted_text) > MAX_TEXT:
        return Intake(
            problems=(Problem(Text("This text is too long."), Text("Paste fewer accounts at once.")),)
        )
    lines = [
        (number, line)
        for number, raw in enumerate(untrusted_text.lstrip("\ufeff").splitlines(), start=1)
        if (line := raw.strip()) and not line.startswith("#")
    ]
    if (whole := _wrapped_key(lines)) is not None:
        return whole
    return _collected(lines)


def _collected(lines: list[tuple[int, str]]) -> Intake:
    accounts: list[Account] = []
    problems: list[Problem] = []
    batches: list[Batch] = []
    alone = len(lines) == 1
    for number, line in lines:
        if len(accounts) >= MAX_ACCOUNTS:
            problems.append(Problem(Text("Only the first {n} accounts were read.", n=MAX_ACCOUNTS)))
            break
        try:
            found = _line(line)
        except BadText as error:
            problems.append(Problem.of(error, None if alone else number))
            continue
        if isinstance(found, Account):
            accounts.append(found)
        else:
            batches.append(found)
            accounts += found.accounts
            problems += [problem if alone else problem.at(number) for problem in found.problems]
    return Intake(tuple(accounts[:MAX_ACCOUNTS]), tuple(problems), tuple(batches))


def _line(untrusted: str) -> Account | Batch:
    text = untrusted.strip(_WRAPPERS)
    if (link := _LINK.search(text)) is not None:
        text = text[link.start() :]
    if is_migration(text):
        return parse_migration(text)
    if is_link(text):
        return parse_uri(text)
    _refuse_other_kinds(text)
    return Account(Otp(decode_secret(text)))


def _wrapped_key(lines: list[tuple[int, str]]) -> Intake | None:
    """One key that was broken into several lines, if that is what the lines are."""
    if len(lines) < 2 or all(_letters(line) >= _MIN_KEY for _, line in lines):
        return None
    joined = " ".join(line for _, line in lines)
    if _LINK.search(joined) or len(joined) > MAX_SECRET:
        return None
    try:
        return Intake((Account(Otp(decode_secret(joined))),))
    except BadText:
        return None


def _letters(line: str) -> int:
    return sum(character.isalnum() for character in line)


def _refuse_other_kinds(untrusted: str) -> None:
    start = untrusted[:12].casefold()
    paste = Text("Paste the secret key or the otpauth:// link that the site shows.")
    if start.startswith(("http://", "https://", "www.")):
        raise BadText("This is the address of a web page, not a secret key.", hint=paste)
    if start.startswith("wifi:"):
        raise BadText("This is a Wi-Fi code, not a secret key.", hint=paste)
    if start.startswith("fido:"):
        raise BadText("This is a passkey code; only a phone can use it.", hint=paste)
    if start.startswith("phonefactor:"):
        raise BadText(
            "This is a code for Microsoft’s own app.",
            hint="On Microsoft’s page choose “I want to use a different authenticator app”.",
        )
    if re.match(r"[a-z][a-z0-9+.-]*://", start):
        raise BadText("This kind of link holds no secret key.", hint=paste)
    signs = [character for character in untrusted if not character.isspace()]
    fitting = sum(
        character.isascii() and (character.isalpha() or character in "234567=-") for character in signs
    )
    if (signs and fitting / len(signs) < _LOOKS_LIKE_KEY) or _reads_like_prose(untrusted):
        raise BadText("This is neither a secret key nor an otpauth:// link.", hint=paste)


def _reads_like_prose(untrusted: str) -> bool:
    """Words of many lengths without a digit: sites print keys in equal groups, and few have no digit."""
    words = untrusted.split()
    return len({len(word) for word in words[:-1]}) > 2 and not any(sign in "234567" for sign in untrusted)
