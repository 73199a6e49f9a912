"""What several scans gave together: accounts, and how much of a transfer in several codes was read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from warifu.core.intake import Intake, combined
from warifu.core.migration import missing_parts
from warifu.core.scanned import recognise_code
from warifu.core.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from warifu.core.migration import Batch

MAX_TEXTS = 2_000  # far more than anybody scans for one purpose


@dataclass(frozen=True, slots=True)
class Transfer:
    """How much of one transfer was read, and the numbers of the first missing parts, counted from 1."""

    read: int
    size: int
    missing: tuple[int, ...]

    @property
    def progress(self) -> Text:
        """For the user."""
        return Text("{read} of {size} read", read=self.read, size=self.size)


class Gathering:
    """Collects the texts of QR codes, in any order and however often each is seen. Stores nothing."""

    def __init__(self) -> None:
        self._intakes: dict[str, Intake] = {}

    def add(self, untrusted_texts: Iterable[str]) -> Intake:
        """Take in what one scan read; gives what of it is new."""
        new: dict[str, Intake] = {}
        for text in untrusted_texts:
            if text not in self._intakes and len(self._intakes) + len(new) < MAX_TEXTS:
                new[text] = recognise_code(text)
        self._intakes |= new
        return combined(new.values())

    @property
    def intake(self) -> Intake:
        """Everything so far; what is missing of transfers is among the problems, and may be left missing."""
        return combined(self._intakes.values())

    @property
    def transfers(self) -> tuple[Transfer, ...]:
        """The transfers of which at least one code was read, in the order in which they were met."""
        kept: dict[tuple[int, int], list[Batch]] = {}
        for batch in self.intake.batches:
            kept.setdefault((batch.batch_id, batch.size), []).append(batch)
        return tuple(
            Transfer(len(batches), size, tuple(part for part, _ in missing_parts(batches)))
            for (_, size), batches in kept.items()
        )

    @property
    def is_whole(self) -> bool:
        """Whether no transfer lacks a part."""
        return all(transfer.read >= transfer.size for transfer in self.transfers)

    def continues(self, untrusted_text: str) -> bool:
        """Whether a text is a part of a transfer of which a part was read."""
        begun = {(batch.batch_id, batch.size) for batch in self.intake.batches}
        parts = recognise_code(untrusted_text).batches
        return bool(parts) and all((part.batch_id, part.size) in begun for part in parts)
