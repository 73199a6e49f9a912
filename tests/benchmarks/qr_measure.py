"""Counts what each reader reads, and the processor time that it takes."""

from __future__ import annotations

import statistics
import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from readers import LADDER, alone, ladder

from pictures import plain
from scan_pictures.photos import film
from warifu.scan.frame import Frame
from warifu.scan.video import VideoReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from readers import Reader

    from pictures import Case

_FRAMES = 16
FILMS = ("easy", "noisy", "dark", "moved", "combined", "glaring", "defocused", "small", "scribbled", "none")


@dataclass(slots=True)
class Score:
    """What one reader did on one set; milliseconds of processor time for each picture."""

    codes: int = 0
    read: int = 0
    wrong: int = 0
    times: list[float] = field(default_factory=list)


Scores = dict[str, dict[str, Score]]  # by set, then by reader


def measure(cases: list[Case], say: Callable[[str], None]) -> Scores:
    """Every reader on every picture.

    Some pictures hold two codes of which their set names one, so a text is wrong only if no picture has it.
    """
    known = frozenset[str]().union(*(case.texts or () for case in cases))
    scores: Scores = {}
    for name, reader in ({LADDER: None} | alone()).items():
        say(name)
        for case in cases:
            score = scores.setdefault(case.set_name, {}).setdefault(name, Score())
            count(case, reader or ladder(case.effort), score, known)
    return scores


def count(case: Case, reader: Reader, score: Score, known: frozenset[str]) -> None:
    """Add one picture to a score."""
    begin = time.process_time()
    texts = {plain(text) for text in reader(case.gray)}
    score.times.append(1000 * (time.process_time() - begin))
    if case.texts is None:
        score.codes += 1
        score.read += bool(texts)
        return
    score.codes += len(case.texts)
    score.read += len(texts & case.texts)
    score.wrong += len(texts - known)


@dataclass(frozen=True, slots=True)
class Films:
    """Films of 1280 x 720 that were read, frame by frame alone and joined; milliseconds for a frame."""

    count: int
    alone: int
    joined: int
    wrong: int
    median: float


def video(each: int) -> Films:
    """Short films of every kind, read by the reader of videos and by its decoder alone."""
    decoder, times = alone()["zxing-cpp"], list[float]()
    count = alone_count = joined_count = wrong = 0
    for kind in FILMS:
        for number in range(each):
            chance = np.random.default_rng([32, number, *kind.encode()])
            reader, read_alone, read_joined = VideoReader(), False, False
            for picture in film(chance, (1280, 720), kind, _FRAMES):
                read_alone = read_alone or bool(decoder(picture.gray))
                begin = time.process_time()
                found = reader.read(Frame.of(picture.gray))
                times.append(1000 * (time.process_time() - begin))
                read_joined = read_joined or bool(found)
                wrong += sum(code.text not in picture.texts for code in found)
            count += kind != "none"
            alone_count, joined_count = alone_count + read_alone, joined_count + read_joined
    return Films(count, alone_count, joined_count, wrong, statistics.median(times))
