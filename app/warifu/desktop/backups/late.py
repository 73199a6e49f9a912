"""Answers that come back when whoever asked is gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec

from shiboken6 import isValid

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

P = ParamSpec("P")


def while_there(widget: QWidget, call: Callable[P, object]) -> Callable[P, None]:
    """``call``, which does nothing once the widget has been destroyed."""

    def come(*arguments: P.args, **named: P.kwargs) -> None:
        if isValid(widget):
            call(*arguments, **named)

    return come
