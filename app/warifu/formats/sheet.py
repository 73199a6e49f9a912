"""Accounts on paper: a page for people, with a QR code, the names and the secret key of each account.

Warifu writes it and does not read it as a file: what is on paper comes back through the QR codes. ``Sheet``
is what stands on it, whoever draws it; here it becomes one HTML file that loads nothing and runs nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING, Final

from warifu.core.account import OtpType
from warifu.core.targets import names_on_phone
from warifu.core.text import Text
from warifu.core.uri import format_uri
from warifu.formats.base import ENGLISH, Contents, Form, Format, Keys, Words, Writer
from warifu.formats.errors import NotSupported
from warifu.formats.holds import Holds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account
    from warifu.formats.untrusted import Untrusted

QUIET: Final = 4  # modules of white that a reader needs around a code (ISO/IEC 18004)
MODULE: Final = 0.55  # millimetres, which a phone still reads from paper that was folded
SMALLEST, LARGEST = 38.0, 80.0  # millimetres of a code with its white
_LONGEST: Final = 1852  # characters: version 30 of level L, the finest that LARGEST has room for
_MARK: Final = '<meta name="generator" content="Warifu sheet 1">'
_KINDS: Final = {
    OtpType.TOTP: "TOTP",
    OtpType.HOTP: "HOTP",
    OtpType.STEAM: "Steam",
    OtpType.MOTP: "mOTP",
    OtpType.YANDEX: "Yandex",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One account as it is printed. ``link`` is what its QR code holds; empty where none can hold it."""

    title: str = field(repr=False)
    name: str = field(repr=False)
    secret: str = field(repr=False)
    link: str = field(repr=False)
    facts: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is printed, in the language of its reader."""

    language: str
    title: str
    made: str
    sentences: tuple[str, ...]
    entries: tuple[Entry, ...]


def sheet_of(accounts: Sequence[Account], words: Words = ENGLISH) -> Sheet:
    """The sheet for these accounts, dated today."""
    from datetime import datetime

    from warifu.core.clock import SystemClock

    say, today = words.say, datetime.fromtimestamp(SystemClock().now()).astimezone().date()
    made = Text("Made on {date}. Accounts: {n}.", date=today.isoformat(), n=len(accounts))
    sentences = (
        Text(
            "Whoever sees this sheet can make the codes of these accounts for ever. Keep it like a passport."
        ),
        Text(
            "If you printed a file, delete the file. To come back, scan the QR codes or type the secret keys."
        ),
    )
    return Sheet(
        words.language,
        say(Text("My accounts in Warifu")),
        say(made),
        tuple(map(say, sentences)),
        tuple(_entry(account, words) for account in accounts),
    )


def matrix(link: str) -> tuple[bytes, ...]:
    """The modules of a link's QR code, 1 for a black one; with some redundancy, as paper gets dirty."""
    import segno

    try:
        made = segno.make(link, error="M", boost_error=True, micro=False)
    except segno.DataOverflowError:
        made = segno.make(link, error="L", micro=False)
    return tuple(bytes(row) for row in made.matrix)


def side_of(rows: Sequence[bytes]) -> float:
    """Millimetres of a code on paper, with the white around it."""
    return min(max(MODULE * (len(rows) + 2 * QUIET), SMALLEST), LARGEST)


def runs(rows: Sequence[bytes]) -> list[tuple[int, int, int]]:
    """Black modules in a row as (x, y, length), from the corner of the white."""
    found = []
    for y, row in enumerate(rows, start=QUIET):
        x = QUIET
        for dark, run in groupby(row):
            length = len(tuple(run))
            if dark:
                found.append((x, y, length))
            x += length
    return found


def html(accounts: Sequence[Account], words: Words = ENGLISH) -> bytes:
    """The sheet as a page that prints on any paper."""
    sheet = sheet_of(accounts, words)
    entries = "\n".join(_entry_html(entry, words) for entry in sheet.entries)
    sentences = "\n".join(f"<p>{escape(sentence)}</p>" for sentence in sheet.sentences)
    return _PAGE.format(
        language=escape(sheet.language),
        mark=_MARK,
        title=escape(sheet.title),
        style=_STYLE,
        made=escape(sheet.made),
        sentences=sentences,
        entries=entries,
    ).encode()


def read(_file: Untrusted, _keys: Keys) -> Contents:
    """Say that the picture is what is read. Raises NotSupported."""
    raise NotSupported(
        "This is a sheet for printing, not a file to import.",
        hint="Scan its QR codes: with the camera, from the screen, or from a picture of it.",
    )


