"""``warifu import`` with pictures of QR codes: the parts of a transfer belong together."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
import segno

from warifu.cli.main import main
from warifu.core.account import Account, Otp
from warifu.core.migration import format_migration
from warifu.core.secret import Secret

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def dry_run(
    profile: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, Any]]:
    """The status and the JSON of ``warifu import --dry-run --json``."""

    def run(*files: Path) -> tuple[int, Any]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))
        status = main(["--profile", str(profile), "import", *map(str, files), "--dry-run", "--json"])
        return status, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def codes(tmp_path: Path) -> list[Path]:
    """Three pictures of one transfer."""
    made = [Account(Otp(Secret(bytes([n]) * 20)), title=f"S{n}", issuer=f"S{n}") for n in range(25)]
    paths = [tmp_path / f"{number}.png" for number in range(3)]
    for path, uri in zip(paths, format_migration(made).uris, strict=True):
        segno.make_qr(uri).save(str(path), scale=4)
    return paths


def test_parts_come_in_any_order(dry_run: Any, codes: list[Path]) -> None:
    status, told = dry_run(codes[2], codes[0], codes[1])
    assert status == 0
    assert len(told["accounts"]) == 25
    assert told["problems"] == []


def test_what_is_missing_is_told_once(dry_run: Any, codes: list[Path]) -> None:
    _status, told = dry_run(codes[2], codes[0])
    assert len(told["accounts"]) < 25
    (problem,) = told["problems"]
    assert "2 of 3" in problem["problem"]


def test_pictures_and_files_come_together(dry_run: Any, codes: list[Path], tmp_path: Path) -> None:
    other = tmp_path / "list.txt"
    other.write_text("otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP&issuer=GitHub\n")
    status, told = dry_run(*codes, other)
    assert status == 0
    assert len(told["accounts"]) == 26
