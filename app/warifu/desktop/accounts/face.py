"""What one row shows at one moment. Computed when asked for and kept nowhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from warifu.core.account import OtpType
from warifu.desktop.accounts.unfocused import away
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.widgets.codes import URGENT_SECONDS, spoken
from warifu.services.codes import VisibleCode, visible_code
from warifu.settings import schema

if TYPE_CHECKING:
    from warifu.core.account import Account
    from warifu.settings.file import Settings


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants to see in rows."""

    hide: bool = False
    show_next_seconds: int = 5  # 0 = never
    compact: bool = False


def wishes_of(settings: Settings) -> Wishes:
    """What the settings say about rows, at this moment."""
    get = settings.get
    return Wishes(
        hide=get(schema.HIDE_CODES) or away(settings),
        show_next_seconds=get(schema.SHOW_NEXT_SECONDS),
        compact=get(schema.ROWS) == "compact",
    )


def ages(account: Account) -> bool:
    """Whether the account's code changes with time."""
    return account.otp.type is not OtpType.HOTP


def seconds_left(account: Account, now: float) -> int:
    """Whole seconds until the account's code changes, the running one included; 0 for HOTP."""
    return account.otp.period - int(now) % account.otp.period if ages(account) else 0


def face(account: Account, now: float, wishes: Wishes, *, revealed: bool) -> VisibleCode:
    """The code that the row shows at Unix time ``now``, and the next one where it is time for it."""
    hide = wishes.hide and not revealed
    return visible_code(account, now, hide=hide, show_next=wishes.show_next_seconds)


def words_change(account: Account, before: float, now: float, wishes: Wishes) -> bool:
    """Whether code, next code or their colour differ between two Unix times, however far apart they are."""
    if not ages(account):
        return False
    marks = (wishes.show_next_seconds, URGENT_SECONDS)
    was, left = seconds_left(account, before), seconds_left(account, now)
    new_code = int(before) // account.otp.period != int(now) // account.otp.period
    return new_code or any((was <= mark) != (left <= mark) for mark in marks)


def title_of(account: Account) -> str:
    """The first line of a row."""
    return account.name or tr("Unnamed")


def subtitle_of(account: Account) -> str:
    """The second line of a row, which does not say the first again."""
    parts = (account.issuer, account.account)
    kept = [part for part in parts if part and part != title_of(account)]
    return " · ".join(kept[-1:] if account.title and account.account else kept)


def described(account: Account, now: float, wishes: Wishes, *, revealed: bool) -> str:
    """The row as a screen reader says it, the code digit by digit."""
    shown = face(account, now, wishes, revealed=revealed)
    parts = [title_of(account), subtitle_of(account)]
    if account.pinned:
        parts.append(tr("pinned"))
    parts.append(tr("code {digits}", digits=spoken(shown.text)) if shown.value else tr("code hidden"))
    if shown.next_text:
        parts.append(tr("next {digits}", digits=spoken(shown.next_text)))
    if shown.seconds_left is not None:
        parts.append(tr_n(shown.seconds_left, "{n} second left", "{n} seconds left"))
    return ", ".join(part for part in parts if part)
