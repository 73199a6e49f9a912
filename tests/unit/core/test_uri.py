"""Key links as apps and sites really write them."""

from __future__ import annotations

import base64
import json
from urllib.parse import quote_plus

import pytest

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.errors import BadText
from warifu.core.secret import Secret
from warifu.core.uri import format_uri, parse_uri

KEY = "JBSWY3DPEHPK3PXP"
RAW = base64.b32decode(KEY)


def read(label: str, query: str = "", kind: str = "totp") -> Account:
    return parse_uri(f"otpauth://{kind}/{label}?secret={KEY}{query}")


def test_missing_parameters_have_the_usual_values():
    otp = read("GitHub:ada").otp
    assert (otp.type, otp.algorithm, otp.digits, otp.period) == (OtpType.TOTP, Algorithm.SHA1, 6, 30)
    assert otp.secret.reveal() == RAW


@pytest.mark.parametrize(
    ("link", "issuer", "name"),
    [
        ("GitHub:ada", "GitHub", "ada"),
        ("GitHub:%20%20ada", "GitHub", "ada"),
        ("Big%20Company%3Auser", "Big Company", "user"),
        ("ada", "", "ada"),
        (":username", "", "username"),
        ("", "", ""),
        ("GitHub:ada?x=1", "GitHub", "ada?x=1"),
        ("Mongo Atlas:Acc !@#444", "Mongo Atlas", "Acc !@#444"),
        ("楽天:花子", "楽天", "花子"),
        ("Foo:a+b@example.com", "Foo", "a+b@example.com"),
        ("E%CC%81cole:x", "École", "x"),
    ],
)
def test_labels_without_an_issuer_parameter(link, issuer, name):
    made = read(link)
    assert (made.issuer, made.account) == (issuer, name)
    assert made.title == issuer


@pytest.mark.parametrize(
    ("label", "issuer", "expected"),
    [
        ("GitHub:ada", "GitHub", ("GitHub", "ada")),
        ("ada", "GitHub", ("GitHub", "ada")),
        ("MyOrganization:acct", "Microsoft", ("Microsoft", "MyOrganization:acct")),
        ("Matrix:@edent_:matrix.org", "Matrix", ("Matrix", "@edent_:matrix.org")),
        ("Ten:Red:joe", "Ten:Red", ("Ten:Red", "joe")),
        ("a", "Air+Canada", ("Air Canada", "a")),
        ("Air%20Canada:a", "Air+Canada", ("Air Canada", "a")),
        ("Air+Canada:a+b", "Air+Canada", ("Air Canada", "a b")),
        ("Air+Canada%3Aa%2Bb", "Air+Canada", ("Air Canada", "a+b")),
        ("Disney+:a+b", "Disney+", ("Disney+", "a+b")),
        ("Disney%2B:a", "Disney%2B", ("Disney+", "a")),
        ("AT&T:a", "AT&T", ("AT&T", "a")),
        ("AT%26T:a", "AT&T", ("AT&T", "a")),
        ("x", "Foo&issuer=Bar", ("Foo", "x")),
        ("x", "", ("", "x")),
        ("Foo:x", "", ("Foo", "x")),
        ("x", "a%26b%3Dc", ("a&b=c", "x")),
    ],
)
def test_issuer_and_label_may_agree_or_not(label, issuer, expected):
    made = read(label, f"&issuer={issuer}")
    assert (made.issuer, made.account) == expected


@pytest.mark.parametrize(
    ("written", "algorithm"),
    [
        ("sha1", Algorithm.SHA1),
        ("SHA-1", Algorithm.SHA1),
        ("SHA256", Algorithm.SHA256),
        ("Algorithm.sha512", Algorithm.SHA512),
        ("HmacSHA256", Algorithm.SHA256),
        ("null", Algorithm.SHA1),
        ("", Algorithm.SHA1),
    ],
)
def test_algorithms_are_spelt_in_many_ways(written, algorithm):
    assert read("x", f"&algorithm={written}").otp.algorithm is algorithm


