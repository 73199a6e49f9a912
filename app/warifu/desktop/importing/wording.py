"""Groups, numbers and differences, as the pages of an import say them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from warifu.core.account import OtpType
from warifu.desktop.accounts.face import subtitle_of, title_of
from warifu.desktop.i18n import shown, tr, tr_n
from warifu.services.importing import Standing, changed_by

if TYPE_CHECKING:
    from collections.abc import Iterator

    from warifu.core.account import Account, Otp
    from warifu.core.problem import Problem
    from warifu.services.importing import Found, Taken


def group_name(standing: Standing, count: int) -> str:
    """The heading of a group."""
    match standing:
        case Standing.NEW:
            return tr("New: {n}", n=count)
        case Standing.CHANGED:
            return tr("Here, and changed in the file: {n}", n=count)
        case Standing.SAME:
            return tr("Here already: {n}", n=count)
        case Standing.REPEATED:
            return tr("Twice in the file: {n}", n=count)
        case Standing.BINNED:
            return tr("In that app’s bin: {n}", n=count)


def unreadable(count: int) -> str:
    """The heading of what cannot be read."""
    return tr("Not readable: {n}", n=count)


def remark_of(found: Found) -> str:
    """What is to be known of an account, beside its group: what would change, or as whom it is here."""
    if found.standing is Standing.CHANGED and found.twin is not None:
        return " · ".join(differences(found.twin, changed_by(found)))
    if found.twin is not None and title_of(found.twin) != title_of(found.account):
        return tr("Here as “{title}”", title=title_of(found.twin))
    if found.standing is Standing.NEW and found.remark is not None:
        return shown(found.remark)
    return ""


def differences(here: Account, then: Account) -> Iterator[str]:
    """What is not the same, as it is and as it would be."""
    names = {
        "title": tr("Title"), "issuer": tr("Issuer"), "account": tr("Account name"), "note": tr("Note"),
    }  # fmt: skip
    for field, name in names.items():
        before, after = getattr(here, field), getattr(then, field)
        if before != after:
            yield _change(name, _short(before), _short(after))
    if here.tags != then.tags:
        yield _change(tr("Tags"), ", ".join(here.tags), ", ".join(then.tags))
    if here.otp != then.otp:
        yield _change(tr("Code"), code_of(here.otp), code_of(then.otp))
    if here.icon != then.icon:
        yield tr("Another icon")


def _change(name: str, before: str, after: str) -> str:
    nothing = tr("nothing")
    return tr("{field}: {before} → {after}", field=name, before=before or nothing, after=after or nothing)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else f"{line[:39]}…"


def code_of(otp: Otp) -> str:
    """What makes codes differ, but for the secret."""
    digits = tr_n(otp.digits, "{n} digit", "{n} digits")
    parts = [otp.type.value.upper(), otp.algorithm.value, digits]
    if otp.type is not OtpType.HOTP:
        parts.append(tr_n(otp.period, "{n} second", "{n} seconds"))
    return ", ".join(parts)


def name_of(account: Account) -> str:
    """Title and account in one line."""
    return " · ".join(part for part in (title_of(account), subtitle_of(account)) if part)


def problem_name(problem: Problem) -> str:
    """What could not be read, by its name or its place in the file."""
    if problem.entry:
        return problem.entry
    return tr("Entry {n}", n=problem.line) if problem.line is not None else tr("The file")


def problem_reason(problem: Problem) -> str:
    """Why not, and what to do."""
    return " ".join(shown(part) for part in (problem.title, problem.hint) if part)


def imported(taken: Taken) -> str:
    """What an import did."""
    parts = []
    if taken.added or not taken.changed:
        parts.append(tr_n(len(taken.added), "{n} account imported", "{n} accounts imported"))
    if taken.changed:
        parts.append(tr_n(len(taken.changed), "{n} account changed", "{n} accounts changed"))
    return ", ".join(parts)
