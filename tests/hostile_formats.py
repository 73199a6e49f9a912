"""Hostile files against every format, with little memory: ``hostile_formats.py FAMILY [--full]``.

Prints a line for each file that ended well; a traceback and status 1 are a failure. ``derivations`` needs the
tests of the formats, whose encrypted files it changes.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import io
import json
import random
import resource
import struct
import sys
import time
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).parents[1]
HERE = ROOT / "tests" / "unit" / "formats"
MEMORY = {"derivations": 512}  # MiB of address space beyond what the modules take
USUAL_MEMORY = 256
PATIENCE = 10.0  # seconds of the processor for one format and one file
FILE_PATIENCE = 1.0 if "--full" in sys.argv else 0.15  # seconds of the processor for the changes of one file
KDF_PATIENCE = 0.1  # seconds beyond what the unchanged file takes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_KEY = b"JBSWY3DPEHPK3PXP"
_LINK = b"otpauth://totp/a?secret=" + _KEY
_MB = 1_000_000 if "--full" in sys.argv else 250_000
_SLOW_MB = 1_000_000 if "--full" in sys.argv else 60_000  # where each format looks at every character
_ROWS = 100_000 if "--full" in sys.argv else 15_000  # more than are read


def zips() -> Iterator[tuple[str, bytes]]:
    """Archives that unpack to more than they should."""
    for name in (
        "export.data", "credentials.csv", "Accounts.txt", "Proton Pass/data.json", "raivo-otp-export.json",
        "a.txt",
    ):  # fmt: skip
        yield f"120 MB of spaces as {name}", _packed({name: _spaces(120)})
        inner = _packed({name: _spaces(30)})
        yield f"archives in an archive as {name}", _packed({name: inner, "b.zip": inner})
    yield "too many files", _packed({f"{n}.txt": b"" for n in range(30_000)})
    yield "many large files", _packed({f"{n}.txt": b"\0" * (3 * _MB) for n in range(60)})
    one = _packed({"export.data": _spaces(60)})
    at = one.rindex(b"PK\x01\x02")
    told = struct.pack("<II", len(one), 10)  # the true size, said to be ten bytes
    yield "a lie about the size", one[: at + 20] + told + one[at + 28 :]
    yield "cut off", one[: len(one) // 2]
    yield "overlapping", _overlapping(2_000)


def _spaces(megabytes: int) -> bytes:
    return b" " * (megabytes * _MB)


def _packed(files: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return made.getvalue()


def _overlapping(count: int) -> bytes:
    """Many names for the same packed bytes (David Fifield, 2019)."""
    data = b" " * _MB
    machine = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = machine.compress(data) + machine.flush()
    sizes = struct.pack("<III", zlib.crc32(data), len(packed), len(data))
    local = b"PK\x03\x04" + struct.pack("<5H", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", 5, 0) + b"0.txt"
    directory = b""
    for number in range(count):
        name = b"export.data" if not number else b"%d.txt" % number
        directory += b"PK\x01\x02" + struct.pack("<6H", 20, 20, 0, 8, 0, 0) + sizes
        directory += struct.pack("<5HII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<4HIIH", 0, 0, count, count, len(directory), len(local + packed), 0)
    return local + packed + directory + end


def jsons() -> Iterator[tuple[str, bytes]]:
    """JSON that nests, repeats, or counts too far."""
    yield "arrays in arrays", b"[" * _MB
    yield "closed arrays", b"[" * 5_000 + b"]" * 5_000
    yield "objects in objects", b'{"items":' * 50_000 + b"1" + b"}" * 50_000
    yield "a number of a million digits", b'{"version":' + b"9" * _MB + b"}"
    yield "a number beyond floats", b'{"items":[{"fields":[{"type":"totp","value":1e999}]}]}'
    yield "no number", b'{"version":NaN,"entries":[{"content":{"uri":Infinity}}]}'
    yield "a key twice", b'{"records":[],"records":[{}]}'
    yield "objects without end", b"[" + b"{}," * (3 * _MB) + b"{}]"
    yield "numbers without end", b"[" + b"1," * (5 * _MB) + b"1]"
    yield "texts without end", b"[" + b'"a",' * (3 * _MB) + b'"a"]'
    yield "keys without end", b"{" + b",".join(b'"%d":0' % n for n in range(_MB + 9)) + b"}"
    yield "one text", b'{"records":[{"title":"' + b"a" * (30 * _MB) + b'"}]}'
    yield (
        "too many entries",
        b'{"records":['
        + b",".join(b'{"custom_fields":{"$oneTimeCode::1":"' + _LINK + b'"}}' for _ in range(30_000))
        + b"]}",
    )
    yield "a file behind it", b'{"items":[]}' + b" " * (30 * _MB) + b"x"


def xmls() -> Iterator[tuple[str, bytes]]:
    """XML with entities, and far too deep."""
    for root in ("map", "WinAuth", "KeyContainer", "KeePassFile", "html"):
        lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
        head = f'<?xml version="1.0"?><!DOCTYPE {root} [<!ENTITY l0 "lol">{lol}]>'
        name = "com.authy.storage.tokens.authenticator.key"
        yield (
            f"billion laughs in {root}",
            f'{head}<{root}><string name="{name}">&l11;</string></{root}>'.encode(),
        )
        blow = f'<!DOCTYPE {root} [<!ENTITY a "{"a" * 100_000}">]><{root}>{"&a;" * 50_000}</{root}>'
        yield f"quadratic blow-up in {root}", blow.encode()
        outside = f'<!DOCTYPE {root} [<!ENTITY x SYSTEM "file:///etc/passwd">]><{root}><string>&x;</string></{root}>'
        yield f"a file from outside in {root}", outside.encode()
        yield f"a long attribute in {root}", f'<{root} a="'.encode() + b"a" * (15 * _SLOW_MB)
        yield f"too deep in {root}", f"<{root}>".encode() + b"<map>" * _SLOW_MB
        yield (
            f"attributes in {root}",
            f"<{root} ".encode() + b" ".join(b'a%d=""' % n for n in range(_SLOW_MB // 3)) + b">",
        )


def texts() -> Iterator[tuple[str, bytes]]:
    """Tables and lists without end."""
    header = b"url,username,password,totp,extra,name,grouping,fav\n"
    yield "commas", header + b"," * (20 * _SLOW_MB)
    yield "one cell", header + b'"' + b"a" * (30 * _SLOW_MB)
    yield "quotes", header + b'"' * (30 * _SLOW_MB + 1)
    yield "lines", header + b"\n" * (30 * _SLOW_MB)
    yield "rows", header + (b",,," + _KEY + b",,,,\n") * _ROWS
    yield "old line ends", header.replace(b"\n", b"\r") + b"a,b\r" * 2 * _ROWS
    yield "links", (_LINK + b"\n") * _ROWS
    yield "one link", _LINK + b"A" * (20 * _SLOW_MB)
    yield "a link of pieces", _LINK + b"&a=b" * (5 * _SLOW_MB)
    yield "base64", b"QUJD" * (7 * _SLOW_MB)
    yield "UTF-16", b"\xff\xfe" + b"a\0" * (15 * _SLOW_MB)
    yield "scheme without end", b"otpauth://" * (3 * _SLOW_MB)


def binaries() -> Iterator[tuple[str, bytes]]:
    """What begins like a known file and does not go on so."""
    starts = {
        "nothing": b"",
        "zeros": b"\0" * 16,
        "KeePass": bytes.fromhex("03d9a29a67fb4bb5") + struct.pack("<HH", 1, 4),
        "KeePass with a long field": bytes.fromhex("03d9a29a67fb4bb501000400") + b"\x02\xff\xff\xff\xff",
        "KeePass 1": bytes.fromhex("03d9a29a65fb4bb5"),
        "Stratum": b"AUTHENTICATORPRO",
        "Stratum of old": b"AuthenticatorPro",
        "OTPClient": b"OTPClient" + struct.pack(">I", 3) + bytes(48) + struct.pack(">III", 4, 1 << 30, 4),
        "SQLite": b"SQLite format 3\0" + b"\x10\x00\x01\x01\x00\x40\x20\x20" + b"\xff" * 76,
        "Java": bytes.fromhex("aced0005737200116a6176612e7574696c2e486173684d6170") + b"\xff" * 64,
        "a property list": b"bplist00" + b"\xff" * 64,
        "PNG": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\xff" * 8 + b"\x08\x02\0\0\0",
        "rounds of andOTP": struct.pack(">I", 150_000),
        "too many rounds": struct.pack(">I", 0x7FFFFFFF),
    }
    for name, start in starts.items():
        yield f"{name}, alone", start
        yield f"{name}, then zeros", start + bytes(4_096)
        yield f"{name}, then noise", start + bytes((7 * n * n + n // 3) & 255 for n in range(100_000))
    yield "zeros without end", bytes(32 * 1024 * 1024)


FAMILIES: dict[str, Callable[[], Iterator[tuple[str, bytes]]]] = {
    "zips": zips, "jsons": jsons, "xmls": xmls, "texts": texts, "binaries": binaries,
}  # fmt: skip


def main(family: str) -> int:
    """Try a family; the exit status is 1 at the first file that does not end well."""
    sys.path[:0] = [str(ROOT / "app"), str(ROOT / "tests"), str(HERE)]
    _import_everything()
    if family == "derivations":
        files = list(encrypted())
        _limit(MEMORY[family])
        derivations(files)
        return 0
    bombs = FAMILIES[family]()
    for name, data in bombs:
        gc.collect()
        _limit(USUAL_MEMORY)  # beyond what earlier bombs left in the allocator
        _explode(name, data)
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return 0


def _explode(name: str, data: bytes) -> None:
    from warifu.formats import registry
    from warifu.formats.base import Keys
    from warifu.formats.entries import MAX_ENTRIES
    from warifu.formats.errors import FormatError
    from warifu.formats.untrusted import Untrusted

    ended = []
    whole = time.process_time()
    untrusted = Untrusted(data)
    for each in registry.FORMATS:
        begin = time.process_time()
        try:
            each.fits(untrusted)
            contents = registry.read(untrusted, Keys(("p",)), each.id)[1]
        except FormatError as error:
            ended.append(type(error).__name__)
        else:
            assert len(contents.entries) <= MAX_ENTRIES, (name, each.id)
            assert len(contents.problems) <= MAX_ENTRIES + 1, (name, each.id)
        assert time.process_time() - begin < PATIENCE, (name, each.id)
    taken = time.process_time() - whole
    sys.stdout.write(f"{name}: {len(ended)} refused of {len(registry.FORMATS)} in {taken:.2f} s\n")


def encrypted() -> Iterator[tuple[Any, Any]]:
    """Every encrypted file that the formats' own tests make, with its format."""
    from format_contract import FormatContract
    from warifu.formats import registry

    for path in sorted(HERE.glob("test_*.py")):
        importlib.import_module(path.stem)
    kinds = [FormatContract]
    for kind in kinds:
        kinds += kind.__subclasses__()
    for each in registry.FORMATS:
        for kind in kinds:
            if getattr(kind, "id", "") == each.id:
                yield from ((each, file) for file in kind().files() if file.password)