@pytest.mark.parametrize(
    "query", ["&digits=8", "&DIGITS=8", "&digits=8&period=", "&digits=8&period=null", "&digits=+8&amp;x=1"]
)
def test_query_keys_and_numbers_are_taken_kindly(query):
    otp = read("x", query).otp
    assert (otp.digits, otp.period) == (8, 30)


@pytest.mark.parametrize(
    "link",
    [
        f"OTPAUTH://TOTP/x?SECRET={KEY}",
        f"apple-otpauth://totp/x?secret={KEY}",
        f"otpauth:totp/x?secret={KEY}",
        f"otpauth://totp/x?secret={KEY}%3D%3D%3D",
        f"otpauth://totp/x?secret={KEY}===",
        "otpauth://totp/x?secret=jbsw y3dp ehpk 3pxp",
        "otpauth://totp/x?secret=jbsw-y3dp-ehpk-3pxp",
        f"  otpauth://totp/x?issuer=&secret={KEY}\n",
        f"otpauth://totp/x#y?secret={KEY}",
        f"otpauth://totp/x?secret={KEY}&issuer=a#b",
    ],
)
def test_odd_but_clear_links_are_read(link):
    assert parse_uri(link).otp.secret.reveal() == RAW


def test_a_period_glued_to_the_issuer_is_found():
    made = read("x", "&issuer=Fooperiod=60")
    assert (made.issuer, made.otp.period) == ("Foo", 60)


@pytest.mark.parametrize(
    "query",
    [
        "&digits=0",
        "&digits=11",
        "&period=0",
        "&period=-30",
        "&digits=six",
        "&algorithm=MD5",
        "&algorithm=GOST",
        "&period=1e9",
        "&counter=99999999999999999999",
    ],
)
def test_values_that_make_no_code_are_refused(query):
    kind = "hotp" if "counter" in query else "totp"
    with pytest.raises(BadText):
        read("x", query, kind)


@pytest.mark.parametrize(
    "link",
    [
        "otpauth://totp/x",
        "otpauth://totp/x?secret=",
        "otpauth://totp/x?secret=%20",
        "otpauth://push/x?secret=ABCD",
        "motp://a:b?secret=xyz",
        "motp://a:b",
        "steam://",
        "otpauth://totp/x?secret=0189",
        "nothing",
    ],
)
def test_links_without_a_usable_secret_are_refused_without_showing_it(link):
    with pytest.raises(BadText) as caught:
        parse_uri(link)
    assert "0189" not in str(caught.value)


@pytest.mark.parametrize(
    "link",
    [
        f"steam://{KEY}",
        f"otpauth://steam/Steam:ada?secret={KEY}&issuer=Steam",
        f"otpauth://totp/Steam:ada?secret={KEY}&issuer=Steam",
        f"otpauth://totp/Steam:ada?secret={KEY}&digits=5&issuer=Steam",
        f"otpauth://totp/Steam:ada?secret={KEY}&issuer=Steam&issuer=Steam&digits=5",
        f"otpauth://totp/X:ada?secret={KEY}&encoder=steam",
        f"otpauth://totp/X:ada?secret={KEY}&issuer=X&steam",
        f"otpauth://totp/Steam?secret={KEY}",
    ],
)
def test_steam_has_many_spellings(link):
    otp = parse_uri(link).otp
    assert (otp.type, otp.digits, otp.secret.reveal()) == (OtpType.STEAM, 5, RAW)


def test_steam_secrets_may_be_base64():
    raw = bytes(range(236, 256))
    written = base64.b64encode(raw).decode()
    assert parse_uri(f"steam://{written}").otp.secret.reveal() == raw


@pytest.mark.parametrize("query", ["&digits=6&issuer=Steam", "&issuer=Steampunk", "&issuer=steam&digits=8"])
def test_what_only_looks_like_steam_stays_as_it_is(query):
    assert read("x", query).otp.type is OtpType.TOTP


def test_hotp_without_a_counter_begins_at_nought():
    assert read("x", kind="hotp").counter == 0
    assert read("x", "&counter=41", "hotp").counter == 41


