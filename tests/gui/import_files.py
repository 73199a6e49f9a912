"""Files to import, made here, with secrets that follow from names."""

from __future__ import annotations

import hashlib
import json
from base64 import b32encode
from typing import TYPE_CHECKING

from warifu.core.account import Account, Otp
from warifu.core.secret import Secret
from warifu.core.uri import format_uri
from warifu.formats import warifu as own_format

if TYPE_CHECKING:
    from pathlib import Path

FILE_PASSWORD = "the password of the file – ä"


def secret(name: str) -> str:
    """A secret in base32."""
    return b32encode(hashlib.sha256(name.encode()).digest()[:20]).decode()


def account(title: str, name: str = "ada", *, key_of: str = "", **fields: object) -> Account:
    """An account as an app would have it; the secret follows from ``key_of`` or the title."""
    key = hashlib.sha256((key_of or title).encode()).digest()[:20]
    made = {"title": title, "issuer": title, "account": name, **fields}
    return Account(Otp(Secret(key)), **made)  # type: ignore[arg-type]


def links(path: Path, *accounts: Account, lines: tuple[str, ...] = ()) -> Path:
    """A list of links."""
    path.write_text("\n".join([*map(format_uri, accounts), *lines]) + "\n", encoding="utf-8")
    return path


def encrypted(path: Path, *accounts: Account, password: str = FILE_PASSWORD) -> Path:
    """A file of Warifu's under a password of its own; the key derivation is as cheap as the test asks for."""
    path.write_bytes(own_format.write(accounts, password))
    return path


def endless(path: Path) -> Path:
    """A whole file whose password takes minutes to try; that no key fits does not matter before."""
    raw = encrypted(path, account("Slow")).read_bytes()
    end = 12 + int.from_bytes(raw[8:12], "big")
    header = json.loads(raw[12:end])
    header["slots"][0] |= {"memory_kib": 512 * 1024, "passes": 16, "lanes": 1}
    plain = json.dumps(header, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    whole = raw[:8] + len(plain).to_bytes(4, "big") + plain + raw[end:-32]
    path.write_bytes(whole + hashlib.sha256(whole).digest())
    return path
