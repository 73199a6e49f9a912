"""Authy: every way in which its tokens get out, written here from what is known of each."""

from __future__ import annotations

import base64
import hashlib
import html
import json

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from format_contract import File, FormatContract
from warifu.formats import authy, kdf, registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileTooBig, NeedsPassword, WrongFilePassword
from warifu.formats.untrusted import Untrusted

KEY = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
OTHER = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
HEX = "3132333435363738393031323334353637383930"
IV = "00112233445566778899aabbccddeeff"


def sealed(secret: str, password: str, salt: str, rounds: int, iv: str = "") -> str:
    """What Authy's apps do: AES-256-CBC with PKCS #7 under PBKDF2-HMAC-SHA1."""
    key = hashlib.pbkdf2_hmac("sha1", password.encode(), salt.encode(), rounds, 32)
    pad = 16 - len(secret) % 16
    encryptor = Cipher(algorithms.AES(key), modes.CBC(bytes.fromhex(iv) or bytes(16))).encryptor()
    data = encryptor.update(secret.encode() + bytes([pad]) * pad) + encryptor.finalize()
    return base64.b64encode(data).decode()


def xml(tokens: list[dict], store: str = "authenticator") -> bytes:
    text = html.escape(json.dumps(tokens).replace("=", "\\u003d"), quote=True)
    return f"""<?xml version='1.0' encoding='utf-8' standalone='yes' ?>
<map>
    <int name="key_version" value="121" />
    <string name="com.authy.storage.tokens.{store}.key">{text}</string>
</map>
""".encode()


def android(secret: str = KEY, password: str = "", rounds: int = 1000, **more) -> dict:
    token = {
        "accountType": "authenticator", "digits": 6, "logo": "GitHub", "originalIssuer": "GitHub",
        "originalName": "GitHub:ada", "name": "GitHub: ada", "timestamp": 1608377908, "hidden": False,
        "id": "1608374963", "upload_state": "uploaded", "isNew": False,
    }  # fmt: skip
    if password:
        token |= {"encryptedSecret": sealed(secret, password, "a salt", rounds), "salt": "a salt"}
    else:
        token["decryptedSecret"] = secret
    return token | more


def served(
    secret: str = KEY, password: str = "pass word", rounds: int = 100_000, iv: str | None = IV, **more
) -> dict:
    """A token as Authy's server sends it."""
    salt = more.pop("salt", "Vr6LPrjKjpNjbqGLr1qT")
    return {
        "account_type": "authenticator", "digits": 6,
        "encrypted_seed": sealed(secret, password, salt, rounds, iv or ""),
        "issuer": "GitHub", "key_derivation_iterations": rounds, "logo": "github", "name": "GitHub: ada",
        "original_name": "GitHub:ada", "password_timestamp": 1700000000, "salt": salt,
        "unique_id": "1700000000", "unique_iv": iv,
    } | more  # fmt: skip


def dump(*tokens: dict, **more) -> bytes:
    return json.dumps({"authenticator_tokens": tokens, "message": "success", "success": True} | more).encode()


APP = {
    "name": "Twitch", "secretSeed": HEX, "digits": 7, "appId": "5f1e", "serialId": 4, "version": 1,
    "assetsGroup": "twitch", "authyId": 12345,
}  # fmt: skip
ALEXZORIN_APP = {
    "_id": "5f1e", "name": "Coinbase", "serial_id": 3, "version": 6, "assets_group": "coinbase",
    "authy_id": 12345, "secret_seed": HEX, "digits": 7,
}  # fmt: skip


def read(data: bytes, *passwords: str):
    found, contents = registry.read(Untrusted(data), Keys(passwords))
    assert found.id == "authy"
    return contents


def told(contents) -> list[tuple]:
    return [
        (
            each.account.issuer, each.account.account, each.account.otp.secret.base32(),
            each.account.otp.digits, each.account.otp.period,
        )
        for each in contents.entries
    ]  # fmt: skip


