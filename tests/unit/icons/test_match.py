"""Which brand a title or an issuer names, and when it names none."""

from __future__ import annotations

import time

import pytest
from most_used import MOST_USED, NOT_THE_MARK

from warifu.icons.catalogue import Catalogue
from warifu.icons.match import suggest


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue.open()


def test_the_150_services_most_used_with_codes_find_their_brand(catalogue):
    assert len(MOST_USED) == len({title for title, _ in MOST_USED}) == 150
    wrong = {title: got for title, slug in MOST_USED if (got := suggest(catalogue, title)) != slug}
    assert wrong == {}
    assert sum(bool(slug) and title not in NOT_THE_MARK for title, slug in MOST_USED) >= 140


@pytest.mark.parametrize(("title", "slug"), [pair for pair in MOST_USED if pair[1]])
def test_they_find_it_as_issuers_in_small_letters_too(catalogue, title, slug):
    assert suggest(catalogue, "MIKOLABO-FIRST", title.lower()) == slug


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("AWS root · mikolabo", "aws"),
        ("Amazon Web Services", "aws"),
        ("Amazon Web Services (mikolabo)", "aws"),
        ("https://console.aws.amazon.com/iam/home", "aws"),
        ("Amazon", "amazon"),
        ("WordPress MIKOLABO", "wordpress"),
        ("Word Press", "wordpress"),
        ("ＷｏｒｄＰｒｅｓｓ", "wordpress"),
        ("ワードプレスのログイン", "wordpress"),
        ("アマゾンの買い物", "amazon"),
        ("アマゾン ウェブ サービス", "aws"),
        ("楽天市場", "rakuten"),
        ("ヤフー", "yahoo"),
        ("Yahoo!ジャパン", "yahoo"),
        ("任天堂", "nintendo-switch"),
        ("マイクロソフト アカウント", "microsoft"),
        ("myteam.slack.com", "slack"),
        ("login.salesforce.com", "salesforce"),
        ("mastodon.social", "mastodon"),
        ("Google (me@example.com)", "google"),
        ("GitHub:ada", "github"),
        ("X", "x"),
        ("LINE 仕事", "line"),
        ("My Box account 2", "box"),
        ("Google Cloud Platform", "googlecloud"),
    ],
)
def test_a_title_names_its_brand(catalogue, title, slug):
    assert suggest(catalogue, title) == slug


@pytest.mark.parametrize(
    "title",
    [
        "", " ", "MIKOLABO-FIRST", "Max", "Max Planck", "Charles", "Julia", "Root", "Vault", "Home", "Mail",
        "Bank", "Router", "test", "e", "Mi", "me@gmail.com", "ada＠github.com", "@yuki@mastodon.social",
        "github.com.evil.example", "notgithub.com", "amazonaws", "oramazon", "Big Apple Bank",
        "Spring garden club", "Line 2 of the metro", "first medium size", "オンライン", "ライン川の旅",
        "楽天家", "🔑", "\u202eevil", "...", "a.b", "x-ray", "Wise old owl",
    ],
)  # fmt: skip
def test_a_wrong_brand_is_worse_than_none(catalogue, title):
    assert suggest(catalogue, title) == ""


def test_a_title_goes_before_the_issuer_but_needs_no_brand(catalogue):
    assert suggest(catalogue, "WordPress MIKOLABO", "Amazon Web Services") == "wordpress"
    assert suggest(catalogue, "MIKOLABO-FIRST", "Amazon Web Services") == "aws"
    assert suggest(catalogue, "", "GitHub") == "github"


def test_of_several_brands_in_a_title_the_issuer_decides_else_the_first(catalogue):
    assert suggest(catalogue, "Amazon Slack", "Slack") == "slack"
    assert suggest(catalogue, "GitHub (Google login)") == "github"


def test_no_brand_comes_from_an_empty_catalogue(tmp_path):
    assert suggest(Catalogue.open(tmp_path / "missing"), "GitHub", "github.com") == ""


def test_a_keystroke_in_a_long_title_costs_less_than_5_ms(catalogue):
    title = "the long name of an account that tells nothing at all " * 4
    best = 1.0
    for _ in range(10):
        begin = time.perf_counter()
        suggest(catalogue, title, title)
        best = min(best, time.perf_counter() - begin)
    assert best < 0.005
