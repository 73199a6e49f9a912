"""Make the brand catalogue ``resources/icons.bin`` from the packages simplepycons and QtAwesome.

    python packaging/build_icons.py [FILE]

simplepycons carries Simple Icons; QtAwesome carries the fonts of Font Awesome's brands and of Material Design
Icons, from whose outlines the paths of brands missing in Simple Icons are taken. Only files of these packages
are read; neither is imported, and Qt is not needed. docs/icons.md names the licences.
"""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "app"))

from warifu.icons.catalogue import MAGIC  # noqa: E402
from warifu.icons.names import folded  # noqa: E402
from warifu.icons.services import services  # noqa: E402

_PROPERTY = r'def {name}\(self\) -> "str":\s+return "((?:[^"\\]|\\.)*)"'
_PATH = re.compile(r'<path\s+d="([^"]+)"')
# Signs of Font Awesome's brands that only repeat another one in a box, or that are no brand.
_VARIANTS = re.compile(
    r"^square-|^cc-|-(alt|square|f|in|b|k|s|g|p|v|reverse|simple|note|legacy)$|^creative-commons-"
)
_MATERIAL = (
    "microsoft-azure", "microsoft-azure-devops", "microsoft-bing", "microsoft-onedrive", "microsoft-outlook",
    "microsoft-sharepoint", "microsoft-teams", "microsoft-office", "nintendo-switch", "nintendo-wii",
)  # fmt: skip
_COLOURS = {
    "adn": "#504E4F", "amazon": "#FF9900", "amazon-pay": "#FF9900", "aws": "#FF9900", "battle-net": "#148EFF",
    "css3": "#1572B6", "edge": "#0078D7", "internet-explorer": "#0076D6", "linkedin": "#0A66C2",
    "microsoft": "#00A4EF", "microsoft-azure": "#0078D4", "microsoft-azure-devops": "#0078D7",
    "microsoft-bing": "#008373", "microsoft-office": "#D83B01", "microsoft-onedrive": "#0078D4",
    "microsoft-outlook": "#0078D4", "microsoft-sharepoint": "#0078D4", "microsoft-teams": "#6264A7",
    "nintendo-switch": "#E60012", "nintendo-wii": "#009AC7", "pied-piper": "#3FA648", "salesforce": "#00A1E0",
    "skype": "#00AFF0", "slack": "#4A154B", "twitter": "#1DA1F2", "windows": "#0078D4", "xbox": "#107C10",
    "yahoo": "#6001D2", "yammer": "#106EBE", "itch-io": "#FA5C5C", "digital-ocean": "#0080FF",
}  # fmt: skip
_TITLES = {
    "aws": "Amazon Web Services", "battle-net": "Battle.net", "linkedin": "LinkedIn",
    "amazon-pay": "Amazon Pay", "css3": "CSS3", "microsoft-onedrive": "OneDrive",
    "microsoft-sharepoint": "SharePoint",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sign:
    """One brand as it goes into the catalogue."""

    slug: str
    title: str
    colour: str
    size: float
    path: str


def main() -> None:
    """Write the catalogue and say how many brands it holds."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "icons.bin"
    signs = {sign.slug: sign for sign in _simple_icons()}
    taken = {_key(sign.title) for sign in signs.values()} | set(signs)
    for sign in (*_font("fontawesome6-brands-webfont"), *_font("materialdesignicons6-webfont", _MATERIAL)):
        if _key(sign.title) not in taken and _key(sign.slug) not in taken:
            signs[sign.slug] = sign
            taken |= {_key(sign.title), _key(sign.slug)}
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.write_bytes(_packed(sorted(signs.values(), key=lambda sign: sign.slug)))
    part.replace(target)
    print(f"{len(signs)} brands")


def _simple_icons() -> Iterator[Sign]:
    for file in sorted(_folder("simplepycons").glob("_*.py")):
        source = file.read_text(encoding="utf-8")
        fields = [
            re.search(_PROPERTY.format(name=name), source) for name in ("name", "title", "primary_color")
        ]
        path = _PATH.search(source)
        if path is None or None in fields or source.count("<path") != 1:
            continue
        slug, title, colour = (field[1].replace('\\"', '"').replace("\\'", "'") for field in fields if field)
        yield Sign(slug, _plain(title), colour.lower(), 24, " ".join(path[1].split()))


def _font(name: str, chosen: tuple[str, ...] = ()) -> Iterator[Sign]:
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen
    from fontTools.ttLib import TTFont

    fonts = _folder("qtawesome") / "fonts"
    font = TTFont(next(fonts.glob(f"{name}-[0-9]*.ttf")))
    names = json.loads(next(fonts.glob(f"{name}-charmap-*.json")).read_text(encoding="utf-8"))
    glyphs, characters, em = font.getGlyphSet(), font.getBestCmap(), font["head"].unitsPerEm
    for slug in chosen or [slug for slug in names if not _VARIANTS.search(slug)]:
        glyph_name = characters.get(int(names[slug], 16))
        if glyph_name is None:
            continue
        glyph = glyphs[glyph_name]
        box = _bounds(glyphs, glyph_name)
        if box is None:
            continue
        side = max(em, box[2] - box[0], box[3] - box[1])
        shift = ((side - box[0] - box[2]) / 2, (side + box[1] + box[3]) / 2)
        pen = SVGPathPen(glyphs, ntos=lambda value: f"{value:.4g}")
        glyph.draw(TransformPen(pen, (1, 0, 0, -1, *shift)))
        title = _TITLES.get(slug, " ".join(word.capitalize() for word in slug.split("-")))
        yield Sign(slug, title, _COLOURS.get(slug, "").lower(), side, pen.getCommands())


def _bounds(glyphs: object, name: str) -> tuple[float, float, float, float] | None:
    from fontTools.pens.boundsPen import BoundsPen

    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)  # type: ignore[index]
    return pen.bounds


def _packed(signs: list[Sign]) -> bytes:
    paths, index = bytearray(), []
    known = services()
    for sign in signs:
        names, _ = known.get(sign.slug, ((), ()))
        keys = dict.fromkeys(key for name in (sign.title, *names, sign.slug) if (key := _key(name)))
        row = (
            sign.slug,
            sign.title,
            sign.colour,
            f"{sign.size:g}",
            len(paths),
            len(sign.path),
            f"|{'|'.join(keys)}|",
        )
        index.append("\t".join(map(str, row)) + "\n")
        paths += sign.path.encode("ascii")
    body = ("\n" + "".join(index)).encode()
    return MAGIC + len(body).to_bytes(4, "big") + body + paths


def _key(name: str) -> str:
    return folded(name).replace(" ", "")


def _plain(title: str) -> str:
    return " ".join(title.replace("|", " ").split())


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"The package {package} is needed to build the icon catalogue.")
    return Path(spec.origin).parent


if __name__ == "__main__":
    main()
