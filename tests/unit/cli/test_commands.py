"""Every command as a person or a script runs it: arguments and standard input in, text and a status out."""

from __future__ import annotations

import io
import json
import sys

import pytest

from warifu.cli.main import main, speak_plainly
from warifu.core.account import Algorithm, Icon, Otp, OtpType
from warifu.core.otp import code_at
from warifu.core.secret import Secret
from warifu.vault.file import open_vault

PASSWORD = "correct horse battery staple"
OTHER = "five quiet lanterns over water"
RFC = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"  # RFC 6238, appendix B
AWS = "otpauth://totp/AWS:root%40123456789012?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=AWS"


@pytest.fixture
def run(profile, cheap_kdf, monkeypatch, capsys):
    """Run ``warifu``; returns status, standard output and standard error."""

    def warifu(*arguments, typed=None, stdin=""):
        if typed is None:
            typed = PASSWORD + "\n" + stdin
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), encoding="utf-8"))
        try:
            status = main(["--profile", str(profile), "--password-stdin", *arguments])
        except SystemExit as end:
            status = end.code
        return status, *capsys.readouterr()

    return warifu


@pytest.fixture
def vault(run, profile):
    """A vault with four accounts."""
    assert run("init")[0] == 0
    add = (
        (("--title", "GitHub", "--account", "ada", "--tag", "work", "--tag", "code"), RFC),
        (("--title", "GitHub Enterprise"), "JBSWY3DPEHPK3PXP"),
        (("--title", "Bank", "--account", "ada"), "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U"),
        ((), AWS),
    )
    for arguments, secret in add:
        assert run("add", *arguments, stdin=secret + "\n")[0] == 0
    return profile / "vault.warifu"


def stored(vault, password=PASSWORD):
    return {a.name: a for a in open_vault(vault, password).document.accounts()}


def one_sentence(err):
    assert err.startswith("warifu: ")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


class TestInit:
    def test_it_makes_an_empty_vault(self, run, profile):
        status, out, err = run("init")

        assert (status, err) == (0, "")
        assert str(profile / "vault.warifu") in out
        assert stored(profile / "vault.warifu") == {}

    def test_it_never_overwrites(self, run, vault):
        before = vault.read_bytes()

        status, out, err = run("init")

        assert (status, out) == (1, "")
        one_sentence(err)
        assert vault.read_bytes() == before

    @pytest.mark.safety(11)
    @pytest.mark.parametrize("weak", ["", "password", "aaaaaaaaaaaa"])
    def test_a_weak_password_is_refused_with_its_reason(self, run, profile, weak):
        status, _out, err = run("init", typed=weak + "\n")

        assert status == 1
        one_sentence(err)
        assert not (profile / "vault.warifu").exists()

    def test_without_a_password_it_is_a_wrong_usage(self, run, profile):
        status, _out, err = run("init", typed="")

        assert status == 2
        one_sentence(err)

    @pytest.mark.safety(12)
    def test_spaces_around_a_password_belong_to_it(self, run, profile):
        assert run("init", typed=f"  {PASSWORD} \r\n")[0] == 0

        assert run("list", typed=f"  {PASSWORD} \n")[0] == 0
        assert run("list", typed=f"{PASSWORD}\n")[0] == 3


