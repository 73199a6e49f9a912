"""The command line as processes of its own: pipes, terminals, signals, and several at the same time."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals and signals of Unix")

TESTS = Path(__file__).resolve().parent.parent
PASSWORD = "correct horse battery staple"
RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # RFC 6238, appendix B
REAL = [sys.executable, "-m", "warifu"]
CHEAP = [sys.executable, str(TESTS / "with_cheap_kdf.py"), "-m", "warifu"]


@pytest.fixture
def environment(tmp_path):
    """An account without a display and with a home of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LANG") if name in os.environ}
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return {**kept, "HOME": str(home), "PYTHONWARNINGS": "error"}


@pytest.fixture
def warifu(environment):
    """Run it to its end, away from any terminal."""

    def run(*arguments, typed="", program=CHEAP):
        return subprocess.run(
            [*program, *arguments],
            input=typed,
            capture_output=True,
            text=True,
            timeout=60,
            env=environment,
            start_new_session=True,
            check=False,
        )

    return run


@pytest.fixture
def vault(warifu, tmp_path):
    """A profile with a vault of one account."""
    profile = tmp_path / "profile"
    profile.mkdir(mode=0o700)
    assert warifu("--profile", profile, "--password-stdin", "init", typed=f"{PASSWORD}\n").returncode == 0
    made = warifu(
        "--profile", profile, "--password-stdin", "add", "--title", "GitHub", typed=f"{PASSWORD}\n{RFC}\n"
    )
    assert (made.returncode, made.stderr) == (0, "")
    return profile


def quiet_refusal(ended, status):
    """One sentence, no result, no traceback."""
    assert (ended.returncode, ended.stdout) == (status, "")
    assert ended.stderr.startswith("warifu: ")
    assert ended.stderr.count("\n") == 1


class Terminal:
    """A program on a terminal of its own, as a person sits before it."""

    def __init__(self, command, environment):
        import fcntl
        import pty
        import termios

        try:
            self.master, slave = pty.openpty()
        except OSError:
            pytest.skip("no terminals here, as in a change of root without /dev/pts")

        def take_terminal():
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=environment,
            start_new_session=True,
            preexec_fn=take_terminal,  # noqa: PLW1509 - no threads are running
        )
        os.close(slave)
        self.screen = ""

    def wait_for(self, text, seconds=30):
        end = time.monotonic() + seconds
        while text not in self.screen and time.monotonic() < end:
            if select.select([self.master], [], [], 0.1)[0]:
                try:
                    piece = os.read(self.master, 4096)
                except OSError:  # Linux: the other end is closed
                    break
                self.screen += piece.decode().replace("\r\n", "\n")
        assert text in self.screen

    def type(self, text):
        time.sleep(0.05)
        os.write(self.master, text.encode())

    def end(self, seconds=30):
        self.wait_for("", 0)
        status = self.process.wait(seconds)
        try:
            while piece := os.read(self.master, 4096):
                self.screen += piece.decode().replace("\r\n", "\n")
        except OSError:
            os.close(self.master)
        return status


def test_the_whole_walk_with_the_real_key_derivation_agrees_with_oathtool(warifu, tmp_path):
    at = ("--profile", tmp_path / "p", "--password-stdin")
    assert warifu(*at, "init", typed=f"{PASSWORD}\n", program=REAL).returncode == 0
    added = warifu(*at, "add", "--title", "MIKOLABO-FIRST", typed=f"{PASSWORD}\n{RFC}\n", program=REAL)
    assert (added.returncode, added.stderr) == (0, "")
    assert warifu(*at, "list", typed="not the password at all\n", program=REAL).returncode == 3

    begin = time.time()
    shown = warifu(*at, "--json", "code", "mikolabo", typed=f"{PASSWORD}\n", program=REAL)

    code = json.loads(shown.stdout)
    assert code["valid_from"] <= time.time()
    assert code["valid_until"] > begin
    oathtool = shutil.which("oathtool")
    if oathtool is None:
        pytest.skip("no oathtool to compare with")
    when = time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime(code["valid_from"]))
    other = subprocess.run(
        [oathtool, "--totp", "--base32", "--now", when, RFC], capture_output=True, text=True, check=True
    )
    assert code["value"] == other.stdout.strip()


