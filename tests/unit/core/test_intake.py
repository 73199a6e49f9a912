"""The one door for every text."""

from __future__ import annotations

import time

import pytest

from warifu.core.account import Account, Otp, OtpType
from warifu.core.intake import MAX_TEXT, recognise
from warifu.core.migration import format_migration
from warifu.core.secret import Secret

KEY = "JBSWY3DPEHPK3PXP"
LINK = f"otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub"
TRANSFER = (
    "otpauth-migration://offline?data="
    "CiYKCkhlbGxvId6tvu8SCkdpdEh1YjphZGEaBkdpdEh1YiABKAEwAhABGAEgACjbtPasBQ%3D%3D"
)


@pytest.mark.parametrize("text", ["", "  \n\t\n", "# only a comment\n", "\ufeff"])
def test_nothing_is_no_problem(text):
    intake = recognise(text)
    assert not intake.accounts
    assert not intake.problems


@pytest.mark.parametrize(
    "text",
    [
        KEY,
        "jbsw y3dp ehpk 3pxp",
        LINK,
        f'"{LINK}"',
        f"1. {LINK}",
        f"<{LINK}>",
        TRANSFER,
        f"\ufeff{LINK}\r\n",
        f"“{KEY}”",
        "JBSW Y3DP\nEHPK 3PXP",
        "JBSWY3DP\r\nEHPK3PXP\r\n",
    ],
)
def test_one_account_in_many_wrappings(text):
    intake = recognise(text)
    assert [account.otp.secret.base32() for account in intake.accounts] == [KEY]
    assert not intake.problems


def test_several_lines_are_several_accounts_and_a_bad_one_names_its_line():
    intake = recognise(f"# my codes\n{LINK}\n\n{KEY}\nJBSW0Y3DPEHPK3PX\nsteam://{KEY}\n{TRANSFER}\n")
    assert len(intake.accounts) == 4
    (problem,) = intake.problems
    assert problem.line == 5
    assert "“0” at place 5" in str(problem.title)
    assert [batch.size for batch in intake.batches] == [1]


@pytest.mark.safety(38)
def test_equal_names_and_even_equal_links_stay_accounts_of_their_own():
    intake = recognise(f"{LINK}\n{LINK}\n{LINK.replace(KEY, KEY[::-1])}")
    assert len({account.id for account in intake.accounts}) == 3
    assert len({account.otp.secret for account in intake.accounts}) == 2


def test_two_keys_on_two_lines_are_two_accounts():
    assert len(recognise(f"{KEY}\n{KEY[::-1]}").accounts) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://console.aws.amazon.com/", "web page"),
        ("WIFI:T:WPA;S:home;P:hunter22;;", "Wi-Fi"),
        ("FIDO:/0123456789", "passkey"),
        ("phonefactor://activate_account?code=123", "Microsoft"),
        ("mailto://somebody", "holds no secret"),
        ("The quick brown fox jumps over the lazy dog.", "neither"),
        ("please copy the key from the site and then go on", "neither"),
        ("認証アプリにこのキーを入力してください", "neither"),
        ("123456", "a code"),
    ],
)
def test_other_things_are_named_for_what_they_are(text, said):
    intake = recognise(text)
    assert not intake.accounts
    (problem,) = intake.problems
    assert said in str(problem.title)
    assert problem.line is None
    assert str(problem.hint)


@pytest.mark.safety(54)
def test_a_flood_is_cut_with_a_sentence():
    assert "too long" in str(recognise("A" * 5_000_000).problems[0].title)
    many = recognise("\n".join([KEY] * 10_050))
    assert len(many.accounts) == 10_000
    assert "10000" in str(many.problems[-1].title)