class TestAdd:
    def test_a_bare_secret_gets_the_names_of_the_arguments(self, run, vault):
        github = stored(vault)["GitHub"]

        assert (github.account, github.tags) == ("ada", ("work", "code"))
        assert github.otp == Otp(Secret(b"12345678901234567890"))

    def test_a_link_brings_its_own_names(self, run, vault):
        assert stored(vault)["AWS"].account == "root@123456789012"

    def test_several_lines_are_several_accounts(self, run, vault):
        lines = "".join(f"otpauth://totp/N{n}?secret=JBSWY3DPEHPK3PX{c}\n" for n, c in enumerate("ABCD"))

        status, out, _err = run("add", stdin=lines)

        assert status == 0
        assert out.count("\n") == 4
        assert {"N0", "N1", "N2", "N3"} <= set(stored(vault))

    def test_names_for_several_accounts_are_a_wrong_usage(self, run, vault):
        lines = "otpauth://totp/A?secret=JBSWY3DPEHPK3PXA\notpauth://totp/B?secret=JBSWY3DPEHPK3PXB\n"

        status, _out, err = run("add", "--title", "x", stdin=lines)

        assert status == 2
        one_sentence(err)
        assert len(stored(vault)) == 4

    @pytest.mark.parametrize(
        "text", ["", "\n\n", "not a secret!\n", "otpauth://totp/x\n", "JBSWY3DP1HPK3PXP\n"]
    )
    def test_what_holds_no_secret_is_refused_and_nothing_is_added(self, run, vault, text):
        before = vault.read_bytes()

        status, out, err = run("add", stdin=text)

        assert (status, out) == (1, "")
        one_sentence(err)
        assert vault.read_bytes() == before

    @pytest.mark.safety(38)
    def test_a_secret_that_is_there_is_said_and_both_can_be_kept(self, run, vault):
        status, _out, err = run("add", "--title", "again", stdin=RFC)
        assert status == 1
        assert "--keep-both" in one_sentence(err)

        assert run("add", "--title", "again", "--keep-both", stdin=RFC)[0] == 0
        assert {"GitHub", "again"} <= set(stored(vault))

    def test_a_short_secret_is_stored_with_a_warning(self, run, vault):
        status, _out, err = run("add", "--title", "short", stdin="JBSWY3DP\n")

        assert status == 0
        assert "short" in stored(vault)
        one_sentence(err)

    def test_json_tells_what_was_added_without_its_secret(self, run, vault):
        status, out, _err = run("add", "--json", "--title", "new", stdin="JBSWY3DPEHPK3PXZJBSWY3DPEHPK3PXZ")

        (added,) = json.loads(out)
        assert (status, added["title"]) == (0, "new")
        assert "secret" not in added
        assert "JBSWY3DP" not in out

    def test_an_icon_is_found_by_the_name_of_its_brand(self, run, vault):
        assert (
            run("add", "--title", "MIKOLABO-FIRST", "--icon", "WordPress", stdin="JBSWY3DPEHPK3PXZ")[0] == 0
        )
        assert stored(vault)["MIKOLABO-FIRST"].icon == Icon(brand="wordpress")

        status, _out, err = run("edit", "Bank", "--icon", "no such brand at all")
        assert status == 1
        one_sentence(err)
        assert run("edit", "mikolabo", "--icon", "")[0] == 0
        assert stored(vault)["MIKOLABO-FIRST"].icon == Icon()

    @pytest.mark.safety(54)
    def test_names_that_would_take_over_a_terminal_are_cleaned(self, run, vault):
        run("add", "--title", "evil\x1b]0;x\x07\u202etitle", stdin="JBSWY3DPEHPK3PXZ")

        _status, out, _err = run("list")
        assert "\x1b" not in out
        assert "\x07" not in out
        assert "\u202e" not in out


