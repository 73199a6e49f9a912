"""Files of 10,000 accounts, in every format that is written or easily made."""

from __future__ import annotations

import base64
import csv
import io
import json
import random
import zipfile
from typing import TYPE_CHECKING, Any

from kdbx_files import Recipe, database, document, entry
from warifu.core.uri import format_uri
from warifu.formats import registry
from warifu.formats.base import Form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from warifu.core.account import Account

    Made = Callable[[Sequence[Account]], bytes]

_DATABASE = 2 * 1024 * 1024  # bytes
_LASTPASS = "url,username,password,totp,extra,name,grouping,fav"
_KEEPASSXC = "Group,Title,Username,Password,URL,Notes,TOTP,Icon,Last Modified,Created"


def plain_files(accounts: Sequence[Account]) -> Iterator[tuple[str, bytes]]:
    """Each plain format by its id, with a file: by its own writer, or as the list below knows it."""
    for each in registry.FORMATS:
        if Form.PLAIN not in each.forms:
            continue
        if each.id in _MADE:
            yield each.id, _MADE[each.id](accounts)
        elif each.writer and Form.PLAIN in each.writer.forms:
            yield each.id, each.writer.write(accounts, "")


def large_database(cipher: str = "aes") -> bytes:
    """A KDBX 4 of 2 MB, as people have them: passwords, notes, histories, and codes in every fourth entry."""
    chance = random.Random(22)
    entries: list[str] = []
    link = "otpauth://totp/Site%20{n}:user{n}?secret={secret}&period=30&digits=6&issuer=Site%20{n}"
    while True:
        for _ in range(2_000):
            number = len(entries)
            secret = base64.b32encode(chance.randbytes(20)).decode()
            strings = {
                "Title": f"Site {number}",
                "UserName": f"user{number}@example.com",
                "Password": chance.randbytes(12).hex(),
                "URL": f"https://site{number}.example.com/{chance.randbytes(8).hex()}",
                "Notes": chance.randbytes(40).hex(),
            }
            past = entry(strings | {"Password": chance.randbytes(12).hex()}, hidden=("Password",))
            if number % 4 == 0:
                strings["otp"] = link.format(n=number, secret=secret)
            entries.append(
                entry(strings, hidden=("Password", "otp"), more=f"<Tags/><History>{past}</History>")
            )
        made = database(
            document("".join(entries)), Recipe(cipher=cipher, passes=1, memory=64 * 1024, block=1 << 20)
        )
        if len(made) >= _DATABASE:
            return made


def _table(header: str, row: Callable[[Account], list[str]]) -> Made:
    def made(accounts: Sequence[Account]) -> bytes:
        file = io.StringIO()
        writer = csv.writer(file)
        writer.writerow(header.split(","))
        writer.writerows(row(each) for each in accounts)
        return file.getvalue().encode()

    return made


def _json(whole: Callable[[list[Any]], Any], item: Callable[[Account], Any]) -> Made:
    return lambda accounts: json.dumps(whole([item(each) for each in accounts])).encode()


def _pux(accounts: Sequence[Account]) -> bytes:
    items = [
        {
            "uuid": each.id,
            "state": "active",
            "overview": {"title": each.title, "url": "https://example.com", "tags": []},
            "details": {
                "loginFields": [{"designation": "username", "value": each.account}],
                "sections": [{"fields": [{"id": "TOTP_1", "value": {"totp": format_uri(each)}}]}],
            },
        }
        for each in accounts
    ]
    data = {"accounts": [{"vaults": [{"attrs": {"name": "Personal"}, "items": items}]}]}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("export.data", json.dumps(data))
    return file.getvalue()


def _secret(account: Account) -> str:
    return account.otp.secret.base32()


_MADE: dict[str, Made] = {
    "1password": _pux,
    "apple": _table(
        "Title,URL,Username,Password,Notes,OTPAuth",
        lambda each: [each.title, "https://example.com/", each.account, "password", "", format_uri(each)],
    ),
    "csv": _table("issuer,name,secret", lambda each: [each.issuer, each.account, _secret(each)]),
    "dashlane": _table(
        "username,username2,username3,title,password,note,url,category,otpSecret",
        lambda each: [each.account, "", "", each.title, "password", "", "https://a.b", "", _secret(each)],
    ),
    "enpass": _json(
        lambda items: {"folders": [], "items": items},
        lambda each: {
            "title": each.title,
            "uuid": each.id,
            "fields": [
                {"type": "username", "value": each.account, "label": "Username"},
                {"type": "totp", "value": _secret(each), "label": "One-time code"},
            ],
        },
    ),
    "keepassxc-csv": _table(
        _KEEPASSXC,
        lambda each: [
            "Root/Work", each.title, each.account, "password", "", "", format_uri(each), "0", "", "",
        ],
    ),
    "keeper": _json(
        lambda records: {"shared_folders": [], "records": records},
        lambda each: {
            "title": each.title,
            "login": each.account,
            "custom_fields": {"$oneTimeCode::1": format_uri(each)},
        },
    ),
    "lastpass-csv": _table(
        _LASTPASS,
        lambda each: ["https://a.example", each.account, "password", _secret(each), "", each.title, "", "0"],
    ),
    "myki": _table(
        "nickname,status,tags,authToken,additionalInfo",
        lambda each: [each.title, "active", "", _secret(each), ""],
    ),
    "nordpass": _table(
        "name,url,username,password,note,cardholdername,cardnumber,folder,custom_fields",
        lambda each: [
            each.title, "", each.account, "password", "", "", "", "",
            json.dumps([{"type": "hidden", "label": "TOTP", "value": _secret(each)}]),
        ],
    ),
    "proton-pass-csv": _table(
        "type,name,url,email,username,password,note,totp,createTime,modifyTime,vault",
        lambda each: [
            "login", each.title, "", "", each.account, "password", "", format_uri(each), "1", "1", "Personal",
        ],
    ),
    "roboform": _table(
        "Name,Url,MatchUrl,Login,Pwd,Note,Folder,RfFieldsV2",
        lambda each: [each.title, "", "", each.account, "pw", "", "", f"TOTP KEY$,,,txt,{_secret(each)}"],
    ),
}  # fmt: skip
