"""The desktop from start to end.

1. A start that finds another one running asks it to show itself or to open a link, and ends before any window
   part is imported.
2. Application, settings, the window's frame; then colours, language and the page that the vault file decides.
3. Only when the window is painted: the open door for later starts, the tray, the window's icon.
4. In the end: save, forget the keys, clear the clipboard if it is ours, wait for the threads.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from warifu.platforms.single_instance.base import Instance
    from warifu.services.paths import Profile
    from warifu.settings.file import Settings

_TOKENS = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")  # the desktop's leave to take the focus


def run(
    profile: Profile, vault_path: Path | None = None, hidden: bool = False, untrusted_link: str = ""
) -> int:
    """Show the window, or leave it in the tray if ``hidden``, until the user quits. Gives the exit status."""
    link = ""
    if untrusted_link:
        from warifu.platforms.url_scheme.links import accepted

        link, hidden = accepted(untrusted_link), False
    instance, first = _claim(profile, vault_path, link)
    if not first:
        return 0
    if link:
        _let_opener_go()
    return _live(instance, profile, vault_path, hidden=hidden, link=link)


def _claim(profile: Profile, vault_path: Path | None, link: str) -> tuple[Instance | None, bool]:
    """The lock, and whether to go on. A first start that does not answer is taken for hung: copies may run
    side by side, since saving joins what the other one wrote.
    """
    from warifu.platforms.single_instance import instance
    from warifu.platforms.single_instance.base import Add, Show

    try:
        lock = instance(profile.door_name(vault_path))
        if lock.claim():
            return lock, True
        token = next((os.environ[name] for name in _TOKENS if os.environ.get(name)), "")
        if link and not lock.send(Add(link)):
            return None, True
        return None, not (lock.send(Show(token)) or link)
    except OSError:
        return None, True


def _let_opener_go() -> None:
    """Go on in a process of its own: whoever opened the link waits for us (``xdg-open`` does), and has it
    among its arguments as long as it waits.
    """
    if sys.platform.startswith("linux"):
        if os.fork():
            os._exit(0)
        os.setsid()


def _live(
    instance: Instance | None, profile: Profile, vault_path: Path | None, *, hidden: bool, link: str
) -> int:
    import gc

    gc.disable()  # nothing of what start-up makes is garbage; later see ``collecting``
    from warifu.desktop.sparing import load_one_openssl, read_no_sources, share_one_heap

    share_one_heap()
    load_one_openssl()
    read_no_sources()
    from PySide6.QtCore import QTimer

    from warifu.desktop.main_window import MainWindow
    from warifu.settings.file import Settings

    settings = Settings(profile.settings)
    app = _bare_application()
    window = MainWindow()
    window.take_place(settings)
    if not hidden:
        window.show()  # the system brings up the frame while the rest is made; it is painted once, whole
    _dress(app, settings)

    from warifu.desktop.compose import build
    from warifu.desktop.running import Running

    context = build(profile, window, window.notify, settings=settings, vault_path=vault_path)
    window.start(context)
    running = Running(instance, window, context, link)
    if hidden:
        QTimer.singleShot(0, running.begin)
    else:
        window.first_painted.connect(running.begin)
    status = app.exec()
    running.end()
    return status


def application(settings: Settings) -> QApplication:
    """The application with the colours and the language of the settings."""
    app = _bare_application()
    _dress(app, settings)
    return app


def _bare_application() -> QApplication:
    if sys.platform == "darwin":  # where links come as events
        from warifu.desktop.strategies.link_events import LinkApplication as Application
    else:
        from PySide6.QtWidgets import QApplication as Application

    from warifu.platforms.taskbar import belong_to_warifu

    belong_to_warifu()
    app = Application(sys.argv[:1])
    app.setApplicationName("Warifu")
    app.setDesktopFileName("warifu")
    app.setQuitOnLastWindowClosed(False)
    return app


def _dress(app: QApplication, settings: Settings) -> None:
    from warifu.desktop import i18n, theme
    from warifu.settings import schema

    i18n.install(app, settings.get(schema.LANGUAGE))
    theme.apply(app, settings.get(schema.THEME))
