"""The translations: read from the source, kept, checked, and shown by Qt."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def translations(monkeypatch: pytest.MonkeyPatch):
    """The module, which lies outside of every package."""
    from pathlib import Path

    monkeypatch.syspath_prepend(Path(__file__).resolve().parents[3] / "packaging")
    import translations

    return translations


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A small program with every way to say something."""
    folder = tmp_path / "warifu"
    (folder / "cli").mkdir(parents=True)
    (folder / "cli" / "command.py").write_text("Text('Only in a terminal.')")
    (folder / "errors.py").write_text("class Torn(AppError):\n    pass\n\nclass TornTwice(Torn):\n    pass\n")
    (folder / "page.py").write_text(
        "tr('Copied {title}', title=x)\n"
        "tr('Copied {title}', title=y)\n"
        "tr_n(n, '{n} account', '{n} accounts')\n"
        "tr('Hide' if shown else 'Show')\n"
        "raise TornTwice('It is torn.', path, hint='Mend <it> & go on.')\n"
        "raise ValueError('for programmers')\n"
    )
    return folder


def test_every_way_to_say_something_is_read_once(translations, source: Path) -> None:
    found = translations.sentences(source)
    assert list(translations.unique(found)) == [
        "Copied {title}",
        "{n} accounts",
        "Hide",
        "Show",
        "It is torn.",
        "Mend <it> & go on.",
    ]
    assert [each.english for each in found if each.plural] == ["{n} accounts"]


@pytest.mark.parametrize("said", ["tr(name)", "tr(f'{n} left')", "Text('a' + b)", "AppError(f'No {x}.')"])
def test_a_sentence_that_no_translator_could_see_is_refused(translations, source: Path, said: str) -> None:
    (source / "page.py").write_text(f"\n{said}\n")
    with pytest.raises(translations.NotLiteral, match=r"page\.py:2"):
        translations.sentences(source)


def test_an_update_keeps_marks_and_drops(translations, source: Path, tmp_path: Path) -> None:
    path = tmp_path / "warifu_ja.ts"
    known = {"Copied {title}": "{title}をコピーしました", "{n} accounts": "{n}件", "Gone": "なくなった"}
    path.write_text(translations.as_ts("ja", translations.sentences(source), known), encoding="utf-8")
    kept = translations.translated(path)
    assert kept == {"Copied {title}": "{title}をコピーしました", "{n} accounts": "{n}件"}
    assert path.read_text(encoding="utf-8").count('type="unfinished"') == 4


def test_a_check_tells_what_is_missing_out_of_date_or_names_other_fields(
    translations, source: Path, tmp_path: Path
) -> None:
    path = tmp_path / "warifu_ja.ts"
    found = translations.sentences(source)
    known = dict.fromkeys(translations.unique(found), "日本語")
    path.write_text(translations.as_ts("ja", found[2:], known), encoding="utf-8")
    problems = translations.problems_of(path, found, known, translations.as_ts("ja", found, known))
    assert any("out of date" in each for each in problems)
    assert sum("not the fields" in each for each in problems) == 2
    del known["Hide"]
    assert any(
        each.endswith("Hide")
        for each in translations.problems_of(path, found, known, path.read_text(encoding="utf-8"))
    )


def test_qt_shows_what_the_file_says(translations, source: Path, tmp_path: Path, qapp, monkeypatch) -> None:
    import generated

    known = {"Copied {title}": "{title}をコピーしました", "{n} accounts": "{n}件のアカウント"}
    known["Mend <it> & go on."] = "<直して> & 続ける"
    path = tmp_path / "translations" / "warifu_ja.ts"
    path.parent.mkdir()
    path.write_text(translations.as_ts("ja", translations.sentences(source), known), encoding="utf-8")
    generated.compile_translation(sys.executable, str(path), str(path.with_suffix(".qm")))

    from warifu.desktop import i18n

    monkeypatch.setattr("warifu.resources.resource", lambda name: tmp_path / name)
    try:
        assert i18n.install(qapp, "ja") == "ja"
        assert i18n.tr("Copied {title}", title="割符") == "割符をコピーしました"
        assert i18n.tr_n(3, "{n} account", "{n} accounts") == "3件のアカウント"
        assert i18n.tr("Mend <it> & go on.") == "<直して> & 続ける"
        assert i18n.tr("It is torn.") == "It is torn."
    finally:
        i18n.install(qapp, "en")
    assert i18n.tr("Copied {title}", title="割符") == "Copied 割符"


def test_the_translations_are_complete(translations) -> None:
    checked = subprocess.run(
        [sys.executable, translations.__file__, "--check"], capture_output=True, text=True, check=False
    )
    assert checked.stdout == ""
    assert checked.stderr == ""