def test_problems_never_repeat_the_secret():
    for text in (
        f"{KEY}0{KEY}",
        f"otpauth://totp/x?secret={KEY}&digits=99",
        f"otpauth://totp/x?secret={KEY}1",
    ):
        for problem in recognise(text).problems:
            assert KEY[:6] not in f"{problem.title} {problem.hint}"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Ada,\nplease find enclosed\nwhat you asked for",
        "This is an e-mail\nIt has many lines\nAnd nothing else\nat all, really.",
    ],
)
def test_prose_of_many_lines_is_told_once(text):
    intake = recognise(text)
    assert not intake.accounts
    (problem,) = intake.problems
    assert "neither" in str(problem.title)
    assert problem.line is None


def test_a_word_under_a_key_does_not_become_part_of_it():
    intake = recognise(f"{KEY}\nThanks")
    assert [account.otp.secret.base32() for account in intake.accounts] == [KEY]
    assert [problem.line for problem in intake.problems] == [2]


def test_a_key_in_equal_lines_is_one_key():
    (account,) = recognise("jbsw y3dp\nehpk 3pxp\njbsw").accounts
    assert account.otp.secret.base32() == KEY + "JBSQ"  # 20 letters hold 12 bytes and 4 bits


@pytest.mark.parametrize("between", [" ", ", ", "; ", '", "', "\t"])
def test_links_on_one_line_are_told_apart(between):
    intake = recognise(LINK + between + LINK.replace("GitHub", "GitLab") + between + TRANSFER)
    assert [account.issuer for account in intake.accounts] == ["GitHub", "GitLab", "GitHub"]
    assert not intake.problems


def test_missing_parts_of_a_transfer_are_named_and_what_arrived_is_kept():
    key = Secret(b"x" * 20)
    parts = format_migration([Account(Otp(key), title=f"T{n}") for n in range(25)]).uris
    intake = recognise("\n".join([parts[1], parts[1]]))  # pasted twice
    assert len(intake.accounts) == 10
    assert [str(problem.title) for problem in intake.problems] == [
        "Part 1 of 3 of this transfer is missing.",
        "Part 3 of 3 of this transfer is missing.",
    ]
    assert recognise("\n".join(parts)).problems == ()


@pytest.mark.parametrize(
    "text", ['"', "''", "“”", "=", "-", "\x00", "\u202e", "steam:", "otpauth:", "a\u0301" * 50]
)
def test_rubbish_is_a_problem_and_no_error(text):
    intake = recognise(text)
    assert not intake.accounts
    assert len(intake.problems) == 1


@pytest.mark.safety(54)
@pytest.mark.parametrize(
    "text",
    [
        "a" + " " * 2_000_000 + "b",
        "1\n" * 1_000_000,
        "otpauth-migration://offline?data=CgA%3D\n" * 50_000,
        "otpauth://a " * 170_000,
        "'" * 2_000_000,
        "otpauth://totp/" + ":" * 60_000 + f"?secret={KEY}",
        f"otpauth://totp/a?secret={KEY}&issuer=" + "period=1" * 7_000 + "x",
    ],
    ids=["spaces", "lines", "transfers", "links", "quotes", "colons", "periods"],
)
def test_no_text_takes_long(text):
    start = time.process_time()
    intake = recognise(text)
    assert time.process_time() - start < 10  # a fraction of a second when idle; squares would take minutes
    assert len(intake.accounts) + len(intake.problems) <= 20_001


def test_a_limit_may_be_larger_for_a_file():
    link = f"otpauth://totp/x?secret=JBSWY3DPEHPK3PXP&image={'x' * 1000}\n"
    text = link * (MAX_TEXT // len(link) + 1)
    assert not recognise(text).accounts
    assert len(recognise(text, 2 * MAX_TEXT).accounts) == text.count("\n")


def test_links_of_motp_may_stand_behind_others():
    found = recognise("steam://JBSWY3DPEHPK3PXP motp:/Site:ada?secret=e3152afee62599c8")
    assert [each.otp.type for each in found.accounts] == [OtpType.STEAM, OtpType.MOTP]
