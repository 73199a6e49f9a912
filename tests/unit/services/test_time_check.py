"""The clock is looked at without a network, asked about on wish, and corrected with consent alone."""

from __future__ import annotations

import threading

import pytest

from time_server import answer, odd_answers, time_server
from warifu.core.account import Account, Otp
from warifu.core.clock import CorrectedClock
from warifu.core.errors import AppError, ClockTrouble, NotPossible
from warifu.core.otp import codes_around
from warifu.core.secret import Secret
from warifu.platforms.clock.udp import UdpTimeServer
from warifu.services.immediate import ImmediateTasks
from warifu.services.ports import ServerName, Sync
from warifu.services.time_check import TimeCheck, described, lasting, server_of
from warifu.settings import schema
from warifu.settings.file import Settings

pytestmark = pytest.mark.safety(70)
SEED = Account(Otp(Secret(b"12345678901234567890")), title="Example")
QUICK = 0.3  # seconds


class Bench:
    """A check with the real socket; the server's time is ``off`` seconds ahead of the fake clock's."""

    def __init__(self, settings_path, clock, sync: Sync = Sync.UNKNOWN) -> None:
        self.clock = clock
        self.settings = Settings(settings_path)
        self.sync = sync
        self.checking = TimeCheck(
            self.settings, ImmediateTasks(), clock, UdpTimeServer(QUICK), lambda: self.sync
        )
        self.corrected = CorrectedClock(clock, lambda: self.checking.correction)
        self.refused: list[AppError] = []

    def ask(self, answers) -> int:
        """One question; how many the server got."""
        with time_server(answers) as server:
            self.checking.ask(server.name, lambda _found: None, self.refused.append)
        return len(server.asked)

    def ask_off(self, off: float) -> None:
        assert self.ask(lambda question: [answer(question, self.clock.now() + off)]) == 1
        assert self.refused == []


@pytest.fixture
def bench(tmp_path, fake_clock) -> Bench:
    return Bench(tmp_path / "settings.json", fake_clock)


@pytest.mark.parametrize("off", [90.0, -90.0])
def test_a_clock_that_is_off_makes_right_codes_after_consent_and_not_before(bench, off) -> None:
    true = codes_around(SEED, bench.clock.now() + off).current.value
    wrong = codes_around(SEED, bench.clock.now()).current.value
    assert true != wrong
    bench.ask_off(off)
    assert codes_around(SEED, bench.corrected.now()).current.value == wrong
    assert bench.checking.error == pytest.approx(off, abs=0.2)
    assert "1 min 30 s" in str(bench.checking.warning())
    bench.checking.apply()
    assert bench.corrected.now() - bench.clock.now() == pytest.approx(off, abs=0.2)
    assert codes_around(SEED, bench.corrected.now()).current.value == true
    assert bench.checking.warning() is None
    bench.checking.reset()
    assert codes_around(SEED, bench.corrected.now()).current.value == wrong


def test_durations_are_not_corrected(bench) -> None:
    before = bench.corrected.monotonic()
    bench.ask_off(90)
    bench.checking.apply()
    assert bench.corrected.monotonic() == before


@pytest.mark.parametrize("odd", sorted(odd_answers(0)))
def test_an_odd_answer_corrects_nothing_and_is_one_sentence(bench, odd) -> None:
    assert bench.ask(odd_answers(bench.clock.now() + 90)[odd]) == 1, "it asked more than once"
    (problem,) = bench.refused
    assert isinstance(problem, ClockTrouble)
    assert str(problem.title).startswith("The time server ")
    assert bench.checking.measured is None
    with pytest.raises(NotPossible):
        bench.checking.apply()
    assert bench.checking.correction == 0


def test_forged_packets_before_the_true_answer_are_passed_over(bench) -> None:
    now = bench.clock.now()
    forged = odd_answers(now + 500)
    names = ("short", "noise", "other question", "empty question", "a client")

    def answers(question: bytes) -> list[bytes]:
        return [packet for name in names for packet in forged[name](question)] + [answer(question, now + 90)]

    bench.ask(answers)
    assert bench.checking.error == pytest.approx(90, abs=0.2)


def test_nobody_there_is_told(bench) -> None:
    with time_server(lambda _question: []) as server:
        pass
    bench.checking.ask(server.name, lambda _found: None, bench.refused.append)
    assert str(bench.refused[0].title) == "The time server cannot be reached."


def test_looking_applying_and_asking_the_system_send_nothing(bench) -> None:
    with time_server(lambda _question: []) as server:
        bench.settings.set(schema.CLOCK_SERVER, server.name)
        bench.settings.set(schema.CLOCK_CORRECTION, 90_000)
        bench.checking.look()
        bench.checking.warning()
        bench.checking.reset()
        with pytest.raises(NotPossible):
            bench.checking.apply()
    assert server.asked == []


