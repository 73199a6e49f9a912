"""Every setting in one table: key, default, what it may be, and what it does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Generic, TypeGuard, TypeVar

from warifu.core.text import Text

T = TypeVar("T", str, int, bool)


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One setting; ``choices``, or ``low`` and ``high`` for numbers, limit what it may be."""

    key: str
    default: T
    help: Text
    choices: tuple[T, ...] = ()
    low: int | None = None
    high: int | None = None

    def accepts(self, untrusted: Any) -> TypeGuard[T]:
        """Whether a value, from a file or a form, can be this setting's."""
        if type(untrusted) is not type(self.default):
            return False
        if self.choices:
            return untrusted in self.choices
        if not isinstance(untrusted, int):
            return True
        return (self.low is None or untrusted >= self.low) and (self.high is None or untrusted <= self.high)


LANGUAGE = Setting("language", "system", Text("Language of the window"), choices=("system", "en", "ja"))
THEME = Setting("theme", "system", Text("Colours"), choices=("system", "light", "dark", "contrast"))
ROWS = Setting("rows", "normal", Text("Height of the rows"), choices=("normal", "compact"))
SORT = Setting("sort", "own", Text("Order of the accounts"), choices=("own", "name", "used", "recent"))
HIDE_CODES = Setting("hide_codes", False, Text("Hide codes until an account is clicked"))
SHOW_NEXT_SECONDS = Setting(
    "show_next_seconds",
    5,
    Text("Show the next code in the last seconds of a code; 0 is never"),
    low=0,
    high=30,
)
ALWAYS_ON_TOP = Setting("always_on_top", False, Text("Keep the window above others"))
CLOSE_TO_TRAY = Setting("close_to_tray", True, Text("Closing the window leaves Warifu in the tray"))
MINIMISE_AFTER_COPY = Setting("minimise_after_copy", False, Text("Minimise the window after copying a code"))
CLIPBOARD_SECONDS = Setting(
    "clipboard_seconds", 20, Text("Seconds until a copied code leaves the clipboard"), low=5, high=600
)
RECOVERY_DAYS = Setting(
    "recovery_days",
    90,
    Text("Days after which to ask for the recovery code, to see that it is still there; 0 is never"),
    low=0,
    high=3650,
)
RECOVERY_SNOOZED = Setting(
    "recovery_snoozed", 0, Text("Unix seconds until which nothing is said of the recovery code"), low=0
)
REMEMBERED = Setting("remembered", "", Text("Vaults whose key the keystore of this computer has"))
SYSTEM_SLOTS = Setting("system_slots", "", Text("Vaults that Windows Hello opens on this computer"))
SYSTEM_REOPENS = Setting(
    "system_reopens", False, Text("Fingerprint or system password opens what this run locked")
)
QUICK_PIN = Setting("quick_pin", "", Text("The PIN for what this run locked, encrypted with the vault's key"))
HIDE_UNFOCUSED = Setting("hide_unfocused", False, Text("Hide codes while another program has the keyboard"))
LOCK_IDLE_MINUTES = Setting(
    "lock_idle_minutes", 10, Text("Minutes until Warifu locks when nobody is here; 0 is never"),
    low=0, high=1440,
)  # fmt: skip
LOCK_ON_SCREEN_LOCK = Setting("lock_on_screen_lock", True, Text("Lock with the screen"))
LOCK_ON_SLEEP = Setting("lock_on_sleep", True, Text("Lock before the computer sleeps"))
LOCK_ON_USER_SWITCH = Setting("lock_on_user_switch", True, Text("Lock when another user takes over"))
LOCK_ON_MINIMISE = Setting("lock_on_minimise", False, Text("Lock when the window is minimised"))
CAPTURE_GUARD = Setting("capture_guard", True, Text("Keep Warifu out of screenshots and screen sharing"))
TRAY_EXPLAINED = Setting("tray_explained", False, Text("That closing goes to the tray has been said"))
WINDOW_GEOMETRY = Setting("window_geometry", "", Text("Where the window was"))
DEVICE_ID = Setting("device_id", "", Text("Marks this computer's changes where copies are joined"))
CAMERA = Setting("camera", "", Text("The camera used last for scanning"))
BACKUP_ON = Setting("backup_on", True, Text("Make backups automatically"))
BACKUP_FOLDER = Setting("backup_folder", "", Text("Folder of the backups; empty is the usual one"))
CLOCK_CORRECTION = Setting(
    "clock_correction", 0, Text("Milliseconds to add to the computer's clock; one day at most"),
    low=-86_400_000, high=86_400_000,
)  # fmt: skip
CLOCK_DOUBTED = Setting(
    "clock_doubted", False, Text("The system called its clock right when the correction was taken")
)
CLOCK_SERVER = Setting("clock_server", "time.cloudflare.com", Text("The time server that is asked on wish"))
VAULT_SEEN = Setting("vault_seen", "", Text("The vault file opened last; its absence is noticed"))
TRASH_DUE = Setting("trash_due", "", Text("Which vault had something to be purged, and since when"))

SETTINGS: tuple[Setting[Any], ...] = (
    LANGUAGE,
    THEME,
    ROWS,
    SORT,
    HIDE_CODES,
    SHOW_NEXT_SECONDS,
    ALWAYS_ON_TOP,
    CLOSE_TO_TRAY,
    MINIMISE_AFTER_COPY,
    CLIPBOARD_SECONDS,
    RECOVERY_DAYS,
    RECOVERY_SNOOZED,
    REMEMBERED,
    SYSTEM_SLOTS,
    SYSTEM_REOPENS,
    QUICK_PIN,
    HIDE_UNFOCUSED,
    LOCK_IDLE_MINUTES,
    LOCK_ON_SCREEN_LOCK,
    LOCK_ON_SLEEP,
    LOCK_ON_USER_SWITCH,
    LOCK_ON_MINIMISE,
    CAPTURE_GUARD,
    TRAY_EXPLAINED,
    WINDOW_GEOMETRY,
    DEVICE_ID,
    CAMERA,
    CLOCK_CORRECTION,
    CLOCK_DOUBTED,
    CLOCK_SERVER,
    VAULT_SEEN,
    TRASH_DUE,
    BACKUP_ON,
    BACKUP_FOLDER,
)
