"""Decrypt a Warifu vault without Warifu: python3 decrypt.py FILE > accounts.json

Needs Python 3.8 and `cryptography` 44 or later. Asks for the password or recovery code, or reads it from the
first line of standard input. Follows docs/vault-format.md.
"""

import base64
import contextlib
import getpass
import hashlib
import hmac
import json
import pathlib
import sys
import unicodedata

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = b"\x89Warifu\n"
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def hkdf(key, salt, info, length):
    """RFC 5869 with SHA-256."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(key)


def unseal(key, salt, info, sealed, aad):
    """AES-256-GCM; key and nonce follow from a key and a salt."""
    derived = hkdf(key, salt, info, 44)
    return AESGCM(derived[:32]).decrypt(derived[32:], sealed, aad)


def code_bytes(text):
    """The 16 bytes of a recovery code."""
    plain = unicodedata.normalize("NFKC", text).upper().translate(str.maketrans("OILU", "011V", "- "))
    digits = [ALPHABET.find(letter) for letter in plain]
    if len(digits) != 31 or -1 in digits:
        return b"not a code"
    return sum(digit << 5 * (25 - place) for place, digit in enumerate(digits[1:27])).to_bytes(17, "big")[1:]


def slot_secret(slot, text, salt):
    """What wraps the key in a slot, made from a password or a recovery code."""
    if slot["kind"] == "recovery":
        return code_bytes(text)
    if slot["memory_kib"] > 1048576 or slot["passes"] > 16 or slot["lanes"] > 16:
        raise SystemExit("This file asks for more than any vault does.")
    costs = {"iterations": slot["passes"], "lanes": slot["lanes"], "memory_cost": slot["memory_kib"]}
    return Argon2id(salt=salt, length=32, **costs).derive(unicodedata.normalize("NFKC", text).encode())


def master_key(text, header):
    """The key in the first slot that a password or recovery code opens."""
    for slot in [slot for slot in header["slots"] if slot["kind"] in {"password", "recovery"}]:
        salt, info = base64.b64decode(slot["salt"]), b"warifu slot 1 " + slot["kind"].encode()
        bound = [header["vault_id"], {name: slot[name] for name in slot if name != "key"}]
        aad = json.dumps(bound, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
        with contextlib.suppress(InvalidTag):
            return unseal(slot_secret(slot, text, salt), salt, info, base64.b64decode(slot["key"]), aad)
    raise SystemExit("This is neither the password nor the recovery code of the vault.")


def decrypt(content, text):
    """The document of a vault, as parsed JSON."""
    if content[:8] != MAGIC:
        raise SystemExit("This file is not a vault of Warifu.")
    if hashlib.sha256(content[:-32]).digest() != content[-32:]:
        raise SystemExit("The vault file is damaged.")
    end = 12 + int.from_bytes(content[8:12], "big")
    header = json.loads(content[12:end])
    if header["min_reader"] > 1:
        raise SystemExit("This vault needs a newer version of this script.")
    master = master_key(text, header)
    header_key = hkdf(master, header["vault_id"].encode("ascii"), b"warifu header 1", 32)
    if not hmac.compare_digest(hmac.digest(header_key, content[:end], "sha256"), content[end : end + 32]):
        raise SystemExit("The header was changed.")
    salt, body = base64.b64decode(header["salt"]), content[end + 32 : -32]
    try:
        return json.loads(unseal(master, salt, b"warifu body 1", body, content[: end + 32]))
    except InvalidTag:
        raise SystemExit("The contents were changed.") from None


def main():
    """Decrypt the file named on the command line."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    content = pathlib.Path(sys.argv[1]).read_bytes()
    text = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    sys.stdout.write(json.dumps(decrypt(content, text), indent=1) + "\n")


if __name__ == "__main__":
    main()
