"""The brand that a title or an issuer names.

A wrong brand is worse than none: only whole words count, words that are more than a brand count only
alone, and an e-mail address tells nothing, since its domain is hardly ever the service that asks for the
code.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from warifu.core.account import Icon
from warifu.icons.names import key, words

if TYPE_CHECKING:
    from warifu.core.account import Account
    from warifu.icons.catalogue import Catalogue

_MOST_WORDS = 24  # of a text that are looked at
_LONGEST = 5  # words of a name
_ADDRESS = re.compile(r"\S*[@＠]\S*")
_DOMAIN = re.compile(r"(?<![\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,24}(?![\w.-])")
_SUFFIX = re.compile(
    r"\.(?:(?:com|co|ne|or|net|org|ac|go)\.[a-z]{2}|com|net|org|io|dev|app|co|jp|me|so|ai|tv|eu|us|de|fr|it|es|nl|ch)$"
)
_SHORTEST_LABEL = 4  # letters of a domain that may be a brand's title
# What people add to the name of a service.
_REMARKS = frozenset(
    [
        "account", "accounts", "admin", "app", "backup", "business", "code", "codes", "company", "console",
        "dashboard", "email", "id", "login", "main", "mfa", "my", "new", "old", "otp", "personal", "portal",
        "private", "prod", "production", "root", "sandbox", "sso", "staging", "team", "test", "the", "totp",
        "user", "web", "work", "2fa",
        "アカウント", "アプリ", "ログイン", "ルート", "パスワード", "メール", "個人", "仕事", "会社",
        "法人", "業務", "私用", "社用", "自分", "管理", "管理者", "管理画面", "用", "の", "二段階認証",
        "認証", "公式", "旧", "新", "本番", "開発", "検証",
    ]
)  # fmt: skip


def icon_for(catalogue: Catalogue, account: Account) -> Icon:
    """The account's icon, or where it has none the brand that its names suggest, or a letter."""
    if account.icon != Icon():
        return account.icon
    return Icon(brand=suggest(catalogue, account.title, account.issuer))


def suggest(catalogue: Catalogue, *texts: str) -> str:
    """The slug of the brand that the first telling text names, or nothing.

    Where a text names several, another text decides; otherwise the first of them is meant.
    """
    named = [found for text in texts if (found := _brands(catalogue, text))]
    if not named:
        return ""
    agreed = [slug for slug in named[0] if any(slug in others for others in named[1:])]
    return (agreed or named[0])[0]


def _brands(catalogue: Catalogue, text: str) -> list[str]:
    """The brands of one text: the one it is, those whose domains it holds, or those that it tells of."""
    plain = _ADDRESS.sub(" ", unicodedata.normalize("NFKC", text)).casefold()
    parts = words(plain)[:_MOST_WORDS]
    if whole := _whole(catalogue, parts):
        return [whole]
    return _by_domains(catalogue, plain) or _inside(catalogue, words(_DOMAIN.sub(" ", plain))[:_MOST_WORDS])


def _whole(catalogue: Catalogue, parts: list[str]) -> str:
    if slug := catalogue.called("".join(parts)):
        return slug
    rest = [part for part in parts if part not in _REMARKS and not part.isdecimal()]
    return catalogue.called("".join(rest))


def _by_domains(catalogue: Catalogue, plain: str) -> list[str]:
    found = []
    for match in _DOMAIN.finditer(plain):
        slug = catalogue.at_domain(match[0])
        if not slug and (suffix := _SUFFIX.search(match[0])):
            label = match[0][: suffix.start()].rpartition(".")[2]
            slug = catalogue.called(key(label)) if len(label) >= _SHORTEST_LABEL else ""
        if slug:
            found.append(slug)
    return found


def _inside(catalogue: Catalogue, parts: list[str]) -> list[str]:
    """The brands in a row of words, in its order; of two that overlap, the one with the longer name."""
    found, at = [], 0
    while at < len(parts):
        for count in range(min(_LONGEST, len(parts) - at), 0, -1):
            if slug := catalogue.told_by("".join(parts[at : at + count])):
                found.append(slug)
                at += count
                break
        else:
            at += 1
    return found