GITHUB = ("GitHub", "ada", KEY, 6, 30)


class TestAuthy(FormatContract):
    id = "authy"
    authenticated = False

    def files(self) -> list[File]:
        csv = f"name,encrypted_seed,salt,iv\nGitHub:ada,{sealed(KEY, 'p', 's', 100_000)},s,\n"
        return [
            File(xml([android(), android(OTHER)]), 2),
            File(xml([APP], "authy"), 1),
            File(xml([android(password="testtest")]), 1, "testtest"),
            File(dump(served(rounds=1000), served(rounds=1000, iv=None)), 2, "pass word"),
            File(csv.encode(), 1, "p"),
            File(
                json.dumps([{"name": "a", "secret": KEY, "uri": f"otpauth://totp/a?secret={KEY}"}]).encode(),
                1,
            ),
        ]


def test_tokens_of_the_android_app_come_with_all_their_names() -> None:
    contents = read(xml([android(), android(OTHER, digits=7), android(OTHER.lower(), digits=8)]))
    assert told(contents) == [GITHUB, ("GitHub", "ada", OTHER, 7, 30), ("GitHub", "ada", OTHER, 8, 30)]


def test_its_own_apps_change_every_ten_seconds_and_are_hexadecimal() -> None:
    assert told(read(xml([APP], "authy"))) == [("Twitch", "", OTHER, 7, 10)]


@pytest.mark.parametrize("rounds", [1000, 100_000])
def test_both_numbers_of_rounds_are_tried_where_none_is_told(rounds: int) -> None:
    tokens = [android(password="testtest", rounds=rounds), android(OTHER, "testtest", rounds)]
    assert told(read(xml(tokens), "testtest")) == [GITHUB, ("GitHub", "ada", OTHER, 6, 30)]


def test_one_file_may_have_tokens_of_both_and_some_in_the_clear() -> None:
    tokens = [android(password="p", rounds=1000), android(OTHER), android(password="p", rounds=100_000), APP]
    data = xml(tokens)
    with pytest.raises(NeedsPassword):
        read(data)
    assert [row[2] for row in told(read(data, "p"))] == [KEY, OTHER, KEY, OTHER]


@pytest.mark.parametrize("rounds", [1000, 10_000, 100_000])
@pytest.mark.parametrize("iv", [None, "", IV])
def test_the_rounds_and_the_iv_of_each_token_are_its_own(rounds: int, iv: str | None) -> None:
    assert told(read(dump(served(rounds=rounds, iv=iv)), "pass word")) == [GITHUB]


def test_a_token_of_the_android_app_may_have_its_own_rounds_and_iv_too() -> None:
    more = {"encryptedSecret": sealed(KEY, "p", "a salt", 5000, IV), "salt": "a salt"}
    for rounds, iv in (("key_derivation_iterations", "unique_iv"), ("keyDerivationIterations", "uniqueIv")):
        token = android(password="p") | more | {rounds: 5000, iv: IV}
        assert told(read(xml([token]), "p")) == [GITHUB]


def test_rounds_written_as_text_or_as_nothing_are_no_obstacle() -> None:
    tokens = [
        served() | {"key_derivation_iterations": "100000"},
        served() | {"key_derivation_iterations": None},
    ]
    assert told(read(dump(*tokens), "pass word")) == [GITHUB, GITHUB]


def test_a_password_beyond_ascii_opens() -> None:
    assert told(read(dump(served(password="пароль 😀")), "пароль 😀")) == [GITHUB]


def test_tokens_of_an_older_password_are_problems_while_the_others_come() -> None:
    data = dump(served(), served(OTHER, "older", name="Old: one"))
    contents = read(data, "pass word")
    assert told(contents) == [GITHUB]
    assert [(problem.entry, problem.line) for problem in contents.problems] == [("Old: one", 2)]
    assert "older password" in str(contents.problems[0].hint)
    assert len(read(data, "pass word", "older").entries) == 2
    assert len(read(data, "older", "pass word").entries) == 2


