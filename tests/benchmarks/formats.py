"""Measures how other apps' files are read: ``python3 tests/benchmarks/formats.py``.

Each plain format with 10,000 accounts, and a KeePass database of 2 MB beyond its key derivation. Every file
is read in a process of its own, so that its memory can be told from that of the others. Needs Linux.

    --write      also write the table to docs/performance.md
"""

from __future__ import annotations

import io
import json
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path[:0] = [str(HERE), str(ROOT / "tests"), str(ROOT / "app"), str(ROOT / "packaging")]

COUNT = 10_000
_RUNS = 3
_SECTION = """## Other apps' files

Measured by `python3 tests/benchmarks/formats.py --write` on {date}: {machine}.

{table}

- Plain files hold {count:,} accounts. Time is the median of {runs} readings from bytes to accounts, processor
  time of one thread, each file in a process of its own.
- Memory is what is in use at most, the bytes of the file among it, beyond the accounts themselves: those take
  0.5 to 0.7 KB each, whatever the file, which is more than many a line has. In brackets by how much the
  process grew in all. An archive is compared with what it unpacks to.
- The databases are KDBX 4 of 2 MB with some thousand entries, their histories, and codes in every fourth;
  their key derivation is left out. They are read as streams: what they unpack to is never in memory as a
  whole.
"""


def main(arguments: list[str]) -> int:
    """Measure, print, and write if wanted. The exit status is 1 when a goal is missed."""
    from page import machine, today
    from sections import write_section
    from table import render

    table = [row for name, data in files() for row in rows(name, len(data), measured(name, data))]
    text = render(table)
    sys.stdout.write(text + "\n")
    if "--write" in arguments:
        section = _SECTION.format(date=today(), machine=machine(), table=text, count=COUNT, runs=_RUNS)
        write_section("formats", section)
    return 0 if all(row.met for row in table) else 1


def files() -> Any:
    """Every file with the id of its format."""
    from accounts import made_up
    from format_files import large_database, plain_files

    yield from plain_files(made_up(COUNT))
    for cipher in ("aes", "chacha20", "twofish"):
        yield f"kdbx ({cipher})", large_database(cipher)


def measured(name: str, data: bytes) -> dict[str, Any]:
    """What a process of its own says about reading the file: count, seconds, bytes of memory."""
    sys.stderr.write(f"... {name}\n")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(data)
        done = subprocess.run(
            [sys.executable, __file__, "--read", name, str(path)], check=True, stdout=subprocess.PIPE
        )
    return dict(json.loads(done.stdout))


def rows(name: str, size: int, found: dict[str, Any]) -> Any:
    """The rows of one file; a database has its own goals, since it is packed."""
    from table import Row

    what = f"{name}, {found['count']:,} accounts, {size / 1e6:.1f} MB"
    packed = name.startswith("kdbx")
    most = 3.0 if packed else 1.0
    met = found["seconds"] < most and (found["count"] == COUNT or packed)
    yield Row(what, f"{found['seconds']:.2f} s", "", "", f"< {most:g} s", met)
    times = found["beyond"] / (found["unpacked"] or size)
    grown = f"({found['grown'] / 1e6:.1f} MB)"
    yield Row(
        f"{name}, memory",
        f"{found['beyond'] / 1e6:.1f} MB",
        grown,
        f"{times:.1f}",
        "< 5 × the file",
        times < 5,
    )


def read_here(name: str, path: str) -> dict[str, Any]:
    """Read the file in this process: for what it grows by, for what is in use, and for the time."""
    import gc

    from warifu.formats import registry
    from warifu.formats.base import Keys
    from warifu.formats.untrusted import Untrusted

    keys = Keys(("p",))
    _warm(name, registry, keys)
    gc.collect()
    before = _memory("VmRSS")
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # the peak begins anew
    registry.read(Untrusted(Path(path).read_bytes()), keys)
    grown = _memory("VmHWM") - before
    beyond = _beyond_accounts(lambda: registry.read(Untrusted(Path(path).read_bytes()), keys))
    data, times = Path(path).read_bytes(), []
    for _ in range(_RUNS):
        begin = time.process_time()
        found, contents = registry.read(Untrusted(data), keys)
        times.append(time.process_time() - begin)
        count = len(contents.entries)
        del contents
    if found.id != name.partition(" ")[0]:
        raise SystemExit(f"{name} was taken for {found.id}")
    return {
        "count": count, "seconds": statistics.median(times), "grown": grown, "beyond": beyond,
        "unpacked": _unpacked(data),
    }  # fmt: skip


def _beyond_accounts(read: Callable[[], Any]) -> int:
    import gc

    gc.collect()
    tracemalloc.start()
    kept = read()
    peak = tracemalloc.get_traced_memory()[1]
    gc.collect()
    after = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    del kept
    return peak - after


def _unpacked(data: bytes) -> int:
    if not data.startswith(b"PK"):
        return 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return sum(info.file_size for info in archive.infolist())


def _warm(name: str, registry: Any, keys: Any) -> None:
    """Import whatever the first reading imports, with a file of two accounts."""
    from accounts import made_up
    from format_files import plain_files

    from kdbx_files import Recipe, database, document
    from warifu.formats.untrusted import Untrusted

    kind, _, cipher = name.partition(" ")
    small = dict(plain_files(made_up(2)))
    if cipher:
        small[kind] = database(document(""), Recipe(cipher=cipher.strip("()")))
    registry.by_id(kind).read(Untrusted(small[kind]), keys)


def _memory(which: str) -> int:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(which + ":"):
            return int(line.split()[1]) * 1024
    raise SystemExit(f"this system does not tell {which}")


if __name__ == "__main__":
    import bootstrap

    if Path(sys.prefix) != Path(bootstrap.TESTS.folder):
        sys.exit(bootstrap.start_benchmarks(__file__, sys.argv[1:]))
    if sys.argv[1:2] == ["--read"]:
        sys.stdout.write(json.dumps(read_here(*sys.argv[2:])))
        sys.exit(0)
    sys.exit(main(sys.argv[1:]))
