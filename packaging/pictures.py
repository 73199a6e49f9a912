"""Make the pictures of README and docs: ``python packaging/pictures.py [FOLDER]``, or docs/pictures.

The real window runs without a screen on a vault of made-up accounts, with a clock that stands still, so that
the same source gives the same pictures. Needs what Warifu needs, and the fonts Inter and Noto Sans CJK.
"""

from __future__ import annotations

import base64
import hashlib
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "app"))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "2"

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtWidgets import QApplication

    from warifu.core.account import Account
    from warifu.desktop.main_window import MainWindow

NOON = 1_796_083_212.0  # Unix seconds; 18 seconds before a code changes
GAP, BAR = 28, 34  # logical pixels around the windows, and of their title bars
PASSWORD = "a made-up passphrase for pictures"  # noqa: S105
ACCOUNTS = (
    ("MIKOLABO-FIRST", "AWS root · mikolabo", "wordpress", ("Work",), 6),
    ("Amazon Web Services", "root@mikolabo.example", "aws", ("Work",), 6),
    ("GitHub", "yuki", "github", ("Work",), 6),
    ("Google", "yuki@example.com", "google", ("Personal",), 6),
    ("Cloudflare", "ops@example.com", "cloudflare", ("Work",), 8),
    ("Steam", "yuki_w", "steam", ("Personal",), 5),
    ("Mastodon", "@yuki@example.social", "mastodon", ("Personal",), 6),
)

IMPORTED = (
    ("Dropbox", "yuki@example.com", "dropbox", (), 6),
    ("Slack", "yuki", "slack", (), 6),
)


class StandingClock:
    """A ``core.clock.Clock`` that shows one moment."""

    def now(self) -> float:
        """Unix seconds."""
        return NOON

    def monotonic(self) -> float:
        """Seconds."""
        return 0.0


class NoClipboard:
    """A ``services.ports.Clipboard`` that keeps what it is given to itself."""

    text = ""

    def put(self, text: str) -> None:
        """Keep the text."""
        self.text = text

    def holds(self, text: str) -> bool:
        """Whether it was the last one."""
        return self.text == text

    def clear(self) -> None:
        """Keep nothing."""
        self.text = ""

    def read_text(self) -> str:
        """Nothing: no picture offers a clipboard."""
        return ""


@dataclass
class Studio:
    """The running window and where its pictures go."""

    app: QApplication
    window: MainWindow
    folder: Path
    language: str

    def take(self, name: str) -> QImage:
        """Save what the window shows as NAME-LANGUAGE.png, and return it."""
        image = self.look()
        image.save(str(self.folder / f"{name}-{self.language}.png"))
        return image

    def look(self) -> QImage:
        """What the window shows, when it has settled."""
        for _ in range(20):
            self.app.processEvents()
        return self.window.grab().toImage()


