"""Every format, in the order in which they are tried: by content, first what cannot be mistaken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.formats import (
    aegis,
    andotp,
    any_json,
    authenticator_extension,
    authenticator_plus,
    authy,
    battlenet,
    bitwarden,
    bitwarden_authenticator,
    cotp,
    csv_table,
    dashlane,
    deskotp,
    duo,
    enpass,
    ente,
    freeotp,
    freeotp2,
    google,
    google_app,
    kdbx,
    keeper,
    lastpass,
    links,
    microsoft,
    onepassword,
    open_authenticator,
    openpgp,
    otp_auth_ios,
    otpclient,
    password_tables,
    proton,
    proton_pass,
    pskc,
    qr,
    raivo,
    sheet,
    steam,
    stratum,
    totp_authenticator,
    twofas,
    twofauth,
    warifu,
    winauth,
    ykman,
)
from warifu.formats.errors import (
    FileDamaged,
    FileTooBig,
    FormatError,
    NotRecognised,
    WrongFilePassword,
)

if TYPE_CHECKING:
    from warifu.formats.base import Contents, Format, Keys
    from warifu.formats.untrusted import Untrusted

FORMATS: tuple[Format, ...] = (
    # 1 bytes that nothing else starts with
    warifu.FORMAT,
    sheet.FORMAT,
    kdbx.FORMAT,
    onepassword.FORMAT,
    proton_pass.FORMAT,
    raivo.FORMAT,
    authenticator_plus.ARCHIVE,
    winauth.ARCHIVE,
    microsoft.FORMAT,
    google_app.FORMAT,
    stratum.FORMAT,
    otpclient.FORMAT,
    freeotp2.FORMAT,
    openpgp.FORMAT,
    qr.FORMAT,
    # 2 what a manifest beside it tells, then markup
    steam.FORMAT,
    authy.FORMAT,  # and its table, before tables of any kind
    battlenet.FORMAT,
    totp_authenticator.FORMAT,
    freeotp.FREEOTP,
    winauth.XML,
    pskc.FORMAT,
    # 3 JSON
    twofas.FORMAT,
    deskotp.FORMAT,
    aegis.FORMAT,
    ente.FORMAT,
    proton.FORMAT,
    bitwarden_authenticator.FORMAT,
    bitwarden.FORMAT,
    freeotp.FREEOTP_PLUS,
    lastpass.FORMAT,
    twofauth.FORMAT,
    keeper.FORMAT,
    enpass.FORMAT,
    dashlane.FORMAT,
    cotp.FORMAT,
    open_authenticator.FORMAT,
    authenticator_extension.FORMAT,
    duo.FORMAT,
    andotp.FORMAT,
    # 4 text
    password_tables.KEEPASSXC,
    password_tables.LASTPASS,
    password_tables.APPLE,
    password_tables.MYKI,
    password_tables.PROTON_PASS,
    password_tables.ROBOFORM,
    password_tables.NORDPASS,
    google.FORMAT,
    links.FORMAT,  # also in JSON that holds nothing else
    any_json.FORMAT,  # after all that know their own
    ykman.FORMAT,
    csv_table.FORMAT,
    # 5 bytes that look like noise; what claims any of them comes last
    otp_auth_ios.FORMAT,
    authenticator_plus.DATABASE,
    andotp.OLD_FORMAT,
)


def by_id(format_id: str) -> Format:
    """The format of that id. Raises FormatError where there is none."""
    for each in FORMATS:
        if each.id == format_id:
            return each
    raise FormatError("There is no format of that name.", hint="“warifu formats” lists them.")


def detect(file: Untrusted) -> Format:
    """The format of a file, by its content. Raises NotRecognised."""
    for each in FORMATS:
        if each.fits(file):
            return each
    raise NotRecognised


def read(file: Untrusted, keys: Keys, format_id: str = "") -> tuple[Format, Contents]:
    """What a file holds, read as its content says or as ``format_id`` wants it. Raises FormatError."""
    chosen = by_id(format_id) if format_id else detect(file)
    try:
        return chosen, chosen.read(file, keys)
    except WrongFilePassword:
        if format_id or chosen is not andotp.OLD_FORMAT:
            raise
        return _unmarked(file, keys)
    except MemoryError:
        raise FileTooBig(
            "Reading this file takes more memory than this computer has free.",
            hint="Close other programs and try again.",
        ) from None


def _unmarked(file: Untrusted, keys: Keys) -> tuple[Format, Contents]:
    """What else unmarked bytes may be: the first database of OTPClient. Raises WrongFilePassword."""
    try:
        return otpclient.FORMAT, otpclient.FORMAT.read(file, keys)
    except FileDamaged:
        raise WrongFilePassword from None
