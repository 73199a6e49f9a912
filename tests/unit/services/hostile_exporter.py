"""A reading process that was taken over: ``python hostile_exporter.py WHAT``. It answers what it wants to.

WHAT is the name of one of ``ANSWERS``, or a way to behave: die, hang, deaf, flood.
"""

from __future__ import annotations

import json
import os
import struct
import sys
import time

OTP = {"secret": "GEZDGNBVGY3TQOJQ", "type": "totp", "algorithm": "SHA1", "digits": 6, "period": 30}
ENTRY = {
    "otp": OTP, "title": "GitHub", "issuer": "GitHub", "account": "ada", "counter": 0, "tags": ["work"],
    "note": "", "pinned": False, "uses": 0, "last_used": 0, "created": 0, "brand": "", "icon": "",
    "binned": False,
}  # fmt: skip
GOOD = {"format": "otpauth", "entries": [ENTRY], "problems": [], "pictures": [], "passwords": False}
PROBLEM = {"title": ["It is wrong.", {}], "hint": ["", {}], "line": 1, "entry": "GitHub"}
ERROR = {
    "error": "FileDamaged", "key_file": False, "title": ["It is damaged.", {}], "detail": ["", {}],
    "hint": ["", {}],
}  # fmt: skip


def entry(**changes):
    return {**GOOD, "entries": [{**ENTRY, **changes}]}


def otp(**changes):
    return entry(otp={**OTP, **changes})


def problem(**changes):
    return {**GOOD, "problems": [{**PROBLEM, **changes}]}


def titled(template, /, **fields):
    return problem(title=[template, fields])


def without(key):
    return {name: value for name, value in GOOD.items() if name != key}


PNG = "iVBORw0KGgoAAAANSUhEUg"  # the beginning of one in base64
WIDE_PNG = "iVBORw0KGgoAAAANSUhEUgAnEAAAJxAIBgAAAAAAAAA="  # 2,560,000 pixels wide by its header
ANSWERS = {
    "no object": [],
    "a number": 7,
    "nothing": {},
    "no entries": without("entries"),
    "no problems": without("problems"),
    "no pictures": without("pictures"),
    "no format": without("format"),
    "entries that are none": {**GOOD, "entries": 5},
    "entries as a text": {**GOOD, "entries": "abc"},
    "an entry that is none": {**GOOD, "entries": [None]},
    "too many entries": {**GOOD, "entries": [ENTRY] * 10_002},
    "too many problems": {**GOOD, "problems": [PROBLEM] * 10_002},
    "too many pictures": {**GOOD, "pictures": [""] * 2_001},
    "pictures that are no base64": {**GOOD, "pictures": ["%%%%"]},
    "a secret that is none": otp(secret="1890"),
    "a secret that is a number": otp(secret=7),
    "an empty secret": otp(secret=""),
    "a secret too long": otp(secret="A" * 20_000),
    "a type that there is not": otp(type="wotp"),
    "an algorithm that there is not": otp(algorithm="SHA3"),
    "digits that are true": otp(digits=True),
    "a thousand digits": otp(digits=1000),
    "no digits": otp(digits=0),
    "a period of nothing": otp(period=0),
    "a negative period": otp(period=-30),
    "a counter that is a text": entry(counter="1"),
    "a negative counter": entry(counter=-1),
    "a counter too large": entry(counter=2**64),
    "a fraction for a counter": entry(counter=1.5),
    "a title that is a list": entry(title=["x"]),
    "a tag that is a number": entry(tags=[1]),
    "tags that are a number": entry(tags=1),
    "a note that is nothing": entry(note=None),
    "an icon that is no base64": entry(icon="%%%%"),
    "an icon that is no picture": entry(icon="bm8gcGljdHVyZQ=="),
    "an icon that is another picture": entry(icon="R0lGODlhAQABAAAAACw="),
    "an icon that is cut off": entry(icon=PNG + "=="),
    "an icon far too wide": entry(icon=WIDE_PNG),
    "an icon of a megabyte": entry(icon=PNG + "AAAA" * 262_144 + "=="),
    "a field of an object": titled("{x.__class__}", x="y"),
    "an item of an object": titled("{x[0]}", x="y"),
    "a conversion": titled("{x!r}", x="y"),
    "a width": titled("{x:99999999}", x="y"),
    "a field by number": titled("{0}", x="y"),
    "an empty field": titled("{}", x="y"),
    "an open brace": titled("{x", x="y"),
    "a lone brace": titled("a}", x="y"),
    "doubled braces": titled("{{x}}", x="y"),
    "a field without its value": titled("{x}"),
    "a field that is somebody's parameter": titled("{text}", text="y"),
    "another one": titled("{template}", template="y"),
    "a field that is a list": titled("{x}", x=[1]),
    "a field that is true": titled("{x}", x=True),
    "a field too large": titled("{x}", x=10**40),
    "a sentence that is a number": problem(title=[7, {}]),
    "a sentence that is alone": problem(title=["It is wrong."]),
    "a sentence that is nothing": problem(title=None),
    "a sentence without end": titled("x" * 501),
    "a sentence that steers the terminal": titled("\x1b[2Jgone"),
    "a sentence that turns around": titled("\u202egone"),
    "a line that is a text": problem(line="1"),
    "a name that is a list": problem(entry=[]),
    "an error that there is not": {**ERROR, "error": "SystemExit"},
    "an error that is a list": {**ERROR, "error": []},
    "an error without sentences": {"error": "FileDamaged"},
    "an error that reaches into things": {**ERROR, "hint": ["{a.b}", {"a": "b"}]},
}
RAW = {
    "no JSON": b"not JSON at all",
    "not UTF-8": b"\xff\xfe\xfd",
    "deep": b"[" * 100_000 + b"]" * 100_000,
    "a number without end": b'{"format": ' + b"9" * 10_000 + b"}",
    "a million empty lists in little room": b'{"entries": [' + b"[]," * 9_000_000 + b"[]]}",
}


def main() -> None:
    what = sys.argv[1]
    out = sys.stdout.buffer
    if what == "die":
        os.abort()
    if what in {"hang", "deaf"}:
        if what == "hang":
            sys.stdin.buffer.read(1)
        while True:
            time.sleep(60)
    if what == "flood":
        out.write(struct.pack(">I", 0xFFFFFFFF))
        while True:
            out.write(b"x" * 65_536)
    if what == "half":
        out.write(struct.pack(">I", 1000) + b"{")
    elif what == "silent":
        pass
    else:
        raw = RAW[what] if what in RAW else json.dumps(GOOD if what == "good" else ANSWERS[what]).encode()
        out.write(struct.pack(">I", len(raw)) + raw)
    out.flush()


if __name__ == "__main__":
    main()
