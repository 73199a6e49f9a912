"""Sign the files of a release, and check them: ``python packaging/sign.py FOLDER``.

    WARIFU_RELEASE_KEY=KEY python packaging/sign.py FOLDER      writes SHA256SUMS and SHA256SUMS.sig there
    python packaging/sign.py --verify SIGNERS FOLDER            checks both, as docs/releases.md tells

KEY is the file of an SSH key, whose passphrase ssh-keygen asks for, or its public half where an agent or a
security key holds the other. Nothing of the key is in the repository, in arguments or in what is written.
The signature is OpenSSH's own (PROTOCOL.sshsig), so whoever has ssh-keygen can check it without Warifu.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import subprocess
import sys
import tempfile
from pathlib import Path

VARIABLE = "WARIFU_RELEASE_KEY"
SUMS, SIGNATURE = "SHA256SUMS", "SHA256SUMS.sig"
NAMESPACE, SIGNER = "warifu-release", "release"  # what the key may be used for, and as whom


class Refused(Exception):
    """One sentence about what stands in the way."""


def main(arguments: list[str]) -> int:
    """Sign or verify; 0 when that went well, 1 with one sentence otherwise, 2 for a wrong usage."""
    try:
        match arguments:
            case ["--verify", signers, folder]:
                count = verify(Path(folder), Path(signers))
                print(f"{count} files are as they were signed.")
            case [folder] if not folder.startswith("-"):
                print(f"{sign(Path(folder), key_of_environment())} files signed.")
            case _:
                print((__doc__ or "").strip(), file=sys.stderr)
                return 2
    except Refused as problem:
        print(f"sign: {problem}", file=sys.stderr)
        return 1
    return 0


def key_of_environment() -> Path:
    """The key that the release environment names. Raises Refused."""
    named = os.environ.get(VARIABLE, "")
    if not named:
        raise Refused(f"{VARIABLE} names no key.")
    if not Path(named).is_file():
        raise Refused(f"There is no key where {VARIABLE} points to.")
    return Path(named)


def sign(folder: Path, key: Path) -> int:
    """Write sums and signature, and check them as a user would; how many files that are. Raises Refused."""
    files = artefacts(folder)
    if not files:
        raise Refused("There is nothing to sign.")
    sums = "".join(f"{digest(path)}  {path.name}\n" for path in files)
    (folder / SIGNATURE).unlink(missing_ok=True)
    (folder / SUMS).write_text(sums, encoding="utf-8", newline="\n")
    ssh_keygen("-Y", "sign", "-q", "-f", str(key), "-n", NAMESPACE, str(folder / SUMS))
    public = key if key.suffix == ".pub" else key.with_name(key.name + ".pub")
    with tempfile.TemporaryDirectory() as scratch:
        signers = Path(scratch) / "signers"
        signers.write_text(f'{SIGNER} namespaces="{NAMESPACE}" {public.read_text(encoding="utf-8")}')
        return verify(folder, signers)


def verify(folder: Path, signers: Path) -> int:
    """Check signature and sums; how many files there are. Raises Refused at the first that is not right."""
    if not (folder / SUMS).is_file() or not (folder / SIGNATURE).is_file():
        raise Refused(f"{SUMS} or its signature is missing.")
    sums = (folder / SUMS).read_bytes()
    options = ("-f", str(signers), "-I", SIGNER, "-n", NAMESPACE, "-s", str(folder / SIGNATURE))
    ssh_keygen("-Y", "verify", *options, typed=sums)
    listed = dict(line.split("  ", 1)[::-1] for line in sums.decode("utf-8").splitlines())
    present = {path.name: path for path in artefacts(folder)}
    for name in sorted(listed.keys() | present.keys()):
        if name not in present:
            raise Refused(f"{name} is missing.")
        if not hmac.compare_digest(listed.get(name, ""), digest(present[name])):
            raise Refused(f"{name} is not as it was signed.")
    return len(listed)


def artefacts(folder: Path) -> list[Path]:
    """Every file of the release, without sums and signature. Raises Refused for what is no plain file."""
    if not folder.is_dir():
        raise Refused("There is no such folder.")
    entries = sorted(path for path in folder.iterdir() if path.name not in {SUMS, SIGNATURE})
    for path in entries:
        if path.is_symlink() or not path.is_file() or "\n" in path.name:
            raise Refused(f"{path.name!r} is not a plain file.")
    return entries


def digest(path: Path) -> str:
    """SHA-256 in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def ssh_keygen(*options: str, typed: bytes | None = None) -> None:
    """Run it; a question for a passphrase goes to the terminal. Raises Refused."""
    try:
        done = subprocess.run(["ssh-keygen", *options], input=typed, capture_output=True, check=False)
    except FileNotFoundError:
        raise Refused("ssh-keygen is missing; it comes with OpenSSH 8.2 or later.") from None
    if done.returncode:
        raise Refused("The signature could not be made." if "sign" in options else "The signature is wrong.")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