class TestList:
    def test_titles_accounts_and_tags_in_order(self, run, vault):
        status, out, err = run("list")

        assert (status, err) == (0, "")
        assert [line.split()[0] for line in out.splitlines()] == ["GitHub", "GitHub", "Bank", "AWS"]
        assert "ada" in out.splitlines()[0]
        assert "#work #code" in out.splitlines()[0]

    @pytest.mark.safety(30)
    def test_secrets_show_only_when_asked_for(self, run, vault):
        assert RFC not in run("list")[1] + run("list", "--json")[1]
        assert RFC in run("list", "--show-secrets")[1]
        assert json.loads(run("list", "--json", "--show-secrets")[1])[0]["secret"] == RFC

    def test_json_has_every_field(self, run, vault):
        github = json.loads(run("list", "--json")[1])[0]

        github.pop("id")
        github.pop("icon")
        assert github == {
            "title": "GitHub",
            "account": "ada",
            "issuer": "",
            "type": "totp",
            "algorithm": "SHA1",
            "digits": 6,
            "period": 30,
            "counter": 0,
            "tags": ["work", "code"],
            "note": "",
            "pinned": False,
        }

    def test_an_empty_vault_lists_nothing(self, run):
        run("init")

        assert run("list") == (0, "", "")
        assert json.loads(run("list", "--json")[1]) == []

    def test_japanese_titles_stay_aligned(self, run, vault):
        run("edit", "Bank", "--title", "日本銀行", "--account", "花子")

        lines = run("list")[1].splitlines()
        bank = next(line for line in lines if "花子" in line)
        aws = next(line for line in lines if "root@" in line)
        assert len(bank[: bank.index("花子")]) + 4 == len(aws[: aws.index("root@")])


class TestCode:
    @pytest.mark.safety(67)
    @pytest.mark.parametrize(
        ("at", "code"), [("59", "287082"), ("1111111109", "081804"), ("20000000000", "353130")]
    )
    def test_the_codes_of_rfc_6238(self, run, vault, at, code):
        assert run("code", "GitHub", "--at", at) == (0, code + "\n", "")

    def test_the_next_code_is_the_one_after(self, run, vault):
        expected = code_at(stored(vault)["Bank"], 90).value

        assert run("code", "bank", "--at", "60", "--next") == (0, expected + "\n", "")

    def test_json_tells_from_when_till_when(self, run, vault):
        status, out, _err = run("code", "GitHub", "--at", "59.5", "--json")

        assert (status, json.loads(out)) == (0, {"value": "287082", "valid_from": 30, "valid_until": 60})

    @pytest.mark.parametrize(
        ("query", "title"),
        [
            ("GitHub", "GitHub"),
            ("github", "GitHub"),
            ("github enterprise", "GitHub Enterprise"),
            ("enter", "GitHub Enterprise"),
            ("GitHub:ada", "GitHub"),
            ("bank ada", "Bank"),
            ("aws", "AWS"),
            ("root@123456789012", "AWS"),
        ],
    )
    def test_a_query_finds_what_a_person_means(self, run, vault, query, title):
        expected = code_at(stored(vault)[title], 60).value

        assert run("code", query, "--at", "60") == (0, expected + "\n", "")

    def test_an_id_finds_its_account(self, run, vault):
        bank = stored(vault)["Bank"]

        assert run("code", bank.id, "--at", "60")[1] == code_at(bank, 60).value + "\n"
        assert run("code", bank.id[:8], "--at", "60")[1] == code_at(bank, 60).value + "\n"

    @pytest.mark.parametrize("query", ["ada", "git", "hub"])
    def test_a_query_that_fits_several_lists_them(self, run, vault, query):
        status, out, err = run("code", query)

        assert (status, out) == (5, "")
        assert "GitHub" in one_sentence(err)
        assert "AWS" not in err

    @pytest.mark.parametrize("query", ["nobody", "", "  "])
    def test_a_query_that_fits_none_says_so(self, run, vault, query):
        status, out, err = run("code", query)

        assert (status, out) == (5, "")
        one_sentence(err)

    def test_twins_by_name_are_told_apart(self, run, vault):
        run("add", "--title", "Bank", "--account", "bob", stdin="JBSWY3DPEHPK3PXZ")
        run("add", "--title", "Bank", "--account", "bob", stdin="JBSWY3DPEHPK3PXY")

        _status, _out, err = run("code", "bank")

        ids = [a.id for a in open_vault(vault, PASSWORD).document.accounts() if a.account == "bob"]
        assert "Bank (ada)" in err
        assert all(account_id in err for account_id in ids)

    def test_a_counter_advances_unless_the_code_is_of_another_time_or_the_next(self, run, vault):
        run("add", "--keep-both", stdin=f"otpauth://hotp/Count?secret={RFC}&counter=0\n")
        codes = ("755224", "287082", "359152")  # RFC 4226, appendix D

        assert run("code", "count", "--at", "5")[1].strip() == codes[0]
        assert run("code", "count", "--next")[1].strip() == codes[1]
        assert [run("code", "count")[1].strip() for _ in codes] == list(codes)
        assert stored(vault)["Count"].counter == 3
        assert json.loads(run("code", "count", "--json", "--at", "0")[1])["valid_until"] is None

    def test_a_time_code_leaves_the_file_as_it_is(self, run, vault):
        before = vault.read_bytes()

        run("code", "GitHub")

        assert vault.read_bytes() == before

    @pytest.mark.parametrize("at", ["-1", "noon", "1e300", "nan", "inf", ""])
    def test_a_time_that_is_none_is_a_wrong_usage(self, run, vault, at):
        assert run("code", "GitHub", "--at", at)[0] == 2

    def test_without_a_display_copying_is_refused_and_prints_no_code(self, run, vault, monkeypatch):
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            monkeypatch.delenv(name, raising=False)

        status, out, err = run("code", "GitHub", "--copy")

        assert (status, out) == (1, "")
        one_sentence(err)


