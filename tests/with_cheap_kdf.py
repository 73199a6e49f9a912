"""Run a program with a key derivation that costs nothing, which production code cannot ask for, and tell the
tests what it hears of as a secret and which files it writes (``leaks.children``).

python tests/with_cheap_kdf.py -m warifu --version
python tests/with_cheap_kdf.py script.py ARGUMENTS
"""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "app"))


def main() -> None:
    from leaks.children import watched_if_asked
    from warifu.vault import slots

    watched_if_asked()
    slots.FLOOR = cheap = slots.KdfParams(memory_kib=64, passes=1, lanes=1)
    slots.calibrated = lambda *_: cheap
    if sys.argv[1] == "-m":
        sys.argv = sys.argv[2:]
        runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv = sys.argv[1:]
        sys.path.insert(0, str(Path(sys.argv[0]).resolve().parent))  # as for any script
        runpy.run_path(sys.argv[0], run_name="__main__")


if __name__ == "__main__":
    main()
