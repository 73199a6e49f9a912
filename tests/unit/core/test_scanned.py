"""The text of one QR code: an account, or named for what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warifu.core.clean import HIDDEN
from warifu.core.scanned import recognise_code

KEY = "JBSWY3DPEHPK3PXPJBSWY3DP"
LINK = f"otpauth://totp/GitHub:ada?secret={KEY}&issuer=GitHub"


@pytest.mark.parametrize(
    "text",
    [
        LINK,
        f"\ufeff{LINK}\r\n",
        KEY,
        f"{LINK}&image=http://127.0.0.1/x.png",
        LINK.replace("otpauth", "OTPAUTH", 1),
        f"apple-{LINK}",
        f"\0{LINK}\0",
    ],
)
def test_a_code_for_authenticator_apps_is_an_account(text):
    intake = recognise_code(text)
    assert [account.otp.secret.base32() for account in intake.accounts] == [KEY]
    assert not intake.problems


@pytest.mark.safety(54)
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("https://console.aws.amazon.com/", "web page"),
        ("HTTPS://EXAMPLE.COM", "web page"),
        ("https://s.team/q/1/2345", "Steam’s own app"),
        ("WIFI:T:WPA;S:home;P:hunter22;;", "Wi-Fi"),
        ("FIDO:/01234567890123456789", "passkey"),
        ("phonefactor://activate_account?code=123&url=https%3A%2F%2Fx", "Microsoft’s own app"),
        ("duo://abc-def", "Duo’s own app"),
        ("oktaverify://enroll?x=1", "Okta’s own app"),
        ("BEGIN:VCARD\nVERSION:3.0\nN:Lovelace;Ada\nEND:VCARD", "a contact"),
        ("MECARD:N:Lovelace,Ada;;", "a contact"),
        ("BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT", "a calendar"),
        ("mailto:ada@example.org", "e-mail"),
        ("tel:+123456789", "phone number"),
        ("SMSTO:+123456789:hello", "phone number"),
        ("geo:52.1,13.2", "place"),
        ("bitcoin:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "payment"),
        ("BCD\n002\n1\nSCT\n\nx", "payment"),
        ("00020101021229300012D156000000000510A93FO3230Q", "payment"),
        ("LPA:1$smdp.example.com$X", "eSIM"),
        ("HC1:6BFOXN", "health"),
        ("weird-scheme://x", "kind of link"),
        ("A" * 15, "15 characters"),
        ("1234", "4 characters"),
        ("x" * 4_096 + "!", "4097 characters"),
        ("The quick brown fox\njumps over the lazy dog.", "44 characters"),
        ("", "empty"),
        (" \r\n\0", "empty"),
    ],
)
def test_other_codes_are_named_for_what_they_are(text, said):
    intake = recognise_code(text)
    assert not intake.accounts
    (problem,) = intake.problems
    assert said in str(problem.title)
    assert str(problem.hint)
    assert "hunter22" not in f"{problem.title}{problem.hint}"


def test_a_bad_link_is_told_as_a_bad_link():
    intake = recognise_code("otpauth://totp/x?secret=not!base32")
    assert not intake.accounts
    assert "“!”" in str(intake.problems[0].title)


@pytest.mark.safety(54)
def test_names_in_a_code_cannot_steer_what_shows_them():
    hidden = "".join(f"%{byte:02x}" for byte in "\u202eevil\u202c\x1b[2J\x07\u200b".encode())
    (account,) = recognise_code(f"otpauth://totp/{hidden}:{hidden * 400}?secret={KEY}").accounts
    for shown in (account.name, account.account, account.issuer):
        assert not HIDDEN.search(shown)
        assert len(shown) <= 200


@pytest.mark.safety(54)
@given(st.text() | st.text().map(lambda text: f"otpauth://{text}") | st.text(alphabet="ABCDEFG234567= \n"))
def test_it_never_raises_and_always_says_something(text):
    intake = recognise_code(text)
    assert intake.accounts or intake.problems
    for problem in intake.problems:
        assert not HIDDEN.search(str(problem.title))
        assert len(f"{problem.title}{problem.hint}") < 400