class TestEdit:
    def test_what_is_given_changes_and_the_rest_stays(self, run, vault):
        before = stored(vault)["GitHub"]

        assert run("edit", "GitHub", "--title", "Hub", "--pin", "--tag", "new")[0] == 0

        after = stored(vault)["Hub"]
        assert (after.pinned, after.tags) == (True, ("new",))
        assert (after.id, after.account, after.otp, after.order) == (
            before.id,
            before.account,
            before.otp,
            before.order,
        )

    def test_a_note_comes_from_standard_input(self, run, vault):
        run("edit", "Bank", "--note-stdin", stdin="first line\nsecond line\n")

        assert stored(vault)["Bank"].note == "first line\nsecond line"

    def test_how_codes_are_made(self, run, vault):
        arguments = (
            "--algorithm",
            "sha-256",
            "--digits",
            "8",
            "--period",
            "60",
            "--type",
            "hotp",
            "--counter",
            "9",
        )
        run("edit", "GitHub", *arguments)

        github = stored(vault)["GitHub"]
        secret = Secret(b"12345678901234567890")
        assert github.otp == Otp(secret, OtpType.HOTP, Algorithm.SHA256, 8, 60)
        assert github.counter == 9

    def test_tags_and_pin_can_be_taken_away(self, run, vault):
        run("edit", "GitHub", "--pin")
        run("edit", "GitHub", "--no-tags", "--unpin")

        assert (stored(vault)["GitHub"].tags, stored(vault)["GitHub"].pinned) == ((), False)

    @pytest.mark.parametrize(
        "arguments",
        [
            (),
            ("--digits", "4"),
            ("--digits", "11"),
            ("--period", "0"),
            ("--type", "magic"),
            ("--algorithm", "SHA3"),
            ("--counter", "-1"),
            ("--pin", "--unpin"),
            ("--tag", "x", "--no-tags"),
        ],
    )
    def test_what_makes_no_sense_is_a_wrong_usage_and_changes_nothing(self, run, vault, arguments):
        before = vault.read_bytes()

        assert run("edit", "GitHub", *arguments)[0] == 2
        assert vault.read_bytes() == before

    def test_nobody_is_edited_for_a_query_that_fits_none(self, run, vault):
        assert run("edit", "nobody", "--title", "x")[0] == 5


