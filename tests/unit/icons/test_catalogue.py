"""The brand catalogue as it is made at install time, and what looking into it costs."""

from __future__ import annotations

import re
import time
import tracemalloc

import pytest

from warifu.icons.catalogue import Catalogue
from warifu.resources import resource


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.open()


def first(catalogue: Catalogue, query: str) -> str:
    return next((brand.slug for brand in catalogue.find(query)), "")


def test_more_than_3400_brands_can_be_drawn(catalogue):
    slugs = catalogue.slugs()
    assert len(slugs) == len(set(slugs)) == len(catalogue) > 3400
    for slug in slugs:
        brand = catalogue.get(slug)
        assert brand is not None, slug
        assert brand.slug == slug
        assert brand.title
        _left, _top, width, height = brand.view_box
        assert width == height > 0, slug
        for colour, path in ((brand.colour, brand.path), *brand.accents):
            assert re.fullmatch(r"(#[0-9a-f]{6})?", colour), slug
            assert re.fullmatch(r"(M[\d. -]+([LCQ][\d. -]+|Z)*)+", path), slug


@pytest.mark.parametrize(
    ("query", "slug"),
    [
        ("aws", "aws"),
        ("amazon web services", "aws"),
        ("console.aws.amazon.com", "aws"),
        ("Amazon.co.jp", "amazon"),
        ("github", "github"),
        ("ギットハブ", "github"),
        ("ぎっとはぶ", "github"),
        ("WordPress", "wordpress"),
        ("ワードプレス", "wordpress"),
        ("ﾜｰﾄﾞﾌﾟﾚｽ", "wordpress"),
        ("任天堂", "nintendo-switch"),
        ("twitter", "x"),
        ("node.js", "nodedotjs"),
        ("hack box", "hackthebox"),
        ("1pass", "1password"),
    ],
)
def test_a_brand_is_found_by_name_alias_and_domain(catalogue, query, slug):
    assert first(catalogue, query) == slug


def test_every_word_of_a_search_must_occur(catalogue):
    assert {brand.slug for brand in catalogue.find("google cloud")} >= {"googlecloud", "googlecloudstorage"}
    assert catalogue.find("google zzz") == []


def test_without_a_search_the_services_that_most_people_use_come_first(catalogue):
    assert [brand.slug for brand in catalogue.find("", 3)] == ["aws", "google", "microsoft"]
    assert len(catalogue.find("", 60)) == 60


def test_a_sign_of_several_colours_keeps_them(catalogue):
    aws = catalogue.get("aws")
    assert (aws.colour, [colour for colour, _ in aws.accents]) == ("", ["#ff9900"])
    microsoft = catalogue.get("microsoft")
    assert {microsoft.colour, *(colour for colour, _ in microsoft.accents)} == {
        "#f25022", "#7fba00", "#00a4ef", "#ffb900",
    }  # fmt: skip


@pytest.mark.parametrize(
    "query", ["", " ", "\t", "\n", ",", "|", ";", "/", "%s", "\x00", "🔑", "a" * 10_000, "."]
)
def test_nothing_that_is_typed_breaks_the_search(catalogue, query):
    catalogue.find(query)
    catalogue.named(query)
    catalogue.at_domain(query)
    assert catalogue.get(query) is None


def test_a_missing_or_foreign_file_is_an_empty_catalogue(tmp_path):
    foreign = tmp_path / "icons.bin"
    foreign.write_bytes(b"something else\n" * 100)
    (tmp_path / "empty.bin").touch()
    for path in (foreign, tmp_path / "empty.bin", tmp_path / "missing.bin", tmp_path):
        catalogue = Catalogue.open(path)
        assert (len(catalogue), catalogue.find("a"), catalogue.get("github")) == (0, [], None)
        assert catalogue.slugs() == []


def test_opening_and_one_brand_cost_next_to_nothing():
    Catalogue.open(resource("icons.bin"))
    best = min(_seconds(lambda: Catalogue.open().get("github")) for _ in range(20))
    tracemalloc.start()
    opened = Catalogue.open()
    opened.get("github")
    taken, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(opened) > 3400
    assert best < 0.003
    assert taken < 400_000  # bytes


def test_a_keystroke_costs_less_than_5_ms(catalogue):
    catalogue.find("warm")
    for query in ("a", "am", "amazon w", ""):
        assert min(_seconds(lambda query=query: catalogue.find(query, 300)) for _ in range(10)) < 0.005


def _seconds(work) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
