"""Files that accounts come from: what they are, and deleting them."""

from __future__ import annotations

import os
import sqlite3
import sys
from typing import TYPE_CHECKING

import pytest

from warifu.core.errors import AppError
from warifu.services.source_files import delete, is_picture, is_table, trace_of

if TYPE_CHECKING:
    from pathlib import Path

PNG = b"\x89PNG\r\n\x1a\n" + bytes(40)


@pytest.mark.parametrize(
    ("content", "picture"),
    [
        (PNG, True),
        (b"\xff\xd8\xff\xe0" + bytes(40), True),
        (b"%PDF-1.7\n", True),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", True),
        (b"<?xml version='1.0'?>\n<!-- drawn -->\n<svg xmlns='http://www.w3.org/2000/svg'/>", True),
        (b"....ftypheic" + bytes(20), True),
        (b"<?xml version='1.0' encoding='utf-8' standalone='yes' ?>\n<map></map>", False),
        (b"PK\x03\x04" + bytes(40), False),
        (b"\x1f\x8b" + bytes(40), False),
        (b'{"version": 1}', False),
        (b"otpauth://totp/a?secret=JBSWY3DPEHPK3PXP", False),
        (b"SQLite format 3\0" + bytes(40), False),
        (b"", False),
    ],
)
def test_pictures_are_told_from_exports_by_their_content(
    tmp_path: Path, content: bytes, picture: bool
) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    assert is_picture(path) is picture


def test_what_cannot_be_read_is_left_to_those_who_say_why(tmp_path: Path) -> None:
    assert is_picture(tmp_path / "missing")
    assert is_picture(tmp_path)


def test_tables_are_told_by_their_first_line(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for content, table in (
        (b"a,b\n1,2", True),
        (b"\xef\xbb\xbfa;b", True),
        (b"a b\n1,2", False),
        (PNG, False),
    ):
        path.write_bytes(content)
        assert is_table(path) is table, content


def test_a_file_is_deleted_as_it_was_read(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for path in (one, other):
        path.write_text("secrets")
    traces = [trace for path in (one, other) if (trace := trace_of(path))]
    other.write_text("something else altogether")
    with pytest.raises(AppError, match="changed since"):
        delete(reversed(traces))
    assert not one.exists()
    assert other.read_text() == "something else altogether"


def test_one_that_is_gone_already_is_no_failure(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text("secrets")
    trace = trace_of(path)
    assert trace is not None
    path.unlink()
    delete([trace])


def test_journals_of_a_database_go_with_it(tmp_path: Path) -> None:
    path = tmp_path / "db"
    connection = sqlite3.connect(path)
    connection.execute("create table a (b)")
    connection.commit()
    connection.close()
    (tmp_path / "db-wal").write_bytes(b"log")
    (tmp_path / "db-notes").write_bytes(b"of the user")
    trace = trace_of(path)
    assert trace is not None
    delete([trace])
    assert [left.name for left in tmp_path.iterdir()] == ["db-notes"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_goes_with_what_it_names(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    real.write_text("secrets")
    link.symlink_to(real)
    trace = trace_of(link)
    assert trace is not None
    delete([trace])
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32" or not os.geteuid(), reason="root may delete everything")
def test_what_the_system_refuses_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    path = folder / "one"
    path.write_text("secrets")
    trace = trace_of(path)
    assert trace is not None
    folder.chmod(0o500)
    try:
        with pytest.raises(AppError, match="could not be deleted"):
            delete([trace])
    finally:
        folder.chmod(0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert is_picture(tmp_path / "pipe")
    assert trace_of(tmp_path / "pipe") is None