class TestRemoveAndRestore:
    @pytest.mark.safety(47)
    def test_removing_is_putting_into_the_trash_and_restoring_brings_everything_back(self, run, vault):
        before = stored(vault)

        assert run("remove", "Bank")[0] == 0
        assert set(stored(vault)) == {"GitHub", "GitHub Enterprise", "AWS"}
        assert run("code", "Bank")[0] == 5
        assert run("list", "--trash")[1].split()[0] == "Bank"
        assert json.loads(run("list", "--trash", "--json")[1])[0]["trashed"] > 0

        assert run("restore", "bank")[0] == 0
        assert stored(vault) == before
        assert run("restore", "bank")[0] == 5

    def test_an_ambiguous_removal_removes_nothing(self, run, vault):
        assert run("remove", "git")[0] == 5
        assert len(stored(vault)) == 4


class TestVault:
    def test_info_needs_no_password_and_tells_no_secret(self, run, vault, profile):
        status, out, _err = run("vault", "info", "--json", typed="")

        info = json.loads(out)
        assert status == 0
        assert (info["path"], info["version"], info["size"]) == (str(vault), 1, vault.stat().st_size)
        assert info["slots"][0]["kind"] == "password"
        assert "GitHub" not in out
        assert str(vault) in run("vault", "info", typed="")[1]

    def test_changing_the_password_takes_the_old_and_then_the_new_line(self, run, vault):
        before = stored(vault)

        status, _out, err = run("vault", "change-password", typed=f"{PASSWORD}\n{OTHER}\n")

        assert (status, err) == (0, "")
        assert stored(vault, OTHER) == before
        assert run("list")[0] == 3

    @pytest.mark.parametrize(
        ("typed", "expected"),
        [
            (f"{OTHER}\n{OTHER} more\n", 3),
            (f"{PASSWORD}\npassword\n", 1),
            (f"{PASSWORD}\n{PASSWORD}\n", 1),
            (f"{PASSWORD}\n", 2),
        ],
    )
    def test_what_does_not_work_leaves_the_old_password(self, run, vault, typed, expected):
        status, out, err = run("vault", "change-password", typed=typed)

        assert (status, out) == (expected, "")
        one_sentence(err)
        assert run("list")[0] == 0


class TestRefusals:
    @pytest.mark.safety(26)
    def test_wrong_password_damage_and_absence_are_different(self, run, vault):
        status, out, err = run("list", typed=OTHER + "\n")
        assert (status, out) == (3, "")
        wrong = one_sentence(err)

        content = bytearray(vault.read_bytes())
        content[len(content) // 2] ^= 1
        vault.write_bytes(content)
        status, out, err = run("list")
        assert (status, out) == (4, "")
        damaged = one_sentence(err)

        vault.unlink()
        status, out, err = run("list")
        assert (status, out) == (1, "")
        missing = one_sentence(err)
        assert "warifu init" in missing
        assert len({wrong, damaged, missing}) == 3

    @pytest.mark.safety(40)
    @pytest.mark.parametrize("content", [b"", b"garbage" * 999])
    def test_what_is_no_vault_is_not_touched_by_any_command(self, run, profile, content):
        profile.mkdir(mode=0o700)
        vault = profile / "vault.warifu"
        vault.write_bytes(content)
        commands = (
            ("init",),
            ("add",),
            ("list",),
            ("code", "x"),
            ("edit", "x", "--pin"),
            ("remove", "x"),
            ("restore", "x"),
            ("vault", "info"),
            ("vault", "change-password"),
        )
        for command in commands:
            status, _out, err = run(*command, stdin=RFC)
            assert status == (1 if command == ("init",) else 4), command
            one_sentence(err)
        assert vault.read_bytes() == content

    @pytest.mark.parametrize(
        "arguments", [(), ("frobnicate",), ("code",), ("vault",), ("--wrong",), ("list", "x")]
    )
    def test_wrong_usage_is_2(self, run, arguments):
        assert run(*arguments)[0] == 2

    @pytest.mark.safety(30)
    def test_a_secret_given_as_an_argument_is_refused_and_not_repeated(self, run, vault):
        status, out, err = run("add", RFC)

        assert (status, out) == (2, "")
        assert RFC not in err
        assert "standard input" in err
        assert "--frob" in run("list", f"--frob={RFC}")[2]

    def test_input_that_is_not_text_is_refused(self, run, vault, monkeypatch):
        broken = io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8")
        monkeypatch.setattr(sys, "stdin", broken)

        assert main(["--profile", str(vault.parent), "--password-stdin", "list"]) == 2

    def test_an_error_that_nobody_foresaw_is_one_sentence_without_its_words(self, run, vault, monkeypatch):
        from warifu.cli.commands import list as command

        def explode(*_anything):
            raise RuntimeError(RFC)

        monkeypatch.setattr(command, "_row", explode)
        status, _out, err = run("list")

        assert status == 1
        assert RFC not in one_sentence(err)


class TestGlobals:
    @pytest.mark.parametrize("place", [0, 1])
    def test_global_options_are_understood_before_and_after_the_command(
        self, vault, place, monkeypatch, capsys
    ):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(f"{PASSWORD}\n".encode())))
        given = ["--profile", str(vault.parent), "--password-stdin", "--json"]
        arguments = [*given, "list"] if place == 0 else ["list", *given]

        assert main(arguments) == 0
        assert len(json.loads(capsys.readouterr().out)) == 4

    def test_a_vault_elsewhere_with_this_profile(self, run, tmp_path, profile):
        folder = tmp_path / "elsewhere"
        vault = folder / "my.warifu"

        assert run("--vault", str(vault), "init")[0] == 0
        assert run("list", "--vault", str(vault))[0] == 0

        assert vault.exists()
        assert not (profile / "vault.warifu").exists()
        assert (profile / "settings.json").exists()


