"""Kill a save with SIGKILL at random moments, and tell as JSON what was found after each.

python tests/with_cheap_kdf.py tests/durability/kill_saves.py FOLDER TIMES [exchange|replace|upgrade]

``exchange`` saves as on Linux and macOS, ``replace`` as where two names cannot be exchanged, and ``upgrade``
opens and raises a golden file of an earlier release, whose way to unlock is weaker than today's least.
"""

from __future__ import annotations

import collections
import json
import os
import random
import signal
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from warifu.core.account import Account, Otp
from warifu.core.clock import SystemClock
from warifu.core.secret import Secret
from warifu.vault import disk, slots
from warifu.vault.document import Document
from warifu.vault.file import OpenVault, create_vault, open_vault, save_vault
from warifu.vault.stamp import StampClock

if TYPE_CHECKING:
    from collections.abc import Callable

PASSWORD = "quartz lantern umbrella five"  # of test vaults only
GOLDEN_PASSWORD = "golden tests only – 割符 ½"
GOLDEN = Path(__file__).resolve().parents[1] / "vectors" / "vaults" / "v1-everything.warifu"


class Scene:
    """A vault on disk, what is done to it, and which documents may be found afterwards."""

    def __init__(self, folder: Path, password: str, old: Document, new: Document) -> None:
        self.path = folder / "vault.warifu"
        self.password = password
        self.old, self.new = old, new
        self.before = self.path.read_bytes()
        self.act: Callable[[], object]

    def after(self) -> str:
        """Which document the file holds, having been opened and swept as at a start; raises on any other."""
        content = self.path.read_bytes()
        found = open_vault(self.path, self.password)
        whole = content == self.before
        kind = "old" if whole else "new"
        assert found.document in {self.old, self.new}, "neither the old nor the new document"
        assert whole or found.document == self.new, "a new file with the old document"
        if found.needs_save:  # as the session does after unlocking
            news = whole and found.document == self.new != self.old
            kind = "old, with the new one beside it" if news else kind
            save_vault(found, found.document)
        left = list(self.path.parent.glob(".*.tmp"))
        assert not left, f"not swept: {left}"
        self.path.write_bytes(self.before)
        return kind


def saving(folder: Path) -> Scene:
    """A vault with twenty accounts to which one is added."""
    stamps = StampClock("device1", SystemClock())
    accounts = [Account(Otp(Secret(os.urandom(20))), title=f"Account {number}") for number in range(20)]
    opened = create_vault(
        folder / "vault.warifu", PASSWORD, Document.empty().add_all(accounts, stamps.next())
    )
    new = opened.document.add(Account(Otp(Secret(os.urandom(20))), title="Added"), stamps.next())
    scene = Scene(folder, PASSWORD, opened.document, new)
    scene.act = lambda: save_vault(opened, new)
    return scene


def upgrading(folder: Path) -> Scene:
    """A golden file whose password is wrapped anew, as the first unlocking of a new release does."""
    (folder / "vault.warifu").write_bytes(GOLDEN.read_bytes())
    slots.FLOOR = slots.KdfParams(memory_kib=9 * 1024, passes=1, lanes=1)
    slots.calibrated = lambda *_: slots.FLOOR
    document = open_vault(folder / "vault.warifu", GOLDEN_PASSWORD).document
    scene = Scene(folder, GOLDEN_PASSWORD, document, document)

    def upgrade() -> OpenVault:
        opened = open_vault(scene.path, GOLDEN_PASSWORD)
        assert opened.needs_save
        return save_vault(opened, opened.document)

    scene.act = upgrade
    return scene


def killed(scene: Scene, delay: float) -> bool:
    """Act in a process that is killed after so many seconds; False when it was done before."""
    child = os.fork()
    if child == 0:
        status = 1
        try:
            scene.act()
            status = 0
        finally:
            os._exit(status)
    time.sleep(delay)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 0, "the save failed of itself"
    return os.WIFSIGNALED(status)


def main() -> None:
    """Do it so often and tell."""
    folder, times, way = Path(sys.argv[1]), int(sys.argv[2]), (sys.argv[3:] or ["exchange"])[0]
    if way == "replace":
        disk._exchange = lambda *_: False
    scene = upgrading(folder) if way == "upgrade" else saving(folder)
    longest = 0.05 if way == "upgrade" else 0.005  # seconds; it derives a key first
    found: collections.Counter[str] = collections.Counter()
    while found["killed"] < times:
        cut = killed(scene, random.uniform(0, longest))
        longest *= 1.05 if cut else 0.85  # so that most are killed, at every moment, however busy the machine
        found["killed" if cut else "finished"] += 1
        found["with leftovers"] += bool(list(folder.glob(".*.tmp")))
        found[scene.after()] += 1
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
