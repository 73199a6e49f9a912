"""What a new password must be, and why it is refused."""

from __future__ import annotations

import inspect
import re
import shutil
import subprocess
import sys
from typing import Any

import pytest

from warifu.core.errors import PasswordTooWeak
from warifu.vault import password
from warifu.vault.password import passphrase, rate, require_good

REFUSED = [
    "", " ", "a", "password", "Password1", "P@ssw0rd", "passw0rd!", "letmein", "qwerty",
    "qwertyuiop", "1q2w3e4r5t", "12345678", "123456789012", "1234567890123456", "aaaaaaaaaaaa",
    "aaaaaaaaaaaaaaaaaaaaaaaa", "abcabcabcabc", "abcdefghijkl", "password1234", "passwordpassword",
    "iloveyou1234", "football2026", "1qaz2wsx3edc", "1QAZ2WSX3EDC", "123qweasdzxc", "qwerty123456",
    "zaq1xsw2cde3", "123456789qwe", "qazwsxedcrfvtgb", "finalfantasy", "sonyericsson",
    "leavemealone", "justinbieber", "counterstrike", "112233445566", "dragon", "monkey12",
    "summer2026", "tr0ub4dour&", "Tokyo2026", "ひみつ", "x" * 1025,
]  # fmt: skip
ACCEPTED = [
    "correct horse battery staple", "quartz lantern umbrella five", "Tokyo2024!!!x",
    "zebra-viola-Mount-7", "kWx9#mQ2vL", "J7#q!zP0wR", "4fT-92x-QQm", "vuH8*sa9kd",
    "dromedary tangerine", "my cat ate 17 blue hats", "パスワードは長いほうがよい", "割符を二つに分けて持つ",
    "Грузовик и зелёный чай", "🦊🌧️🎻🧭🥝🛶🕯️🧵🪁🦉🎲🍋", "  leading and trailing  ", "eleven pipers piping",
    "a" + "bcdxq7" * 170, "correcthorse", "NoSymbolsButLongEnoughSentence",
    "owl.canyon.violin.mint",
]  # fmt: skip


@pytest.mark.safety(11)
@pytest.mark.parametrize("text", REFUSED)
def test_refused(text: str) -> None:
    rating = rate(text)
    assert not rating.enough
    assert str(rating.reason), "the meter says why"
    with pytest.raises(PasswordTooWeak) as caught:
        require_good(text)
    assert caught.value.title == rating.reason


@pytest.mark.safety(11)
@pytest.mark.parametrize("text", ACCEPTED)
def test_accepted(text: str) -> None:
    rating = rate(text)
    assert rating.enough
    assert rating.score >= 2
    assert len(text) >= 12 or rating.score >= 3
    require_good(text)


@pytest.mark.safety(11)
def test_the_table_has_sixty_passwords() -> None:
    assert len(set(REFUSED + ACCEPTED)) >= 60


@pytest.mark.safety(11)
@pytest.mark.skipif(shutil.which("unshare") is None, reason="unshare is not installed")
def test_it_judges_without_a_network() -> None:
    """In a network namespace that has no interface but its own."""
    code = (
        "from warifu.vault.password import rate, passphrase\n"
        "assert not rate('1qaz2wsx3edc').enough and rate(passphrase()).enough"
    )
    command = ["unshare", "-rn", sys.executable, "-c", code]
    if subprocess.run(["unshare", "-rn", "true"], check=False, capture_output=True).returncode:
        pytest.skip("namespaces are not allowed here")
    subprocess.run(
        command, check=True, env={"PYTHONPATH": ":".join(filter(None, sys.path)), "PATH": "/usr/bin:/bin"}
    )


def test_half_a_surrogate_pair_is_refused() -> None:
    assert not rate("quartz lantern \ud83d umbrella").enough


def test_the_score_of_a_long_password_comes_quickly() -> None:
    import time

    begin = time.process_time()
    rate("correct horse battery staple " * 35)
    assert time.process_time() - begin < 0.5


def test_every_sentence_of_zxcvbn_has_one_of_ours() -> None:
    """Whatever its feedback may say, read from its source, can be shown and translated."""
    import zxcvbn.feedback as feedback

    source = inspect.getsource(feedback)
    calls = re.findall(r"_\(\s*((?:(?:'[^'\n]*'|\"[^\"\n]*\")[\s\\]*)+)\)", source)
    said = {eval("(" + call.replace("\\\n", " ") + ")") for call in calls}
    unreachable = {
        "Use a few words, avoid common phrases.",
        "No need for symbols, digits, or uppercase letters.",
    }
    assert len(said) > 20
    assert said - unreachable == set(password._SENTENCES)


def test_passphrases_are_six_words_of_the_long_list() -> None:
    words = password._word_list()
    assert len(words) == len(set(words)) == 7776
    found = {passphrase() for _ in range(20)}
    assert len(found) == 20
    for phrase in found:
        assert len(phrase.split(" ")) == 6 or "-" in phrase
        assert set(phrase.split(" ")) <= set(words)
        assert rate(phrase).enough
    assert len(passphrase(9).split(" ")) == 9


def test_words_come_from_the_systems_random_source(monkeypatch: Any) -> None:
    import secrets

    picked: list[int] = []
    choice = secrets.choice
    monkeypatch.setattr(secrets, "choice", lambda words: picked.append(len(words)) or choice(words))
    passphrase()
    assert picked == [7776] * 6
