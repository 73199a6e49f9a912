"""The process that reads other apps' files, and what Warifu makes of its answers, whoever gives them."""

from __future__ import annotations

import io
import sys
import threading
import time
from pathlib import Path

import hostile_exporter as hostile
import pytest

from warifu.core.account import Account, Algorithm, Icon, Otp, OtpType
from warifu.core.errors import AppError
from warifu.core.problem import Problem
from warifu.core.secret import Secret
from warifu.core.text import Text
from warifu.desktop.i18n import shown
from warifu.formats import errors, registry
from warifu.formats.base import Contents, Imported, Keys
from warifu.services import export_child, export_reader
from warifu.services import export_wire as wire
from warifu.services.export_reader import Cancelled, FileReader

SCRIPT = Path(__file__).with_name("hostile_exporter.py")
REQUEST = wire.Request(b"otpauth://totp/a?secret=GEZDGNBVGY3TQOJQ", "links.txt", Keys(("pw",)))
LINKS = "otpauth://totp/GitHub:ada?secret=GEZDGNBVGY3TQOJQ&issuer=GitHub\notpauth://totp/x?secret=\n"


def asked(what: str) -> wire.Answer:
    return FileReader([sys.executable, str(SCRIPT), what]).read(REQUEST)


def test_what_it_reads_comes_back() -> None:
    answer = FileReader().read(wire.Request(LINKS.encode(), "links.txt"))
    assert answer.format_id == "otpauth"
    (entry,) = answer.contents.entries
    assert (entry.account.issuer, entry.account.account) == ("GitHub", "ada")
    assert entry.account.otp.secret == Secret(b"1234567890")
    (problem,) = answer.contents.problems
    assert problem.line == 2


def test_its_refusals_keep_their_kind_and_their_sentences() -> None:
    with pytest.raises(errors.NotRecognised, match="of no kind that Warifu knows"):
        FileReader().read(wire.Request(b"\0\1\2", "x"))
    from warifu.formats import warifu as own

    made = own.write([Account(Otp(Secret(b"12345678901234567890")), title="x")], "five quiet lanterns")
    with pytest.raises(errors.NeedsPassword):
        FileReader().read(wire.Request(made, "x"))


def test_a_good_answer_of_the_fake_is_taken() -> None:
    assert len(asked("good").contents.entries) == 1


@pytest.mark.safety(52)
@pytest.mark.parametrize("what", [*hostile.ANSWERS, *hostile.RAW, "die", "half", "silent", "flood"])
def test_an_answer_that_is_none_is_one_sentence(what: str) -> None:
    with pytest.raises(errors.FormatError) as told:
        asked(what)
    assert str(told.value).startswith("Reading this file failed.")
    assert type(told.value) is errors.FormatError


@pytest.mark.safety(52)
@pytest.mark.skipif(sys.platform != "linux", reason="limits of Linux")
def test_an_answer_that_would_fill_the_memory_is_not_parsed() -> None:
    """Nine million lists fit into 27 MB and would take half a gigabyte."""
    import tracemalloc

    tracemalloc.start()
    try:
        with pytest.raises(errors.FormatError):
            asked("a million empty lists in little room")
        _now, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 100_000_000


@pytest.mark.parametrize("what", ["hang", "deaf"])
def test_what_hangs_is_cancelled_from_another_thread(what: str) -> None:
    """Also where it never takes the file, which is larger than a pipe holds."""
    request = wire.Request(b"x" * 5_000_000, "x")
    reader = FileReader([sys.executable, str(SCRIPT), what])
    ended: list[object] = []

    def read() -> None:
        try:
            ended.append(reader.read(request))
        except AppError as problem:
            ended.append(problem)

    thread = threading.Thread(target=read)
    thread.start()
    while reader._process is None:
        time.sleep(0.001)
    process = reader._process
    reader.cancel()
    thread.join(20)
    assert not thread.is_alive()
    (outcome,) = ended
    assert isinstance(outcome, Cancelled)
    assert process.poll() is not None


def test_cancelled_before_it_begins_it_starts_nothing() -> None:
    reader = FileReader([sys.executable, str(SCRIPT), "good"])
    reader.cancel()
    with pytest.raises(Cancelled):
        reader.read(REQUEST)


def test_a_program_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(errors.FormatError, match="does not start"):
        FileReader([str(tmp_path / "nothing")]).read(REQUEST)


def through(answer: wire.Answer) -> wire.Answer:
    pipe = io.BytesIO()
    wire.send_contents(pipe, answer)
    pipe.seek(0)
    return wire.receive_answer(pipe)