def main() -> None:
    """Make all pictures in both languages."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    app = _application()
    for language in ("en", "ja"):
        with tempfile.TemporaryDirectory() as profile:
            _shoot(app, Path(profile), folder, language)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


def _application() -> QApplication:
    from warifu.desktop.app import application
    from warifu.settings.file import Settings

    return application(Settings(Path(tempfile.mkdtemp()) / "settings.json"))


def _shoot(app: QApplication, profile: Path, folder: Path, language: str) -> None:
    from warifu.desktop import i18n, theme
    from warifu.desktop.compose import build
    from warifu.desktop.main_window import MainWindow
    from warifu.services.paths import Profile
    from warifu.settings import schema
    from warifu.settings.file import Settings

    place = Profile.at(str(profile))
    settings = Settings(place.settings)
    settings.set(schema.LANGUAGE, language)
    settings.set(schema.RECOVERY_SNOOZED, int(NOON) + 86_400)
    i18n.install(app, language)
    theme.apply(app, "light")
    window = MainWindow()
    window.resize(440, 700)
    context = build(
        place, window, window.notify, settings=settings, clock=StandingClock(), clipboard=NoClipboard()
    )
    window.start(context)
    window.show()
    studio = Studio(app, window, folder, language)
    _first_run(studio)
    _wait(app, lambda done, failed: context.session.create(PASSWORD, done, failed))
    studio.take("empty")
    _add(studio)
    for number, row in enumerate(ACCOUNTS[1:], start=1):
        context.session.store.add(_account(number, *row))
    light = _list(studio)
    theme.apply(app, "dark")
    dark = _list(studio)
    _side_by_side(light, dark).save(str(folder / f"main-{language}.png"))
    theme.apply(app, "light")
    window.open_preferences()
    studio.take("preferences")
    window.open_list()
    _import(studio, profile)
    context.session.lock()
    theme.apply(app, "dark")
    studio.take("locked")
    window.stop()
    context.tasks.close(5)
    window.deleteLater()
    app.processEvents()


def _first_run(studio: Studio) -> None:
    from warifu.desktop.unlock.new_password import NewPassword

    fields = studio.window.findChild(NewPassword)
    for field in (fields.first, fields.again):
        field.setText(PASSWORD)
    _until(studio.app, lambda: fields.problem() == "")
    studio.take("first-run")


def _add(studio: Studio) -> None:
    title, name, brand, _tags, _digits = ACCOUNTS[0]
    from warifu.core.account import Icon
    from warifu.desktop.editor.editor_page import EditorPage

    studio.window.open_add(_key(0))
    page = studio.window.findChild(EditorPage)
    page.form.edited.emit({"title": title})
    page.form.edited.emit({"account": name})
    page.form.edited.emit({"icon": Icon(brand=brand)})
    studio.take("add")
    page.accept()
    studio.window.notify.dismiss()
    studio.take("account")
    store = studio.window.context.session.store
    store.edit(store.accounts()[0].id, pinned=True, tags=("Work",))
    studio.window.open_list()


def _import(studio: Studio, folder: Path) -> None:
    """The preview of an import, and the list of somebody who leaves Authy."""
    from dataclasses import replace

    from warifu.core.uri import format_uri
    from warifu.desktop.importing.leaving_page import LeavingPage

    made = [_account(number, *row) for number, row in enumerate(ACCOUNTS)]
    made[4] = replace(made[4], title="Cloudflare Japan", issuer="Cloudflare")
    made += [_account(90 + number, *row) for number, row in enumerate(IMPORTED)]
    file = folder / "accounts.txt"
    lines = [*map(format_uri, made), "otpauth://totp/Old%20forum:yuki?secret=1"]
    file.write_text("\n".join(lines), encoding="utf-8")
    studio.window.open_import([file])
    page = studio.window.page
    _until(studio.app, page.take.isVisible)
    studio.take("import")
    studio.window.open_list()
    studio.window.open_page(LeavingPage)
    page = studio.window.page
    page.services.add_names("Dropbox\nGitHub\nTwitch\nSlack\nDiscord")
    for row in page.services.rows[:2]:
        row.box.click()
    _until(studio.app, lambda: page.services.y() < page.scroller.widget().height())
    studio.take("leaving-authy")
    studio.window.open_list()


def _list(studio: Studio) -> QImage:
    studio.window.open_list()
    return studio.look()


def _account(number: int, title: str, name: str, brand: str, tags: tuple[str, ...], digits: int) -> Account:
    from warifu.core.account import Account, Icon, Otp, OtpType
    from warifu.core.base32 import decode_secret

    kind = OtpType.STEAM if digits == 5 else OtpType.TOTP
    otp = Otp(decode_secret(_key(number)), kind, digits=digits)
    return Account(otp, title=title, account=name, icon=Icon(brand=brand), tags=tags)


def _key(number: int) -> str:
    raw = hashlib.sha256(f"made up {number}".encode()).digest()[:20]
    text = base64.b32encode(raw).decode()
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def _side_by_side(*looks: QImage) -> QImage:
    """Several looks on one ground, each in a frame with a title bar."""
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter

    ratio, width, height = 2, looks[0].width() // 2, looks[0].height() // 2
    size = (len(looks) * (width + GAP) + GAP, height + BAR + 2 * GAP)
    whole = QImage(size[0] * ratio, size[1] * ratio, looks[0].format())
    whole.setDevicePixelRatio(ratio)
    whole.fill(QColor("#D8D7D2"))
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, look in enumerate(looks):
        _frame(painter, QRectF(GAP + number * (width + GAP), GAP, width, height + BAR), look)
    painter.end()
    return whole


def _frame(painter: QPainter, frame: QRectF, look: QImage) -> None:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QColor, QFont, QPainterPath

    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 6))
    for spread in range(16, 0, -2):
        shadow = frame.adjusted(-spread, 6 - spread, spread, 6 + spread)
        painter.drawRoundedRect(shadow, 12 + spread, 12 + spread)
    ground = look.pixelColor(4, 4)
    path = QPainterPath()
    path.addRoundedRect(frame, 10, 10)
    painter.setClipPath(path)
    painter.fillRect(frame, ground)
    painter.drawImage(frame.topLeft() + QPointF(0, BAR), look)
    painter.setClipping(False)
    font = QFont("Inter")
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor("#A7A19A" if ground.lightness() < 128 else "#6C6862"))
    title = frame.adjusted(14, 0, -14, BAR - frame.height())
    for text, side in (("Warifu", Qt.AlignmentFlag.AlignLeft), ("–  □  ✕", Qt.AlignmentFlag.AlignRight)):
        painter.drawText(title, Qt.AlignmentFlag.AlignVCenter | side, text)


def _wait(app: QApplication, begin: Callable[..., None]) -> None:
    ended: list[Exception | None] = []
    begin(lambda: ended.append(None), ended.append)
    _until(app, lambda: bool(ended))
    if ended[0] is not None:
        raise SystemExit(str(ended[0]))


def _until(app: QApplication, ready: Callable[[], bool]) -> None:
    import time

    limit = time.monotonic() + 30
    while not ready():
        if time.monotonic() > limit:
            raise SystemExit("The window did not get ready within 30 seconds.")
        app.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
