"""One token of Authy, however a file spells it, and the account that it is.

Authy has two kinds: tokens of other sites (30 seconds, base32) and its own apps (10 seconds, mostly seven
digits, hexadecimal). The secret of the first lies there encrypted: AES-256-CBC under PBKDF2-HMAC-SHA1 of the
backup password over the salt as text; 1,000 rounds before June 2024, 100,000 since then.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Final

from warifu.core.account import MAX_TITLE
from warifu.core.clean import clean_line
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.core.uri import is_link
from warifu.formats import kdf
from warifu.formats.base import Imported
from warifu.formats.entries import imported, of_link, text_at, whole
from warifu.formats.errors import FileTooBig
from warifu.formats.kdf import Hash
from warifu.vault.aead import Forged
from warifu.vault.foreign import aes_cbc_open

if TYPE_CHECKING:
    from warifu.formats.tries import Tries

ENCRYPTED: Final = ("encryptedSecret", "encryptedSeed", "encrypted_seed", "encrypted_secret")
SEEDS: Final = ("secretSeed", "secret_seed")
DECRYPTED: Final = ("decryptedSecret", "decryptedSeed", "decrypted_seed", "decrypted_secret")
_PLAIN: Final = (*DECRYPTED, "secret")
_IVS: Final = ("unique_iv", "uniqueIV", "uniqueIv", "iv")
_ROUNDS: Final = ("key_derivation_iterations", "keyDerivationIterations", "kdf_iterations", "iterations")
_USUAL_ROUNDS: Final = (100_000, 1_000)
_MOST_WORK: Final = 1_000_000_000  # rounds in one file: some minutes
_NO_IV: Final = bytes(16)
_APP_PERIOD: Final = 10  # seconds
_APP_DIGITS: Final = 7
_BASE32: Final = re.compile(r"[A-Za-z2-7\s-]+=*")
_BEHIND_ISSUER: Final = re.compile(r"\s*:\s*|\s+-\s+|\s*$")
_NO_ISSUER: Final = "authenticator"  # what Authy calls tokens whose site it does not know, in all colours


@dataclass(slots=True)
class Opener:
    """Opens the secrets of one file: keys are derived once, and what fitted the last token comes first."""

    tries: Tries
    _rounds: list[int] = field(default_factory=lambda: list(_USUAL_ROUNDS))
    _keys: dict[tuple[str, bytes, int], bytes] = field(default_factory=dict, repr=False)
    _work: int = 0

    def open(self, token: dict[str, Any]) -> str:
        """The base32 of an encrypted token. Raises BadText, NeedsPassword, FileTooBig."""
        sealed = _base64(_first(token, *ENCRYPTED))
        salt = text_at(token, "salt").encode()
        own = whole(_value(token, *_ROUNDS))
        ivs = dict.fromkeys((_iv(_first(token, *_IVS)), _NO_IV))
        if not sealed or len(sealed) % 16 or not salt:
            raise BadText(_NOT_WHOLE)

        def attempt(password: str) -> str | None:
            for rounds in (own,) if own and own > 0 else tuple(self._rounds):
                key = self._key(password, salt, rounds)
                for iv in ivs:
                    if (secret := _opened(key, iv, sealed)) is not None:
                        self._remember(rounds)
                        return secret
            return None

        return self.tries.open(attempt)

    def _key(self, password: str, salt: bytes, rounds: int) -> bytes:
        place = (password, salt, rounds)
        if place not in self._keys:
            self._work += max(rounds, 0)
            if self._work > _MOST_WORK:
                raise FileTooBig(
                    "This file asks for more work to open it than any app’s export does.",
                    hint="It may be made to do harm. Export it again if you trust where it comes from.",
                )
            self._keys[place] = kdf.pbkdf2(Hash.SHA1, password.encode(), salt, rounds)
        return self._keys[place]

    def _remember(self, rounds: int) -> None:
        if rounds in self._rounds:
            self._rounds.remove(rounds)
            self._rounds.insert(0, rounds)


def account_of(
    token: dict[str, Any], opener: Opener, *, binned: bool = False, seven_is_ten: bool = False
) -> Imported:
    """The account of a token; ``seven_is_ten``: seven digits mean ten seconds where a script of the developer
    tools decrypted it and told no period.

    Raises BadText, NeedsPassword, FileTooBig.
    """
    seed = "" if _first(token, *DECRYPTED, *ENCRYPTED) else _first(token, *SEEDS)
    link, plain = text_at(token, "uri").strip(), _first(token, *_PLAIN)
    digits, period = whole(token.get("digits")), whole(token.get("period"))
    issuer, account = names(token, is_app=bool(seed))
    if is_link(link) and not seed and not _first(token, *DECRYPTED, *ENCRYPTED):
        return _of_link(link, issuer, account, text_at(token, "name"))
    secret: Secret | str
    if seed:
        secret = _hexadecimal(seed)
    elif plain:
        secret = plain
        _refuse_failed(plain)
    else:
        secret = opener.open(token)
    if period is None:
        by_script = seven_is_ten and bool(_first(token, "decryptedSeed", "secret"))
        period = _APP_PERIOD if seed or (by_script and digits == _APP_DIGITS) else 30
    if digits is None:
        digits = _APP_DIGITS if seed else 6
    binned = binned or token.get("markedForDeletion") is True
    return imported(
        secret=secret, issuer=issuer, account=account, digits=digits, period=period, binned=binned
    )


def names(token: dict[str, Any], *, is_app: bool = False) -> tuple[str, str]:
    """Issuer and account, as far as Authy's several names tell them apart."""
    original = _first(token, "originalName", "original_name").strip()
    name = text_at(token, "name").strip() or original
    if is_app:
        return name, ""
    issuer = _first(token, "originalIssuer", "original_issuer", "issuer").strip()
    if not issuer:
        issuer = _before(original, ":") or _before(name, ":") or _before(name, " - ") or _brand(token)
    if name.casefold().startswith(issuer.casefold()) and issuer:
        rest = name[len(issuer) :]
        if separator := _BEHIND_ISSUER.match(rest):
            return issuer, rest[separator.end() :]
    return issuer, name