def test_without_a_display_the_window_says_so_and_points_here(warifu):
    ended = warifu()

    quiet_refusal(ended, 1)
    assert "--help" in ended.stderr


def test_a_display_with_nobody_behind_it_is_no_display(warifu, environment):
    environment["DISPLAY"] = ":987"

    quiet_refusal(warifu("--hidden"), 1)


def test_without_a_terminal_and_without_a_password_it_says_what_to_do(warifu, vault):
    ended = warifu("--profile", vault, "list")

    quiet_refusal(ended, 2)
    assert "--password-stdin" in ended.stderr


def test_a_person_makes_a_vault_and_adds_an_account_unseen(environment, tmp_path):
    command = [*CHEAP, "--profile", tmp_path / "p"]

    init = Terminal([*command, "init"], environment)
    init.wait_for("New password: ")
    init.type(f"{PASSWORD}\n")
    init.wait_for("The same again: ")
    init.type(f"{PASSWORD}\n")
    assert init.end() == 0

    add = Terminal([*command, "add", "--title", "GitHub"], environment)
    add.wait_for("Password of the vault: ")
    add.type(f"{PASSWORD}\n")
    add.wait_for("Secret or link: ")
    add.type(f"{RFC}\n")
    assert add.end() == 0

    code = Terminal([*command, "code", "github", "--at", "59"], environment)
    code.wait_for("Password of the vault: ")
    code.type(f"{PASSWORD}\n")
    assert code.end() == 0
    assert code.screen.endswith("\n287082\n")
    screens = init.screen + add.screen + code.screen
    assert PASSWORD not in screens
    assert RFC not in screens


def test_two_different_new_passwords_make_no_vault(environment, tmp_path):
    init = Terminal([*CHEAP, "--profile", tmp_path / "p", "init"], environment)
    init.wait_for("New password: ")
    init.type(f"{PASSWORD}\n")
    init.wait_for("The same again: ")
    init.type(f"{PASSWORD}!\n")

    assert init.end() == 1
    assert not (tmp_path / "p" / "vault.warifu").exists()


def test_ctrl_c_at_the_prompt_ends_quietly(environment, vault, interruptible):
    terminal = Terminal([*CHEAP, "--profile", vault, "list"], environment)
    terminal.wait_for("Password of the vault: ")
    terminal.type("\x03")
    with contextlib.suppress(subprocess.TimeoutExpired):
        terminal.process.wait(10)
    if terminal.process.poll() is None:
        terminal.type(
            "\x03"
        )  # the first came after Python's last look for signals, and before the system's read

    assert terminal.end() == 130
    assert "Traceback" not in terminal.screen
    assert "warifu:" not in terminal.screen