def derivations(files: list[tuple[Any, Any]]) -> None:
    """Ask each file's derivation for far too much; it is refused at once, or is no derivation's number."""
    from warifu.formats.errors import FormatError
    from warifu.formats.untrusted import Untrusted

    for each, file in files:
        begin = time.process_time()
        each.read(file.untrusted, file.keys)
        usual = time.process_time() - begin
        changed = list(_hostile(file.data))
        random.Random(3).shuffle(changed)
        until = time.process_time() + FILE_PATIENCE
        for done, data in enumerate(changed):  # noqa: B007 - told below
            if time.process_time() > until:
                break
            begin = time.process_time()
            with contextlib.suppress(FormatError):
                each.read(Untrusted(data, file.name, file.beside), file.keys)
            taken = time.process_time() - begin
            # A word put anywhere in bytes may be a number that is within the limits, and takes its time.
            most = 2 * usual + KDF_PATIENCE if data[:1] in b"[{" else PATIENCE
            assert taken < most, (each.id, taken, usual)
        sys.stdout.write(f"{each.id}: {done + 1} files\n")


_NUMBERS: tuple[Any, ...] = (
    2**30, 2**31, 2**32, 2**63, 10**30, 0, -1, -(2**31), 1.5, "x", "99999999999", True, None, [], {},
)  # fmt: skip
_WORDS = (
    b"\xff\xff\xff\xff",
    b"\x7f\xff\xff\xff",
    b"\xff\xff\xff\x7f",
    b"\x40\0\0\0",
    b"\0\0\0\x40",
    bytes(4),
)


