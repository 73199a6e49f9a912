"""Which accounts are listed, in what order, and what a row says."""

from __future__ import annotations

import dataclasses
import hashlib

from hypothesis import given
from hypothesis import strategies as st

from warifu.core.account import Account, Otp, OtpType
from warifu.core.secret import Secret
from warifu.desktop.accounts.face import Wishes, described, subtitle_of, title_of, words_change
from warifu.desktop.accounts.filter import Arranger, Filter, Sort, tags_of

KEY = Otp(Secret(b"12345678901234567890"))


def account(title: str = "", **fields) -> Account:
    return Account(Otp(Secret(hashlib.sha1(title.encode()).digest())), title=title, **fields)


def titles(arranger: Arranger, wanted: Filter, sort: Sort = Sort.OWN) -> list[str]:
    return [each.title for each in arranger.arrange(wanted, sort)]


def test_orders() -> None:
    arranger = Arranger()
    arranger.update(
        (
            account("Zebra", uses=9, last_used=10),
            account("äther", uses=1, last_used=30),
            account("Base", uses=5, last_used=20, pinned=True),
            account("Azure"),
        )
    )
    assert titles(arranger, Filter()) == ["Base", "Zebra", "äther", "Azure"]
    assert titles(arranger, Filter(), Sort.NAME) == ["Base", "äther", "Azure", "Zebra"]
    assert titles(arranger, Filter(), Sort.USED) == ["Base", "Zebra", "äther", "Azure"]
    assert titles(arranger, Filter(), Sort.RECENT) == ["Base", "äther", "Zebra", "Azure"]


def test_chips_and_query_narrow_together() -> None:
    arranger = Arranger()
    arranger.update(
        (
            account("GitHub", tags=("Work",)),
            account("GitLab", tags=("Home",), pinned=True),
            account("Bank", tags=("Work",), pinned=True),
        )
    )
    assert titles(arranger, Filter(tag="Work")) == ["Bank", "GitHub"]
    assert titles(arranger, Filter(pinned_only=True)) == ["GitLab", "Bank"]
    assert titles(arranger, Filter(query="git", tag="Work")) == ["GitHub"]
    assert titles(arranger, Filter(query="git", pinned_only=True)) == ["GitLab"]
    assert titles(arranger, Filter(query="nothing of the kind")) == []


def test_a_changed_account_is_found_by_its_new_name() -> None:
    arranger = Arranger()
    first = account("Old name")
    arranger.update((first,))
    assert titles(arranger, Filter(query="old")) == ["Old name"]
    arranger.update((dataclasses.replace(first, title="Fresh"),))
    assert titles(arranger, Filter(query="old")) == []
    assert titles(arranger, Filter(query="fresh"), Sort.NAME) == ["Fresh"]


@given(st.lists(st.tuples(st.text(max_size=5), st.booleans(), st.integers(0, 5)), max_size=30))
def test_every_order_holds_every_account_once_and_pinned_first(rows) -> None:
    accounts = tuple(account(name, pinned=pinned, uses=uses) for name, pinned, uses in rows)
    arranger = Arranger()
    arranger.update(accounts)
    for sort in Sort:
        listed = arranger.arrange(Filter(), sort)
        assert sorted(each.id for each in listed) == sorted(each.id for each in accounts)
        pins = [each.pinned for each in listed]
        assert pins == sorted(pins, reverse=True)


def test_tags_by_name_each_once() -> None:
    tagged = (account("a", tags=("work", "Home")), account("b", tags=("Work", "work")))
    assert tags_of(tagged) == ["Home", "Work", "work"]


def test_a_screen_reader_hears_the_row_with_its_code_digit_by_digit() -> None:
    # RFC 4226, appendix D: counter 1 of this key is 287082; at 59 s one second of it is left
    github = Account(KEY, title="GitHub", account="ada", pinned=True)
    assert (
        described(github, 58.0, Wishes(show_next_seconds=0), revealed=False)
        == "GitHub, ada, pinned, code 2 8 7, 0 8 2, 2 seconds left"
    )
    assert (
        described(github, 59.0, Wishes(), revealed=False)
        == "GitHub, ada, pinned, code 2 8 7, 0 8 2, next 3 5 9, 1 5 2, 1 second left"
    )


def test_a_hidden_code_is_not_read_out() -> None:
    words = described(Account(KEY, title="GitHub"), 59.0, Wishes(hide=True), revealed=False)
    assert "code hidden" in words
    assert not any(digit in words for digit in "023456789")
    assert "2 8 7" in described(Account(KEY, title="GitHub"), 59.0, Wishes(hide=True), revealed=True)


def test_hotp_has_no_seconds() -> None:
    counted = Account(dataclasses.replace(KEY, type=OtpType.HOTP), title="Bank", counter=1)
    assert described(counted, 59.0, Wishes(), revealed=False) == "Bank, code 2 8 7, 0 8 2"
    assert not words_change(counted, 59.0, 60.0, Wishes())


def test_names_without_a_title() -> None:
    assert title_of(Account(KEY)) == "Unnamed"
    aws = Account(KEY, issuer="AWS", account="root")
    assert (title_of(aws), subtitle_of(aws)) == ("AWS", "root")
    assert subtitle_of(Account(KEY, title="Mine", issuer="AWS")) == "AWS"
    assert subtitle_of(Account(KEY, title="Mine", issuer="AWS", account="root")) == "root"
    assert subtitle_of(Account(KEY, title="ada", account="ada")) == ""


def test_words_are_painted_at_their_changes_alone() -> None:
    def changes(wishes: Wishes) -> list[int]:
        return [second for second in range(60, 90) if words_change(Account(KEY), second - 1, second, wishes)]

    assert changes(Wishes()) == [60, 85]  # a new code; then urgent, with the next one
    assert changes(Wishes(show_next_seconds=8)) == [60, 82, 85]


def test_words_are_painted_after_seconds_that_nobody_saw() -> None:
    """A computer that slept or was busy wakes up to another code."""
    mine = Account(KEY)
    assert words_change(mine, 70.0, 100.0, Wishes())
    assert words_change(mine, 70.0, 40.0, Wishes())  # the clock was set back
    assert words_change(mine, 70.0, 87.0, Wishes())
    assert words_change(mine, 0.0, 1_800_000_010.0, Wishes())
    assert not words_change(mine, 62.0, 75.0, Wishes())
