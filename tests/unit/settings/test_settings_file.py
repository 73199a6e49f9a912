"""The settings file as a user, a newer Warifu or a broken disk leaves it."""

from __future__ import annotations

import json
import os
import stat

import pytest

from warifu.settings.file import Settings
from warifu.settings.schema import (
    BACKUP_FOLDER,
    CLIPBOARD_SECONDS,
    CLOSE_TO_TRAY,
    SETTINGS,
    THEME,
    WINDOW_GEOMETRY,
)


@pytest.fixture
def path(profile):
    profile.mkdir(mode=0o700)
    return profile / "settings.json"


def test_a_setting_survives_the_end_of_the_program(path):
    Settings(path).set(THEME, "dark")

    assert Settings(path).get(THEME) == "dark"


@pytest.mark.safety(49)
def test_the_file_is_the_users_alone_whatever_the_umask(tmp_path):
    path = tmp_path / "new folder" / "settings.json"
    old = os.umask(0)
    try:
        Settings(path).set(THEME, "dark")
    finally:
        os.umask(old)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "3", "\ufffe", '{"theme": "dark"', "null", '"' + "x" * 9999, "[" * 100_000]
)
def test_a_damaged_file_gives_the_defaults_and_is_kept_aside(path, content):
    path.write_text(content, encoding="utf-8")

    settings = Settings(path)
    settings.set(THEME, "light")

    assert settings.get(CLIPBOARD_SECONDS) == 20
    assert json.loads(path.read_text("utf-8")) == {"theme": "light"}
    assert path.with_name("settings.json.damaged").read_text("utf-8") == content


@pytest.mark.parametrize("untrusted", [4, 601, -1, True, "20", 20.0, None, [20], 10**30])
def test_a_value_that_does_not_fit_counts_as_the_default(path, untrusted):
    path.write_text(json.dumps({"clipboard_seconds": untrusted}), "utf-8")

    assert Settings(path).get(CLIPBOARD_SECONDS) == 20


def test_what_a_newer_warifu_wrote_survives(path):
    path.write_text('{"hologram": [1, {"a": 2}], "theme": "sepia"}', "utf-8")

    Settings(path).set(CLIPBOARD_SECONDS, 30)

    assert json.loads(path.read_text("utf-8")) == {
        "hologram": [1, {"a": 2}],
        "theme": "sepia",
        "clipboard_seconds": 30,
    }


def test_two_running_copies_do_not_undo_each_others_settings(path):
    one, other = Settings(path), Settings(path)

    one.set(THEME, "dark")
    other.set(CLIPBOARD_SECONDS, 45)

    assert Settings(path).get(THEME) == "dark"
    assert Settings(path).get(CLIPBOARD_SECONDS) == 45


def test_a_wrong_value_is_refused_and_nothing_is_written(path):
    settings = Settings(path)

    with pytest.raises(ValueError, match="theme"):
        settings.set(THEME, "sepia")

    assert not path.exists()


def test_whoever_subscribed_hears_of_each_change_once(path):
    settings, heard = Settings(path), []
    end = settings.subscribe(heard.append)

    settings.set(CLOSE_TO_TRAY, False)
    settings.set(CLOSE_TO_TRAY, False)
    end()
    settings.set(CLOSE_TO_TRAY, True)

    assert heard == [CLOSE_TO_TRAY]


def test_a_file_that_cannot_be_written_costs_no_value_and_leaves_no_litter(tmp_path):
    (tmp_path / "file").write_text("in the way", "utf-8")
    settings = Settings(tmp_path / "file" / "settings.json")

    settings.set(WINDOW_GEOMETRY, "0 0 400 700")

    assert settings.get(WINDOW_GEOMETRY) == "0 0 400 700"
    assert settings.problem is not None
    assert [entry.name for entry in tmp_path.iterdir()] == ["file"]


def test_a_path_that_is_no_utf_8_is_kept_as_it_is(path):
    folder = os.fsdecode(b"/backups/\xff\xe4")
    Settings(path).set(BACKUP_FOLDER, folder)

    assert Settings(path).get(BACKUP_FOLDER) == folder


def test_every_default_is_allowed_and_every_key_is_used_once():
    assert all(setting.accepts(setting.default) for setting in SETTINGS)
    assert len({setting.key for setting in SETTINGS}) == len(SETTINGS)