def test_the_password_is_wrong_only_if_no_token_opens() -> None:
    data = dump(served(rounds=1000), served(OTHER, "older", 1000))
    with pytest.raises(WrongFilePassword):
        read(data, "neither", "nor")
    with pytest.raises(WrongFilePassword):  # an entry in the clear does not make a wrong password right
        read(xml([android(), android(password="p")]), "wrong")


def test_deleted_tokens_come_as_lying_in_the_bin() -> None:
    contents = read(dump(served(), deleted=[served(OTHER)]), "pass word")
    assert [(each.account.otp.secret.base32(), each.binned) for each in contents.entries] == [
        (KEY, False), (OTHER, True),
    ]  # fmt: skip


def test_a_token_that_is_damaged_does_not_stop_the_others() -> None:
    bad = [
        served() | {"encrypted_seed": "%%%"}, served() | {"salt": None}, served() | {"digits": "many"},
        served() | {"key_derivation_iterations": -5, "encrypted_seed": "AAAA"}, 7, None, "text",
        {"encrypted_seed": [], "salt": {}}, {"name": [], "encrypted_seed": {}}, {},
    ]  # fmt: skip
    contents = read(dump(*bad, served()), "pass word")
    assert told(contents) == [GITHUB]
    assert len(contents.problems) == len(bad)


@pytest.mark.safety(3)
def test_rounds_without_end_are_refused_before_anything_is_derived(monkeypatch) -> None:
    monkeypatch.setattr(kdf.foreign, "pbkdf2", lambda *_: pytest.fail("derived"))
    with pytest.raises(FileTooBig):
        read(dump(served(rounds=1) | {"key_derivation_iterations": 2**31}), "pass word")


def test_a_dump_that_was_decrypted_tells_which_tokens_were_not() -> None:
    tokens = [
        {"account_type": "authenticator", "name": "GitHub: ada", "issuer": None, "decrypted_seed": KEY,
         "digits": 6, "logo": "github", "unique_id": "1"},
        {"account_type": "authenticator", "name": "Lost: me", "issuer": "Lost", "digits": 6, "logo": None,
         "decrypted_seed": "Decryption failed: Invalid padding bytes.", "unique_id": "2"},
        {"account_type": "authenticator", "name": "Seven", "issuer": None, "decrypted_seed": OTHER,
         "digits": 7, "logo": "authenticator_red", "unique_id": "3"},
    ]  # fmt: skip
    contents = read(
        json.dumps({"message": "success", "decrypted_authenticator_tokens": tokens, "success": True}).encode()
    )
    assert told(contents) == [GITHUB, ("", "Seven", OTHER, 7, 30)]
    assert [problem.entry for problem in contents.problems] == ["Lost: me"]
    assert "not decrypted" in str(contents.problems[0].title)


def test_what_authy_decryptor_wrote_is_read_as_well() -> None:
    data = {"message": "success", "success": True, "tokens": [
        {"account_type": "authenticator", "name": "GitHub: ada", "issuer": "GitHub", "decrypted_seed": KEY,
         "digits": 6, "logo": None, "unique_id": "1"}]}  # fmt: skip
    assert told(read(json.dumps(data).encode())) == [GITHUB]


def test_what_authy_export_saved_has_tokens_and_apps() -> None:
    tokens = {
        "message": "success",
        "authenticator_tokens": [served(rounds=1000, iv=None)],
        "deleted": [],
        "success": True,
    }
    del tokens["authenticator_tokens"][0]["key_derivation_iterations"]
    del tokens["authenticator_tokens"][0]["unique_iv"]
    data = {"tokens": tokens, "apps": {"message": "success", "apps": [ALEXZORIN_APP], "success": True}}
    assert told(read(json.dumps(data).encode(), "pass word")) == [GITHUB, ("Coinbase", "", OTHER, 7, 10)]


