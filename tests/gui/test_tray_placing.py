"""Where the quick panel opens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from warifu.desktop.strategies.placing import place_at

SIZE = QSize(340, 420)
SCREEN = QRect(0, 0, 1280, 900)


@pytest.mark.parametrize(
    ("icon", "work_area", "place"),
    [
        (QRect(1200, 872, 24, 24), QRect(0, 0, 1280, 870), QPoint(932, 442)),  # panel at the bottom
        (QRect(1000, 2, 24, 24), QRect(0, 28, 1280, 872), QPoint(841, 36)),  # at the top
        (QRect(4, 600, 24, 24), QRect(32, 0, 1248, 900), QPoint(40, 401)),  # at the left
        (QRect(1252, 300, 24, 24), QRect(0, 0, 1248, 900), QPoint(900, 101)),  # at the right
        (QRect(3000, 1056, 24, 24), QRect(1920, 0, 1920, 1050), QPoint(2841, 622)),  # a second screen
    ],
)
def test_beside_the_icon_and_away_from_the_edge(icon: QRect, work_area: QRect, place: QPoint) -> None:
    assert place_at(icon, SIZE, work_area) == place


@given(
    st.integers(-200, 2200),
    st.integers(-200, 1400),
    st.integers(-1920, 1920),
    st.integers(-1080, 1080),
    st.integers(500, 3000),
    st.integers(500, 2000),
)
def test_always_within_the_work_area(x: int, y: int, left: int, top: int, width: int, height: int) -> None:
    work_area = QRect(left, top, width, height)
    assert work_area.contains(QRect(place_at(QRect(x, y, 24, 24), SIZE, work_area), SIZE))


def test_a_screen_too_small_shows_the_top_left_corner() -> None:
    assert place_at(QRect(300, 290, 16, 16), SIZE, QRect(0, 0, 320, 300)) == QPoint(8, 8)
