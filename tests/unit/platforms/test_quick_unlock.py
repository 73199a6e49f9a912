"""Windows Hello, Touch ID and polkit: fakes of the libraries, and a polkit on a real bus."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import threading
import time
import xml.dom.minidom
from pathlib import Path
from types import SimpleNamespace

import pytest

from keyring_bus import keyring_bus
from warifu.core.errors import NotConfirmed
from warifu.core.text import Text
from warifu.platforms.quick_unlock import base, touch_id, windows_hello
from warifu.platforms.quick_unlock.polkit import ACTION, Polkit
from warifu.platforms.quick_unlock.touch_id import TouchId
from warifu.platforms.quick_unlock.windows_hello import WindowsHello

CHALLENGE = bytes(range(32))
ROOT = Path(__file__).parents[3]


class Later:
    """An IAsyncOperation."""

    def __init__(self, result):
        self._result = result

    def get(self):
        if isinstance(self._result, Exception):
            raise self._result
        return self._result


class Hello:
    """The parts of winrt.windows.security that Warifu calls, with their names and ways."""

    def __init__(self):
        self.supported = True
        self.exists = False
        self.create_status = self.open_status = self.sign_status = 0
        self.called = []
        self.KeyCredentialCreationOption = lambda value: ("option", value)
        self.KeyCredentialManager = SimpleNamespace(
            is_supported_async=lambda: Later(self.supported),
            request_create_async=self._create,
            open_async=self._open,
        )

    def _create(self, name, option):
        self.called.append(("create", name, option))
        status = self.create_status or (5 if self.exists else 0)
        self.exists = self.exists or status == 0
        return Later(SimpleNamespace(status=status, credential=None))

    def _open(self, name):
        self.called.append(("open", name))
        status = self.open_status or (0 if self.exists else 2)
        return Later(
            SimpleNamespace(status=status, credential=SimpleNamespace(request_sign_async=self._sign))
        )

    def _sign(self, data):
        assert data == ("buffer", CHALLENGE)
        signature = hashlib.sha512(b"private" + data[1]).digest() * 4
        return Later(SimpleNamespace(status=self.sign_status, result=("buffer", signature)))

    def way(self):
        buffers = SimpleNamespace(
            create_from_byte_array=lambda value: ("buffer", value),
            copy_to_byte_array=lambda buffer: buffer[1],
        )
        return WindowsHello(lambda: self, lambda: buffers)


@pytest.mark.safety(19)
def test_hello_signs_the_same_each_time() -> None:
    hello = Hello()
    way = hello.way()
    assert way.releases_key
    assert way.reason() is None
    way.enrol()
    way.enrol()  # the key that is there already is kept
    assert way.ask(CHALLENGE) == way.ask(CHALLENGE)
    assert len(way.ask(CHALLENGE)) == 256
    assert hello.called[0] == ("create", "Warifu", ("option", 1))


@pytest.mark.safety(19)
@pytest.mark.parametrize("step", ["create_status", "open_status", "sign_status"])
@pytest.mark.parametrize("status", [1, 2, 3, 4, 6, 7, 99])
def test_hello_that_says_anything_but_success_gives_no_key(step, status) -> None:
    hello = Hello()
    hello.exists = step != "create_status"
    setattr(hello, step, status)
    way = hello.way()
    with pytest.raises(NotConfirmed):
        way.enrol() if step == "create_status" else way.ask(CHALLENGE)


def test_hello_that_is_not_set_up_or_not_there() -> None:
    hello = Hello()
    hello.supported = False
    assert hello.way().reason() == Text("Windows Hello is not set up on this computer.")
    hello.supported = OSError("of the system's own")
    assert hello.way().reason() == Text("{name} does not work now.", name="Windows Hello")

    def missing():
        raise ImportError("winrt")

    way = WindowsHello(missing)
    assert way.reason() is not None
    with pytest.raises(NotConfirmed):
        way.ask(CHALLENGE)


def test_names_that_the_real_modules_have() -> None:
    if sys.platform != "win32":
        pytest.skip("Windows only")
    credentials, buffers = windows_hello._credentials(), windows_hello._buffers()
    for name in ("is_supported_async", "request_create_async", "open_async"):
        assert hasattr(credentials.KeyCredentialManager, name)
    assert int(credentials.KeyCredentialCreationOption.FAIL_IF_EXISTS) == 1
    assert bytes(buffers.copy_to_byte_array(buffers.create_from_byte_array(b"abc"))) == b"abc"


class Touch:
    """LocalAuthentication with one finger."""

    def __init__(self, *, able=True, answer=True):
        self.able, self.answer = able, answer
        self.invalidated = 0
        self.LAContext = SimpleNamespace(alloc=lambda: SimpleNamespace(init=lambda: self))

    def canEvaluatePolicy_error_(self, policy, error):
        assert policy == 1
        return self.able, None

    def evaluatePolicy_localizedReason_reply_(self, policy, reason, reply):
        assert reason
        if isinstance(self.answer, Exception):
            raise self.answer
        if self.answer is not None:
            threading.Thread(target=reply, args=(self.answer, None)).start()

    def invalidate(self):
        self.invalidated += 1


@pytest.mark.safety(19)
def test_touch_id_is_a_yes_and_no_key() -> None:
    way = TouchId(Touch)
    assert not way.releases_key
    assert way.reason() is None
    assert way.ask(CHALLENGE) == bytearray()


@pytest.mark.safety(19)
@pytest.mark.parametrize("answer", [False, OSError("gone")])
def test_touch_id_that_says_no(answer) -> None:
    with pytest.raises(NotConfirmed):
        TouchId(lambda: Touch(answer=answer)).ask(CHALLENGE)


@pytest.mark.safety(19)
def test_touch_id_that_never_answers_is_left_when_the_program_ends() -> None:
    touch = Touch(answer=None)
    way = TouchId(lambda: touch)
    problems = []

    def ask():
        try:
            way.ask(CHALLENGE)
        except NotConfirmed as problem:
            problems.append(problem)

    asking = threading.Thread(target=ask)
    asking.start()
    while way._context is None:
        time.sleep(0.01)
    way.close()
    asking.join(5)
    assert len(problems) == 1
    assert touch.invalidated == 1


def test_touch_id_that_is_not_set_up(monkeypatch) -> None:
    assert TouchId(lambda: Touch(able=False)).reason() == Text("Touch ID is not set up on this computer.")
    monkeypatch.setitem(sys.modules, "LocalAuthentication", None)
    assert TouchId(touch_id._library).reason() is not None


@pytest.fixture
def polkit(tmp_path):
    """polkit with our action installed, answering what the test says."""
    if not sys.platform.startswith("linux"):
        pytest.skip("polkit is Linux's")
    (tmp_path / "actions").mkdir()
    (tmp_path / "actions" / f"{ACTION}.policy").write_text("")
    with keyring_bus(tmp_path) as bus:
        environ = {**bus.environ, "DBUS_SYSTEM_BUS_ADDRESS": bus.environ["DBUS_SESSION_BUS_ADDRESS"]}

        def answering(answer):
            command = [sys.executable, str(ROOT / "tests/fake_polkit.py"), answer]
            process = subprocess.Popen(command, env=environ, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
            bus.started.append(process)
            assert process.stdout.readline() == b"ready\n"
            return Polkit((tmp_path / "actions",), environ), process.stdout

        answering.nobody = lambda: Polkit((tmp_path / "actions",), environ)
        yield answering


@pytest.mark.safety(19)
def test_polkit_is_asked_about_our_own_connection_and_its_yes_is_no_key(polkit) -> None:
    way, told = polkit("yes")
    assert not way.releases_key
    assert way.reason() is None
    assert way.ask(CHALLENGE) == bytearray()
    assert told.readline() == b"system-bus-name True org.warifu.unlock 1\n"


@pytest.mark.safety(19)
@pytest.mark.parametrize("answer", ["no", "ask", "error", "odd"])
def test_polkit_that_says_anything_but_yes(polkit, answer) -> None:
    way, _told = polkit(answer)
    with pytest.raises(NotConfirmed):
        way.ask(CHALLENGE)


@pytest.mark.safety(19)
def test_polkit_that_never_answers(polkit, monkeypatch) -> None:
    monkeypatch.setattr("warifu.platforms.quick_unlock.polkit.PERSON", 1.0)
    way, _told = polkit("silent")
    begin = time.monotonic()
    with pytest.raises(NotConfirmed):
        way.ask(CHALLENGE)
    assert time.monotonic() - begin < 5


def test_polkit_is_offered_only_where_it_runs_and_our_action_is_installed(polkit, tmp_path) -> None:
    assert polkit.nobody().reason() == Text("polkit does not run on this computer.")
    assert Polkit((tmp_path / "elsewhere",)).reason() == Text(
        "It needs Warifu to be installed by a package of the system."
    )
    with pytest.raises(NotConfirmed):
        polkit.nobody().ask(CHALLENGE)


def test_our_action_asks_each_time_for_the_user_who_sits_there() -> None:
    policy = xml.dom.minidom.parse(str(ROOT / "packaging/linux" / f"{ACTION}.policy"))
    assert policy.getElementsByTagName("action")[0].getAttribute("id") == ACTION

    def said(name):
        return policy.getElementsByTagName(name)[0].firstChild.data

    assert (said("allow_any"), said("allow_inactive"), said("allow_active")) == ("no", "no", "auth_self")


def test_people_get_time() -> None:
    assert base.PERSON >= 60