@pytest.mark.parametrize("off", [86_401.5, -86_401.5, 10 * 365 * 86_400.0])
def test_more_than_a_day_is_not_corrected(bench, off) -> None:
    bench.ask_off(off)
    with pytest.raises(NotPossible, match="more than a day"):
        bench.checking.apply()
    assert bench.checking.correction == 0
    assert "sites may refuse codes" in str(bench.checking.warning())


@pytest.mark.parametrize("planted", [86_400_001, -86_400_001, 10**15, "90000", 1.5, None, True])
def test_a_settings_file_cannot_ask_for_more(tmp_path, fake_clock, planted) -> None:
    import json

    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"clock_correction": planted}))
    assert Bench(path, fake_clock).checking.correction == 0


def test_what_is_known_lapses_when_the_clock_is_set_or_the_computer_slept(bench) -> None:
    bench.ask_off(90)
    bench.clock.advance(3_600)
    assert bench.checking.error == pytest.approx(90, abs=0.2)
    bench.clock.set(bench.clock.now() + 90)
    assert bench.checking.error is None
    assert bench.checking.warning() is None
    with pytest.raises(NotPossible, match="set meanwhile"):
        bench.checking.apply()


def test_a_small_error_is_no_warning(bench) -> None:
    bench.ask_off(5)
    assert bench.checking.warning() is None
    assert str(described(bench.checking.measured)) == "The clock is 5 s slow."
    bench.ask_off(0)
    assert str(described(bench.checking.measured)) == "The clock is right, to within a second."


def test_a_correction_that_the_system_made_needless_is_told(bench) -> None:
    bench.ask_off(90)
    bench.checking.apply()
    again = Bench(bench.settings._path, bench.clock, Sync.KEPT)  # the next start
    assert again.checking.warning() is None, "the system was not asked yet"
    again.checking.look()
    assert "still corrected by 1 min 30 s" in str(again.checking.warning())
    again.checking.reset()
    assert again.checking.warning() is None


def test_one_that_was_taken_against_the_systems_word_stays_quiet(bench) -> None:
    bench.sync = Sync.KEPT
    bench.checking.look()
    bench.ask_off(90)
    bench.checking.apply()
    again = Bench(bench.settings._path, bench.clock, Sync.KEPT)
    again.checking.look()
    assert again.checking.warning() is None


def test_a_clock_from_before_this_program_is_wrong_without_asking(bench) -> None:
    bench.clock.set(86_400.0)
    assert str(bench.checking.warning()) == "The clock is wrong: it shows 1970-01-02. So are the codes."


def test_listeners_hear_of_every_change(bench) -> None:
    heard: list[float] = []
    end = bench.checking.subscribe(lambda: heard.append(bench.checking.correction))
    bench.ask_off(90)
    bench.checking.apply()
    bench.checking.reset()
    end()
    bench.checking.look()
    assert [round(correction) for correction in heard] == [0, 90, 0]


NAMES = [
    ("time.example.org", ServerName("time.example.org")),
    (" ntp1.example.org:1123 ", ServerName("ntp1.example.org", 1123)),
    ("192.0.2.1", ServerName("192.0.2.1")),
    ("2001:db8::1", ServerName("2001:db8::1")),
    ("[2001:db8::1]:1123", ServerName("2001:db8::1", 1123)),
    ("[2001:db8::1]", ServerName("2001:db8::1")),
]
NO_NAMES = [
    "", " ", "https://time.example.org", "time.example.org/", "a b", "-a", "host:0", "host:65536", "host:x",
    "host:", "a" * 254, "[::1", "user@host", "ｔime", "host:1:2",
]  # fmt: skip


@pytest.mark.parametrize(("text", "server"), NAMES)
def test_names_of_servers(text: str, server: ServerName) -> None:
    assert server_of(text) == server


@pytest.mark.parametrize("text", NO_NAMES)
def test_what_is_no_name_asks_nobody(bench, text: str) -> None:
    bench.checking.ask(text, lambda _found: None, bench.refused.append)
    assert str(bench.refused[0].title) == "This is no name of a time server."
    assert bench.settings.get(schema.CLOCK_SERVER) == schema.CLOCK_SERVER.default


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0.4, "0 s"), (-59, "59 s"), (90, "1 min 30 s"), (-3_660, "1 h 1 min"), (90_000, "1 d 1 h")],
)
def test_durations_in_words(seconds: float, said: str) -> None:
    assert str(lasting(seconds)) == said


def test_a_server_that_is_slow_is_waited_for_and_its_delay_told(bench, monkeypatch) -> None:
    """With the real clock: what the answer took goes into the offset by half."""
    from warifu.core.clock import SystemClock

    clock = SystemClock()
    held = threading.Event()

    def answers(question: bytes) -> list[bytes]:
        held.wait(0.2)  # never set: the time that the way takes
        return [answer(question, clock.now() + 90)]

    with time_server(answers) as server:
        found = UdpTimeServer().ask(server_of(server.name), clock)
    assert found.delay >= 0.19
    assert abs(found.offset - 90) <= found.delay / 2 + 0.05