def _hostile(data: bytes) -> Iterator[bytes]:
    """The file with each number outside of its entries replaced, or each word of its beginning."""
    try:
        found = json.loads(data)
    except ValueError:
        for at in range(min(len(data) - 4, 120)):
            for word in _WORDS:
                yield data[:at] + word + data[at + 4 :]
        return
    for path in list(_numbers(found))[:24]:
        for number in _NUMBERS:
            yield json.dumps(_replaced(found, path, number)).encode()


def _numbers(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict | list):
        for key, part in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _numbers(part, (*path, key))
    elif type(value) is int or (isinstance(value, str) and value.isdecimal()):
        yield path


def _replaced(value: Any, path: tuple[Any, ...], number: Any) -> Any:
    if not path:
        return number
    made = value.copy()
    made[path[0]] = _replaced(value[path[0]], path[1:], number)
    return made


def _import_everything() -> None:
    """What formats import when they are needed, so that modules are not counted."""
    for name in (
        "argon2", "cryptography.hazmat.primitives.ciphers.aead", "cryptography.hazmat.primitives.kdf.argon2",
        "cryptography.hazmat.primitives.kdf.scrypt", "Cryptodome.Cipher.AES", "Cryptodome.Cipher.ChaCha20",
        "Cryptodome.Cipher.Salsa20", "defusedxml.ElementTree", "html.parser", "nacl.bindings", "numpy",
        "plistlib", "pykeepass", "pyotp", "pyzipper", "sqlite3", "warifu.formats.registry",
    ):  # fmt: skip
        importlib.import_module(name)


def _own_memory() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()


def _limit(megabytes: int) -> None:
    most = _own_memory() + megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (most, resource.RLIM_INFINITY))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