def test_links_that_authy_export_printed_are_a_list_of_links() -> None:
    lines = f"otpauth://totp/GitHub:ada?digits=6&secret={KEY}\notpauth://totp/Twitch?digits=7&period=10&secret={KEY}\n"
    found, contents = registry.read(Untrusted(lines.encode()), NO_KEYS)
    assert found.id == "otpauth"
    assert told(contents) == [GITHUB, ("", "Twitch", KEY, 7, 10)]


def gdpr(rows: list[str], header: str = "name,encrypted_seed,salt,iv") -> str:
    return "\n".join([header, *rows]) + "\n"


ROW = f"GitHub: ada,{sealed(KEY, 'p', 'Vr6L', 100_000, IV)},Vr6L,{IV}"
ROW_OLD = f"Old: one,{sealed(OTHER, 'p', 'NjbqG', 1000)},NjbqG,"

CELLS = gdpr(
    [",".join(f'"{cell}"' for cell in row.split(",")) for row in (ROW, ROW_OLD)],
    '"name","encrypted_seed","salt","iv"',
)


@pytest.mark.parametrize(
    "text",
    [
        gdpr([ROW, ROW_OLD]),
        gdpr([ROW, ROW_OLD]).replace("\n", "\r\n"),
        gdpr([ROW, ROW_OLD]).replace("\n", "\\n"),
        '"' + gdpr([ROW, ROW_OLD]).replace("\n", "\\n") + '"',
        "\ufeff" + gdpr([ROW, ROW_OLD]),
        "Authenticator tokens\n\n" + gdpr([ROW, ROW_OLD]),
        gdpr([ROW, ROW_OLD]).replace(",", ";"),
        gdpr([", ".join(f'"{cell}"' for cell in row.split(",")) for row in (ROW, ROW_OLD)]),
        gdpr([ROW, ROW_OLD], "Name,Encrypted Seed,Salt,IV"),
        CELLS.strip().replace("\n", "\\n"),
        json.dumps(CELLS),
        '"' + CELLS.strip().replace("\n", "\\n").replace('"', '""') + '"',
    ],
    ids=[
        "plain",
        "crlf",
        "literal",
        "quoted",
        "bom",
        "title",
        "semicolons",
        "cells",
        "case",
        "literal cells",
        "json",
        "one cell",
    ],
)
def test_the_table_that_authy_sends_on_request_is_read_however_it_arrives(text: str) -> None:
    assert told(read(text.encode(), "p")) == [GITHUB, ("Old", "one", OTHER, 6, 30)]


def test_more_columns_of_the_table_count_where_they_are_there() -> None:
    row = f"authenticator,7,{sealed(KEY, 'p', 's', 100_000, IV)},me,s,{IV},Site"
    text = gdpr([row], "account_type,digits,encrypted_seed,name,salt,iv,issuer")
    assert told(read(text.encode(), "p")) == [("Site", "me", KEY, 7, 30)]


def test_arrays_of_the_developer_tools_and_their_forks() -> None:
    plain = [
        {"name": "GitHub: ada", "secret": KEY,
         "uri": f"otpauth://totp/GitHub%3A%20ada?digits=6&secret={KEY}&period=30"},
        {"name": "Twitch", "secret": KEY, "uri": f"otpauth://totp/Twitch?digits=7&secret={KEY}&period=10"},
    ]  # fmt: skip
    assert told(read(json.dumps(plain).encode())) == [GITHUB, ("", "Twitch", KEY, 7, 10)]
    fork = [
        {"name": "GitHub: ada", "secret": KEY, "digits": 6, "period": 30, "uri": plain[0]["uri"]},
        {"name": "Twitch", "secret": KEY, "digits": 7, "period": 10},
        {"name": "No period", "secret": KEY, "digits": 7},
    ]  # fmt: skip
    assert told(read(json.dumps(fork).encode())) == [
        GITHUB, ("", "Twitch", KEY, 7, 10), ("", "No period", KEY, 7, 10),
    ]  # fmt: skip


