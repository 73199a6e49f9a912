"""What a text is that holds no account: people paste and scan all sorts of things."""

from __future__ import annotations

import re

from warifu.core.text import Text

_CASES = re.IGNORECASE
_NO_PHONE = Text("Only a phone can use it; ask the site for a code for authenticator apps.")
_OWN_APP = Text("Ask the site for a code for other authenticator apps.")
_NOTHING = Text("")
_PAYMENT = Text("This is a code for a payment, not a secret key.")
_CONTACT = Text("This is a contact, not a secret key.")
_KINDS = (
    (re.compile(r"https://s\.team/q/", _CASES), Text("This code signs in to Steam’s own app."), _NO_PHONE),
    (
        re.compile(r"https?://|www\.", _CASES),
        Text("This is the address of a web page, not a secret key."),
        _NOTHING,
    ),
    (re.compile(r"wifi:|dpp:", _CASES), Text("This is a Wi-Fi code, not a secret key."), _NOTHING),
    (re.compile(r"fido:", _CASES), Text("This is a passkey code; only a phone can use it."), _NOTHING),
    (
        re.compile(r"phonefactor:", _CASES),
        Text("This is a code for Microsoft’s own app."),
        Text("On Microsoft’s page choose “I want to use a different authenticator app”."),
    ),
    (re.compile(r"duo://", _CASES), Text("This is a code for Duo’s own app."), _OWN_APP),
    (re.compile(r"oktaverify:", _CASES), Text("This is a code for Okta’s own app."), _OWN_APP),
    (re.compile(r"begin:vcard|mecard:|bizcard:", _CASES), _CONTACT, _NOTHING),
    (
        re.compile(r"begin:(?:vevent|vcalendar)", _CASES),
        Text("This is a date for a calendar, not a secret key."),
        _NOTHING,
    ),
    (
        re.compile(r"mailto:[^/]|matmsg:", _CASES),
        Text("This is an e-mail address, not a secret key."),
        _NOTHING,
    ),
    (
        re.compile(r"(?:tel|sms|smsto|mms):", _CASES),
        Text("This is a phone number, not a secret key."),
        _NOTHING,
    ),
    (re.compile(r"geo:", _CASES), Text("This is a place on a map, not a secret key."), _NOTHING),
    (re.compile(r"(?:bitcoin|ethereum|lightning|litecoin|monero):|upi://", _CASES), _PAYMENT, _NOTHING),
    (re.compile(r"BCD\r?\n00|SPC\r?\n0|000201[0-9]"), _PAYMENT, _NOTHING),
    (re.compile(r"lpa:1\$", _CASES), Text("This is a code for a phone contract (eSIM)."), _NOTHING),
    (re.compile(r"mt:|x-hm://", _CASES), Text("This code sets up a device of the home."), _NOTHING),
    (re.compile(r"hc1:|shc:/", _CASES), Text("This is a health certificate, not a secret key."), _NOTHING),
    (
        re.compile(r"[a-z][a-z0-9+.-]{0,20}://", _CASES),
        Text("This kind of link holds no secret key."),
        _NOTHING,
    ),
)


def named(untrusted: str) -> tuple[Text, Text] | None:
    """What a text is, and what to do where that is something special; None for anything unknown."""
    for start, title, hint in _KINDS:
        if start.match(untrusted):
            return title, hint
    return None
