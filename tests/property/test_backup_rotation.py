"""Which backups are kept: laws of the rotation, whatever the clock does."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.vault.backups import (
    MOST_KEPT,
    Backup,
    Kind,
    from_name,
    name_of,
    surplus,
)

VAULT = "3f2a9c1e-0000-4000-8000-000000000000"
DAY = 86_400
NOON = 1_796_083_200  # 30 November 2026, 20:00 UTC
times = st.integers(NOON - 800 * DAY, NOON + 800 * DAY)


def backup(time: int, generation: int = 0, kind: Kind = Kind.AUTOMATIC) -> Backup:
    return Backup(Path(name_of(VAULT, kind, time, generation + 1)), kind, time, VAULT, generation)


backups = st.lists(
    st.builds(backup, times, st.integers(0, 5_000), st.sampled_from([Kind.AUTOMATIC] * 8 + list(Kind))),
    unique_by=lambda each: each.path,
    min_size=30,
    max_size=120,
)


def kept(found: list[Backup], now: float) -> list[Backup]:
    gone = surplus(found, now)
    return [each for each in found if each not in gone]


def month(time: int) -> tuple[int, int]:
    moment = datetime.fromtimestamp(time, UTC)
    return moment.year, moment.month


@pytest.mark.safety(41, 42)
@given(backups, times)
def test_laws(found: list[Backup], now: int) -> None:
    left = kept(found, now)
    past = sorted(
        (each for each in found if each.kind is Kind.AUTOMATIC and each.time <= now + 3600),
        key=lambda each: each.time,
        reverse=True,
    )
    # the latest ten, whatever days they are of
    assert {each.time for each in past[:10]} <= {each.time for each in left}
    # one of each of the last days, weeks and months that have any
    for bucket, count in (
        (lambda time: time // DAY, 7),
        (lambda time: datetime.fromtimestamp(time, UTC).isocalendar()[:2], 4),
        (month, 12),
    ):
        wanted = list(dict.fromkeys(bucket(each.time) for each in past))[:count]
        assert set(wanted) <= {bucket(each.time) for each in left if each.kind is Kind.AUTOMATIC}
    # what is not automatic, or dated after now, is left alone
    others = [each for each in found if each.kind is not Kind.AUTOMATIC or each.time > now + 3600]
    assert set(others) <= set(left)
    # never the last one, never the one with most saves, and never more than the budget
    automatic = [each for each in found if each.kind is Kind.AUTOMATIC and each.time <= now + 3600]
    if automatic:
        assert max(automatic, key=lambda each: each.generation).generation in {
            each.generation for each in left
        }
    assert len([each for each in left if each in automatic]) <= MOST_KEPT + 1
    # removing is over when it was done once, and does not depend on the order of the folder
    assert surplus(left, now) == ()
    assert set(surplus(list(reversed(found)), now)) == set(surplus(found, now))


@pytest.mark.safety(41, 42)
@given(
    st.lists(
        st.sampled_from([60, 3 * 3600, DAY, 40 * DAY, -2 * DAY, -400 * DAY, -40 * 365 * DAY]), max_size=60
    )
)
def test_a_life_with_a_clock_that_jumps(steps: list[int]) -> None:
    now, folder, written = NOON, [], []
    for generation, step in enumerate(steps):
        now = max(now + step, 0)
        fresh = backup(now, generation)
        written.append(fresh)
        folder = kept([*folder, fresh], now)
        assert fresh in folder
    if written:
        assert max(folder, key=lambda each: each.generation) is written[-1]
    # each clock that went back leaves at most a full set in its future
    back = sum(step < 0 for step in steps)
    assert len(folder) <= (MOST_KEPT + 1) * (back + 1)


@pytest.mark.safety(41, 42)
def test_backups_of_a_wrong_future_crowd_nothing_out() -> None:
    wrong = [backup(NOON + (70 + number) * 365 * DAY, number) for number in range(40)]
    right = [backup(NOON - number * 3600, 100 - number) for number in range(10)]
    left = kept([*wrong, *right], NOON)
    assert set(right) <= set(left)
    assert set(wrong) <= set(left)


def test_two_years_of_daily_use_leave_a_handful_and_reach_a_year_back() -> None:
    folder: list[Backup] = []
    for number in range(2 * 365 * 4):
        now = NOON + number * DAY // 4
        folder = kept([*folder, backup(now, number)], now)
    ages = sorted((now - each.time) / DAY for each in folder)
    assert 20 <= len(folder) <= MOST_KEPT
    assert ages[0] == 0
    assert 330 < ages[-1] < 370
    assert sum(age < 7 for age in ages) >= 10


@given(
    times.filter(lambda time: time >= 0),
    st.sampled_from([k for k in Kind if k is not Kind.COPY]),
    st.integers(1, 9),
)
def test_a_name_tells_kind_and_time_also_after_a_cloud_added_to_it(time: int, kind: Kind, turn: int) -> None:
    name = name_of(VAULT, kind, time, turn)
    assert from_name(name) == (kind, time)
    for suffix in (
        " (1)",
        " (Miko's conflicted copy 2026-01-02)",
        " 2",
        ".sync-conflict-20260102-101112-ABCDEFG",
    ):
        assert from_name(name.replace(".warifu", suffix + ".warifu")) == (kind, time)


@given(st.text())
def test_any_name_is_answered(name: str) -> None:
    kind, time = from_name(name)
    assert kind in Kind
    assert time >= 0