@pytest.mark.parametrize(
    "link", ["motp://Site:ada?secret=e3152afee62599c8", "motp:/Site:ada?secret=E3152AFEE62599C8"]
)
def test_motp_links_hold_hexadecimal(link):
    made = parse_uri(link)
    assert (made.otp.type, made.otp.period, made.otp.digits) == (OtpType.MOTP, 10, 6)
    assert made.otp.secret.reveal().hex() == "e3152afee62599c8"
    assert (made.issuer, made.account) == ("Site", "ada")


def test_andotp_writes_base32_of_the_hexadecimal_digits_of_motp():
    text = base64.b32encode(b"e3152afee62599c8").decode()
    made = parse_uri(f"otpauth://motp/ada?secret={text}&issuer=Site")
    assert (made.otp.type, made.otp.secret.reveal().hex()) == (OtpType.MOTP, "e3152afee62599c8")
    assert (made.issuer, made.account, made.otp.period) == ("Site", "ada", 10)
    assert read("x", kind="motp").otp.secret.reveal() == RAW


@pytest.mark.parametrize("pin", ["5239", "GUZDGOI"])
def test_yandex_takes_its_pin_plain_or_in_base32(pin):
    otp = read("Yandex:ada", f"&pin={pin}", "yaotp").otp
    assert (otp.type, otp.algorithm, otp.digits, otp.pin) == (OtpType.YANDEX, Algorithm.SHA256, 8, "5239")


def test_tags_of_andotp_and_ente_come_along():
    assert read("x", "&tags=Work&tags=Home").tags == ("Work", "Home")
    assert read("x", "&codeDisplay=%7B%22tags%22%3A%5B%22Work%22%5D%7D").tags == ("Work",)
    assert read("x", "&codeDisplay=%7Bbroken").tags == ()


def test_what_ente_auth_keeps_with_a_link_comes_along():
    display = json.dumps({
        "pinned": True, "trashed": True, "lastUsedAt": 1_735_000_000_000_000, "tapCount": 7,
        "tags": ["two words", "a+b"], "note": "line 1\nline 2", "position": 3,
    })  # fmt: skip
    made = read("x", f"&codeDisplay={quote_plus(display)}")
    assert (made.tags, made.note, made.pinned) == (("two words", "a+b"), "line 1\nline 2", True)
    assert (made.uses, made.last_used) == (7, 1_735_000_000)
    assert made.trashed == 0  # only the import of a whole file may put something into the bin


@pytest.mark.parametrize(
    "display",
    ["[]", "1", '{"tags":"x","note":[],"pinned":1,"tapCount":-1,"lastUsedAt":"2"}', '{"tapCount":1e9}', "{"],
)
def test_odd_values_of_ente_auth_are_left_out(display):
    made = read("x", f"&codeDisplay={quote_plus(display)}")
    assert (made.tags, made.note, made.pinned, made.uses, made.last_used) == ((), "", False, 0, 0)


def test_commas_of_ente_auth_may_be_encoded_twice_and_a_hash_may_follow():
    made = read("x", "&codeDisplay=%7B%22tags%22%3A%5B%22a%22%252C%22b%22%5D%7D#x")
    assert made.tags == ("a", "b")


@pytest.mark.parametrize("query", ["&digits=8#x", "&digits=8&period=30#", "&digits=8&algorithm=SHA1#a=b"])
def test_a_fragment_behind_the_query_means_nothing(query):
    otp = read("x", query).otp
    assert (otp.digits, otp.period, otp.algorithm) == (8, 30, Algorithm.SHA1)


def test_a_period_glued_to_the_issuer_never_stays_there():
    made = read("x", "&issuer=Fooperiod=60&period=20")
    assert (made.issuer, made.otp.period) == ("Foo", 20)


@pytest.mark.safety(54)
def test_names_from_a_link_are_harmless():
    evil = read("Pay%E2%80%AEpal%00:a%0Ab%1B%5B2Jc" + "x" * 5000, "&issuer=Pay%E2%80%AEpal%00")
    assert evil.issuer == "Paypal"
    assert evil.account.startswith("a b[2Jc")
    assert len(evil.account) == 200


