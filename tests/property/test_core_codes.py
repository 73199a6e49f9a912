"""20,000 random codes against a second implementation, and as many against oathtool where it is installed."""

from __future__ import annotations

import hashlib
import hmac
import random
import shutil
import struct
import subprocess

import pytest

from warifu.core.account import Account, Algorithm, Otp, OtpType
from warifu.core.otp import code_at
from warifu.core.secret import Secret

HASHES = {
    Algorithm.SHA1: hashlib.sha1,
    Algorithm.SHA256: hashlib.sha256,
    Algorithm.SHA512: hashlib.sha512,
}
CASES = 20_000
WINDOW = 25  # codes that oathtool prints for one key


def reference(key: bytes, counter: int, algorithm: Algorithm, digits: int) -> str:
    """RFC 4226 section 5.3, written out."""
    mac = hmac.new(key, struct.pack(">Q", counter), HASHES[algorithm]).digest()
    offset = mac[-1] & 0xF
    binary = struct.unpack(">I", mac[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{binary % 10**digits:0{digits}d}"


def random_key(chance: random.Random) -> bytes:
    return chance.randbytes(chance.choice([1, 5, 10, 16, 20, 32, 64, 65, 128, chance.randint(1, 200)]))


@pytest.mark.safety(67)
def test_time_based_and_counted_codes_agree_with_the_reference():
    chance = random.Random(4226)
    for _ in range(CASES):
        key, algorithm, digits = random_key(chance), chance.choice(list(HASHES)), chance.randint(5, 10)
        if chance.random() < 0.3:
            counter = chance.choice([chance.randrange(2**64), chance.randrange(1000)])
            account = Account(Otp(Secret(key), OtpType.HOTP, algorithm, digits), counter=counter)
            time = 0.0
        else:
            period, time = chance.choice([1, 10, 30, 60, 86_400, chance.randint(1, 9999)]), chance.random()
            time += chance.choice([chance.randrange(2**32), chance.randrange(2**40)])
            counter = int(time) // period
            account = Account(Otp(Secret(key), algorithm=algorithm, digits=digits, period=period))
        assert code_at(account, time).value == reference(key, counter, algorithm, digits)


def printed(*options: str, key: bytes, digits: int) -> list[str]:
    command = [shutil.which("oathtool") or "", *options, f"--digits={digits}", f"--window={WINDOW - 1}", "-"]
    done = subprocess.run(command, input=key.hex(), capture_output=True, text=True, check=True)
    return done.stdout.split()


@pytest.mark.safety(67)
@pytest.mark.skipif(shutil.which("oathtool") is None, reason="no oathtool to compare with")
def test_time_based_codes_agree_with_oathtool():
    chance = random.Random(6238)
    for _ in range(CASES * 3 // 4 // WINDOW):
        key, algorithm, digits = random_key(chance), chance.choice(list(HASHES)), chance.choice([6, 7, 8])
        period, time = chance.choice([1, 15, 30, 60, 300, chance.randint(1, 9999)]), chance.randrange(2**33)
        account = Account(Otp(Secret(key), algorithm=algorithm, digits=digits, period=period))
        ours = [code_at(account, time + step * period).value for step in range(WINDOW)]
        options = (f"--totp={algorithm}", f"--time-step-size={period}s", f"--now=@{time}")
        assert ours == printed(*options, key=key, digits=digits)


@pytest.mark.safety(67)
@pytest.mark.skipif(shutil.which("oathtool") is None, reason="no oathtool to compare with")
def test_counted_codes_agree_with_oathtool():
    chance = random.Random(2104)
    for _ in range(CASES // 4 // WINDOW):
        key, digits, counter = random_key(chance), chance.choice([6, 7, 8]), chance.randrange(2**62)
        otp = Otp(Secret(key), OtpType.HOTP, digits=digits)
        ours = [code_at(Account(otp, counter=counter + step), 0).value for step in range(WINDOW)]
        assert ours == printed("--hotp", f"--counter={counter}", key=key, digits=digits)
