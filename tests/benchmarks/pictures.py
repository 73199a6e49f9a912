"""The pictures of the benchmark: a folder of photographs, and generated ones."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import cv2
import numpy as np

from scan_pictures.photos import photos
from scan_pictures.screens import screens
from warifu.scan.ladder import Effort

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Case:
    """A picture and what is in it; ``texts`` is None where there is a code of unknown text."""

    set_name: str
    gray: NDArray[Any]
    texts: frozenset[str] | None
    effort: Effort


def photographs(folder: Path) -> Iterator[Case]:
    """The pictures that EXPECTED.json of this folder names; their sets are its folders."""
    for entry in json.loads((folder / "EXPECTED.json").read_text(encoding="utf-8")):
        texts = frozenset(plain(text) for text in entry["texts"] or ())
        unknown = entry["has_code"] and not texts
        gray = _opened(folder / entry["image"])
        yield Case(entry["image"].split("/")[0], gray, None if unknown else texts, Effort.PHOTO)


def generated(*, quick: bool) -> Iterator[Case]:
    """Screens, and what a camera sees, with seeds that no test uses."""
    sizes = ((1920, 1080),) if quick else ((1920, 1080), (2560, 1440), (3840, 2160))
    for picture in screens(30, sizes):
        yield Case(f"screens {picture.gray.shape[1]} x {picture.gray.shape[0]}", picture.gray,
                   frozenset(picture.texts), Effort.SCREEN)  # fmt: skip
    for picture in photos(31, 1 if quick else 6):
        yield Case(f"camera: {picture.kind}", picture.gray, frozenset(picture.texts), Effort.PHOTO)


def plain(text: str) -> str:
    """With the line ends that the sets' own files have."""
    return text.replace("\r\n", "\n")


def _opened(file: Path) -> NDArray[Any]:
    data = np.frombuffer(file.read_bytes(), np.uint8)
    gray = cv2.imdecode(data, cv2.IMREAD_GRAYSCALE | cv2.IMREAD_IGNORE_ORIENTATION)
    return np.zeros((1, 1), np.uint8) if gray is None else gray  # OpenCV opens no WebP of one pixel
