"""The process that reads pictures, as it is and with decoders that do harm."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import bombs
import pytest

from warifu.scan import wire
from warifu.scan.errors import PictureRefused, Refusal
from warifu.scan.frame import Found
from warifu.services import ourselves
from warifu.services.scanning import Effort, PictureReader

HOSTILE = [sys.executable, "-P", str(Path(__file__).with_name("hostile_reader.py"))]
GOOD = bombs.code("png")
unix = pytest.mark.skipif(sys.platform == "win32", reason="signals and limits of Unix")
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits as Linux knows them")


@pytest.fixture
def reader():
    with PictureReader() as made:
        yield made


@pytest.fixture
def hostile():
    with PictureReader([*HOSTILE, "quick"], patience=4) as made:
        assert texts(made.read_picture(GOOD)) == [bombs.LINK]
        yield made


def texts(result):
    return [found.text for found in result.texts]


def refusal_of(call, *arguments):
    with pytest.raises(PictureRefused) as refused:
        call(*arguments)
    assert str(refused.value).count("\n") == 0
    return refused.value.refusal


def test_a_picture_and_a_frame_are_read_with_their_corners(reader):
    pixels = bombs.code_pixels()
    height, width = pixels.shape

    picture = reader.read_picture(GOOD)
    frame = reader.read_frame(width, height, pixels.tobytes(), Effort.SCREEN)

    assert texts(picture) == texts(frame) == [bombs.LINK]
    assert frame.size == (width, height)
    (left, top), *_ = frame.texts[0].corners
    assert (left, top) == (pytest.approx(16, abs=2), pytest.approx(16, abs=2))


@pytest.mark.parametrize("effort", Effort)
def test_every_effort_reaches_the_process(reader, effort):
    pixels = bombs.code_pixels()
    assert texts(reader.read_frame(*pixels.shape[::-1], pixels.data, effort)) == [bombs.LINK]


def test_several_codes_and_pages_are_read_once_each(reader):
    import numpy as np

    sheet = np.full((400, 800), 255, np.uint8)
    for place, text in enumerate(["first", "second"]):
        code = bombs.code_pixels(text)
        sheet[20 : 20 + code.shape[0], 400 * place + 20 : 400 * place + 20 + code.shape[1]] = code
    assert sorted(texts(reader.read_picture(bombs.encoded(".png", sheet)))) == ["first", "second"]


def test_a_picture_without_a_code_is_no_error(reader):
    assert reader.read_picture(bombs.png(30, 20)).texts == ()


@pytest.mark.parametrize(
    ("untrusted", "refusal"),
    [
        (b"", Refusal.EMPTY),
        (b"hello", Refusal.NOT_A_PICTURE),
        (b"SIMPLE  =  T", Refusal.OTHER_FORMAT),
        (GOOD[:200], Refusal.DAMAGED),
        pytest.param(bytes(33 << 20), Refusal.FILE_TOO_LARGE, id="33 MB"),
        (bombs.giants()["PNG"], Refusal.TOO_MANY_PIXELS),
    ],
)
def test_a_refusal_comes_back_as_its_sentence_and_the_next_picture_is_read(reader, untrusted, refusal):
    assert refusal_of(reader.read_picture, untrusted) is refusal
    assert texts(reader.read_picture(GOOD)) == [bombs.LINK]


def test_a_frame_of_other_bytes_than_it_says_is_a_mistake_of_ours(reader):
    with pytest.raises(ValueError, match="grey pixels"):
        reader.read_frame(4, 4, bytes(15), Effort.SCREEN)
    assert refusal_of(reader.read_frame, 10_000, 10_000, b"", Effort.SCREEN) is Refusal.TOO_MANY_PIXELS


@unix
@pytest.mark.safety(50)
@pytest.mark.parametrize(
    ("act", "refusals"),
    [
        ("crash", {Refusal.CRASHED}),
        ("wild-pointer", {Refusal.CRASHED}),
        ("abort", {Refusal.CRASHED}),
        ("hang", {Refusal.TOO_SLOW}),
        ("spin", {Refusal.TOO_SLOW}),
        ("eat", {Refusal.TOO_MUCH_MEMORY}),
        ("flood", {Refusal.CRASHED}),
        ("forge", {Refusal.CRASHED}),
        ("close", {Refusal.CRASHED}),
    ],
)
def test_a_decoder_that_does_harm_costs_one_sentence_and_the_next_scan_works(hostile, act, refusals):
    started = time.monotonic()

    assert refusal_of(hostile.read_picture, f"do {act}".encode()) in refusals

    assert time.monotonic() - started < 10
    assert texts(hostile.read_picture(GOOD)) == [bombs.LINK]


@unix
@pytest.mark.safety(50)
def test_where_the_system_cannot_limit_memory_the_process_watches_its_own():
    """As on macOS."""
    with PictureReader([*HOSTILE, "watched"]) as reader:
        assert refusal_of(reader.read_picture, b"do eat") is Refusal.TOO_MUCH_MEMORY
        assert texts(reader.read_picture(GOOD)) == [bombs.LINK]


@unix
@pytest.mark.safety(50)
def test_what_is_left_of_one_answer_is_not_taken_for_the_next(hostile):
    refusal_of(hostile.read_picture, b"do flood-after")
    assert [texts(hostile.read_picture(GOOD)) for _ in range(3)] == [[bombs.LINK]] * 3


@linux
@pytest.mark.safety(50)
@pytest.mark.parametrize(
    ("trial", "outcome"),
    [("open", "OSError"), ("write", "OSError"), ("socket", "OSError"), ("start", "OSError"),
     ("core", "(0, 0)"), ("dumpable", "0"), ("modules", "")],
)  # fmt: skip
def test_the_process_can_open_no_file_no_socket_and_start_nothing(hostile, trial, outcome):
    (said,) = texts(hostile.read_picture(f"do tell {trial}".encode()))
    assert said == outcome


@unix
@pytest.mark.safety(50)
def test_the_environment_of_the_process_holds_nothing_of_ours(monkeypatch):
    monkeypatch.setenv("WARIFU_TEST_SECRET", "hunter22")
    monkeypatch.setenv("HTTPS_PROXY", "http://me:hunter22@127.0.0.1")
    with PictureReader(HOSTILE) as reader:
        (said,) = texts(reader.read_picture(b"do tell environment"))
    own = {"LC_CTYPE", "OPENCV_IO_MAX_IMAGE_PIXELS", "OPENCV_LOG_LEVEL"}
    assert set(said.split("\n")) - own <= set(ourselves.bare_environment())
    assert "WARIFU_TEST_SECRET" not in said
    assert "HTTPS_PROXY" not in said


@pytest.mark.safety(50)
def test_a_process_that_does_not_start_is_said_so():
    for command in ([*HOSTILE, "dead"], ["/no/such/program"]):
        with PictureReader(command) as reader:
            assert refusal_of(reader.read_picture, GOOD) is Refusal.NOT_STARTED


def test_one_that_died_between_two_pictures_is_replaced_unnoticed(reader):
    reader.read_picture(GOOD)
    reader._process._popen.kill()
    reader._process._popen.wait()
    assert texts(reader.read_picture(GOOD)) == [bombs.LINK]


@unix
def test_closing_ends_a_reading_at_once_and_starting_again_works():
    reader = PictureReader(HOSTILE)
    assert texts(reader.read_picture(GOOD)) == [bombs.LINK]
    ends: list[Refusal] = []
    waiting = threading.Thread(target=lambda: ends.append(refusal_of(reader.read_picture, b"do hang")))
    waiting.start()
    waiting.join(0.3)
    started = time.monotonic()

    reader.close()
    waiting.join(10)

    assert ends == [Refusal.STOPPED]
    assert time.monotonic() - started < 2
    assert texts(reader.read_picture(GOOD)) == [bombs.LINK]
    reader.close()
    reader.close()


def test_many_threads_may_ask_at_once(reader):
    wanted = [f"code number {n}" for n in range(12)]
    pictures = [bombs.code("png", text) for text in wanted]
    read: dict[int, list[str]] = {}
    threads = [
        threading.Thread(target=lambda n=n: read.update({n: texts(reader.read_picture(pictures[n]))}))
        for n in range(len(wanted))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [read[n] for n in range(len(wanted))] == [[text] for text in wanted]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends it with the job, not with the pipe")
def test_the_process_ends_when_whoever_started_it_is_gone():
    program = (
        "import sys, time; from warifu.services.scanning import PictureReader, Effort; r = PictureReader();"
        "r.read_frame(9, 9, bytes(81), Effort.SCREEN); print(r._process._popen.pid, flush=True);"
        "time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-P", "-c", program], stdout=subprocess.PIPE, text=True)
    assert parent.stdout is not None
    child = int(parent.stdout.readline())
    parent.kill()
    parent.communicate()
    deadline = time.monotonic() + 10
    while is_alive(child) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not is_alive(child)


def is_alive(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    state = Path(f"/proc/{process}/stat")
    return not state.exists() or state.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_strange_request_ends_the_process():
    command = ourselves.command("--decode-pictures")
    ended = subprocess.run(
        command,
        input=b"\xff" * 100,
        capture_output=True,
        env=ourselves.bare_environment(),
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (1, wire.HELLO, b"")


def test_texts_are_never_in_a_repr():
    zero = (0.0, 0.0)
    assert "otpauth" not in repr(Found(bombs.LINK, (zero, zero, zero, zero)))
