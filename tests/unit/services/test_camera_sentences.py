"""Why there is no picture, and what to do on this system."""

from __future__ import annotations

import pytest

from warifu.scan.camera_wire import CameraState
from warifu.services.camera_sentences import settings_link, trouble

WELL = {CameraState.STARTING, CameraState.RUNNING}


@pytest.mark.parametrize("platform", ["win32", "darwin", "linux"])
@pytest.mark.parametrize("state", [state for state in CameraState if state not in WELL])
def test_every_trouble_is_a_sentence_with_what_to_do(state, platform) -> None:
    error = trouble(state, platform)
    assert error is not None
    assert str(error.title).endswith(".")
    assert str(error.hint).endswith(".")


@pytest.mark.parametrize("state", sorted(WELL))
def test_where_all_is_well_nothing_is_said(state) -> None:
    assert trouble(state, "linux") is None


@pytest.mark.parametrize(
    ("platform", "place", "link"),
    [
        ("win32", "Settings > Privacy & security > Camera", "ms-settings:privacy-webcam"),
        ("darwin", "System Settings > Privacy & Security > Camera", "x-apple.systempreferences:"),
        ("linux", "usermod -aG video", ""),
    ],
)
def test_who_may_not_use_the_camera_hears_where_that_is_changed(platform, place, link) -> None:
    error = trouble(CameraState.FORBIDDEN, platform)
    assert error is not None
    assert place in str(error.hint)
    assert settings_link(CameraState.FORBIDDEN, platform).startswith(link)
    assert settings_link(CameraState.BUSY, platform) == ""
