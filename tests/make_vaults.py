"""Make the golden vault files of tests/vectors/vaults: python tests/make_vaults.py

Files of a released version are never made anew: they prove that later versions still open them. The script
adds what is missing, each file with its document beside it, all with the password below, which is used for
nothing else.
"""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

TESTS = Path(__file__).resolve().parent
sys.path.insert(0, str(TESTS.parent / "app"))

from warifu.core.account import Account, Algorithm, Icon, Otp, OtpType  # noqa: E402
from warifu.core.secret import Secret  # noqa: E402
from warifu.vault import aead, container, key_slots, slots  # noqa: E402
from warifu.vault.document import Document  # noqa: E402
from warifu.vault.kek import Kek  # noqa: E402
from warifu.vault.recovery_code import RecoveryCode  # noqa: E402
from warifu.vault.stamp import StampClock  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable

PASSWORD = "golden tests only – 割符 ½"  # NFKC changes it, and it is not ASCII
CODE = bytes(range(16, 32))  # of the recovery code
KEY = bytes(range(100, 132))  # that a keystore and a platform would have kept
FOLDER = TESTS / "vectors" / "vaults"
WEAK = slots.KdfParams(memory_kib=8 * 1024, passes=1, lanes=1)
FLOOR = slots.KdfParams(memory_kib=64 * 1024, passes=3, lanes=4)


class Standing:
    """A clock for reproducible documents."""

    def now(self) -> float:
        return 1_796_083_214.0

    def monotonic(self) -> float:
        return 0.0


def account(number: int, otp: Otp, **fields: object) -> Account:
    made = Account(otp, id=f"00000000-0000-4000-8000-{number:012d}", created=1_796_000_000 + number)
    return replace(made, **fields)  # type: ignore[arg-type]


def one() -> Document:
    """The least that is useful."""
    otp = Otp(Secret(b"12345678901234567890"))  # of RFC 6238, appendix B
    stamps = StampClock("golden", Standing())
    return Document.empty().add(account(1, otp, title="GitHub", account="ada@example.com"), stamps.next())


def everything() -> Document:
    """Every type, every field, every state an account can be in."""
    stamps = StampClock("golden", Standing())
    key = Secret(bytes(range(20)))
    made = [
        account(
            1, Otp(key), title="TOTP", issuer="Example", tags=("a", "仕事"), note="two\nlines", pinned=True
        ),
        account(
            2, Otp(key, algorithm=Algorithm.SHA512, digits=8, period=60), title="SHA-512", icon=Icon("aws")
        ),
        account(3, Otp(Secret(b"hotp key"), OtpType.HOTP, Algorithm.SHA256), title="HOTP", counter=7),
        account(4, Otp(key, OtpType.STEAM, digits=5), title="Steam", icon=Icon(image=b"\x89PNG not really")),
        account(5, Otp(key, OtpType.MOTP, Algorithm.MD5, period=10, pin="1234"), title="mOTP"),
        account(6, Otp(key, OtpType.YANDEX, Algorithm.SHA256, digits=8, pin="5678"), title="Yandex"),
        account(7, Otp(key), title="割符", account="利用者"),
        account(8, Otp(key), title="In the trash"),
        account(9, Otp(key), title="Purged"),
        account(10, Otp(Secret(b"old secret")), title="With a history"),
    ]
    ids = [each.id for each in made]
    document = Document.empty().add_all(made, stamps.next())
    document = document.trash(ids[7:9], stamps.next(), 1_796_080_000).purge(ids[8:9], stamps.next())
    document = document.edit(ids[9], stamps.next(), otp=Otp(Secret(b"new secret")), note="renewed")
    document = document.set_counter(ids[2], 9).note_use(ids[2], "golden", 1_796_083_000)
    document = document.note_use(ids[2], "other", 1_796_083_100)
    return document.name_device("golden", "Golden PC", stamps.next())


def of_the_future() -> Document:
    """What a newer version may have added, at every level."""
    state = json.loads(one().to_json())
    state["future"] = {"level": 1}
    state["accounts"][0]["future"] = [2]
    state["accounts"][0]["secrets"][0]["future"] = "3"
    return Document.from_json(json.dumps(state).encode())


def with_ways() -> Document:
    """What is known of two ways to unlock."""
    stamps = StampClock("golden", Standing())
    document = one().note_way("code", stamps.next(), made=1_796_000_000, confirmed=1_796_000_100)
    return document.note_way("key", stamps.next(), made=1_796_000_200, name="Golden PC")


def with_services() -> Document:
    """What somebody who leaves another app still has to set up: one to do, one done, one taken off."""
    stamps = StampClock("golden", Standing())
    document = one().note_service("a", stamps.next(), name="GitHub", brand="github", added=1_796_000_000)
    document = document.note_service("b", stamps.next(), name="割符", added=1_796_000_001, done=1_796_000_900)
    return document.note_service("c", stamps.next(), name="Gone", added=1_796_000_002, gone=True)


def seal_with_ways(document: Document) -> bytes:
    """A vault after its first change of the master key, with every kind of slot."""
    vault_id = "5eed5eed-0000-4000-8000-000000000001"
    keys = container.Keys.of(aead.random_key(), vault_id)
    slots.FLOOR = WEAK
    code, key = RecoveryCode(bytearray(CODE)), Kek(bytearray(KEY))
    made = (
        key_slots.key_slot(slots.KEYSTORE, key, keys.master, vault_id),
        key_slots.recovery_slot(code, keys.master, vault_id),
        slots.password_slot(PASSWORD, keys.master, vault_id, WEAK),
        key_slots.key_slot(slots.PLATFORM, key, keys.master, vault_id),
    )
    header = container.Header(vault_id, made, generation=9, epoch=2)
    return container.seal(header, keys, document.to_json())


def seal(document: Document, params: slots.KdfParams, **header: object) -> bytes:
    vault_id = "5eed5eed-0000-4000-8000-000000000001"
    keys = container.Keys.of(aead.random_key(), vault_id)
    slots.FLOOR = params  # in this process: files that production code would not write
    slot = slots.password_slot(PASSWORD, keys.master, vault_id, params)
    made = container.Header(vault_id, (slot,), generation=1)
    return container.seal(replace(made, **header), keys, document.to_json())  # type: ignore[arg-type]


FILES: dict[str, tuple[Callable[[], Document], Callable[[Document], bytes]]] = {
    "v1-empty": (Document.empty, lambda document: seal(document, WEAK)),
    "v1-one": (one, lambda document: seal(document, FLOOR)),
    "v1-everything": (everything, lambda document: seal(document, WEAK)),
    "v1-future-fields": (of_the_future, lambda document: seal(document, WEAK, extra={"future": {"a": 1}})),
    "v1-ways": (with_ways, seal_with_ways),
    "v1-services": (with_services, lambda document: seal(document, WEAK)),
    "v2-for-readers-of-v1": (of_the_future, lambda document: seal(document, WEAK, version=2)),
}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, (make, write) in FILES.items():
        if not (FOLDER / f"{name}.warifu").exists():
            document = make()
            (FOLDER / f"{name}.warifu").write_bytes(write(document))
            state = json.loads(document.to_json())
            (FOLDER / f"{name}.json").write_text(json.dumps(state, indent=1, sort_keys=True) + "\n", "ascii")


if __name__ == "__main__":
    main()
