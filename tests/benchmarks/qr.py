"""Measures how Warifu reads QR codes, beside each decoder alone: ``python3 tests/benchmarks/qr.py [DIR]``.

DIR holds photographs in folders, one for each set, and EXPECTED.json: a list of ``image`` (path), ``texts``
(or null if unknown) and ``has_code``. Screens and pictures of a camera are generated; without DIR there are
only these.

    --write      also write the tables to docs/performance.md
    --ablation   also measure what each rung of the ladder adds
    --quick      fewer generated pictures, for a first look
"""

from __future__ import annotations

import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests"), str(ROOT / "app"), str(ROOT / "packaging")]


def main(arguments: list[str]) -> int:
    """Measure, print, and write if wanted. The exit status is 1 when a goal is missed."""
    import cv2
    from qr_ablation import ablation
    from qr_measure import measure, video
    from qr_table import page, rows
    from sections import write_section
    from table import render

    from pictures import generated, photographs

    cv2.setNumThreads(1)
    quick = "--quick" in arguments
    folders = [Path(argument) for argument in arguments if not argument.startswith("--")]
    cases = [case for folder in folders for case in photographs(folder)] + list(generated(quick=quick))
    say(f"{len(cases)} pictures")
    scores = measure(cases, say)
    say("frames of a video")
    goals = rows(scores, video(1 if quick else 4))
    added = ablation(cases, say) if "--ablation" in arguments else []
    text = page(render(goals), scores, added)
    sys.stdout.write(text + "\n")
    if "--write" in arguments:
        write_section("qr", text)
    return 0 if all(row.met for row in goals) else 1


def say(what: str) -> None:
    """Tell on standard error what is being measured."""
    sys.stderr.write(f"... {what}\n")


if __name__ == "__main__":
    import bootstrap

    if Path(sys.prefix) != Path(bootstrap.TESTS.folder):
        sys.exit(bootstrap.start_benchmarks(__file__, sys.argv[1:]))
    sys.exit(main(sys.argv[1:]))
