"""Take one protection out, run the tests that prove it, and see them fail: for each, in a copy of the source.

.venv-tests/bin/python tests/durability/removals.py [WORD...]

Words choose some; without, all run and docs/reliability.md is renewed.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
APP = "app/warifu"
PAGE = ROOT / "docs" / "reliability.md"
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv*", "__pycache__", ".pytest_cache", ".hypothesis", "*.pyc")


@dataclass(frozen=True, slots=True)
class Removal:
    """What is replaced in which file, and the tests (below ``tests``) that have to notice."""

    row: int
    what: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]


REMOVALS = (
    Removal(
        1, "the checksum of the file is not compared", "vault/container.py",
        "if not aead.same(aead.digest(memoryview(untrusted)[:-32]), untrusted[-32:]):", "if False:",
        ("durability/test_damage.py",),
    ),
    Removal(
        3, "costs of a file have no ceiling", "vault/slots.py",
        "if not CEILING.at_least(params) or not", "if not", ("unit/vault/test_slots.py",),
    ),
    Removal(
        8, "the salt of a save is always the same", "vault/container.py",
        "salt = aead.random_bytes(_SALT_BYTES)", "salt = bytes(_SALT_BYTES)",
        ("unit/vault/test_vault_container.py::test_cloned_processes_make_different_salts",),
    ),
    Removal(
        9, "the header's MAC is not checked when the body is opened", "vault/container.py",
        "    if not fits(sealed, keys):\n", "    if False:\n", ("unit/vault/test_key_commitment.py",),
    ),
    Removal(
        9, "every header's MAC is taken for right", "vault/container.py",
        "    return aead.same(aead.mac(keys.header, sealed.signed), sealed.mac)\n", "    return True\n",
        ("unit/vault/test_key_commitment.py", "unit/vault/test_rotation.py"),
    ),
    Removal(
        14, "the epoch of a held key is not compared", "vault/held.py",
        "if (header.vault_id, header.epoch) != (held.vault_id, held.epoch):",
        "if header.vault_id != held.vault_id:", ("unit/vault/test_held_key.py",),
    ),
    Removal(
        20, "a wrong PIN costs no try", "services/quick_pin.py",
        "        self.tries_left -= 1\n", "", ("unit/services/test_quick_pin.py",),
    ),
    Removal(
        22, "the idle time never locks", "services/auto_lock.py",
        "if self._idle.seconds() >= 60.0 * self._settings.get(LOCK_IDLE_MINUTES):", "if False:",
        ("unit/services/test_auto_lock.py",),
    ),
    Removal(
        23, "locking leaves the keys in memory", "vault/container.py",
        "        aead.zero(self.master, self.header)\n", "        pass\n",
        ("gui/test_memory_after_lock.py",),
    ),
    Removal(
        23, "the copy of the password that OpenSSL frees stays", "vault/aead.py",
        "    wash.derive(bytes(password_length))\n", "    pass\n",
        ("gui/test_memory_after_lock.py::test_keys_and_password_leave_memory",),
    ),
    Removal(
        24, "other programs of the user may read the memory", "platforms/hardening/linux.py",
        "return bool(control(_SET_DUMPABLE, 0, 0, 0, 0) == 0)", "return True",
        ("unit/platforms/test_hardening.py",),
    ),
    Removal(
        24, "crashes may write the memory to the disk", "platforms/hardening/__init__.py",
        "            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n", "            pass\n",
        ("unit/platforms/test_hardening.py",),
    ),
    Removal(
        27, "copies carry no mark", "platforms/clipboard/linux.py",
        '{"x-kde-passwordManagerHint": b"secret"}', "{}",
        ("gui/test_clipboard.py", "unit/platforms/test_confidential_formats.py"),
    ),
    Removal(
        29, "the clipboard is cleared whoever owns it", "services/copying.py",
        "if self._ours and self._clipboard.holds(self._ours):", "if True:",
        ("unit/services/test_copying.py",),
    ),
    Removal(
        30, "the log says what an exception said", "services/logs.py",
        "{kind.__name__} at {place_of(trace)}\\n",
        "{__import__('sys').exc_info()[1]} {kind.__name__}\\n",
        ("gui/test_running.py", "end2end/test_canary.py"),
    ),
    Removal(
        30, "unlocking puts the password into a temporary file, and removes it", "vault/slots.py",
        "    secret_text = password_bytes(password)\n",
        "    secret_text = password_bytes(password)\n    import tempfile\n"
        "    with tempfile.NamedTemporaryFile() as file:\n"
        "        file.write(secret_text)\n        file.flush()\n",
        ("unit/vault/test_ways.py",),
    ),
    Removal(
        31, "logs of other versions stay", "services/logs.py",
        "                entry.unlink()\n", "                pass\n", ("unit/services/test_logs.py",),
    ),
    Removal(
        31, "diagnostics tell whatever they are given", "services/diagnostics.py",
        'value if _HARMLESS.fullmatch(value) else "something else"', "value",
        ("unit/services/test_diagnostics.py",),
    ),
    Removal(
        36, "a new file is not synced before it takes its place", "vault/disk.py",
        "            sync_file(descriptor)\n        finally:", "            pass\n        finally:",
        ("unit/vault/test_disk.py",),
    ),
    Removal(
        39, "a save is not read back", "vault/saving.py",
        "    landed = places.read(state.path)\n    if landed != content:\n",
        "    landed = content\n    if landed != content:\n", ("unit/vault/test_disk.py",),
    ),
    Removal(
        39, "what was read back is not compared with what was to be saved", "vault/saving.py",
        "    if aead.digest(memoryview(opened)[: len(plain)]) != aead.digest(plain):\n",
        "    if False:\n", ("unit/vault/test_disk.py",),
    ),
    Removal(
        42, "a backup is not proved before others are pruned", "vault/backup_files.py",
        "        _prove(copy, path)\n", "        pass\n", ("unit/vault/test_backup_files.py",),
    ),
    Removal(
        46, "a save may make accounts vanish", "vault/shrink.py",
        "    if missing > _MOST and", "    if False and", ("unit/vault/test_backup_files.py",),
    ),
    Removal(
        49, "files have the modes of the umask", "vault/disk.py",
        "            os.fchmod(descriptor, 0o600)\n", "            os.fchmod(descriptor, 0o666)\n",
        ("unit/vault/test_permissions.py",),
    ),
    Removal(
        70, "an answer corrects the clock by itself", "services/time_check.py",
        "            self._measured = found\n",
        "            self._measured = found\n            self.apply()\n",
        ("unit/services/test_time_check.py",),
    ),
    Removal(
        70, "an answer to another question is believed", "core/sntp.py",
        " or untrusted_answer[24:32] != asked[40:48]:", ":",
        ("unit/core/test_sntp.py", "unit/services/test_time_check.py"),
    ),
    Removal(
        70, "a correction may be of any size", "services/time_check.py",
        "if abs(found.offset) > LARGEST:", "if False:", ("unit/services/test_time_check.py",),
    ),
)  # fmt: skip


def main(words: list[str]) -> int:
    """Every removal whose words were named; 1 where a test did not notice."""
    chosen = [
        each for each in REMOVALS if not words or any(word in f"{each.row} {each.what}" for word in words)
    ]
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "source"
        Path(folder).chmod(0o711)  # a test has another user look into it
        shutil.copytree(ROOT, copy, ignore=_LEFT_OUT, symlinks=True)
        lines = [told(each, noticed(copy, each)) for each in chosen]
    if not words:
        write(lines)
    return int(any("**not noticed**" in line for line in lines))


def noticed(copy: Path, removal: Removal) -> list[str]:
    """The tests that fail without the protection and pass with it."""
    path = copy / APP / removal.file
    whole = path.read_text(encoding="utf-8")
    path.write_text(without(whole, removal), encoding="utf-8")
    try:
        failed = run(copy, removal.tests)
    finally:
        path.write_text(whole, encoding="utf-8")
    anyway = run(copy, tuple(failed)) if failed else []
    return [name for name in failed if name not in anyway]


def run(copy: Path, names: tuple[str, ...]) -> list[str]:
    """Which of these fail."""
    tests = [f"tests/{name}" for name in names]
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--maxfail=4", *tests]
    done = subprocess.run(command, cwd=copy, capture_output=True, text=True, check=False, timeout=900)
    return re.findall(r"^(?:FAILED|ERROR) tests/(.+?)(?: - .*)?$", done.stdout, re.MULTILINE)


def without(whole: str, removal: Removal) -> str:
    """The source with the protection taken out; it must stand there once."""
    if whole.count(removal.old) != 1:
        raise ValueError(f"{removal.what}: not once in {removal.file}")
    return whole.replace(removal.old, removal.new)


def told(removal: Removal, failed: list[str]) -> str:
    """A line of the table; also printed, as it takes minutes."""
    names = list(dict.fromkeys(re.sub(r"\[.*", "", name) for name in failed))
    shown = "<br>".join(f"`{name}`" for name in names[:3]) + ("<br>and more" if len(names) > 3 else "")
    line = f"| {removal.row} | {removal.what} | {shown or '**not noticed**'} |"
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
    return line


def write(lines: list[str]) -> None:
    """Put the table into the page."""
    page = PAGE.read_text(encoding="utf-8")
    table = "\n".join(["| row | taken out | what failed |", "|---|---|---|", *lines])
    mark = r"(<!-- removals -->\n).*?(\n<!-- end of removals -->)"
    page = re.sub(mark, lambda found: found[1] + table + found[2], page, flags=re.DOTALL)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
