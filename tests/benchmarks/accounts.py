"""Made-up accounts, and profiles with a vault of them."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from programs import PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from warifu.core.account import Account

_SITES = ("Amazon Web Services", "GitHub", "Google", "Cloudflare", "Steam", "Mastodon", "WordPress", "GitLab")
_BRANDS = ("aws", "github", "google", "cloudflare", "steam", "mastodon", "wordpress", "gitlab")
_TAGS = ("Work", "Personal", "Family", "Clients")


def made_up(count: int) -> list[Account]:
    """The same accounts each time, as people have them: a brand, a name, a user, one or two tags."""
    from warifu.core.account import Account, Icon, Otp
    from warifu.core.secret import Secret

    chance = random.Random(20)
    return [
        Account(
            otp=Otp(Secret(chance.randbytes(20))),
            title=f"{_SITES[number % 8]} {number}",
            account=f"user{number}@example.com",
            issuer=_SITES[number % 8],
            icon=Icon(brand=_BRANDS[number % 8]),
            tags=(_TAGS[number % 4],),
            pinned=number % 50 == 0,
        )
        for number in range(count)
    ]


def make_profile(folder: Path, count: int) -> None:
    """A profile with a vault of ``count`` accounts, whose key takes as long to derive as any user's."""
    from warifu.core.clock import SystemClock
    from warifu.services.paths import Profile
    from warifu.settings import schema
    from warifu.settings.file import Settings
    from warifu.vault.document import Document
    from warifu.vault.file import create_vault
    from warifu.vault.stamp import StampClock, new_device

    profile = Profile.at(folder)
    if profile.vault.exists():
        return
    profile.prepare()
    stamps = StampClock(new_device(), SystemClock())
    document = Document.empty().add_all(made_up(count), stamps.next())
    create_vault(profile.vault, PASSWORD, document).forget()
    Settings(profile.settings).set(schema.TRAY_EXPLAINED, True)
