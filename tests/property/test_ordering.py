"""Between any two places there is another."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from warifu.vault.ordering import order_between


@given(st.integers(0, 2**32), st.integers(1, 300))
def test_rows_moved_anywhere_stay_in_order(seed: int, count: int) -> None:
    chance = random.Random(seed)
    rows: list[str] = []
    for _ in range(count):
        place = chance.choice((0, len(rows), len(rows) // 2, chance.randint(0, len(rows))))
        before = rows[place - 1] if place else ""
        after = rows[place] if place < len(rows) else ""
        made = order_between(before, after)
        assert before < made
        assert not after or made < after
        rows.insert(place, made)


def test_appending_and_prepending_stays_short() -> None:
    last = first = order_between("", "")
    for _ in range(10_000):
        last = order_between(last, "")
        first = order_between("", first)
    assert len(last) <= 4
    assert len(first) <= 4
    assert first < last


@given(st.text(max_size=6), st.text(max_size=6))
def test_any_texts_give_an_index_above_the_first_if_it_is_one(before: str, after: str) -> None:
    """Files of other programs may hold anything; two devices may have made the same index."""
    made = order_between(before, after)
    assert order_between(made, "") > made
    assert order_between(made, made) > made


def test_the_ends_of_the_scheme_have_neighbours() -> None:
    for edge in ("z" * 27, "z" + "z" * 26 + "V", "A" + "0" * 26 + "1", "A" + "0" * 25 + "1"):
        assert order_between(edge, "") > edge
        assert order_between("", edge) < edge
