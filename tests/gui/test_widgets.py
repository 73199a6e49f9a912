"""The parts that pages are made of, as mouse, keyboard and screen reader find them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from warifu.desktop import theme
from warifu.desktop.theme.glyphs import Glyph, paint_glyph
from warifu.desktop.widgets import (
    Chip,
    ChoiceField,
    CodeLabel,
    CountdownRing,
    ErrorLine,
    FieldLabel,
    Heading,
    IconButton,
    LinkButton,
    Muted,
    NoteField,
    PasswordField,
    PrimaryButton,
    QuietButton,
    ScrollPage,
    Switch,
    TextField,
    spoken,
)
from warifu.desktop.widgets.held import is_held

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True)
def _light(qapp):
    theme.apply(qapp, "light")


def name(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


@pytest.mark.parametrize("make", [PrimaryButton, QuietButton, LinkButton, Chip, Switch])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_buttons_are_pressed_by_keyboard(qtbot, make, key) -> None:
    button = make("Save")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)
    assert name(button) == "Save"


def test_a_sign_has_a_name(qtbot) -> None:
    button = IconButton(Glyph.PLUS, "Add account")
    qtbot.addWidget(button)
    assert name(button) == "Add account"
    assert button.toolTip() == "Add account"


def picture(glyph: Glyph) -> QImage:
    image = QImage(QSize(32, 32), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_glyph(painter, image.rect().toRectF(), glyph, theme.current().text)
    painter.end()
    return image


def test_every_sign_is_drawn_and_differs() -> None:
    blank = QImage(QSize(32, 32), QImage.Format.Format_ARGB32)
    blank.fill(Qt.GlobalColor.white)
    pictures = [picture(glyph) for glyph in Glyph]
    assert blank not in pictures
    assert all(one != other for i, one in enumerate(pictures) for other in pictures[:i])


def test_the_eye_opens_and_closes(qtbot) -> None:
    field = PasswordField()
    qtbot.addWidget(field)
    field.show()
    field.setText("secret words")
    assert field.echoMode() == QLineEdit.EchoMode.Password
    qtbot.mouseClick(field.eye, LEFT)
    assert field.echoMode() == QLineEdit.EchoMode.Normal
    assert name(field.eye) == "Hide password"
    field.conceal()
    assert (field.text(), field.echoMode()) == ("", QLineEdit.EchoMode.Password)


def test_a_label_names_its_field(qtbot) -> None:
    field = TextField()
    label = FieldLabel("Title", field)
    qtbot.addWidget(field)
    qtbot.addWidget(label)
    assert name(field) == "Title"


@pytest.mark.parametrize("make", [Heading, Muted])
@pytest.mark.safety(54)
def test_texts_are_never_markup(qtbot, make) -> None:
    label = make("<b>bold</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_an_error_line_takes_room_only_while_it_says_something(qtbot) -> None:
    line = ErrorLine()
    qtbot.addWidget(line)
    line.show_error("That is not the password.")
    assert line.isVisible()
    line.show_error("")
    assert not line.isVisible()


@pytest.mark.safety(28)
def test_a_code_cannot_be_selected_and_is_read_digit_by_digit(qtbot) -> None:
    label = CodeLabel()
    qtbot.addWidget(label)
    label.set_code("402 113")
    assert name(label) == "4 0 2, 1 1 3"
    selectable = (
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    assert not label.textInteractionFlags() & selectable
    assert spoken("68 411 902") == "6 8, 4 1 1, 9 0 2"


def test_ten_digits_fit_a_narrow_window(qtbot) -> None:
    label = CodeLabel()
    qtbot.addWidget(label)
    label.set_code("1 234 567 890")
    label.resize(160, 60)
    image = label.grab().toImage()
    edge = [image.pixelColor(x, y) for x in (0, image.width() - 1) for y in range(image.height())]
    assert all(colour == edge[0] for colour in edge)


def test_a_ring_tells_its_seconds(qtbot) -> None:
    ring = CountdownRing(38, number=True)
    qtbot.addWidget(ring)
    ring.set_time(1, 30)
    assert name(ring) == "1 second left"
    ring.set_time(18, 30)
    assert name(ring) == "18 seconds left"


def test_tab_leaves_a_note(qtbot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    note, after = NoteField(), TextField()
    column.addWidget(note)
    column.addWidget(after)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    note.setFocus()
    qtbot.keyClick(note, Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert note.toPlainText() == ""


def test_the_wheel_does_not_change_a_choice(qtbot) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    page = ScrollPage()
    choice = ChoiceField()
    choice.addItems(["SHA-1", "SHA-256"])
    page.body.addWidget(choice)
    qtbot.addWidget(page)
    page.show()
    spot = QPointF(choice.rect().center())
    event = QWheelEvent(
        spot,
        choice.mapToGlobal(spot),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(choice, event)
    assert choice.currentIndex() == 0


def test_enter_that_comes_again_sooner_than_a_person_presses_is_held_down() -> None:
    def enter(time: int, *, told: bool = False) -> QKeyEvent:
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", told)
        event.setTimestamp(time)
        return event

    first, later = 50_000_000, 50_002_000
    assert [is_held(enter(time)) for time in (first, first + 660, first + 700, first + 740)] == [
        False, False, True, True,
    ]  # fmt: skip
    assert [is_held(enter(time)) for time in (later, later)] == [False, False]  # one, seen by two widgets
    assert is_held(enter(later + 660, told=True))
    assert not is_held(enter(0))
    assert not is_held(enter(0))
