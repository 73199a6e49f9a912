"""The system's keystore: which is trusted, and what comes of the real gnome-keyring when it misbehaves."""

from __future__ import annotations

import base64
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from keyring_bus import keyring_bus
from warifu.core.errors import KeystoreTrouble
from warifu.platforms.keystore import backends
from warifu.platforms.keystore.base import Do, Fault, sentence
from warifu.platforms.keystore.child import answer, is_key
from warifu.platforms.keystore.process import KeystoreProcess
from warifu.services import ourselves

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="keyrings of Linux only")

KEY = bytearray(range(100, 132))
VAULT = "5eed5eed-0000-4000-8000-000000000001"
APP = Path(__file__).parents[3] / "app"


@pytest.fixture
def bus(tmp_path, monkeypatch):
    with keyring_bus(tmp_path) as made:
        for name, value in made.environ.items():
            monkeypatch.setenv(name, value)
        monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(APP), os.environ.get("PYTHONPATH", "")]))
        yield made


def refused(call, *arguments):
    with pytest.raises(KeystoreTrouble) as problem:
        call(*arguments)
    return problem.value.title


@pytest.mark.safety(16)
def test_real_keyring_keeps_gives_and_deletes(bus) -> None:
    bus.start_keyring()
    keystore = KeystoreProcess()
    assert keystore.reason() is None
    assert refused(keystore.load, VAULT) == sentence(Fault.ABSENT)
    keystore.delete(VAULT)
    keystore.store(VAULT, KEY)
    assert keystore.load(VAULT) == KEY
    other = bytearray(reversed(KEY))
    keystore.store(VAULT, other)
    assert keystore.load(VAULT) == other
    assert refused(keystore.load, "another vault") == sentence(Fault.ABSENT)
    keystore.delete(VAULT)
    assert refused(keystore.load, VAULT) == sentence(Fault.ABSENT)


@pytest.mark.safety(16)
def test_locked_keyring_is_told_at_once_and_nobody_is_asked(bus) -> None:
    bus.start_keyring()
    keystore = KeystoreProcess()
    keystore.store(VAULT, KEY)
    bus.lock()
    asked = bus.heard("Unlock")
    begin = time.monotonic()
    assert refused(keystore.load, VAULT) == sentence(Fault.LOCKED)
    assert refused(keystore.delete, VAULT) == sentence(Fault.LOCKED)
    assert time.monotonic() - begin < 8
    assert not asked()
    assert keystore.reason() is None


@pytest.mark.safety(16)
def test_storing_in_a_locked_keyring_waits_for_the_user_and_not_for_ever(bus) -> None:
    bus.start_keyring()
    bus.lock()
    keystore = KeystoreProcess(asking=3.0)
    assert refused(keystore.store, VAULT, KEY) in {
        sentence(fault) for fault in (Fault.SLOW, Fault.LOCKED, Fault.BROKEN)
    }


@pytest.mark.safety(16)
@pytest.mark.parametrize("kept", ["", "not a key", base64.b64encode(bytes(31)).decode(), "é", "QUJD"])
def test_changed_entry_is_no_key(bus, kept) -> None:
    bus.start_keyring()
    keystore = KeystoreProcess()
    keystore.store(VAULT, KEY)
    found = ("service", f"Warifu vault {VAULT}", "username", "vault key")
    assert bus.tool("lookup", *found) == base64.b64encode(KEY).decode()
    bus.tool("clear", *found)
    bus.tool("store", "--label=x", *found, typed=kept)
    assert refused(keystore.load, VAULT) in {sentence(Fault.CHANGED), sentence(Fault.ABSENT)}


@pytest.mark.safety(16)
def test_keyring_that_was_killed(bus) -> None:
    daemon = bus.start_keyring()
    keystore = KeystoreProcess()
    keystore.store(VAULT, KEY)
    daemon.kill()
    daemon.wait(5)
    begin = time.monotonic()
    with pytest.raises(KeystoreTrouble):
        keystore.load(VAULT)
    assert time.monotonic() - begin < 15


@pytest.mark.safety(16)
def test_service_that_never_answers_is_given_up(bus) -> None:
    bus.start_slow()
    keystore = KeystoreProcess(patience=2.0, asking=2.0)
    begin = time.monotonic()
    assert keystore.reason() == sentence(Fault.SLOW)
    assert refused(keystore.load, VAULT) == sentence(Fault.SLOW)
    assert refused(keystore.store, VAULT, KEY) == sentence(Fault.SLOW)
    assert time.monotonic() - begin < 9


def test_closing_sends_away_whoever_waits_for_it(bus) -> None:
    bus.start_slow()
    keystore = KeystoreProcess(patience=60.0)
    problems = []

    def load() -> None:
        try:
            keystore.load(VAULT)
        except KeystoreTrouble as problem:
            problems.append(problem)

    waiting = threading.Thread(target=load)
    waiting.start()
    while not keystore._running:
        time.sleep(0.01)
    begin = time.monotonic()
    keystore.close()
    waiting.join(10)
    assert time.monotonic() - begin < 3
    assert len(problems) == 1
    assert refused(keystore.load, VAULT) == sentence(Fault.BROKEN)


def test_no_bus_and_no_service(tmp_path, monkeypatch, bus) -> None:
    assert KeystoreProcess().reason() == sentence(Fault.MISSING)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/nothing")
    assert KeystoreProcess().reason() == sentence(Fault.MISSING)


PLANTED = """
from keyring.backend import KeyringBackend

class Keyring(KeyringBackend):
    priority = 99
    def get_password(self, service, username): return None
    def set_password(self, service, username, password): open({kept!r}, "a").write(password)
    def delete_password(self, service, username): pass

open({loaded!r}, "w").close()
"""


