"""From pictures to the texts of their codes, away from the main thread; one failure stops no other."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from warifu.core.errors import AppError
from warifu.core.intake import has_link
from warifu.core.scanned import recognise_code
from warifu.desktop.i18n import shown, tr, tr_n
from warifu.desktop.scanning.image_files import Failure, name_of, read_file
from warifu.scan.ladder import Effort

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from warifu.core.intake import Intake
    from warifu.desktop.scanning.gray import Gray
    from warifu.services.scanning import PictureReader, ScanResult

_MOST_TOLD = 4  # failures that are named


@dataclass(frozen=True, slots=True)
class Harvest:
    """The texts in the order of the pictures, each once, and the pictures that gave none."""

    texts: tuple[str, ...] = field(default=(), repr=False)
    failures: tuple[Failure, ...] = ()


def read_all(
    reader: PictureReader,
    files: Sequence[Path] = (),
    pictures: Sequence[bytes] = (),
    drawn: Gray | None = None,
) -> Harvest:
    """Read files, pictures in memory, and pixels."""
    jobs: list[tuple[str, Callable[[], ScanResult]]] = [
        (name_of(path), partial(_read_file, reader, path)) for path in files
    ]
    jobs += [("", partial(reader.read_picture, picture)) for picture in pictures]
    if drawn is not None:
        jobs.append(("", partial(read_gray, reader, drawn, Effort.PHOTO)))
    return _harvest(jobs)


def read_gray(reader: PictureReader, gray: Gray, effort: Effort) -> ScanResult:
    """Read pixels."""
    return reader.read_frame(gray.width, gray.height, gray.data, effort)


def _read_file(reader: PictureReader, path: Path) -> ScanResult:
    return reader.read_picture(read_file(path))


def _harvest(jobs: Iterable[tuple[str, Callable[[], ScanResult]]]) -> Harvest:
    texts: dict[str, None] = {}
    failures: list[Failure] = []
    for name, job in jobs:
        try:
            found = job().texts
        except AppError as error:
            failures.append(Failure(name, error))
            continue
        texts.update((each.text, None) for each in found)
        if not found:
            failures.append(Failure(name, no_code()))
    return Harvest(tuple(texts), tuple(failures))


def no_code() -> AppError:
    """Nothing was found in a picture."""
    return AppError(
        "No QR code was found in this picture.",
        hint="Cut it so that the code fills most of it, and try again.",
    )


def useful(untrusted_texts: Iterable[str]) -> tuple[str, ...]:
    """The texts that mean accounts, or should; codes of other kinds are on every screen and poster."""
    intakes = {text: recognise_code(text) for text in untrusted_texts}
    if not any(intake.accounts or intake.batches for intake in intakes.values()):
        return ()
    return tuple(text for text, intake in intakes.items() if intake.accounts or has_link(text))


def refusal(intake: Intake) -> AppError:
    """Why what was read means no account."""
    problem = intake.problems[0]
    return AppError(problem.title, hint=problem.hint)


def told(failures: Sequence[Failure]) -> AppError:
    """One refusal that names each picture that gave nothing."""
    if len(failures) == 1 and not failures[0].name:
        return failures[0].error
    if len(failures) == 1:
        error = failures[0].error
        return AppError(_line(failures[0]), error.detail, error.hint)
    lines = [_line(failure) for failure in failures[:_MOST_TOLD]]
    if more := len(failures) - len(lines):
        lines.append(tr_n(more, "And {n} more.", "And {n} more."))
    title = tr_n(len(failures), "{n} picture gave nothing.", "{n} pictures gave nothing.")
    return AppError(title, "\n".join(lines))


def _line(failure: Failure) -> str:
    sentence = shown(failure.error.title)
    return tr("{name}: {problem}", name=failure.name, problem=sentence) if failure.name else sentence
