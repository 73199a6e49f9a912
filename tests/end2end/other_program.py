"""Another program of the desktop: shows pictures, or lets them be dragged out of its window.

    other_program.py show X Y PICTURE          a bare window with the picture in its own pixels
    other_program.py drag X Y KIND ARGUMENT... a window whose middle can be dragged away

KIND is ``files``, ``image`` (pixels, as a browser gives them), ``data`` (an address that holds the picture)
or ``web`` (an address of a picture that is elsewhere). It prints a line when its window is painted, and one
when a drag has ended.
"""

from __future__ import annotations

import base64
import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QImage, QPixmap
from PySide6.QtWidgets import QApplication, QLabel


def mime_of(kind: str, arguments: list[str]) -> QMimeData:
    """What is dragged."""
    mime = QMimeData()
    if kind == "files":
        mime.setUrls([QUrl.fromLocalFile(path) for path in arguments])
    elif kind == "image":
        mime.setImageData(QImage(arguments[0]))
        mime.setHtml('<img src="https://example.org/code.png">')
    elif kind == "data":
        packed = base64.b64encode(Path(arguments[0]).read_bytes()).decode()
        mime.setUrls([QUrl(f"data:image/png;base64,{packed}")])
    else:
        mime.setUrls([QUrl(arguments[0])])
        mime.setHtml(f'<img src="{arguments[0]}">')
    return mime


class Source(QLabel):
    """Begins a drag as soon as the pressed mouse moves."""

    def __init__(self, kind: str, arguments: list[str]) -> None:
        super().__init__("drag me")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._what = (kind, arguments)

    def mouseMoveEvent(self, event) -> None:
        drag = QDrag(self)
        drag.setMimeData(mime_of(*self._what))
        drag.setPixmap(QPixmap(24, 24))
        action = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
        say(f"dropped {action.name}")


def say(line: str) -> None:
    """Tell the test."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> None:
    """Show the window until the process is ended."""
    application = QApplication(sys.argv[:1])
    what, x, y, *arguments = sys.argv[1:]
    if what == "show":
        window = QLabel()
        window.setPixmap(QPixmap(arguments[0]))
    else:
        window = Source(arguments[0], arguments[1:])
        window.resize(160, 120)
    window.setWindowTitle(f"another program {x} {y}")
    window.setWindowFlags(Qt.WindowType.FramelessWindowHint)
    window.move(int(x), int(y))
    window.show()
    window.windowHandle().requestActivate()
    QTimer.singleShot(300, lambda: say("shown"))
    application.exec()


if __name__ == "__main__":
    main()
