"""What a format is: bytes and an optional password in, accounts and problems out, and nothing else.

A format reads no other file, asks nobody, fetches nothing and keeps nothing. What is wrong with one entry is
a ``Problem``; what is wrong with the file is a ``FormatError``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Flag, auto
from typing import TYPE_CHECKING

from warifu.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from warifu.core.account import Account
    from warifu.core.problem import Problem
    from warifu.formats.holds import Holds
    from warifu.formats.untrusted import Untrusted


class Form(Flag):
    """How a file lies there."""

    NONE = 0
    PLAIN = auto()
    ENCRYPTED = auto()


@dataclass(frozen=True, slots=True)
class Keys:
    """What may open a file. Every password is tried: tokens of Authy may have several in one file."""

    passwords: tuple[str, ...] = field(default=(), repr=False)
    key_file: bytes = field(default=b"", repr=False)


NO_KEYS = Keys()


@dataclass(frozen=True, slots=True)
class Imported:
    """One account of a file, with the picture that came along and whether it lay in that app's bin."""

    account: Account
    untrusted_icon: bytes = field(default=b"", repr=False)  # PNG, JPEG, SVG ..., as the file has it
    binned: bool = False


@dataclass(frozen=True, slots=True)
class Contents:
    """What a file holds. ``pictures``: QR codes in it, still to be read. ``passwords``: it holds more secrets
    than those of codes, so that it is to be told to the user.
    """

    entries: tuple[Imported, ...] = ()
    problems: tuple[Problem, ...] = ()
    pictures: tuple[bytes, ...] = field(default=(), repr=False)
    passwords: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The language of a file that people read: its code, and how a sentence is said in it."""

    language: str = "en"
    say: Callable[[Text], str] = str


ENGLISH = Words()


@dataclass(frozen=True, slots=True)
class Writer:
    """How a format is written: ``write(accounts, password)``; an empty password means plain.

    ``forms``: which of the two the app reads. ``holds``: what has a place in it. ``suffix`` with its dot.
    ``in_words``: writes what people read, in their language; such a file is always plain.
    """

    write: Callable[[Sequence[Account], str], bytes]
    forms: Form
    holds: Holds
    suffix: str
    in_words: Callable[[Sequence[Account], Words], bytes] | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """One kind of file. ``id`` is for machines and never changes; ``name`` is the app's own name.

    ``fits`` looks at content alone, is quick, and never raises; ``read`` may raise any FormatError. ``steps``
    tells how to get the file out of the app, in its words; ``note`` what is to be known before. A format that
    is only written has no ``forms``, and ``read`` says what to do instead.
    """

    id: str
    name: str
    fits: Callable[[Untrusted], bool]
    read: Callable[[Untrusted, Keys], Contents]
    forms: Form
    steps: Text
    note: Text = field(default_factory=lambda: Text(""))
    writer: Writer | None = None
