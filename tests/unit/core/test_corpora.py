"""Real files of other projects, where they are at hand beside the project; they are not part of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from warifu.core.intake import recognise
from warifu.core.uri import parse_uri

SAMPLES = Path(__file__).parents[3].parent / "shared" / "samples"
pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not at hand")

# Stratum takes a lone label for the issuer, and refuses an empty one; both are its own policy.
OWN_POLICY = {
    "otpauth://totp/?secret=ABCDEFG",
    "otpauth://yaotp/issuer:username?secret=ABCDEFG&pin_length=test",
}


def corpus(part: str) -> list[dict]:
    file = SAMPLES / "uri-corpora" / "stratum_uri.json"
    return json.loads(file.read_text(encoding="utf-8"))[part]


def test_the_links_that_stratum_reads_are_read():
    for case in corpus("valid"):
        made = parse_uri(case["uri"])
        assert (case["username"] or case["issuer"]) in f"{made.issuer}\n{made.account}", case["uri"]
        if case["digits"]:
            assert made.otp.digits == int(case["digits"]), case["uri"]
        if case["period"]:
            assert made.otp.period == int(case["period"]), case["uri"]
        if case["type"] != "MobileOtp":
            assert case["secret"].startswith(made.otp.secret.base32()[:6]), case["uri"]


def test_the_links_that_stratum_refuses_are_refused():
    for case in corpus("invalid"):
        if case["uri"] in OWN_POLICY or case["why"].startswith(("Standard", "Digits p", "Period p")):
            continue
        intake = recognise(case["uri"])
        assert not intake.accounts, case["uri"]
        assert len(intake.problems) == 1, case["uri"]


@pytest.mark.parametrize("family", ["otpauth-uri", "google-migration", "ente"])
def test_exported_texts_hold_as_many_accounts_as_they_say(family):
    expected = json.loads((SAMPLES / "EXPECTED.json").read_text(encoding="utf-8"))
    read = 0
    for name, facts in expected.items():
        file = SAMPLES / name
        if facts["family"] != family or facts["password"] or file.suffix != ".txt":
            continue
        intake = recognise(file.read_text(encoding="utf-8"))
        entries = facts["entries"]
        wanted = entries if isinstance(entries, int) else len(entries)
        assert (len(intake.accounts), intake.problems) == (wanted, ()), name
        read += 1
    assert read
