"""The preferences: each takes effect at once and is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

import warifu
from warifu.desktop.frame import Page, PathLabel
from warifu.desktop.i18n import tr, tr_n
from warifu.desktop.preferences.clock_group import ClockGroup
from warifu.desktop.preferences.links_row import LinksRow
from warifu.desktop.preferences.locking_group import LockingGroup, PrivacyGroup
from warifu.desktop.preferences.rows import Group, choice_row, switch_row
from warifu.desktop.theme import current
from warifu.desktop.theme.glyphs import Glyph
from warifu.desktop.unlock.change_password import ChangePassword
from warifu.desktop.widgets import Heading, IconButton, Muted, QuietButton
from warifu.platforms.url_scheme import handler
from warifu.platforms.url_scheme.command import opening_command
from warifu.services.paths import default_profile
from warifu.settings import schema

if TYPE_CHECKING:
    from collections.abc import Callable

    from warifu.desktop.compose import Context

_NEXT_SECONDS = (3, 5, 10, 15, 30)
_CLIPBOARD_SECONDS = (10, 20, 30, 60, 120, 300)


class PreferencesPage(Page):
    """Settings in groups, the password, the vault's place, and which Warifu this is."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._unsubscribe: Callable[[], None] | None = None
        self.back = IconButton(Glyph.BACK, tr("Back"), flat=True)
        self.locking, self.privacy = LockingGroup(context), PrivacyGroup(context)
        self.clock = ClockGroup(context)
        self.groups = [
            self._look(),
            self._codes(),
            self._window(),
            self.locking,
            self.privacy,
            self.clock,
            self._links(),
            self._vault(),
            self._about(),
        ]
        top = QHBoxLayout()
        top.setSpacing(current().space_s)
        top.addWidget(self.back)
        top.addWidget(Heading(tr("Preferences")), 1)
        self.body.addLayout(top)
        for group in self.groups:
            self.body.addWidget(group)
            self.body.addSpacing(current().space_xs)
        self.body.addStretch(1)
        self.bar.setContentsMargins(0, 0, 0, 0)
        self.back.clicked.connect(self.leave)

    def _look(self) -> Group:
        settings, system = self._context.settings, tr("As the system")
        group = Group(tr("Look"))
        languages = {"system": system, "en": "English", "ja": "日本語"}
        self.language = choice_row(settings, schema.LANGUAGE, tr("Language"), languages)
        colours = {
            "system": system,
            "light": tr("Light"),
            "dark": tr("Dark"),
            "contrast": tr("High contrast"),
        }
        self.theme = choice_row(settings, schema.THEME, tr("Colours"), colours)
        rows = {"normal": tr("Normal"), "compact": tr("Compact")}
        self.rows = choice_row(settings, schema.ROWS, tr("Rows"), rows)
        orders = {
            "own": tr("My own order"),
            "name": tr("By name"),
            "used": tr("Most used first"),
            "recent": tr("Last used first"),
        }
        self.sort = choice_row(settings, schema.SORT, tr("Order of the accounts"), orders)
        for row in (self.language, self.theme, self.rows, self.sort):
            group.add(row)
        return group

    def _codes(self) -> Group:
        settings = self._context.settings
        group = Group(tr("Codes"))
        self.hide_codes = switch_row(
            settings, schema.HIDE_CODES, tr("Hide codes until an account is clicked")
        )
        following = {0: tr("Never")} | {
            n: tr_n(n, "In the last second", "In the last {n} s") for n in _NEXT_SECONDS
        }
        self.show_next = choice_row(settings, schema.SHOW_NEXT_SECONDS, tr("Show the next code"), following)
        clears = {n: tr_n(n, "After {n} second", "After {n} s") for n in _CLIPBOARD_SECONDS}
        self.clipboard = choice_row(settings, schema.CLIPBOARD_SECONDS, tr("Clear copied codes"), clears)
        self.minimise = switch_row(
            settings, schema.MINIMISE_AFTER_COPY, tr("Minimise the window after copying a code")
        )
        for row in (self.hide_codes, self.show_next, self.clipboard, self.minimise):
            group.add(row)
        return group

    def _window(self) -> Group:
        settings = self._context.settings
        group = Group(tr("Window"))
        self.on_top = switch_row(settings, schema.ALWAYS_ON_TOP, tr("Keep the window above others"))
        self.to_tray = switch_row(settings, schema.CLOSE_TO_TRAY, tr("Closing leaves Warifu in the tray"))
        group.add(self.on_top)
        group.add(self.to_tray)
        return group

    def _links(self) -> Group:
        context = self._context
        options = []
        if context.profile != default_profile():
            options += ["--profile", str(context.profile.root)]
        if context.session.vault_path != context.profile.vault:
            options += ["--vault", str(context.session.vault_path)]
        self.links = LinksRow(context, handler(opening_command(*options)))
        group = Group(tr("Links"))
        group.add(self.links)
        return group

    def _vault(self) -> Group:
        group = Group(tr("Vault"))
        self.path = PathLabel(self._context.session.vault_path)
        self.folder = QuietButton(tr("Open the folder"))
        self.folder.clicked.connect(self._open_folder)
        self.backups = QuietButton(tr("Backups…"))
        self.backups.clicked.connect(lambda _on=False: self._context.nav.open_backups())
        self.importing = QuietButton(tr("Import accounts…"))
        self.importing.clicked.connect(lambda _on=False: self._context.nav.open_import())
        self.importing.setEnabled(not self._context.session.read_only)
        self.export = QuietButton(tr("Export…"))
        self.export.clicked.connect(lambda _on=False: self._context.nav.open_export())
        self.change = QuietButton(tr("Change the password…"))
        self.change.clicked.connect(self._ask_password)
        self.change.setEnabled(not self._context.session.read_only)
        self.unlocking = QuietButton(tr("Unlocking and recovery code…"))
        self.unlocking.clicked.connect(self._open_ways)
        held = QWidget()
        self._vault_rows = QVBoxLayout(held)
        self._vault_rows.setContentsMargins(0, 0, 0, current().space_xs)
        self._vault_rows.addWidget(self.path)
        self._vault_rows.addWidget(self.folder)
        self._vault_rows.addWidget(self.unlocking)
        self._vault_rows.addWidget(self.backups)
        self._vault_rows.addWidget(self.importing)
        self._vault_rows.addWidget(self.export)
        self._vault_rows.addWidget(self.change)
        self.form: ChangePassword | None = None
        group.add(held)
        return group

    def _about(self) -> Group:
        group = Group(tr("About"))
        words = tr(
            "Warifu {version}. Free software under the GPL, version 3 or later.", version=warifu.__version__
        )
        self.diagnostics = QuietButton(tr("Save diagnostics…"))
        self.diagnostics.clicked.connect(self._open_diagnostics)
        held = QWidget()
        rows = QVBoxLayout(held)
        rows.setContentsMargins(0, 0, 0, current().space_xs)
        rows.addWidget(Muted(words, role="small"))
        rows.addWidget(self.diagnostics)
        group.add(held)
        return group

    @property
    def undisturbed(self) -> bool:
        """A new password that is being typed is forgotten when another page covers this one."""
        return self.form is not None

    def _open_folder(self) -> None:
        folder = str(self._context.session.vault_path.parent)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(folder)):
            self._context.notify.say(
                tr("No program here opens folders. The vault is in {folder}", folder=folder)
            )

    def _open_ways(self) -> None:
        from warifu.desktop.unlock.ways_page import WaysPage

        self._context.nav.open_page(WaysPage)

    def _open_diagnostics(self) -> None:
        from warifu.desktop.diagnostics_page import DiagnosticsPage

        self._context.nav.open_page(DiagnosticsPage)

    def _ask_password(self) -> None:
        self.change.hide()
        self.form = ChangePassword(self._context)
        self._vault_rows.addWidget(self.form)
        self.form.closed.connect(self._close_form)
        self.form.show()
        self.form.old.setFocus()

    def _close_form(self) -> None:
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
            self.form = None
            self.change.show()
            self.change.setFocus()

    def shown(self) -> None:
        """Put the keyboard on the first setting, and tell when one cannot be kept."""
        if self._unsubscribe is None:
            self._unsubscribe = self._context.settings.subscribe(lambda _setting: self._tell_problem())
        self.links.look()
        self.clock.look()
        self.language.field.setFocus()

    def hidden(self) -> None:
        """Forget a password that was being typed."""
        if self._unsubscribe is not None:
            self._unsubscribe()
            self._unsubscribe = None
        if self.form is not None:
            self.form.close_form()

    def _tell_problem(self) -> None:
        problem = self._context.settings.problem
        if problem is not None:
            self._context.notify.error(problem)

    def accept(self) -> None:
        """Change the password, where its form is open."""
        if self.form is not None:
            self.form.accept()

    def leave(self) -> None:
        """Close the password form, or go back."""
        if self.form is not None and self.form.cancel.isEnabled():
            self.form.close_form()
        elif self.form is None and not self.clock.close_form():
            self._context.nav.back()
