"""Where files are, and who else may look."""

from __future__ import annotations

import stat
import sys

import pytest

from warifu.services.paths import Profile, default_profile


def test_everything_of_a_profile_lies_in_its_folder(tmp_path):
    profile = Profile.at(tmp_path / "p")

    assert {profile.vault.parent, profile.settings.parent, profile.logs.parent, profile.backups.parent} == {
        tmp_path / "p"
    }


@pytest.mark.skipif(sys.platform != "linux", reason="XDG folders")
def test_the_default_profile_follows_the_system(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    assert default_profile().root == tmp_path / "warifu"


def test_a_relative_folder_stays_the_same_after_changing_directory(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    profile = Profile.at("mine")
    monkeypatch.chdir("/")

    assert profile.vault == tmp_path / "mine" / "vault.warifu"


def test_each_profile_has_its_own_socket(tmp_path):
    assert Profile.at(tmp_path / "a").socket_name != Profile.at(tmp_path / "b").socket_name
    assert Profile.at(tmp_path / "a").socket_name == Profile.at(tmp_path / "a").socket_name


def test_a_folder_with_nothing_but_our_files_becomes_private(tmp_path):
    profile = Profile.at(tmp_path / "p")
    profile.root.mkdir()
    profile.root.chmod(0o755)
    profile.settings.write_text("{}", "utf-8")

    profile.prepare()

    assert stat.S_IMODE(profile.root.stat().st_mode) == 0o700


def test_a_folder_of_other_things_is_left_alone(tmp_path):
    profile = Profile.at(tmp_path / "p")
    profile.root.mkdir()
    profile.root.chmod(0o755)
    (profile.root / "letters").mkdir()

    profile.prepare()

    assert stat.S_IMODE(profile.root.stat().st_mode) == 0o755
