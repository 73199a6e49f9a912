"""Releases are signed with a key of the environment, and whatever was changed since is refused."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SIGN = [sys.executable, "-P", str(ROOT / "packaging" / "sign.py")]
pytestmark = [
    pytest.mark.safety(71),
    pytest.mark.skipif(shutil.which("ssh-keygen") is None, reason="ssh-keygen is not installed"),
]


def make_key(folder: Path, name: str = "key") -> Path:
    key = folder / name
    command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "throwaway", "-f", str(key)]
    subprocess.run(command, check=True)
    return key


@pytest.fixture
def key(tmp_path: Path) -> Path:
    return make_key(tmp_path)


@pytest.fixture
def signers(tmp_path: Path, key: Path) -> Path:
    """As docs/releases.md has users keep it."""
    made = tmp_path / "release_signers"
    made.write_text(f'release namespaces="warifu-release" {key.with_suffix(".pub").read_text()}')
    return made


@pytest.fixture
def release(tmp_path: Path) -> Path:
    folder = tmp_path / "dist"
    folder.mkdir()
    for name, content in (("warifu-1.0.tar.gz", b"source"), ("warifu-1.0-py3-none-any.whl", b"wheel")):
        (folder / name).write_bytes(content)
    return folder


def run(*arguments: str | Path, key: Path | str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "WARIFU_RELEASE_KEY": str(key)}
    return subprocess.run(
        [*SIGN, *map(str, arguments)], env=environment, capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL, timeout=60,
    )  # fmt: skip


@pytest.fixture
def signed(release: Path, key: Path) -> Path:
    done = run(release, key=key)
    assert (done.returncode, done.stdout, done.stderr) == (0, "2 files signed.\n", "")
    return release


def test_what_was_signed_is_right(signed: Path, signers: Path) -> None:
    done = run("--verify", signers, signed)
    assert (done.returncode, done.stdout) == (0, "2 files are as they were signed.\n")


def test_the_commands_of_the_docs_check_it_without_warifu(signed: Path, signers: Path) -> None:
    page = (ROOT / "docs" / "releases.md").read_text(encoding="utf-8")
    commands = [line.strip() for line in page.splitlines() if line.startswith("    ssh-keygen -Y verify")]
    commands += [line.strip() for line in page.splitlines() if line.startswith("    sha256sum")]
    assert len(commands) == 2
    shutil.copy(signers, signed / "release_signers")
    for command in commands:
        subprocess.run(["sh", "-c", command], cwd=signed, check=True, capture_output=True)
    (signed / "warifu-1.0.tar.gz").write_bytes(b"other")
    assert subprocess.run(["sh", "-c", commands[1]], cwd=signed, check=False, capture_output=True).returncode
    sums = signed / "SHA256SUMS"
    sums.write_text(sums.read_text().replace("a", "b"))
    assert subprocess.run(["sh", "-c", commands[0]], cwd=signed, check=False, capture_output=True).returncode


@pytest.mark.parametrize(
    "harm",
    ["a byte", "a file more", "a file less", "another name", "the sums", "the signature", "no signature"],
)
def test_whatever_was_changed_since_is_refused(signed: Path, signers: Path, harm: str) -> None:
    source, sums, signature = (signed / n for n in ("warifu-1.0.tar.gz", "SHA256SUMS", "SHA256SUMS.sig"))
    if harm == "a byte":
        source.write_bytes(b"sourcf")
    elif harm == "a file more":
        (signed / "more.exe").write_bytes(b"MZ")
    elif harm == "a file less":
        source.unlink()
    elif harm == "another name":
        source.rename(signed / "warifu-1.1.tar.gz")
    elif harm == "the sums":
        source.write_bytes(b"other")
        import hashlib

        line = f"{hashlib.sha256(b'other').hexdigest()}  {source.name}"
        kept = [each for each in sums.read_text().splitlines() if source.name not in each]
        sums.write_text("\n".join([*kept, line]) + "\n")
    elif harm == "the signature":
        signature.write_text(signature.read_text().replace("A", "B"))
    else:
        signature.unlink()
    done = run("--verify", signers, signed)
    assert done.returncode == 1
    assert done.stderr.startswith("sign: ")
    assert done.stderr.count("\n") == 1


def test_another_key_and_another_purpose_are_refused(
    signed: Path, signers: Path, tmp_path: Path, key: Path
) -> None:
    stranger = make_key(tmp_path, "stranger")
    assert run(signed, key=stranger).returncode == 0
    assert run("--verify", signers, signed).returncode == 1
    command = ["ssh-keygen", "-Y", "sign", "-q", "-f", str(key), "-n", "git", str(signed / "SHA256SUMS")]
    (signed / "SHA256SUMS.sig").unlink()
    subprocess.run(command, check=True, capture_output=True)
    assert run("--verify", signers, signed).returncode == 1


@pytest.mark.parametrize("named", ["", "/nowhere/key"])
def test_without_a_key_nothing_is_written(release: Path, named: str) -> None:
    before = sorted(release.iterdir())
    done = run(release, key=named)
    assert done.returncode == 1
    assert "WARIFU_RELEASE_KEY" in done.stderr
    assert sorted(release.iterdir()) == before


def test_nothing_of_the_key_is_in_what_is_written(signed: Path, key: Path) -> None:
    private = "".join(key.read_text().splitlines()[1:-1])
    for path in signed.iterdir():
        content = path.read_bytes()
        assert private[80:140].encode() not in content
        assert str(key).encode() not in content


def test_a_folder_or_a_link_among_the_files_is_refused(release: Path, key: Path) -> None:
    (release / "link").symlink_to(release / "warifu-1.0.tar.gz")
    assert "not a plain file" in run(release, key=key).stderr