def shown_name(token: Any) -> str:
    """What to call a token that could not be read."""
    return _first(token, "name", "originalName", "original_name")


def is_encrypted(token: Any) -> bool:
    """Whether the secret of a token needs a password."""
    try:
        return bool(_first(token, *ENCRYPTED)) and not _first(token, *_PLAIN, *SEEDS)
    except (BadText, AttributeError):
        return False


def _of_link(link: str, issuer: str, account: str, name: str) -> Imported:
    """The codes of the link, with the names that the token gives; without any, those of the link."""
    found = of_link(link)
    if not name:
        return found
    issuer = clean_line(issuer, MAX_TITLE)
    named = replace(found.account, title=issuer, issuer=issuer, account=clean_line(account, MAX_TITLE))
    return replace(found, account=named)


def _first(token: dict[str, Any], *keys: str) -> str:
    return next((text for key in keys if (text := text_at(token, key))), "")


def _value(token: dict[str, Any], *keys: str) -> Any:
    return next((token[key] for key in keys if token.get(key) not in {None, "", 0}), None)


def _before(text: str, mark: str) -> str:
    before, found, _ = text.partition(mark)
    return before.strip() if found else ""


def _brand(token: dict[str, Any]) -> str:
    """The picture or the kind of a token, where that is the name of a site."""
    for key in ("logo", "accountType", "account_type"):
        text = text_at(token, key).strip()
        if text and not text.casefold().startswith(_NO_ISSUER) and "/" not in text:
            return text[:1].upper() + text[1:]
    return ""


def _opened(key: bytes, iv: bytes, sealed: bytes) -> str | None:
    """The text if it is one: there is no tag, and padding fits by chance one time in 256.

    A wrong IV spoils the first block alone, so all of it has to be what a secret is written with.
    """
    try:
        text = aes_cbc_open(key, iv, sealed).decode("ascii").strip()
    except (Forged, UnicodeDecodeError):
        return None
    return text if _BASE32.fullmatch(text) else None


def _refuse_failed(secret: str) -> None:
    if secret.strip().casefold().startswith("decryption failed"):
        raise BadText(
            "This token was not decrypted when the file was made.",
            hint="Import the encrypted file instead, with the password that this token was saved with.",
        )


def _iv(text: str) -> bytes:
    """An IV in hexadecimal, of zeros where there is none."""
    try:
        iv = bytes.fromhex(text)
    except ValueError:
        iv = _base64(text)
    return iv if len(iv) == len(_NO_IV) else _NO_IV


def _base64(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return b""


def _hexadecimal(text: str) -> Secret:
    try:
        return Secret(bytes.fromhex(text))
    except ValueError:
        raise BadText("Its secret is not written in hexadecimal digits.") from None


_NOT_WHOLE: Final = Text("Its encrypted secret is damaged, or its salt is missing.")
