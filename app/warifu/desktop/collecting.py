"""Garbage is collected on the main thread alone.

Python collects on whatever thread makes the object that is one too many. A widget or timer that dies there,
far from its own thread, is told off by Qt at best and brings the process down at worst. So Python's own
collecting is off, and the main thread does it where it has made something: at each second that is shown, with
each result of a task, with each page. A hidden window makes nothing and collects nothing.
"""

from __future__ import annotations

import gc


def begin() -> None:
    """Leave alone what start-up made, and collect nothing by itself from now on."""
    gc.freeze()
    gc.disable()


def collect_if_due() -> None:
    """Collect what Python itself would have collected by now. Call it on the main thread."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [generation for generation in range(len(counts)) if counts[generation] > limits[generation] > 0]
    if due:
        gc.collect(due[-1])
