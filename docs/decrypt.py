"""Decrypt a Warifu vault without Warifu: python3 decrypt.py FILE > accounts.json

Needs Python 3.8 and the package `cryptography` 44 or later. Asks for the password, or reads it from the first
line of standard input. Follows docs/vault-format.md.
"""

import base64
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


def hkdf(key, salt, info, length):
    """RFC 5869 with SHA-256."""
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(key)


def unseal(key, salt, info, sealed, aad):
    """AES-256-GCM; key and nonce follow from a key and a salt."""
    derived = hkdf(key, salt, info, 44)
    return AESGCM(derived[:32]).decrypt(derived[32:], sealed, aad)


def canonical(value):
    """JSON with sorted keys and without spaces."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8")


def master_key(password, header):
    """The key in the first password slot that the password opens."""
    for slot in header["slots"]:
        if slot["kind"] != "password":
            continue
        if slot["memory_kib"] > 1048576 or slot["passes"] > 16 or slot["lanes"] > 16:
            raise SystemExit("This file asks for more than any vault does.")
        salt = base64.b64decode(slot["salt"])
        kdf = Argon2id(
            salt=salt,
            length=32,
            iterations=slot["passes"],
            lanes=slot["lanes"],
            memory_cost=slot["memory_kib"],
        )
        key = kdf.derive(unicodedata.normalize("NFKC", password).encode("utf-8"))
        bound = canonical([header["vault_id"], {name: slot[name] for name in slot if name != "key"}])
        try:
            return unseal(key, salt, b"warifu slot 1 password", base64.b64decode(slot["key"]), bound)
        except InvalidTag:
            continue
    raise SystemExit("This is not the password of the vault.")


def decrypt(content, password):
    """The document of a vault, as parsed JSON."""
    if content[:8] != MAGIC:
        raise SystemExit("This file is not a vault of Warifu.")
    if hashlib.sha256(content[:-32]).digest() != content[-32:]:
        raise SystemExit("The vault file is damaged.")
    end = 12 + int.from_bytes(content[8:12], "big")
    header = json.loads(content[12:end])
    if header["min_reader"] > 1:
        raise SystemExit("This vault needs a newer version of this script.")
    master = master_key(password, header)
    header_key = hkdf(master, header["vault_id"].encode("ascii"), b"warifu header 1", 32)
    tag = hmac.new(header_key, content[:end], "sha256").digest()
    if not hmac.compare_digest(tag, content[end : end + 32]):
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
    password = getpass.getpass() if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    json.dump(decrypt(content, password), sys.stdout, indent=1, ensure_ascii=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
