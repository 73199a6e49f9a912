"""Google Authenticator's transfer codes, otpauth-migration://, read and written.

The payload is the Protocol Buffers message MigrationPayload: 1 otp_parameters (repeated), 2 version,
3 batch_size, 4 batch_index, 5 batch_id. It knows periods of 30 seconds, 6 or 8 digits, and SHA-1, SHA-256,
SHA-512 and MD5.
"""

from __future__ import annotations

import base64
import binascii
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote, unquote

from warifu.core.account import MAX_TITLE, Account, Algorithm, Otp, OtpType
from warifu.core.base32 import MAX_SECRET
from warifu.core.clean import clean_line
from warifu.core.errors import BadText
from warifu.core.problem import Problem
from warifu.core.secret import Secret
from warifu.core.targets import google_refusal, names_on_phone
from warifu.core.text import Text
from warifu.core.wire import read_fields, signed, write_bytes, write_varint

SCHEME = "otpauth-migration"
PER_CODE = 10  # accounts in one QR code, as Google's own app does
MAX_LINK = 1273  # characters: a QR code of version 25, 117 modules wide, which phones scan from any screen
MAX_BYTES = MAX_SECRET * 5 // 8  # of a secret, as many as may be typed
MAX_PARTS = 100  # of which a missing one is named
_PERIOD = 30  # seconds
_ALGORITHMS = {0: Algorithm.SHA1, 1: Algorithm.SHA1, 2: Algorithm.SHA256, 3: Algorithm.SHA512}
_DIGITS = {0: 6, 1: 6, 2: 8}
_TYPES = {0: OtpType.TOTP, 1: OtpType.HOTP, 2: OtpType.TOTP}


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transfer code holds: part ``index`` (from 0) of ``size`` parts with the same ``batch_id``."""

    accounts: tuple[Account, ...]
    problems: tuple[Problem, ...]
    index: int
    size: int
    batch_id: int


@dataclass(frozen=True, slots=True)
class TransferCode:
    """A link to show as a QR code, and the accounts in it."""

    uri: str = field(repr=False)
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Transfer:
    """Codes in their order, and what Google Authenticator cannot hold, each with its reason."""

    codes: tuple[TransferCode, ...]
    refused: tuple[tuple[Account, Text], ...]

    @property
    def uris(self) -> tuple[str, ...]:
        """The links alone."""
        return tuple(code.uri for code in self.codes)


def is_migration(text: str) -> bool:
    """Whether the text starts like a transfer code."""
    return text.lstrip().casefold().startswith(SCHEME + ":")


def parse_migration(untrusted: str) -> Batch:
    """The accounts of one transfer code; an unreadable account becomes a problem, the others stay.

    Raises BadText when the code as a whole cannot be read.
    """
    accounts: list[Account] = []
    problems: list[Problem] = []
    index, size, batch_id = 0, 1, 0
    try:
        for number, value in read_fields(_payload(untrusted)):
            if number == 1 and isinstance(value, bytes):
                _read_account(value, accounts, problems)
            elif number == 3 and isinstance(value, int):
                size = max(1, signed(value, 32))
            elif number == 4 and isinstance(value, int):
                index = max(0, signed(value, 32))
            elif number == 5 and isinstance(value, int):
                batch_id = signed(value, 32)
    except ValueError:
        raise _unreadable() from None
    if not accounts and not problems:
        raise BadText("This transfer code holds no account.")
    return Batch(tuple(accounts), tuple(problems), index, size, batch_id)


def missing_parts(batches: Iterable[Batch]) -> tuple[tuple[int, int], ...]:
    """Part and number of parts, counted from 1, of what belongs to these batches and is not among them."""
    seen: dict[tuple[int, int], set[int]] = {}
    for batch in batches:
        seen.setdefault((batch.batch_id, batch.size), set()).add(batch.index)
    return tuple(
        (part + 1, size)
        for (_, size), indices in seen.items()
        for part in range(min(size, MAX_PARTS))
        if part not in indices
    )


def format_migration(accounts: Sequence[Account], batch_id: int | None = None) -> Transfer:
    """Transfer codes of up to ten accounts each; ``batch_id`` is random unless given."""
    refused = tuple((account, reason) for account in accounts if (reason := google_refusal(account)))
    left_out = {account.id for account, _ in refused}
    parts = _parts([account for account in accounts if account.id not in left_out])
    number = secrets.randbits(31) if batch_id is None else batch_id
    codes = (
        TransferCode(_link(part, index, len(parts), number), tuple(part)) for index, part in enumerate(parts)
    )
    return Transfer(tuple(codes), refused)


def _payload(untrusted: str) -> bytes:
    _, found, data = untrusted.strip().partition("data=")
    if not found:
        raise _unreadable()
    text = unquote(data.partition("&")[0]).strip()
    text = text.replace(" ", "+").replace("-", "+").replace("_", "/").rstrip("=")
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise _unreadable() from None


def _read_account(untrusted: bytes, accounts: list[Account], problems: list[Problem]) -> None:
    n = len(accounts) + len(problems) + 1
    try:
        accounts.append(_account(dict(read_fields(untrusted)), n))
    except BadText as error:
        problems.append(Problem.of(error))
    except (ValueError, KeyError, TypeError):
        problems.append(Problem(Text("Account {n} of this transfer code cannot be read.", n=n)))


def _account(fields: dict[int, int | bytes], n: int) -> Account:
    secret = Secret(_bytes(fields, 1))
    if not len(secret):
        raise BadText(Text("Account {n} of this transfer code has no secret.", n=n))
    if len(secret) > MAX_BYTES:
        raise BadText(Text("The secret of account {n} of this transfer code is too long.", n=n))
    if (algorithm := _ALGORITHMS.get(_number(fields, 4))) is None:
        raise BadText(Text("Account {n} of this transfer code uses an algorithm that is not supported.", n=n))
    name = clean_line(_bytes(fields, 2).decode(errors="replace"), MAX_TITLE)
    issuer = clean_line(_bytes(fields, 3).decode(errors="replace"), MAX_TITLE)
    prefix, colon, rest = name.partition(":")
    if colon and (not issuer or prefix.strip().casefold() == issuer.casefold()):
        issuer, name = issuer or prefix.strip(), rest.strip()
    otp = Otp(secret, _TYPES[_number(fields, 6)], algorithm, _DIGITS[_number(fields, 5)], _PERIOD)
    counter = max(0, signed(_number(fields, 7)))
    return Account(otp, title=issuer, issuer=issuer, account=name, counter=counter)


def _bytes(fields: dict[int, int | bytes], number: int) -> bytes:
    value = fields.get(number, b"")
    if isinstance(value, int):
        raise TypeError
    return value


def _number(fields: dict[int, int | bytes], number: int) -> int:
    value = fields.get(number, 0)
    if isinstance(value, bytes):
        raise TypeError
    return value


def _parts(accounts: Sequence[Account]) -> list[list[Account]]:
    """At most ten together, and fewer where long names or secrets would make the QR code too fine."""
    parts: list[list[Account]] = []
    for account in accounts:
        if parts and len(parts[-1]) < PER_CODE and len(_link([*parts[-1], account], 0, 1, -1)) <= MAX_LINK:
            parts[-1].append(account)
        else:
            parts.append([account])
    return parts


def _link(accounts: Sequence[Account], index: int, size: int, batch_id: int) -> str:
    message = b"".join(write_bytes(1, _parameters(account)) for account in accounts)
    message += write_varint(2, 1) + write_varint(3, size) + write_varint(4, index) + write_varint(5, batch_id)
    return f"{SCHEME}://offline?data={quote(base64.b64encode(message).decode(), safe='')}"


def _parameters(account: Account) -> bytes:
    otp, (issuer, name) = account.otp, names_on_phone(account)
    prefix, colon, _ = name.partition(":")
    if colon and prefix.strip().casefold() == issuer.casefold():  # which readers take for the issuer again
        name = f"{issuer}:{name}"
    name = name or issuer
    algorithm = {Algorithm.SHA1: 1, Algorithm.SHA256: 2, Algorithm.SHA512: 3, Algorithm.MD5: 4}[otp.algorithm]
    hotp = otp.type is OtpType.HOTP
    texts = ((1, otp.secret.reveal()), (2, name.encode()), (3, issuer.encode()))
    fields = b"".join(write_bytes(number, value) for number, value in texts)
    fields += write_varint(4, algorithm) + write_varint(5, 2 if otp.digits == 8 else 1)
    return fields + write_varint(6, 1 if hotp else 2) + (write_varint(7, account.counter) if hotp else b"")


def _unreadable() -> BadText:
    return BadText(
        "This transfer code cannot be read.",
        hint="Show it again in Google Authenticator, or copy the whole otpauth-migration:// link.",
    )
