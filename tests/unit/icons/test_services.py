"""The table of names and domains: each belongs to one brand that there is."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

import pytest

from warifu.icons.catalogue import Catalogue
from warifu.icons.names import key

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def services():
    sys.path.insert(0, str(ROOT / "packaging"))
    try:
        import build_icons
    finally:
        sys.path.remove(str(ROOT / "packaging"))
    return build_icons.services()


def test_each_service_has_a_sign(services):
    catalogue = Catalogue.open()
    assert [service.slug for service in services if catalogue.get(service.slug) is None] == []


def test_no_name_domain_or_brand_stands_twice(services):
    names = [{key(name) for name in (*service.inside, *service.alone)} for service in services]
    for things in (
        [service.slug for service in services],
        [name for of_one in names for name in of_one],
        [domain for service in services for domain in service.domains],
    ):
        assert [thing for thing, count in Counter(things).items() if count > 1] == []


def test_domains_are_domains(services):
    for service in services:
        for domain in service.domains:
            assert re.fullmatch(r"([a-z0-9-]+\.)+[a-z]{2,24}", domain), service.slug


def test_each_name_and_domain_leads_to_its_brand(services):
    catalogue = Catalogue.open()
    for service in services:
        for name in service.inside:
            assert catalogue.told_by(key(name)) == service.slug, name
        for name in service.alone:
            assert catalogue.called(key(name)) == service.slug, name
            assert catalogue.told_by(key(name)) == "", name
        for domain in service.domains:
            assert catalogue.at_domain(f"login.{domain}") == service.slug, domain
