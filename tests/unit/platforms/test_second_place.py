"""Folders of clouds and other disks, found by what their programs leave behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from warifu.platforms import second_place
from warifu.platforms.second_place import Place, PlaceKind, clouds, disks, is_second_place, second_places
from warifu.platforms.second_place.base import same_disk, within


def names(places) -> list[tuple[str, Path]]:
    return [(each.name, each.path) for each in places]


def test_onedrive_tells_the_environment() -> None:
    told = {"OneDrive": "C:\\a", "OneDriveCommercial": "C:\\b", "PATH": "x"}
    assert names(clouds.from_environment(told)) == [("OneDrive", Path("C:\\b")), ("OneDrive", Path("C:\\a"))]


def test_dropbox_tells_its_file(tmp_path) -> None:
    info = tmp_path / ".dropbox" / "info.json"
    info.parent.mkdir()
    info.write_text(json.dumps({"personal": {"path": "/d/one"}, "business": {"path": "/d/two"}}))
    assert names(clouds.dropbox(tmp_path, {})) == [("Dropbox", Path("/d/one")), ("Dropbox", Path("/d/two"))]
    windows = tmp_path / "AppData" / "Dropbox" / "info.json"
    windows.parent.mkdir(parents=True)
    windows.write_text('{"personal": {"path": "D:/Dropbox"}}')
    told = {"APPDATA": str(tmp_path / "AppData")}
    assert ("Dropbox", Path("D:/Dropbox")) in names(clouds.dropbox(tmp_path, told))


@pytest.mark.parametrize("text", ["", "[]", "{", '{"a": 1}', '{"a": {"path": 5}}', "[" * 100_000])
def test_a_strange_file_of_dropbox_is_passed_over(tmp_path, text) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(text)
    assert names(clouds.dropbox(tmp_path, {})) == []


def test_syncthing_tells_its_settings(tmp_path) -> None:
    file = tmp_path / ".local" / "state" / "syncthing" / "config.xml"
    file.parent.mkdir(parents=True)
    file.write_text(
        '<configuration><folder id="a" path="/s/a"/><folder path="~/Sync"/><folder/></configuration>'
    )
    found = names(clouds.syncthing(tmp_path, {}))
    assert found == [("Syncthing", Path("/s/a")), ("Syncthing", tmp_path / "Sync")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<a",
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><c><folder path="&b;"/></c>',
        '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]><c><folder path="&f;"/></c>',
    ],
)
def test_strange_settings_of_syncthing_are_passed_over(tmp_path, text) -> None:
    file = tmp_path / ".config" / "syncthing" / "config.xml"
    file.parent.mkdir(parents=True)
    file.write_text(text)
    assert names(clouds.syncthing(tmp_path, {})) == []


def test_macos_keeps_clouds_in_one_folder(tmp_path) -> None:
    storage = tmp_path / "Library" / "CloudStorage"
    for name in ("OneDrive-Personal", "GoogleDrive-ada@example.com/My Drive", "Dropbox", "Strange-x"):
        (storage / name).mkdir(parents=True)
    found = names(clouds.well_known(tmp_path, "darwin"))
    assert ("Google Drive", storage / "GoogleDrive-ada@example.com" / "My Drive") in found
    assert ("OneDrive", storage / "OneDrive-Personal") in found
    assert ("Strange", storage / "Strange-x") in found
    assert found[0][0] == "iCloud Drive"


def test_usual_names_on_linux(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    (tmp_path / "Nextcloud").mkdir()
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "linked").symlink_to(tmp_path / "Dropbox")
    monkeypatch.setenv("OneDrive", str(tmp_path / "linked"))
    found = second_places()
    assert [each.name for each in found if each.kind is PlaceKind.CLOUD] == ["OneDrive", "Nextcloud"]


def test_plugged_in_disks(tmp_path) -> None:
    for folder in ("media/ada/STICK", "run/media/ada/DISK", "media/bob/OTHER", "Volumes/Backup"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "Volumes" / "Macintosh HD").symlink_to("/")
    assert [each.name for each in disks.mounted("linux", "ada", tmp_path)] == ["STICK", "DISK"]
    assert [each.name for each in disks.mounted("darwin", "ada", tmp_path)] == ["Backup"]


def test_a_folder_in_a_cloud_or_on_another_disk_is_a_second_place(tmp_path, monkeypatch) -> None:
    vault, cloud = tmp_path / "vault.warifu", tmp_path / "cloud"
    (cloud / "Warifu").mkdir(parents=True)
    places = [Place("Cloud", cloud, PlaceKind.CLOUD)]
    assert is_second_place(cloud / "Warifu", vault, places)
    assert not is_second_place(tmp_path / "not there yet", vault, places)
    monkeypatch.setattr(second_place, "same_disk", lambda *_two: False)
    assert is_second_place(tmp_path / "not there yet", vault, [])


def test_two_file_systems_are_told_apart(tmp_path) -> None:
    assert same_disk(tmp_path, tmp_path)
    other = next((each for each in (Path("/dev/shm"), Path("/proc")) if each.is_dir()), None)
    if other is None or other.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("needs a second file system")
    assert not same_disk(tmp_path, other)


def test_links_are_followed(tmp_path) -> None:
    (tmp_path / "real" / "inner").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert within(tmp_path / "link" / "inner", tmp_path / "real")
    assert within(tmp_path / "real", tmp_path / "link")
    assert not within(tmp_path / "real", tmp_path / "link" / "inner")