@pytest.fixture
def interruptible():
    """Let programs be interrupted even where the tests were started in the background of a shell."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def test_an_interruption_while_it_waits_for_input_ends_quietly(environment, vault, interruptible):
    process = subprocess.Popen(
        [*CHEAP, "--profile", vault, "--password-stdin", "list"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    _wait_until_it_reads(process)
    process.send_signal(signal.SIGINT)

    out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


def _wait_until_it_reads(process):
    """Until its main thread sleeps in a read of its pipe, with all imports behind it."""
    wchan = Path(f"/proc/{process.pid}/wchan")
    for _glance in range(300):
        time.sleep(0.1)
        if not wchan.exists() or "pipe" in wchan.read_text():
            break
    time.sleep(0.5)


def test_a_reader_that_went_away_is_no_reason_to_complain(environment, vault):
    read, write = os.pipe()
    os.close(read)

    ended = subprocess.run(
        [*CHEAP, "--profile", vault, "--password-stdin", "list", "--show-secrets"],
        input=f"{PASSWORD}\n".encode(),
        stdout=write,
        stderr=subprocess.PIPE,
        env=environment,
        timeout=60,
        check=False,
    )
    os.close(write)

    assert (ended.returncode, ended.stderr) == (1, b"")


@pytest.mark.safety(48)
def test_processes_that_add_at_the_same_time_lose_nothing(environment, vault, warifu):
    secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3P"
    letters = "ABCDEFGH"
    started = [
        subprocess.Popen(
            [*CHEAP, "--profile", vault, "--password-stdin", "add", "--title", f"account {letter}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            env=environment,
        )
        for letter in letters
    ]
    for process, letter in zip(started, letters, strict=True):
        process.stdin.write(f"{PASSWORD}\n{secret}{letter}A\n".encode())
        process.stdin.close()
        process.stdin = None
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in started] == [
        (b"", 0) for _letter in letters
    ]

    listed = warifu("--profile", vault, "--password-stdin", "--json", "list", typed=f"{PASSWORD}\n")
    found = [account["title"] for account in json.loads(listed.stdout)]
    assert sorted(found) == ["GitHub", *(f"account {letter}" for letter in letters)]


@pytest.mark.safety(43)
def test_on_a_full_disk_a_change_is_refused_and_the_vault_stays_as_it_was(warifu, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=64k,mode=0700", "warifu-test", disk]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root mounts a disk, and not everywhere")
    try:
        at = ("--profile", tmp_path / "p", "--vault", disk / "v.warifu", "--password-stdin")
        assert warifu(*at, "init", typed=f"{PASSWORD}\n").returncode == 0
        before = (disk / "v.warifu").read_bytes()
        subprocess.run(["dd", "if=/dev/zero", f"of={disk}/filling"], capture_output=True, check=False)

        ended = warifu(*at, "add", "--title", "x", typed=f"{PASSWORD}\n{RFC}\n")

        quiet_refusal(ended, 1)
        assert "disk is full" in ended.stderr
        assert (disk / "v.warifu").read_bytes() == before
    finally:
        subprocess.run(["umount", disk], check=True)


@pytest.mark.safety(49)
def test_everything_of_a_profile_is_the_users_alone_whatever_the_umask(environment, tmp_path):
    profile = tmp_path / "new" / "profile"

    subprocess.run(
        ["sh", "-c", 'umask 000; exec "$@"', "sh", *CHEAP, "--profile", profile, "--password-stdin", "init"],
        input=f"{PASSWORD}\n".encode(),
        env=environment,
        check=True,
        capture_output=True,
    )

    assert oct(profile.stat().st_mode & 0o777) == "0o700"
    for path in profile.iterdir():
        assert path.stat().st_mode & 0o077 == 0, path.name


@pytest.mark.safety(30)
def test_no_argument_and_no_variable_of_the_process_holds_a_secret(environment, vault):
    if not Path("/proc").exists():
        pytest.skip("no /proc to look into")
    process = subprocess.Popen(
        [*CHEAP, "--profile", vault, "--password-stdin", "add", "--title", "x"],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        env=environment,
    )
    process.stdin.write(f"{PASSWORD}\nJBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP".encode())
    process.stdin.flush()
    _wait_until_it_reads(process)

    seen = b"".join(Path(f"/proc/{process.pid}/{name}").read_bytes() for name in ("cmdline", "environ"))
    process.stdin.close()
    assert process.wait(60) == 0
    assert b"JBSWY3DP" not in seen
    assert PASSWORD.encode() not in seen


def test_the_way_to_the_window_imports_nothing_of_the_command_line(environment):
    script = (
        "import sys, warifu.__main__ as w; w.window_options(['--hidden', '--profile=x', '--vault', 'y']);"
        "print([m for m in sys.modules if m == 'argparse' or m.startswith('warifu.cli')])"
    )

    ended = subprocess.run(
        [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
    )

    assert ended.stdout.strip() == "[]"


def test_help_names_every_command(warifu):
    shown = warifu("--help")

    commands = {"init", "add", "list", "code", "edit", "remove", "restore", "lock", "doctor", "vault",
                "completion"}  # fmt: skip
    assert shown.returncode == 0
    assert commands <= set(re.findall(r"^    ([a-z]+)", shown.stdout, re.MULTILINE))


class TestCompletion:
    @pytest.mark.parametrize(
        ("line", "expected"),
        [
            ("warifu ", {"init", "add", "list", "code", "vault"}),
            ("warifu vault ", {"info", "change-password"}),
            ("warifu code --", {"--at", "--next", "--copy", "--json"}),
            ("warifu completion z", {"zsh"}),
            ("warifu --prof", {"--profile"}),
        ],
    )
    def test_bash_completes_commands_and_options(self, environment, tmp_path, line, expected):
        bash = shutil.which("bash")
        if bash is None:
            pytest.skip("no bash")
        program = tmp_path / "bin" / "warifu"
        program.parent.mkdir()
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m warifu "$@"\n')
        program.chmod(0o755)
        environment["PATH"] = f"{program.parent}:{environment['PATH']}"
        script = """
            eval "$(warifu completion bash)"
            COMP_LINE="$1" COMP_POINT=${#1} COMP_TYPE=9
            read -ra COMP_WORDS <<< "$1"; [[ $1 == *" " ]] && COMP_WORDS+=("")
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _python_argcomplete warifu
            printf '%s\\n' "${COMPREPLY[@]}"
        """

        ended = subprocess.run(
            [bash, "-c", script, "bash", line], env=environment, capture_output=True, text=True, check=True
        )

        offered = {word.strip() for word in ended.stdout.splitlines()}
        assert expected <= offered
        assert ended.stderr == ""

    @pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
    def test_each_shell_gets_a_script_of_its_own(self, warifu, shell):
        shown = warifu("completion", shell)

        assert (shown.returncode, shown.stderr) == (0, "")
        assert "warifu" in shown.stdout

    def test_scripts_are_well_formed_where_their_shell_is_here(self, warifu):
        for shell, check in (("bash", ["-n"]), ("zsh", ["-n"]), ("fish", ["--no-execute"])):
            if (program := shutil.which(shell)) is not None:
                script = warifu("completion", shell).stdout
                subprocess.run([program, *check], input=script, text=True, check=True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("arguments", [("list",), ("--json", "list"), ("--help",), ("formats", "--json")])
def test_a_result_that_has_no_room_is_one_sentence(environment, vault, arguments):
    with Path("/dev/full").open("wb") as full:
        ended = subprocess.run(
            [*CHEAP, "--profile", vault, "--password-stdin", *arguments],
            input=f"{PASSWORD}\n".encode(),
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            env=environment,
            start_new_session=True,
            check=False,
        )
    assert ended.returncode == 1
    assert ended.stderr.decode() == (
        f"warifu: The result could not be written to standard output. {os.strerror(errno.ENOSPC)}\n"
    )


def test_help_for_a_reader_that_went_away_ends_quietly(environment):
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [*CHEAP, "--help"], stdout=writing, stderr=subprocess.PIPE, timeout=60, env=environment, check=False
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (1, b"")


def test_a_tilde_of_nobody_is_a_letter_of_the_name(warifu, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("~$mine.txt").write_text(f"otpauth://totp/Mine?secret={RFC}\n", encoding="ascii")
    ended = warifu("--json", "import", "--dry-run", "~$mine.txt")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert [each["account"] for each in json.loads(ended.stdout)["accounts"]] == ["Mine"]


@pytest.mark.skipif(sys.platform != "linux", reason="names of files that are no text")
def test_a_profile_whose_path_is_no_utf_8_works_as_any_other(warifu, tmp_path):
    profile = tmp_path / os.fsdecode(b"profil\xe9")
    for arguments, typed in (
        (["init"], ""),
        (["add", "--title", "Mine"], f"{RFC}\n"),
        (["backup", "test"], ""),
    ):
        ended = warifu("--profile", profile, "--password-stdin", *arguments, typed=f"{PASSWORD}\n{typed}")
        assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("1 of 1 accounts opened")