@pytest.mark.safety(54)
def test_pictures_named_by_a_link_are_not_kept():
    made = read("x", "&image=https%3A%2F%2Fevil.example%2Fa.png&icon=https%3A%2F%2Fevil.example%2Fb.png")
    assert "evil" not in format_uri(made)
    assert not made.icon.image


def test_an_unfinished_percent_sign_stays_a_percent_sign():
    assert read("100%:ada").issuer == "100%"


def test_a_written_link_is_complete_and_encoded():
    made = Account(
        Otp(Secret(RAW), algorithm=Algorithm.SHA256, digits=8, period=60), issuer="Big & Co", account="a b/c"
    )
    assert format_uri(made) == (
        "otpauth://totp/Big%20%26%20Co:a%20b%2Fc?secret=JBSWY3DPEHPK3PXP&issuer=Big%20%26%20Co"
        "&algorithm=SHA256&digits=8&period=60"
    )


@pytest.mark.parametrize(
    "secret", ["JBSW+Y3DP+EHPK+3PXP", "jbsw%20y3dp-ehpk%203pxp", "JBSWY3DPEHPK3PXP%3D%3D"]
)
def test_a_secret_in_groups_is_one_secret(secret):
    assert parse_uri(f"otpauth://totp/x?secret={secret}").otp.secret.reveal() == RAW


def test_what_ente_calls_yandex_is_yandex():
    made = parse_uri(
        "otpauth://yandex/me?secret=LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI&issuer=Yandex&pin=GUZDGOI"
    )
    assert (made.otp.type, made.otp.pin, made.otp.digits) == (OtpType.YANDEX, "5239", 8)


def test_a_third_slash_is_no_part_of_the_kind():
    assert parse_uri("otpauth:///totp/A:b?secret=JBSWY3DPEHPK3PXP").account == "b"


@pytest.mark.parametrize("link", ["steam://run/440", "steam://rungameid/440", "steam://store/10"])
def test_links_to_games_are_no_secrets(link):
    with pytest.raises(BadText):
        parse_uri(link)


@pytest.mark.parametrize("query", ["&period=0", "&period=null", "&period=x"])
def test_a_counted_code_has_no_period_to_be_wrong(query):
    assert read("x", query + "&counter=3", "hotp").counter == 3


@pytest.mark.parametrize("query", ["&counter=", "&counter=null", "&counter=-1", "&counter=x"])
def test_a_timed_code_has_no_counter_to_be_wrong(query):
    assert read("x", query).counter == 0


@pytest.mark.parametrize("number", ["-1", "x", "18446744073709551616"])
def test_a_counter_that_is_none_is_refused(number):
    with pytest.raises(BadText, match="counter"):
        read("x", f"&counter={number}", "hotp")


def test_yandex_without_an_issuer_is_called_so():
    assert read("ada", "&pin_length=4", "yaotp").title == "Yandex"


@pytest.mark.parametrize(
    ("issuer", "name"),
    [("", "a:b"), ("", ":b"), ("a:b", "c:d"), ("a", ":b:"), ("100%41", "%3A"), ("A", "A:x")],
)
@pytest.mark.parametrize("kind", list(OtpType))
def test_names_with_colons_and_percent_signs_come_back(issuer, name, kind):
    algorithm = {OtpType.MOTP: Algorithm.MD5, OtpType.YANDEX: Algorithm.SHA256}.get(kind, Algorithm.SHA1)
    digits = {OtpType.STEAM: 5, OtpType.YANDEX: 8}.get(kind, 6)
    otp = Otp(Secret(RAW), kind, algorithm, digits, 10 if kind is OtpType.MOTP else 30)
    made = parse_uri(format_uri(Account(otp, issuer=issuer, account=name)))
    assert (made.otp, made.issuer, made.account) == (
        otp,
        issuer or ("Yandex" if kind is OtpType.YANDEX else ""),
        name,
    )


def test_a_missing_ampersand_does_not_put_the_secret_into_the_sentence():
    with pytest.raises(BadText) as caught:
        parse_uri(f"otpauth://totp/x?secret={KEY}&algorithm=SHA1x{KEY}")
    assert KEY[:8] not in str(caught.value)
