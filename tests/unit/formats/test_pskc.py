"""PSKC: the examples of RFC 6030, what we write, and what others read of that."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.x509.oid import NameOID
from hypothesis import given
from hypothesis import strategies as st

from format_contract import File, FormatContract, codes_of, some_accounts
from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.clean import clean_line
from warifu.core.secret import Secret
from warifu.formats import pskc, registry
from warifu.formats.base import NO_KEYS, Keys
from warifu.formats.errors import FileDamaged, NotSupported
from warifu.formats.holds import refusal
from warifu.formats.untrusted import Untrusted

HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><pskc:KeyContainer Version="1.0" '
    'xmlns:pskc="urn:ietf:params:xml:ns:keyprov:pskc" xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" '
    'xmlns:xenc11="http://www.w3.org/2009/xmlenc11#" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" '
    'xmlns:pkcs5="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#">'
)
# RFC 6030, figures 2 and 5 (plain)
PLAIN = (
    HEAD
    + """
<pskc:KeyPackage><pskc:Key Id="12345678" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:hotp">
  <pskc:Issuer>Issuer-A</pskc:Issuer>
  <pskc:AlgorithmParameters><pskc:ResponseFormat Length="8" Encoding="DECIMAL"/></pskc:AlgorithmParameters>
  <pskc:Data>
    <pskc:Secret><pskc:PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=
    </pskc:PlainValue></pskc:Secret>
    <pskc:Counter><pskc:PlainValue>3</pskc:PlainValue></pskc:Counter>
  </pskc:Data>
  <pskc:UserId>UID=jsmith,DC=example-bank,DC=net</pskc:UserId>
</pskc:Key></pskc:KeyPackage>
<pskc:KeyPackage><pskc:Key Id="2" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:totp">
  <pskc:AlgorithmParameters><pskc:Suite>HMAC-SHA256</pskc:Suite>
    <pskc:ResponseFormat Length="6" Encoding="DECIMAL"/></pskc:AlgorithmParameters>
  <pskc:FriendlyName>GitHub:ada</pskc:FriendlyName>
  <pskc:Data>
    <pskc:Secret><pskc:PlainValue>MTIzNDU2Nzg5MDEyMzQ1Njc4OTA=</pskc:PlainValue></pskc:Secret>
    <pskc:Time><pskc:PlainValue>0</pskc:PlainValue></pskc:Time>
    <pskc:TimeInterval><pskc:PlainValue>60</pskc:PlainValue></pskc:TimeInterval>
  </pskc:Data>
</pskc:Key></pskc:KeyPackage>
<pskc:KeyPackage><pskc:Key Id="3" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:pin">
  <pskc:Data><pskc:Secret><pskc:PlainValue>MTIzNA==</pskc:PlainValue></pskc:Secret></pskc:Data>
</pskc:Key></pskc:KeyPackage>
</pskc:KeyContainer>"""
)


def cbc(key: bytes, plain: bytes) -> bytes:
    iv, pad = os.urandom(16), 16 - len(plain) % 16
    encryptor = Cipher(algorithms.AES(key), modes.CBC(iv)).encryptor()
    return iv + encryptor.update(plain + bytes([pad]) * pad) + encryptor.finalize()


def value(name: str, sealed: bytes, bits: int) -> str:
    return (
        f'<pskc:{name}><xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes{bits}-cbc"/>'
        f"<xenc:CipherData><xenc:CipherValue>{base64.b64encode(sealed).decode()}</xenc:CipherValue>"
        f"</xenc:CipherData></pskc:{name}>"
    )


def container(key: bytes, how: str, *, mac: bool = True) -> bytes:
    secret, mac_key, bits = cbc(key, b"12345678901234567890"), os.urandom(20), 8 * len(key)
    method = ""
    tag = ""
    if mac:
        method = (
            '<pskc:MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1">'
            f"{value('MACKey', cbc(key, mac_key), bits)}</pskc:MACMethod>"
        )
        made = base64.b64encode(hmac.digest(mac_key, secret, "sha1")).decode()
        tag = f"<pskc:ValueMAC>{made}</pskc:ValueMAC>"
    return (
        f"{HEAD}<pskc:EncryptionKey>{how}</pskc:EncryptionKey>{method}"
        '<pskc:KeyPackage><pskc:Key Id="1" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:hotp">'
        '<pskc:AlgorithmParameters><pskc:ResponseFormat Length="8" Encoding="DECIMAL"/>'
        "</pskc:AlgorithmParameters><pskc:FriendlyName>Bank:jsmith</pskc:FriendlyName><pskc:Data>"
        f"<pskc:Secret>{value('EncryptedValue', secret, bits)}{tag}</pskc:Secret>"
        "<pskc:Counter><pskc:PlainValue>0</pskc:PlainValue></pskc:Counter></pskc:Data>"
        "</pskc:Key></pskc:KeyPackage></pskc:KeyContainer>"
    ).encode()


def by_password(password: str, length: int = 16, prf: str = "") -> bytes:
    salt = b"\x12\x3e\xff\x3c\x4a\x72\x12\x9c"
    key = hashlib.pbkdf2_hmac(prf or "sha1", password.encode(), salt, 1000, length)
    named = f'<PRF Algorithm="http://www.w3.org/2001/04/xmldsig-more#hmac-{prf}"/>' if prf else "<PRF/>"
    return container(
        key,
        '<xenc11:DerivedKey><xenc11:KeyDerivationMethod Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/'
        'schemas/pkcs-5v2-0#pbkdf2"><pkcs5:PBKDF2-params><Salt><Specified>Ej7/PEpyEpw=</Specified></Salt>'
        f"<IterationCount>1000</IterationCount><KeyLength>{length}</KeyLength>{named}</pkcs5:PBKDF2-params>"
        "</xenc11:KeyDerivationMethod></xenc11:DerivedKey>",
    )


AGREED = "12345678901234567890123456789012"

# RFC 6030, figure 7, as it is printed there
FIGURE_7 = (
    HEAD
    + """<pskc:EncryptionKey><xenc11:DerivedKey>
