"""What the form holds before it becomes an account. No Qt here: the page shows it, the tests read it."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from warifu.core.account import MAX_TAG, MAX_TAGS, MAX_TITLE, Account, Algorithm, Icon, Otp, OtpType
from warifu.core.clean import clean_line, clean_note
from warifu.core.problem import Problem
from warifu.core.text import Text

if TYPE_CHECKING:
    from warifu.core.intake import Intake
    from warifu.core.secret import Secret

NEEDS_PIN = (OtpType.MOTP, OtpType.YANDEX)

# What a type fixes; the form offers a choice for the others only.
FIXED: dict[OtpType, dict[str, Any]] = {
    OtpType.STEAM: {"algorithm": Algorithm.SHA1, "digits": 5, "period": 30},
    OtpType.MOTP: {"algorithm": Algorithm.MD5, "digits": 6, "period": 10},
    OtpType.YANDEX: {"algorithm": Algorithm.SHA256, "digits": 8, "period": 30},
}


@dataclass(frozen=True, slots=True)
class Draft:
    """The form: every field as the person left it, or as the pasted text said."""

    secret: Secret | None = None
    problem: Problem | None = None  # why the pasted text gives no secret
    title: str = field(default="", repr=False)
    account: str = field(default="", repr=False)
    issuer: str = field(default="", repr=False)
    icon: Icon = field(default_factory=Icon)
    tags: tuple[str, ...] = field(default=(), repr=False)
    note: str = field(default="", repr=False)
    type: OtpType = OtpType.TOTP
    algorithm: Algorithm = Algorithm.SHA1
    digits: int = 6
    period: int = 30  # seconds
    counter: int = 0
    pin: str = field(default="", repr=False)
    own: frozenset[str] = frozenset()  # fields the person has set: a pasted text leaves them alone

    @property
    def otp(self) -> Otp | None:
        """The register of secret and parameters, or None as long as there is no secret."""
        if self.secret is None:
            return None
        return Otp(self.secret, self.type, self.algorithm, self.digits, self.period, self.pin)


_PASTED = tuple(f.name for f in fields(Draft) if f.name not in {"secret", "problem", "own"})
_OF_OTP = ("type", "algorithm", "digits", "period", "pin")


def draft_of(account: Account) -> Draft:
    """The form filled with an account that exists; all of its fields count as the person's own."""
    return replace(_filled(Draft(), account), own=frozenset(_PASTED))


def typed(draft: Draft, **values: Any) -> Draft:
    """The draft with fields as a person set them; a new type brings the parameters it fixes."""
    fixed = FIXED.get(values["type"], {}) if "type" in values else {}
    if "type" in values and not fixed and draft.type in FIXED:
        fixed = {"algorithm": Algorithm.SHA1, "digits": 6, "period": 30}
    return replace(draft, **fixed, **values, own=draft.own | values.keys())


def suggested(draft: Draft, icon: Icon) -> Draft:
    """The draft with a guessed icon, unless the person has chosen one."""
    return draft if "icon" in draft.own else replace(draft, icon=icon)


def is_several(intake: Intake) -> bool:
    """Whether a text asks for a choice: several accounts, or one beside lines that cannot be read."""
    return len(intake.accounts) > 1 or bool(intake.accounts and intake.problems)


def pasted(draft: Draft, intake: Intake) -> Draft:
    """The draft after reading what the person pasted; texts that hold several accounts give none here."""
    if intake.accounts and not is_several(intake):
        return _filled(draft, intake.accounts[0])
    problem = intake.problems[0] if intake.problems and not intake.accounts else None
    return replace(_filled(draft, None), secret=None, problem=problem)


def replaced(draft: Draft, account: Account, intake: Intake) -> Draft:
    """The draft of an account that exists, after pasting another secret: a link brings its parameters, a
    bare key leaves them, and an empty text brings back the secret that is there.
    """
    if not intake.accounts and not intake.problems:
        return _with_otp(draft, account.otp, account.counter)
    if len(intake.accounts) > 1:
        problem = Problem(Text("This text holds several accounts, and here is room for one."))
        return replace(draft, secret=None, problem=problem)
    new = pasted(draft, intake)
    found = intake.accounts[0] if intake.accounts else None
    if found is None or found == Account(Otp(found.otp.secret), id=found.id):
        return new
    return _with_otp(draft, found.otp, found.counter)


def missing(draft: Draft) -> Text | None:
    """Why the draft cannot be saved yet, as one sentence; None when it can."""
    if draft.problem is not None:
        return draft.problem.title
    if draft.secret is None:
        return Text("Paste the secret key or link first.")
    if draft.type in NEEDS_PIN and not draft.pin:
        return Text("This type of code needs its PIN, under Advanced.")
    if not clean_line(draft.title, MAX_TITLE):
        return Text("Give it a title, so that you find it again.")
    return None


def built(draft: Draft) -> Account | None:
    """The account the draft describes, with its texts cleaned; None as long as there is no secret."""
    if draft.otp is None:
        return None
    return Account(
        otp=draft.otp,
        title=clean_line(draft.title, MAX_TITLE),
        account=clean_line(draft.account, MAX_TITLE),
        issuer=clean_line(draft.issuer, MAX_TITLE),
        icon=draft.icon,
        tags=draft.tags,
        note=clean_note(draft.note),
        counter=draft.counter,
    )


def changes(draft: Draft, account: Account) -> dict[str, Any]:
    """The fields of ``account`` that the draft would change."""
    new = built(draft)
    if new is None:
        return {}
    names = ("otp", "title", "account", "issuer", "icon", "tags", "note", "counter")
    return {name: getattr(new, name) for name in names if getattr(new, name) != getattr(account, name)}


def tags_from(untrusted_text: str) -> tuple[str, ...]:
    """Tags typed in one line, separated by commas; each once, in the order typed."""
    parts = untrusted_text.replace("、", ",").replace("，", ",").split(",")
    tags = (clean_line(part, MAX_TAG) for part in parts)
    return tuple(dict.fromkeys(tag for tag in tags if tag))[:MAX_TAGS]


def _with_otp(draft: Draft, otp: Otp, counter: int) -> Draft:
    values = {name: getattr(otp, name) for name in _OF_OTP}
    return replace(draft, secret=otp.secret, problem=None, counter=counter, **values)


def _filled(draft: Draft, account: Account | None) -> Draft:
    """The draft with every field that is not the person's own taken from ``account`` (None: blank)."""
    source = account or Draft()
    values: dict[str, Any] = {}
    for name in _PASTED:
        if name not in draft.own:
            holder = account.otp if account is not None and name in _OF_OTP else source
            values[name] = getattr(holder, name)
    if account is not None and "title" in values and not values["title"]:
        values["title"] = account.name
    secret = account.otp.secret if account is not None else None
    return replace(draft, secret=secret, problem=None, **values)