def test_the_model_of_the_desktop_app_as_authy_desktop_export_dumps_it() -> None:
    model = [
        {"name": "GitHub: ada", "originalName": "GitHub:ada", "digits": 6, "decryptedSeed": KEY,
         "encryptedSeed": "AAAA", "salt": "x", "markedForDeletion": False, "accountType": "authenticator",
         "secret": KEY},
        {"name": "Twitch", "digits": 7, "secretSeed": HEX, "accountType": "authy", "secret": OTHER},
        {"name": "Gone", "originalName": "Gone", "digits": 6, "decryptedSeed": KEY, "markedForDeletion": True,
         "secretSeed": None, "secret": KEY},
    ]  # fmt: skip
    contents = read(json.dumps(model).encode())
    assert told(contents) == [GITHUB, ("Twitch", "", OTHER, 7, 10), ("", "Gone", KEY, 6, 30)]
    assert [each.binned for each in contents.entries] == [False, False, True]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"originalIssuer": "Deno", "originalName": "x:y", "name": "Deno: Mason"}, ("Deno", "Mason")),
        ({"originalIssuer": None, "originalName": "SPDX:James", "name": "SPDX: James"}, ("SPDX", "James")),
        ({"originalIssuer": None, "originalName": "SPDX:J", "name": "My own name"}, ("SPDX", "My own name")),
        ({"originalIssuer": None, "originalName": None, "name": "SPDX:James"}, ("SPDX", "James")),
        ({"originalIssuer": None, "originalName": None, "name": "Site - me - too"}, ("Site", "me - too")),
        ({"originalIssuer": None, "originalName": "", "name": "me", "logo": "dropbox"}, ("Dropbox", "me")),
        (
            {"originalIssuer": None, "originalName": "", "name": "me", "logo": None, "accountType": "gmail"},
            ("Gmail", "me"),
        ),
        (
            {"originalIssuer": None, "originalName": "", "name": "me", "logo": "authenticator_blue"},
            ("", "me"),
        ),
        ({"originalIssuer": "Git", "originalName": "", "name": "GitHub: ada"}, ("Git", "GitHub: ada")),
        ({"originalIssuer": "GitHub", "originalName": "", "name": "github:ada"}, ("GitHub", "ada")),
        ({"originalIssuer": "Amazon", "originalName": "", "name": "Amazon"}, ("Amazon", "")),
        (
            {"originalIssuer": "Amazon", "originalName": "", "name": "Amazon Web Services"},
            ("Amazon", "Amazon Web Services"),
        ),
        ({"originalIssuer": "", "originalName": "Only:this", "name": ""}, ("Only", "this")),
    ],
)  # fmt: skip
def test_the_issuer_is_guessed_as_authy_tells_it(names: dict, expected: tuple[str, str]) -> None:
    token = android() | names
    (entry,) = read(xml([token])).entries
    assert (entry.account.issuer, entry.account.account) == expected


def test_tokens_that_no_script_decrypted_are_of_thirty_seconds_in_an_array_too() -> None:
    tokens = [android(digits=7), served(digits=7)]
    assert [row[3:] for row in told(read(json.dumps(tokens).encode(), "pass word"))] == [(7, 30), (7, 30)]


def test_it_claims_no_array_of_another_app() -> None:
    for other in (
        [{"secret": KEY, "issuer": "x", "label": "y", "digits": 6, "type": "TOTP", "name": "z"}],
        [{"name": "a", "otpGenerator": {"otpSecret": KEY}}],
        [{"name": "a", "secret": KEY}],
    ):
        assert not authy.FORMAT.fits(Untrusted(json.dumps(other).encode()))


def test_ten_thousand_tokens_take_under_a_second() -> None:
    import time

    data = xml([android(id=str(number), name=f"Site {number}: me") for number in range(10_000)])
    start = time.process_time()
    assert len(read(data).entries) == 10_000
    assert time.process_time() - start < 1