<xenc11:KeyDerivationMethod
 Algorithm="http://www.rsasecurity.com/rsalabs/pkcs/schemas/pkcs-5v2-0#pbkdf2">
<pkcs5:PBKDF2-params><Salt><Specified>Ej7/PEpyEpw=</Specified></Salt>
<IterationCount>1000</IterationCount><KeyLength>16</KeyLength><PRF/></pkcs5:PBKDF2-params>
</xenc11:KeyDerivationMethod>
<xenc:ReferenceList><xenc:DataReference URI="#ED"/></xenc:ReferenceList>
<xenc11:MasterKeyName>My Password 1</xenc11:MasterKeyName>
</xenc11:DerivedKey></pskc:EncryptionKey>
<pskc:MACMethod Algorithm="http://www.w3.org/2000/09/xmldsig#hmac-sha1"><pskc:MACKey>
<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><xenc:CipherData>
<xenc:CipherValue>2GTTnLwM3I4e5IO5FkufoOEiOhNj91fhKRQBtBJYluUDsPOLTfUvoU2dStyOwYZx</xenc:CipherValue>
</xenc:CipherData></pskc:MACKey></pskc:MACMethod>
<pskc:KeyPackage><pskc:Key Id="123456" Algorithm="urn:ietf:params:xml:ns:keyprov:pskc:hotp">
<pskc:Issuer>Example-Issuer</pskc:Issuer>
<pskc:AlgorithmParameters><pskc:ResponseFormat Length="8" Encoding="DECIMAL"/></pskc:AlgorithmParameters>
<pskc:Data><pskc:Secret><pskc:EncryptedValue Id="ED">
<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><xenc:CipherData>
<xenc:CipherValue>oTvo+S22nsmS2Z/RtcoF8Hfh+jzMe0RkiafpoDpnoZTjPYZu6V+A4aEn032yCr4f</xenc:CipherValue>
</xenc:CipherData></pskc:EncryptedValue>
<pskc:ValueMAC>LP6xMvjtypbfT9PdkJhBZ+D6O4w=</pskc:ValueMAC></pskc:Secret></pskc:Data>
</pskc:Key></pskc:KeyPackage></pskc:KeyContainer>"""
).encode()


class TestPskc(FormatContract):
    id = "pskc"

    def files(self) -> list[File]:
        return [
            File(PLAIN.encode(), 2),
            File(by_password("qwerty"), 1, "qwerty"),
            File(by_password("pass wörd", 32, "sha256"), 1, "pass wörd"),
            File(container(bytes.fromhex(AGREED), "<ds:KeyName>Pre-shared-key</ds:KeyName>"), 1, AGREED),
            File(container(bytes.fromhex(AGREED), ""), 1, AGREED),
            File(FIGURE_7, 1, "qwerty"),
        ]


def test_the_values_of_each_example_are_those_of_the_rfc() -> None:
    _, contents = registry.read(Untrusted(PLAIN.encode()), NO_KEYS)
    assert [codes_of(each.account)[1:] for each in contents.entries] == [
        ("hotp", "SHA1", 8, 0, 3, "Issuer-A", "UID=jsmith,DC=example-bank,DC=net"),
        ("totp", "SHA256", 6, 60, 0, "GitHub", "ada"),
    ]
    assert len(contents.problems) == 1
    for data, password in (
        (FIGURE_7, "qwerty"),
        (by_password("qwerty"), "qwerty"),
        (container(bytes.fromhex(AGREED), "<ds:KeyName>k</ds:KeyName>", mac=False), AGREED),
    ):
        (entry,) = registry.read(Untrusted(data), Keys((password,)))[1].entries
        assert entry.account.otp.secret.reveal() == b"12345678901234567890"


def test_a_certificate_or_another_cipher_is_told_for_what_it_is() -> None:
    data = container(
        os.urandom(16), "<ds:X509Data><ds:X509Certificate>AA==</ds:X509Certificate></ds:X509Data>"
    )
    with pytest.raises(NotSupported):
        registry.read(Untrusted(data), Keys(("any",)))
    data = by_password("any").replace(b"#aes128-cbc", b"#tripledes-cbc")
    with pytest.raises(NotSupported):
        registry.read(Untrusted(data), Keys(("any",)))


def test_how_it_is_encrypted_may_be_told_behind_the_keys() -> None:
    data = by_password("qwerty")
    start, end = data.index(b"<pskc:EncryptionKey>"), data.index(b"<pskc:KeyPackage>")
    moved = data[:start] + data[end:].replace(
        b"</pskc:KeyContainer>", data[start:end] + b"</pskc:KeyContainer>"
    )
    (entry,) = registry.read(Untrusted(moved), Keys(("qwerty",)))[1].entries
    assert entry.account.otp.secret.reveal() == b"12345678901234567890"


@pytest.mark.parametrize(
    "changed",
    [
        PLAIN.replace("</pskc:KeyContainer>", ""),
        PLAIN.replace("</pskc:KeyContainer>", "</pskc:Container>"),
        PLAIN.replace("</pskc:KeyContainer>", "<pskc:Extension>&x;</pskc:Extension></pskc:KeyContainer>"),
        PLAIN + "<more/>",
        PLAIN.replace("pskc:KeyContainer", "pskc:Containers"),
        "<KeyContainers/>",
        by_password("p").decode().replace("</pskc:KeyContainer>", ""),
    ],
    ids=["no end", "another end", "an entity", "a second root", "another root", "no keys", "encrypted"],
)
def test_damage_behind_the_last_key_is_told_although_the_keys_were_read(changed: str) -> None:
    with pytest.raises(FileDamaged):
        pskc.read(Untrusted(changed.encode()), Keys(("p",)))


NAMES = st.text(max_size=40).map(lambda text: clean_line(text, 200))


@given(
    st.lists(
        st.builds(
            lambda raw, kind, algorithm, digits, period, issuer, account, counter: Account(
                Otp(Secret(raw), kind, algorithm, digits, 30 if kind is OtpType.HOTP else period),
                title=issuer, issuer=issuer, account=account,
                counter=counter if kind is OtpType.HOTP else 0,
            ),
            st.binary(min_size=1, max_size=64),
            st.sampled_from([OtpType.TOTP, OtpType.HOTP]),
            st.sampled_from([Algorithm.SHA1, Algorithm.SHA256, Algorithm.SHA512]),
            st.integers(6, 8), st.integers(1, 86400), NAMES, NAMES, st.integers(0, 2**63 - 1),
        ),
        max_size=5,
    )
)  # fmt: skip
def test_whatever_it_can_hold_comes_back(accounts: list[Account]) -> None:
    _, contents = pskc.FORMAT, pskc.read(Untrusted(pskc.write(accounts, "")), NO_KEYS)
    printable = [
        (
            *codes_of(each)[:6],
            pskc._NO_XML.sub("", each.issuer).strip(),
            pskc._NO_XML.sub("", each.account).strip(),
        )
        for each in accounts
    ]
    assert [codes_of(each.account) for each in contents.entries] == printable


def test_ykman_finds_every_name_where_it_looks_for_it() -> None:
    """What ykman 5.9 does with a file: the suite is one of its own names, and the name that of the user."""
    holds = pskc.FORMAT.writer.holds
    accounts = [each for each in some_accounts() if refusal(each, holds) is None]
    accounts.append(replace(accounts[0], issuer="", title="", account='#no, issuer + "x" = \\ <y>; z'))
    root = ET.fromstring(pskc.write(accounts, ""))
    space = "{urn:ietf:params:xml:ns:keyprov:pskc}"
    for key, each in zip(root.iter(f"{space}Key"), accounts, strict=True):
        suite = key.findtext(f".//{space}Suite")
        assert {None: "SHA1", "SHA256": "SHA256", "SHA512": "SHA512"}[suite] == each.otp.algorithm
        name = x509.Name.from_rfc4514_string(key.findtext(f"{space}UserId"))
        (common,) = name.get_attributes_for_oid(NameOID.COMMON_NAME)
        assert common.value == (each.account or each.issuer)
        assert (key.findtext(f"{space}Issuer") or "") == each.issuer


@pytest.mark.skipif(shutil.which("pskctool") is None, reason="pskctool is not installed")
def test_pskctool_reads_what_we_write(tmp_path: Path) -> None:
    holds = pskc.FORMAT.writer.holds
    accounts = [each for each in some_accounts() if refusal(each, holds) is None]
    path = tmp_path / "keys.pskcxml"
    path.write_bytes(pskc.write(accounts, ""))
    told = subprocess.run(
        ["pskctool", "--strict", "--info", path], capture_output=True, text=True, check=True
    ).stdout
    for each in accounts:
        assert base64.b64encode(each.otp.secret.reveal()).decode() in told
        assert f"FriendlyName: {each.issuer}:{each.account}\n" in told
    assert told.count("Key Secret") == len(accounts)
    subprocess.run(["pskctool", "--validate", path], capture_output=True, check=True)
