"""What an account is."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from warifu.core.secret import Secret

MAX_TITLE = 200  # characters of a title, an issuer or an account name
MAX_NOTE = 10_000  # characters
MAX_TAGS = 50
MAX_TAG = 60  # characters


class OtpType(StrEnum):
    """How a code is made from the secret."""

    TOTP = "totp"  # RFC 6238
    HOTP = "hotp"  # RFC 4226
    STEAM = "steam"
    MOTP = "motp"
    YANDEX = "yandex"


class Algorithm(StrEnum):
    """The hash under HMAC; MD5 is mOTP's own and belongs to no other type."""

    SHA1 = "SHA1"
    SHA256 = "SHA256"
    SHA512 = "SHA512"
    MD5 = "MD5"


@dataclass(frozen=True, slots=True)
class Otp:
    """The secret with everything that decides its codes: one register, changed as a whole."""

    secret: Secret
    type: OtpType = OtpType.TOTP
    algorithm: Algorithm = Algorithm.SHA1
    digits: int = 6
    period: int = 30  # seconds
    pin: str = field(default="", repr=False)  # mOTP and Yandex ask for one


@dataclass(frozen=True, slots=True)
class Icon:
    """A brand of the catalogue, the user's own picture, or, with neither, a coloured letter."""

    brand: str = ""  # slug in the catalogue
    image: bytes = field(default=b"", repr=False)  # PNG, square


def new_id() -> str:
    """A random UUID (RFC 9562, version 4), the identity of an account for ever."""
    import uuid

    return str(uuid.uuid4())


@dataclass(frozen=True, slots=True)
class Account:
    """One account as everything above the vault sees it. Identity is ``id``, never a name."""

    otp: Otp
    title: str = field(default="", repr=False)
    account: str = field(default="", repr=False)  # the user's name at the site
    issuer: str = field(default="", repr=False)  # as the site calls itself; the title is the user's own
    icon: Icon = Icon()
    tags: tuple[str, ...] = field(default=(), repr=False)
    note: str = field(default="", repr=False)
    pinned: bool = False
    counter: int = 0  # HOTP: of the next code to show
    order: str = ""  # fractional index, compared as text
    uses: int = 0
    last_used: int = 0  # Unix seconds, 0 = never
    created: int = 0  # Unix seconds
    trashed: int = 0  # Unix seconds when it went to the trash, 0 = not there
    id: str = field(default_factory=new_id)

    @property
    def name(self) -> str:
        """What to call it when only one line fits; may be empty."""
        return self.title or self.issuer or self.account
