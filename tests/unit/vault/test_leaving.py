"""The list of services to set up again is a part of the vault like any other: joined, kept, encrypted."""

from __future__ import annotations

import json
from itertools import permutations

import pytest

from warifu.core.errors import VaultDamaged
from warifu.vault.document import Document
from warifu.vault.merge import merge


def stamp(number: int, device: str = "a") -> str:
    return f"{number:012x}-0000-{device}"


def names(document: Document) -> list[str]:
    return [service.name for service in document.services_to_move()]


def test_services_come_in_the_order_in_which_they_were_added() -> None:
    document = Document.empty().note_service("1", stamp(1), name="Zoho", added=10)
    document = document.note_service("2", stamp(2), name="GitHub", brand="github", added=20)
    document = document.note_service("1", stamp(3), done=30)
    first, second = document.services_to_move()
    assert (first.name, first.done, second.brand, second.done) == ("Zoho", 30, "github", 0)
    assert document.newest() == stamp(3)


def test_what_was_taken_off_stays_off_whatever_an_old_copy_says() -> None:
    old = Document.empty().note_service("1", stamp(1), name="GitHub", added=1)
    new = old.note_service("1", stamp(2), gone=True)
    assert names(merge(old, new)) == names(merge(new, old)) == []


def test_copies_join_whatever_comes_first() -> None:
    base = Document.empty().note_service("1", stamp(1), name="GitHub", added=1)
    copies = (
        base.note_service("1", stamp(2, "b"), done=5),
        base.note_service("2", stamp(2, "c"), name="GitLab", added=2),
        base.note_service("1", stamp(3, "d"), gone=True).note_service(
            "3", stamp(4, "d"), name="AWS", added=3
        ),
    )
    joined = {
        json.dumps(json.loads(merge(merge(one, two), three).to_json()), sort_keys=True)
        for one, two, three in permutations(copies)
    }
    assert len(joined) == 1
    assert names(merge(merge(*copies[:2]), copies[2])) == ["GitLab", "AWS"]


def test_unknown_fields_survive() -> None:
    state = json.loads(Document.empty().note_service("1", stamp(1), name="GitHub").to_json())
    state["leaving"]["1"]["future"] = {"a": 1}
    document = Document.from_json(json.dumps(state).encode()).note_service("1", stamp(2), done=9)
    assert json.loads(document.to_json())["leaving"]["1"] == {
        "name": "GitHub", "future": {"a": 1}, "done": 9, "stamp": stamp(2),
    }  # fmt: skip


@pytest.mark.parametrize("shape", ["[]", '{"1": []}', '{"1": {}}', '{"1": {"stamp": "no stamp"}}', '"text"'])
def test_another_shape_is_damage(shape: str) -> None:
    content = f'{{"accounts": [], "devices": {{}}, "leaving": {shape}}}'
    with pytest.raises(VaultDamaged):
        Document.from_json(content.encode())
