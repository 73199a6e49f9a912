"""Several QR codes that belong together, in any order."""

from __future__ import annotations

import itertools
import os

import pytest

from warifu.core.account import Account, Otp
from warifu.core.migration import format_migration
from warifu.core.secret import Secret
from warifu.services.gathering import MAX_TEXTS, Gathering

LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP&issuer=GitHub"


def transfer(count, batch_id=7):
    made = [Account(Otp(Secret(os.urandom(20))), title=f"Site {n}", issuer=f"Site {n}") for n in range(count)]
    return format_migration(made, batch_id).uris


@pytest.mark.parametrize("order", list(itertools.permutations(range(3))))
def test_the_codes_of_a_transfer_come_in_any_order(order):
    codes = transfer(25)
    gathering = Gathering()

    told = []
    for place in order:
        gathering.add([codes[place]])
        (state,) = gathering.transfers
        told.append(str(state.progress))

    assert told == ["1 of 3 read", "2 of 3 read", "3 of 3 read"]
    assert gathering.is_whole
    assert len(gathering.intake.accounts) == 25
    assert not gathering.intake.problems


def test_what_is_missing_is_said_and_what_is_there_can_be_taken():
    codes = transfer(25)
    gathering = Gathering()

    gathering.add([codes[2], codes[0]])

    assert not gathering.is_whole
    assert [(each.read, each.size, each.missing) for each in gathering.transfers] == [(2, 3, (2,))]
    assert len(gathering.intake.accounts) == 15
    (problem,) = gathering.intake.problems
    assert "Part 2 of 3" in str(problem.title)


def test_a_code_that_is_seen_again_changes_nothing():
    codes = transfer(25)
    gathering = Gathering()

    first = gathering.add([codes[0], LINK, LINK])
    again = gathering.add([LINK, codes[0]])

    assert len(first.accounts) == 11
    assert not again.accounts
    assert not again.problems
    assert len(gathering.intake.accounts) == 11


def test_two_transfers_are_kept_apart():
    mine, yours = transfer(15, 1), transfer(25, 2)
    gathering = Gathering()
    gathering.add([mine[0], yours[1], yours[0]])

    assert [str(each.progress) for each in gathering.transfers] == ["1 of 2 read", "2 of 3 read"]
    assert len(gathering.intake.problems) == 2


@pytest.mark.safety(38)
def test_accounts_of_the_same_name_with_other_secrets_all_stay():
    gathering = Gathering()
    gathering.add([LINK, LINK.replace("PXP", "PXQ"), LINK.replace("ada", "bob")])
    assert len(gathering.intake.accounts) == 3


@pytest.mark.safety(54)
def test_other_codes_are_told_beside_the_accounts_and_a_flood_is_cut():
    gathering = Gathering()
    gathering.add(["https://example.com", LINK, "WIFI:T:WPA;S:x;P:y;;", "https://example.org"])
    assert len(gathering.intake.accounts) == 1
    assert [str(problem.title).split(",")[0] for problem in gathering.intake.problems] == [
        "This is the address of a web page",
        "This is a Wi-Fi code",
    ]
    gathering.add(f"text number {n}" for n in range(MAX_TEXTS + 100))
    assert len(gathering._intakes) == MAX_TEXTS


@pytest.mark.safety(54)
def test_a_transfer_that_says_absurd_numbers_is_no_flood():
    huge = "otpauth-migration://offline?data=CiYKFPqFoxweAbbJ8oCf2UI%2FjYqu%2FDrBEgNhZGEaA1MyMCABKAEwAhABGP%2F%2F%2F%2F8HIP%2F%2F%2F%2F8H"
    gathering = Gathering()
    gathering.add([huge])
    (state,) = gathering.transfers
    assert len(state.missing) <= 100
    assert len(gathering.intake.problems) <= 100