@pytest.fixture
def planted(tmp_path, monkeypatch):
    """A package that offers a plaintext backend with the highest priority, as keyrings.alt does."""
    site = tmp_path / "site"
    info = site / "planted-1.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: planted\nVersion: 1\n")
    (info / "entry_points.txt").write_text("[keyring.backends]\nplanted = planted\n")
    loaded, kept = tmp_path / "loaded", tmp_path / "kept"
    (site / "planted.py").write_text(PLANTED.format(loaded=str(loaded), kept=str(kept)))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(site), str(APP)]))
    return loaded, kept


@pytest.mark.safety(17)
def test_planted_backend_is_not_even_loaded(bus, planted) -> None:
    loaded, kept = planted
    keystore = KeystoreProcess()
    assert keystore.reason() == sentence(Fault.MISSING)
    bus.start_keyring()
    keystore.store(VAULT, KEY)
    assert keystore.load(VAULT) == KEY
    assert not loaded.exists()
    assert not kept.exists()
    chosen = [sys.executable, "-c", "import keyring; print(type(keyring.get_keyring()).__module__)"]
    told = subprocess.run(chosen, capture_output=True, text=True, check=True).stdout
    assert loaded.exists()
    assert "planted" in told or "chainer" in told  # as any other program would have it


@pytest.mark.safety(17)
@pytest.mark.parametrize(
    "name",
    [
        "keyrings.alt.file.PlaintextKeyring",
        "keyring.backends.null.Keyring",
        "keyring.backends.fail.Keyring",
        "keyring.backends.chainer.ChainerBackend",
        "keyring.backends.libsecret.Keyring",
        "planted.Keyring",
    ],
)
def test_backend_that_the_user_chose_for_all_turns_it_off(bus, planted, monkeypatch, name) -> None:
    bus.start_keyring()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", name)
    keystore = KeystoreProcess()
    assert keystore.reason() == sentence(Fault.UNSAFE, name)
    assert refused(keystore.store, VAULT, KEY) == sentence(Fault.UNSAFE, name)
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    settings = Path(os.environ["HOME"]) / ".config/python_keyring"
    monkeypatch.setenv("XDG_CONFIG_HOME", str(settings.parent))
    settings.mkdir(parents=True)
    (settings / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={name}\n")
    assert keystore.reason() == sentence(Fault.UNSAFE, name)
    assert not planted[0].exists()


def test_choice_of_a_trusted_backend_and_odd_settings(bus, monkeypatch, tmp_path) -> None:
    bus.start_keyring()
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.SecretService.Keyring")
    assert KeystoreProcess().reason() is None
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    settings = tmp_path / "python_keyring/keyringrc.cfg"
    settings.parent.mkdir()
    for odd in (b"\xff\xfe", b"default-keyring", b"[backend]\n", b""):
        settings.write_bytes(odd)
        assert KeystoreProcess().reason() is None


@pytest.mark.safety(17)
def test_every_trusted_backend_is_the_systems_own() -> None:
    assert {name for names in backends.ALLOWED.values() for name in names} == {
        "keyring.backends.SecretService.Keyring",
        "keyring.backends.kwallet.DBusKeyring",
        "keyring.backends.kwallet.DBusKeyringKWallet4",
        "keyring.backends.macOS.Keyring",
        "keyring.backends.Windows.WinVaultKeyring",
    }
    with pytest.raises(backends.Refused):
        backends.choose("plan9", {"PYTHON_KEYRING_BACKEND": "", "HOME": "/nowhere"})


@pytest.mark.parametrize(
    "says",
    [
        "print('no json')",
        "print('[]')",
        "print('{\"fault\": 3}')",
        "pass",
        "raise SystemExit(3)",
        "print('{}')",
    ],
)
def test_process_that_says_anything_else_is_a_broken_keystore(says) -> None:
    keystore = KeystoreProcess([sys.executable, "-c", says])
    assert refused(keystore.load, VAULT) == sentence(Fault.BROKEN)


def test_process_that_cannot_be_started() -> None:
    assert KeystoreProcess(["/nowhere/warifu"]).reason() == sentence(Fault.BROKEN)


@pytest.mark.parametrize("line", [b"", b"x\n", b"{}\n", b'{"do": "fly", "vault": ""}\n', b"[]\n"])
def test_process_that_is_asked_nothing_it_knows(line) -> None:
    done = subprocess.run(ourselves.command("--keystore"), input=line, capture_output=True, timeout=30,
                          env={**os.environ, "PYTHONPATH": str(APP)}, check=False)  # fmt: skip
    assert (done.returncode, done.stdout) == (2, b"")


@pytest.mark.safety(30)
def test_key_is_in_no_argument_and_no_variable(bus) -> None:
    bus.start_slow()
    keystore = KeystoreProcess(asking=60.0)
    storing = threading.Thread(target=refused, args=(keystore.store, VAULT, KEY))
    storing.start()
    while not keystore._running:
        time.sleep(0.01)
    [process] = keystore._running
    proc = Path("/proc") / str(process.pid)
    seen = (proc / "cmdline").read_bytes() + (proc / "environ").read_bytes()
    keystore.close()
    storing.join(10)
    for form in (bytes(KEY), base64.b64encode(KEY), KEY.hex().encode()):
        assert form not in seen


def test_is_key() -> None:
    assert is_key(base64.b64encode(KEY).decode())
    for odd in (None, 3, "", "AAAA", "AAAA" * 20, "*" * 44):
        assert not is_key(odd)


def test_answer_never_raises(monkeypatch) -> None:
    class Odd:
        def get_password(self, service, user):
            raise SystemError("of the library's own")

    monkeypatch.setattr("warifu.platforms.keystore.child.choose", Odd)
    assert answer(Do.LOAD, VAULT, "") == {"fault": "broken"}