def test_everything_an_account_has_comes_through() -> None:
    from format_contract import some_accounts

    accounts = [
        *some_accounts(),
        Account(
            Otp(Secret(b"x" * 64), OtpType.HOTP, Algorithm.SHA512, 8),
            title="A", issuer="B", account="c", tags=("one", "two"), note="1\n2", pinned=True,
            counter=2**64 - 1, uses=7, created=1_700_000_000, icon=Icon(brand="github"),
        ),
    ]  # fmt: skip
    contents = Contents(tuple(Imported(account, binned=n % 2 == 0) for n, account in enumerate(accounts)))
    back = through(wire.Answer("otpauth", contents)).contents

    def plain(entry: Imported) -> tuple:
        account = entry.account
        return (
            account.otp, account.title, account.issuer, account.account, account.tags, account.note,
            account.pinned, account.counter, account.uses, account.created, account.icon, entry.binned,
        )  # fmt: skip

    assert [plain(entry) for entry in back.entries] == [plain(entry) for entry in contents.entries]


def test_sentences_come_through_and_are_said_in_any_language() -> None:
    problem = Problem(Text("“{name}” of {n}.", name="a{b}c", n=3), Text("Do {what}."[:3]), 4, "entry")
    error = errors.NeedsPassword(Text("Ask {who}.", who="her"), key_file=True)
    back = through(wire.Answer("x", Contents(problems=(problem,)))).contents.problems[0]
    assert str(back.title) == "“a{b}c” of 3."
    assert shown(back.title) == "“a{b}c” of 3."
    assert (back.line, back.entry) == (4, "entry")
    pipe = io.BytesIO()
    wire.send_error(pipe, error)
    pipe.seek(0)
    with pytest.raises(errors.NeedsPassword, match="Ask her") as told:
        wire.receive_answer(pipe)
    assert told.value.key_file


def test_every_sentence_of_the_formats_can_cross() -> None:
    """A field by a name that is somebody's parameter would turn a reason into a failure."""
    import ast

    for path in Path(registry.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Text":
                names = {keyword.arg for keyword in node.keywords if keyword.arg}
                assert not names & {"text", "template", "self"}, f"{path.name}: {names}"


def png(side: int = 128) -> bytes:
    import cv2
    import numpy as np

    return cv2.imencode(".png", np.full((side, side, 4), 200, np.uint8))[1].tobytes()


def test_pictures_are_made_small_in_the_other_process_and_come_along(monkeypatch) -> None:
    from dataclasses import replace

    account = Account(Otp(Secret(b"12345678901234567890")), title="x", icon=Icon("github", png(64)))
    entries = (
        Imported(account),
        Imported(replace(account, icon=Icon()), png(500)),
        Imported(replace(account, icon=Icon()), b"no picture"),
    )
    made = export_child._with_icons(Contents(entries))
    back = through(wire.Answer("x", made)).contents.entries
    assert [entry.account.icon.image[:4] for entry in back] == [b"\x89PNG", b"\x89PNG", b""]
    assert back[0].account.icon.brand == "github"
    assert all(not entry.untrusted_icon for entry in back)


def test_passwords_and_secrets_are_in_no_repr() -> None:
    assert "pw" not in repr(REQUEST)
    assert "GEZD" not in repr(REQUEST)
    assert "links" not in repr(REQUEST)


class TestBeside:
    def test_the_log_of_a_database_goes_with_it(self, tmp_path: Path) -> None:
        database = tmp_path / "totp.db"
        database.write_bytes(b"SQLite format 3\0rest")
        (tmp_path / "totp.db-wal").write_bytes(b"wal")
        (tmp_path / "manifest.json").write_bytes(b"{}")
        request = export_reader.request_for(database)
        assert request.beside == {"totp.db-wal": b"wal"}

    def test_nothing_lies_beside_what_is_no_database(self, tmp_path: Path) -> None:
        (tmp_path / "a.json").write_bytes(b"{}")
        (tmp_path / "a.json-wal").write_bytes(b"wal")
        assert export_reader.request_for(tmp_path / "a.json").beside == {}

    def test_the_manifest_goes_with_steams_file(self, tmp_path: Path) -> None:
        (tmp_path / "1.maFile").write_bytes(b"{}")
        (tmp_path / "manifest.json").write_bytes(b"{}")
        assert export_reader.request_for(tmp_path / "1.maFile").beside == {"manifest.json": b"{}"}

    @pytest.mark.parametrize(
        ("name", "sentence"), [("missing", "There is no such file."), (".", "This is a folder.")]
    )
    def test_what_cannot_be_read_is_one_sentence(self, tmp_path: Path, name: str, sentence: str) -> None:
        with pytest.raises(AppError, match=sentence):
            export_reader.request_for(tmp_path / name)

    @pytest.mark.safety(52)
    def test_a_file_too_large_is_not_read(self, tmp_path: Path) -> None:
        with (tmp_path / "large").open("wb") as file:
            file.truncate(32 * 1024 * 1024 + 1)
        with pytest.raises(errors.FileTooBig):
            export_reader.request_for(tmp_path / "large")
