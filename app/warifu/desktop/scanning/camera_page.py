"""Scanning a code with the camera, which is on while this page is seen and at no other time."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout

from warifu.desktop.frame import Page
from warifu.desktop.i18n import tr
from warifu.desktop.scanning.camera_view import CameraView
from warifu.desktop.scanning.camera_words import CameraWords
from warifu.desktop.scanning.reading import Reading
from warifu.desktop.scanning.result import Result
from warifu.desktop.theme import current
from warifu.desktop.widgets import ChoiceField, FieldLabel, Heading, Muted, PrimaryButton, QuietButton
from warifu.scan.camera_wire import Cameras, CameraState, Codes, Picture, Stated
from warifu.services.camera import CameraLink
from warifu.services.camera_sentences import settings_link, trouble
from warifu.settings import schema

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QShowEvent

    from warifu.desktop.compose import Context


class CameraPage(Page):
    """The live picture, and Continue as soon as an account was read; nothing is stored before the editor's
    Save.
    """

    _heard = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._reading = Reading()
        self._state = CameraState.STARTING
        self._on = False
        self._link = CameraLink(self._heard.emit)
        self._make_parts()
        self._lay_out()
        self._connect()
        self._show_reading()

    @property
    def reading(self) -> Reading:
        """What was read so far."""
        return self._reading

    @property
    def state(self) -> CameraState:
        """How the camera is."""
        return self._state

    @property
    def link(self) -> CameraLink:
        """The process that holds the camera."""
        return self._link

    @property
    def footer_height(self) -> int:
        """Toasts leave the buttons free."""
        return self.bar.sizeHint().height()

    def _make_parts(self) -> None:
        self.view = CameraView()
        self.view.setAccessibleName(tr("Camera picture"))
        self.words = CameraWords(self.view)
        self.camera = ChoiceField()
        self.camera.setEnabled(False)
        self.result = Result(self._context)
        self.cancel = QuietButton(tr("Cancel"))
        self.go_on = PrimaryButton(tr("Continue"))

    def _lay_out(self) -> None:
        look = current()
        over = QVBoxLayout(self.view)
        over.setContentsMargins(0, 0, 0, 0)
        over.addWidget(self.words)
        self.body.addWidget(Heading(tr("Scan a QR code")))
        how = tr("Hold the code in front of the camera. It is read as soon as it is seen.")
        self.body.addWidget(Muted(how))
        self.body.addSpacing(look.space_xs)
        self.body.addWidget(self.view, 1)
        self.body.addSpacing(look.space_xs)
        self.body.addWidget(FieldLabel(tr("Camera"), self.camera))
        self.body.addWidget(self.camera)
        self.body.addSpacing(look.space_xs)
        self.body.addWidget(self.result)
        self.bar.addStretch(1)
        self.bar.addWidget(self.cancel)
        self.bar.addWidget(self.go_on)

    def _connect(self) -> None:
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self.view.picture_wanted.connect(self._link.ask_picture)
        self.words.again_wanted.connect(self._try_again)
        self.words.settings_wanted.connect(self._open_settings)
        self.camera.activated.connect(self._choose)
        self.cancel.clicked.connect(self.leave)
        self.go_on.clicked.connect(self.accept)

    # on while seen

    def shown(self) -> None:
        """Put the keyboard where nothing is pressed by mistake."""
        self.view.setFocus()

    def closed(self) -> None:
        """Turn the camera off."""
        self._turn_off()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.window().installEventFilter(self)
        self._turn_on()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.window().removeEventFilter(self)
        self._turn_off()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn the camera off while the window is minimised."""
        if event.type() == QEvent.Type.WindowStateChange:
            if self.window().isMinimized():
                self._turn_off()
            elif self.isVisible():
                self._turn_on()
        return False

    def _turn_on(self) -> None:
        if not self._on and not self.window().isMinimized():
            self._on = True
            self._start(self._context.settings.get(schema.CAMERA))

    def _turn_off(self) -> None:
        if self._on:
            self._on = False
            self._link.stop()
            self.view.clear()

    def _start(self, key: str) -> None:
        self._show_state(CameraState.STARTING)
        self._link.start(key)

    # what the other process says

    def _hear(self, message: object) -> None:
        if not self._on:
            return  # said before it was turned off
        if isinstance(message, Picture):
            self.view.show_picture(message)
            self.words.hide()
        elif isinstance(message, Codes):
            self.view.show_codes(message)
            self._read(message)
        elif isinstance(message, Cameras):
            self._list(message)
        elif isinstance(message, Stated):
            self._select(message.key)
            self._show_state(message.state)

    def _read(self, codes: Codes) -> None:
        if self._reading.take(found.text for found in codes.found):
            self._show_reading()

    def _show_reading(self) -> None:
        self.result.show_reading(self._reading)
        ready = bool(self._reading.texts)
        first = ready and not self.go_on.isEnabled()
        self.go_on.setEnabled(ready)
        if first and self.isVisible() and not self.camera.view().isVisible():
            self.go_on.setFocus()

    def _list(self, message: Cameras) -> None:
        chosen = self.camera.currentData()
        self.camera.clear()
        for each in message.cameras:
            self.camera.addItem(each.name, each.key)
        self.camera.setEnabled(self.camera.count() > 0)
        if not message.cameras:
            self.camera.addItem(tr("No camera"), "")
        self._select(chosen or self._context.settings.get(schema.CAMERA))

    def _select(self, key: str) -> None:
        row = self.camera.findData(key) if key else -1
        if row >= 0:
            self.camera.setCurrentIndex(row)

    def _show_state(self, state: CameraState) -> None:
        self._state = state
        error = trouble(state, sys.platform)
        if error is not None:
            self.view.clear()
            self.words.tell(error, settings=bool(settings_link(state, sys.platform)))
        elif state is CameraState.STARTING:
            self.view.clear()
            self.words.say(tr("Starting the camera…"))
        self.result.setVisible(error is None or bool(self._reading.texts))

    # what the person does

    def _choose(self, row: int) -> None:
        key = self.camera.itemData(row)
        self._context.settings.set(schema.CAMERA, key)
        if self._state is CameraState.STALLED:
            self._start(key)  # the old process may wait for its driver for ever
        else:
            self._link.switch(key)

    def _try_again(self) -> None:
        self._start(self.camera.currentData() or self._context.settings.get(schema.CAMERA))
        self.view.setFocus()

    def _open_settings(self) -> None:
        QDesktopServices.openUrl(QUrl(settings_link(self._state, sys.platform)))

    def accept(self) -> None:
        """Go on to the editor with what was read."""
        if not self.go_on.isEnabled():
            return
        texts, nav = self._reading.texts, self._context.nav
        nav.back()
        nav.take_texts(texts)

    def leave(self) -> None:
        """Go back without anything."""
        self._context.nav.back()
