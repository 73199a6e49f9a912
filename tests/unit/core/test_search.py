"""Finding accounts as people type."""

from __future__ import annotations

from dataclasses import replace

import pytest

from warifu.core.account import Account, Otp
from warifu.core.search import SearchIndex, fold
from warifu.core.secret import Secret


def made(title: str, **more) -> Account:
    return Account(Otp(Secret(b"x" * 20)), title=title, **more)


ACCOUNTS = [
    made("Amazon Web Services", account="root@mikolabo.example", tags=("Work",)),
    made("MIKOLABO-FIRST", account="AWS root", note="the red laptop"),
    made("GitHub", account="yuki"),
    made("Café Crème", issuer="Kaffee"),
    made("ニンテンドー", account="ゆき"),
    made("The Webster", account="x"),
    made("Straße 12"),
    made("Smørrebrød-Łódź"),
]


def titles(query: str, accounts=ACCOUNTS) -> list[str]:
    by_id = {account.id: account.title for account in accounts}
    return [by_id[found] for found in SearchIndex(accounts).find(query)]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("github", ["GitHub"]),
        ("GITHUB YUKI", ["GitHub"]),
        ("yuki git", ["GitHub"]),
        ("aws", ["MIKOLABO-FIRST"]),
        ("work", ["Amazon Web Services"]),
        ("laptop red", ["MIKOLABO-FIRST"]),
        ("cafe creme", ["Café Crème"]),
        ("kaffee", ["Café Crème"]),
        ("にんてんどー", ["ニンテンドー"]),
        ("ﾆﾝﾃﾝﾄﾞｰ", ["ニンテンドー"]),
        ("ユキ", ["ニンテンドー"]),
        ("ＧｉｔＨｕｂ", ["GitHub"]),
        ("strasse", ["Straße 12"]),
        ("smorrebrod lodz", ["Smørrebrød-Łódź"]),
        ("github aws", []),
        ("nothing", []),
    ],
)
def test_every_word_matches_somewhere(query, expected):
    assert titles(query) == expected


def test_no_words_find_everything_in_order():
    assert titles("  ") == [account.title for account in ACCOUNTS]


def test_the_best_match_comes_first():
    accounts = [made("Ask Web"), made("Cobweb"), made("Else", note="web"), made("Webflow")]
    assert titles("web", accounts) == ["Webflow", "Ask Web", "Cobweb", "Else"]


def test_a_word_starts_after_any_sign():
    accounts = [made("Cobweb"), made("Ask-web"), made("(web)")]
    assert titles("web", accounts) == ["Ask-web", "(web)", "Cobweb"]


def test_pinned_and_used_accounts_come_first_among_equals():
    accounts = [made("Web a"), made("Web b", uses=9), made("Web c", pinned=True)]
    assert titles("web", accounts) == ["Web c", "Web b", "Web a"]


def test_typing_on_and_deleting_again_gives_what_a_fresh_search_gives():
    index = SearchIndex(ACCOUNTS)
    for query in ("m", "mi", "mik", "mi", "", "a", "am", "w", "we", "web s", "web"):
        assert index.find(query) == SearchIndex(ACCOUNTS).find(query)


def test_a_changed_account_is_found_by_its_new_name():
    index = SearchIndex(ACCOUNTS)
    changed = replace(ACCOUNTS[2], title="Codeberg")
    index.update([*ACCOUNTS[:2], changed])
    assert index.find("github") == []
    assert index.find("codeb") == [changed.id]
    assert index.find("cafe") == []


def test_voiced_kana_are_not_accents():
    assert fold("ガ") == "が" != fold("カ")