def _entry(account: Account, words: Words) -> Entry:
    otp, link = account.otp, format_uri(account)
    issuer, person = names_on_phone(account)
    short = replace(account, issuer=issuer, account=person)
    title = account.title or account.issuer
    names = (account.issuer if account.issuer != title else "", account.account)
    written = otp.secret.reveal().hex() if otp.type is OtpType.MOTP else otp.secret.base32()
    facts = [words.say(_numbers(account))]
    if len(link) > _LONGEST and len(link := format_uri(short)) <= _LONGEST:
        facts.append(words.say(Text("Its long name is shortened in the QR code.")))
    elif len(link) > _LONGEST:
        link = ""
        facts.append(words.say(Text("The secret is too long for a QR code that phones can scan.")))
    elif otp.type is OtpType.YANDEX and otp.pin:
        facts.append(words.say(Text("The PIN is part of the QR code.")))
    grouped = " ".join(written[at : at + 4] for at in range(0, len(written), 4))
    name = " · ".join(filter(None, names))
    return Entry(title or account.account, name if title else "", grouped, link, " · ".join(facts))


def _numbers(account: Account) -> Text:
    """What an app asks for where only the secret key is typed."""
    otp = account.otp
    fields = {"kind": _KINDS[otp.type], "algorithm": otp.algorithm.value, "digits": otp.digits}
    if otp.type is OtpType.HOTP:
        return Text(
            "{kind}, {algorithm}, {digits} digits, counter {counter}", counter=account.counter, **fields
        )
    return Text("{kind}, {algorithm}, {digits} digits, every {period} s", period=otp.period, **fields)


def _entry_html(entry: Entry, words: Words) -> str:
    return _ENTRY.format(
        code=_svg(entry, words) if entry.link else "",
        title=escape(entry.title),
        name=escape(entry.name),
        secret=escape(entry.secret),
        facts=escape(entry.facts),
    )


def _svg(entry: Entry, words: Words) -> str:
    rows = matrix(entry.link)
    modules, side = len(rows) + 2 * QUIET, side_of(rows)
    path = "".join(f"M{x} {y}h{length}v1h-{length}z" for x, y, length in runs(rows))
    name = escape(words.say(Text("QR code of {account}", account=entry.title)))
    return (
        f'<svg role="img" aria-label="{name}" viewBox="0 0 {modules} {modules}" shape-rendering="crispEdges" '
        f'style="width:{side:.1f}mm;height:{side:.1f}mm">'
        f'<path fill="#fff" d="M0 0h{modules}v{modules}h-{modules}z"/><path d="{path}"/></svg>'
    )


_PAGE: Final = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
{mark}
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>{title}</title>
<style>{style}</style>
</head>
<body>
<h1>{title}</h1>
<p class="made">{made}</p>
{sentences}
{entries}
</body>
</html>
"""

_ENTRY: Final = """<section>
{code}
<div><h2>{title}</h2>
<p>{name}</p>
<p class="secret">{secret}</p>
<p class="facts">{facts}</p></div>
</section>"""

_STYLE: Final = """
@page { margin: 15mm }
:root { color-scheme: only light }
body { font: 11pt/1.45 system-ui, sans-serif; color: #000; background: #fff; max-width: 180mm;
  margin: 8mm auto; padding: 0 4mm }
h1 { font-size: 20pt; margin: 0 }
h2 { font-size: 13pt; margin: 0 }
p { margin: 1mm 0; overflow-wrap: anywhere }
.made, .facts { font-size: 9pt; color: #444 }
.secret { font: 11pt/1.4 ui-monospace, monospace }
section { display: flex; gap: 6mm; align-items: center; break-inside: avoid; padding: 3mm 0;
  border-top: 0.3mm solid #bbb; margin-top: 3mm }
svg { flex: none }
div { min-width: 0 }
@media print { body { margin: 0; padding: 0; max-width: none } }
"""

FORMAT = Format(
    id="sheet",
    name="Printable sheet (HTML)",
    fits=lambda file: _MARK in file.start,
    read=read,
    forms=Form.NONE,
    steps=Text("Scan its QR codes."),
    writer=Writer(
        lambda accounts, _password: html(accounts),
        Form.PLAIN,
        Holds(
            frozenset(OtpType),
            max_counter=2**64 - 1,
            pin=False,
            pin_of=frozenset((OtpType.YANDEX,)),
            title=True,
        ),
        ".html",
        html,
    ),
)
