"""What targets are called, and how they stand to passwords."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from warifu.desktop.app_icon import icon_of_app
from warifu.desktop.i18n import shown, tr
from warifu.formats.base import Form
from warifu.services.exporting import PDF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from warifu.core.account import Account, Icon
    from warifu.core.text import Text
    from warifu.desktop.compose import Context
    from warifu.formats.base import Format

OWN: Final = "warifu"
SHEETS: Final = frozenset(("sheet", PDF))


def forms_of(target: Format) -> Form:
    """How the target's file may lie there."""
    return target.writer.forms if target.writer is not None else Form.NONE


def name_of(target: Format) -> str:
    """What the target is called in a list."""
    if target.id == OWN:
        return tr("Warifu file")
    if target.id == "sheet":
        return tr("Printable sheet, web page")
    if target.id == PDF:
        return tr("Printable sheet, PDF")
    if target.id == "otpauth":
        return tr("List of otpauth links")
    return target.name


def said_of(target: Format) -> str:
    """One line about it."""
    if target.id == OWN:
        return tr("Encrypted, and holds everything")
    if target.id in SHEETS:
        return tr("QR codes and secret keys on paper")
    if target.id == "otpauth":
        return tr("Read by most authenticators")
    forms = forms_of(target)
    if Form.ENCRYPTED not in forms:
        return tr("Not encrypted")
    return tr("Encrypted") if Form.PLAIN not in forms else tr("Encrypted, or plain")


def icon_of(context: Context, target: Format) -> Icon:
    """The brand of the app, or a letter."""
    return icon_of_app(context.catalogue, target.id, target.name)


def line_of(account: Account, sentences: Sequence[Text]) -> str:
    """An account with what becomes of it."""
    from warifu.desktop.accounts.face import subtitle_of, title_of

    name = " · ".join(part for part in (title_of(account), subtitle_of(account)) if part)
    return tr("{account}: {sentence}", account=name, sentence=" ".join(shown(each) for each in sentences))