class TestDoctor:
    def test_a_healthy_vault_is_well_and_no_label_is_told(self, run, vault):
        status, out, err = run("doctor", "--json")

        found = {finding["check"]: finding for finding in json.loads(out)}
        assert (status, err) == (0, "")
        assert found["vault"]["state"] == found["password"]["state"] == found["folder"]["state"] == "ok"
        assert "accounts: 4" in found["password"]["text"]
        assert not any(word in out for word in ("GitHub", "Bank", "AWS", PASSWORD, RFC))

    def test_a_wrong_password_and_a_damaged_vault_are_problems(self, run, vault):
        status, out, err = run("doctor", typed=OTHER + "\n")
        assert status == 1
        one_sentence(err)
        assert "problem  password" in out

        vault.write_bytes(vault.read_bytes()[:-1])
        status, out, _err = run("doctor")
        assert status == 1
        assert "problem  vault" in out

    def test_without_a_vault_it_still_looks_at_the_rest(self, run):
        status, out, _err = run("doctor", typed="")

        assert status == 0
        assert "note     vault" in out
        assert "cryptography" in out

    @pytest.mark.skipif(sys.platform == "win32", reason="folders without modes")
    def test_a_folder_open_to_others_is_a_problem(self, run, vault):
        vault.parent.chmod(0o755)

        status, out, _err = run("doctor")

        assert status == 1
        assert "problem  folder" in out

    @pytest.mark.skipif(sys.platform != "linux", reason="a folder that not even root may write to")
    def test_a_folder_that_cannot_be_written_to_is_found_out_by_trying(self, run):
        status, out, _err = run("--vault", "/proc/vault.warifu", "doctor")

        assert status == 1
        assert "/proc cannot be written to" in out


def test_pipes_of_windows_carry_utf8_whatever_the_code_page_is(monkeypatch):
    raw = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(raw, encoding="cp932", write_through=True))

    speak_plainly("win32")
    sys.stdout.write("仕事 – ½ \N{SNOWMAN}")

    assert raw.getvalue().decode() == "仕事 – ½ \N{SNOWMAN}"


def test_a_program_for_windows_without_a_console_ends_with_its_status_all_the_same(monkeypatch, tmp_path):
    for stream in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, stream, None)
    arguments = ["--profile", str(tmp_path), "--password-stdin", "list"]

    status = main(arguments)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        stream.close()

    assert status in {1, 2}
