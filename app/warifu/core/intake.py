"""The one door for every text: typed, pasted, scanned or opened as a link."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from warifu.core.account import Account, Otp
from warifu.core.base32 import MAX_SECRET, decode_secret
from warifu.core.errors import BadText
from warifu.core.kinds import named
from warifu.core.migration import Batch, is_migration, missing_parts, parse_migration
from warifu.core.otp import MAX_DIGITS
from warifu.core.problem import Problem
from warifu.core.text import Text
from warifu.core.uri import is_link, parse_uri

__all__ = ["Intake", "Problem", "combined", "has_link", "links_in", "missing_of", "recognise"]

MAX_TEXT = 2 * 1024 * 1024  # characters
MAX_LINE = 1024 * 1024  # characters; a transfer of very many accounts is one line
MAX_ACCOUNTS = 10_000
_LINK = re.compile(r"(?:apple-otpauth|otpauth-migration|otpauth|motp|steam)://?[^\s\"'<>]", re.IGNORECASE)
_BETWEEN_LINKS = re.compile(
    r"[\s,;\"']{1,8}(?=(?:apple-otpauth://|otpauth-migration://|otpauth://|motp:/|steam://))", re.IGNORECASE
)
_NEITHER = Text("This is neither a secret key nor an otpauth:// link.")
_WRAPPERS = " \t\"'“”‘’<>`,;"
_LOOKS_LIKE_KEY = 0.75  # share of base32 letters above which a slip is named instead of calling it prose
_MIN_KEY = 16  # letters: 80 bits; shorter lines are pieces of one key that was wrapped


@dataclass(frozen=True, slots=True)
class Intake:
    """The accounts a text holds, what could not be read, and the transfer codes they came in."""

    accounts: tuple[Account, ...] = ()
    problems: tuple[Problem, ...] = ()
    batches: tuple[Batch, ...] = ()


def recognise(untrusted_text: str, limit: int = MAX_TEXT) -> Intake:
    """Everything in a text of up to ``limit`` characters that is an account.

    Never raises; an empty text is no problem.
    """
    if len(untrusted_text) > limit:
        return Intake(
            problems=(Problem(Text("This text is too long."), Text("Paste fewer accounts at once.")),)
        )
    lines = links_in(untrusted_text)
    if (whole := _wrapped_key(lines)) is not None:
        return whole
    return _collected(lines)


def links_in(untrusted_text: str) -> list[tuple[int, str]]:
    """Every link with the number of its line, from 1; lines without one as they are, none of comments."""
    return [
        (number, part)
        for number, raw in enumerate(untrusted_text.lstrip("\ufeff").splitlines(), start=1)
        if (line := raw.strip()) and not line.startswith("#")
        for part in _pieces(line)
    ]


def has_link(untrusted_text: str) -> bool:
    """Whether a link that could hold accounts is somewhere in the text."""
    return _LINK.search(untrusted_text) is not None


def combined(intakes: Iterable[Intake]) -> Intake:
    """One intake of what several texts held: no account twice, and what is missing of transfers said once."""
    accounts: dict[Account, Account] = {}
    problems: dict[Problem, None] = {}
    batches: dict[tuple[int, int, int], Batch] = {}
    for intake in intakes:
        own = missing_of(intake.batches)
        problems |= dict.fromkeys(problem for problem in intake.problems if problem not in own)
        batches |= {(each.batch_id, each.size, each.index): each for each in intake.batches}
        for account in intake.accounts:
            accounts.setdefault(replace(account, id=""), account)
    problems |= dict.fromkeys(missing_of(batches.values()))
    kept = tuple(accounts.values())[:MAX_ACCOUNTS]
    return Intake(kept, tuple(problems)[:MAX_ACCOUNTS], tuple(batches.values()))


def missing_of(batches: Iterable[Batch]) -> tuple[Problem, ...]:
    """One problem for each part that belongs to these batches and is not among them."""
    hint = Text("Google Authenticator shows it as another QR code.")
    return tuple(
        Problem(Text("Part {part} of {size} of this transfer is missing.", part=part, size=size), hint)
        for part, size in missing_parts(batches)
    )


def _collected(lines: list[tuple[int, str]]) -> Intake:
    accounts: list[Account] = []
    problems: list[Problem] = []
    batches: list[Batch] = []
    codes: set[str] = set()
    for number, line in lines:
        if max(len(accounts), len(problems)) > MAX_ACCOUNTS:
            break
        place = None if len(lines) == 1 else number
        try:
            found = _line(line)
        except BadText as error:
            problems.append(Problem.of(error, place))
            continue
        if isinstance(found, Account):
            accounts.append(found)
        elif line not in codes:  # one that was pasted twice still holds its accounts once
            codes.add(line)
            batches.append(found)
            accounts += found.accounts
            problems += [problem.at(place) for problem in found.problems]
    if not accounts and not batches:
        problems = _one_for_prose(problems)
    problems += missing_of(batches)
    if max(len(accounts), len(problems)) > MAX_ACCOUNTS:
        problems.insert(0, Problem(Text("Only the first {n} were read.", n=MAX_ACCOUNTS)))
    return Intake(tuple(accounts[:MAX_ACCOUNTS]), tuple(problems[:MAX_ACCOUNTS]), tuple(batches))


def _one_for_prose(problems: list[Problem]) -> list[Problem]:
    """One problem for many lines that are no keys at all; lines that nearly are keep their own."""
    telling = [problem for problem in problems if problem.title != _NEITHER]
    return telling or [replace(problem, line=None) for problem in problems[:1]]


def _pieces(line: str) -> list[str]:
    """The links of a line without what stands before the first, or the line itself."""
    link = _LINK.search(line)
    return [line] if link is None else _BETWEEN_LINKS.split(line[link.start() :])


def _line(untrusted: str) -> Account | Batch:
    if len(untrusted) > MAX_LINE:
        raise BadText(
            "This text is too long for a secret key.", hint="Copy only the key that the site shows."
        )
    text = untrusted.strip(_WRAPPERS)
    if is_migration(text):
        return parse_migration(text)
    if is_link(text):
        return parse_uri(text)
    _refuse_other_kinds(text)
    return Account(Otp(decode_secret(text)))


def _wrapped_key(lines: list[tuple[int, str]]) -> Intake | None:
    """One key that was broken into several lines, if that is what the lines are."""
    texts = [line for _, line in lines]
    joined = " ".join(texts)
    if len(texts) < 2 or len(joined) > MAX_SECRET or _LINK.search(joined):
        return None
    counts = [sum(character.isalnum() for character in text) for text in texts]
    wrapped = max(counts[1:]) <= counts[0] and len(set(counts[:-1])) == 1 and min(counts) < _MIN_KEY
    if not wrapped or sum(counts) < _MIN_KEY or not (joined.isupper() or joined.islower()):
        return None
    try:
        return Intake((Account(Otp(decode_secret(joined))),))
    except BadText:
        return None


def _refuse_other_kinds(untrusted: str) -> None:
    paste = Text("Paste the secret key or the otpauth:// link that the site shows.")
    if (kind := named(untrusted)) is not None:
        title, hint = kind
        raise BadText(title, hint=hint or paste)
    if len(untrusted) <= MAX_DIGITS and untrusted.replace(" ", "").isdecimal():
        raise BadText("This looks like a code, not like the secret key that codes are made from.", hint=paste)
    signs = [character for character in untrusted if not character.isspace()]
    fitting = sum(
        character.isascii() and (character.isalpha() or character in "234567=-") for character in signs
    )
    if (signs and fitting / len(signs) < _LOOKS_LIKE_KEY) or _reads_like_prose(untrusted):
        raise BadText(_NEITHER, hint=paste)


def _reads_like_prose(untrusted: str) -> bool:
    """Words without a digit that are unequal or in mixed case: sites print keys otherwise, nearly always."""
    words = untrusted.split()
    if not words or any(sign in "234567" for sign in untrusted):
        return False
    unequal = len({len(word) for word in words[:-1]}) > 1 or len(words[-1]) > len(words[0])
    mixed = not (untrusted.isupper() or untrusted.islower())
    return unequal or (mixed and (len(words) > 1 or len(untrusted) < _MIN_KEY))
