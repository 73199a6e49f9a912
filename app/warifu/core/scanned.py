"""The text of one QR code: an account, or something else that is named for what it is."""

from __future__ import annotations

from warifu.core.intake import Intake, Problem, has_link, recognise
from warifu.core.kinds import named
from warifu.core.text import Text

_MIN_KEY = 16  # letters of a key that is no link: 80 bits; words of other codes pass for shorter ones
_SHOW = Text("Show the code that the site offers for authenticator apps.")


def recognise_code(untrusted_text: str) -> Intake:
    """The accounts in the text of one QR code, or one problem. Never raises."""
    text = untrusted_text.strip("\ufeff \t\r\n\0")
    if not text:
        return Intake(problems=(Problem(Text("This QR code is empty."), _SHOW),))
    if has_link(text):
        return recognise(text)
    if (kind := named(text)) is not None:
        title, hint = kind
        return Intake(problems=(Problem(title, hint or _SHOW),))
    intake = recognise(text)
    letters = sum(letter.isalnum() for letter in text)
    if intake.accounts and letters >= _MIN_KEY:
        return intake
    title = Text("This QR code holds a text of {n} characters, and no account.", n=len(text))
    return Intake(problems=(Problem(title, _SHOW),))
