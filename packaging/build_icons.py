"""Make the brand catalogue ``resources/icons.bin`` from the packages simplepycons and QtAwesome.

    python packaging/build_icons.py [FILE]

simplepycons carries Simple Icons; QtAwesome carries the fonts of Font Awesome's brands and of Material Design
Icons, whose outlines become the paths of brands that Simple Icons has not. ``more_brands.toml`` holds a few
more. The files of QtAwesome are read without importing it, so Qt is not needed. docs/icons.md names the
licences.
"""

from __future__ import annotations

import importlib.util
import json
import logging
import re
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "app"))

from warifu.icons.catalogue import MAGIC  # noqa: E402
from warifu.icons.names import folded, key  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fontTools.ttLib import TTFont

ICONS = ROOT / "app" / "warifu" / "icons"
_PATH = re.compile(r'<path\s+d="([^"]+)"')
_SHORTEST = 3  # letters of a name that tells a brand without standing in services.txt
_LETTERS = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "qCurveTo": "Q", "closePath": "Z", "endPath": ""}
# Signs of Font Awesome that repeat another one, or that are no brand.
_VARIANTS = re.compile(
    r"^(square|cc|creative-commons)-|-(alt|f|in|b|k|s|g|p|v|m|reverse|simple|note|legacy|symbol|circle|alien|w)$"
)
_MATERIAL = (
    "microsoft-azure", "microsoft-azure-devops", "microsoft-bing", "microsoft-onedrive", "microsoft-outlook",
    "microsoft-sharepoint", "microsoft-teams", "microsoft-office", "nintendo-switch", "nintendo-wii",
)  # fmt: skip
_COLOURS = {
    "amazon": "#FF9900", "amazon-pay": "#FF9900", "css3": "#1572B6", "edge": "#0078D7", "chrome": "#4285F4",
    "internet-explorer": "#0076D6", "linkedin": "#0A66C2", "microsoft-azure": "#0078D4",
    "microsoft-azure-devops": "#0078D7", "microsoft-bing": "#008373", "microsoft-office": "#D83B01",
    "microsoft-onedrive": "#0078D4", "microsoft-outlook": "#0078D4", "microsoft-sharepoint": "#0078D4",
    "microsoft-teams": "#6264A7", "nintendo-switch": "#E60012", "nintendo-wii": "#009AC7", "java": "#E76F00",
    "salesforce": "#00A1E0", "skype": "#00AFF0", "slack": "#4A154B", "twitter": "#1DA1F2",
    "linode": "#00A95C",
    "windows": "#0078D4", "xbox": "#107C10", "yahoo": "#6001D2", "yammer": "#106EBE", "weibo": "#E6162D",
    "yandex": "#FC3F1D", "weebly": "#2990EA", "magento": "#EE672F", "opencart": "#23A1D1", "vine": "#00B488",
    "google-plus": "#DB4437", "google-wallet": "#4285F4", "stumbleupon": "#EB4924", "get-pocket": "#EF3F56",
}  # fmt: skip
_TITLES = {
    "aws": "Amazon Web Services", "linkedin": "LinkedIn", "css3": "CSS3", "microsoft-onedrive": "OneDrive",
    "microsoft-sharepoint": "SharePoint", "get-pocket": "Pocket", "usb": "USB", "whmcs": "WHMCS",
    "google-plus": "Google+", "tencent-weibo": "Tencent Weibo", "opencart": "OpenCart",
}  # fmt: skip
# Brands of several colours, told apart by the place of their outlines: x and y from 0 to 1, y downwards.
_ACCENTS: dict[str, Callable[[float, float], str]] = {
    "aws": lambda x, y: "#FF9900" if y > 0.6 else "",  # noqa: ARG005
    "microsoft": lambda x, y: (("#F25022", "#00A4EF"), ("#7FBA00", "#FFB900"))[x > 0.5][y > 0.5],
}


@dataclass(frozen=True, slots=True)
class Sign:
    """One brand as it goes into the catalogue. ``parts`` are colours and paths, the main one first."""

    slug: str
    title: str
    view_box: tuple[float, ...]
    parts: tuple[tuple[str, str], ...]
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """One line of services.txt."""

    slug: str
    inside: tuple[str, ...]  # names that tell the brand in a longer title too
    alone: tuple[str, ...]
    domains: tuple[str, ...]


def main() -> None:
    """Write the catalogue and say how many brands it holds."""
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "icons.bin"
    signs = collected()
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_suffix(".part")
    part.write_bytes(packed(signs, services()))
    part.replace(target)
    print(f"{len(signs)} brands")


def collected() -> list[Sign]:
    """Every brand once, from the first set that has it."""
    signs: dict[str, Sign] = {}
    taken: set[str] = set()
    fonts = (*_font("fontawesome6-brands-webfont"), *_font("materialdesignicons6-webfont", _MATERIAL))
    for sign in (*_simple_icons(), *_more_brands(), *fonts):
        names = {key(sign.title), key(sign.slug)}
        if sign.slug not in signs and (sign.view_box[2] == 24 or not names & taken):
            signs[sign.slug] = sign
            taken |= names
    return [signs[slug] for slug in sorted(signs)]


def services() -> list[Service]:
    """The lines of services.txt, in their order."""
    found = []
    for line in (ICONS / "services.txt").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            slug, names, domains = [*(part.strip() for part in line.split(";")), ""][:3]
            listed = [name.strip() for name in names.split(",") if name.strip()]
            inside = tuple(name for name in listed if not name.startswith("="))
            alone = tuple(name[1:] for name in listed if name.startswith("="))
            found.append(Service(slug, inside, alone, tuple(domains.replace(",", " ").split())))
    return found


def packed(signs: list[Sign], known: list[Service]) -> bytes:
    """The bytes of the catalogue, as warifu.icons.catalogue reads them."""
    paths = bytearray()
    rows = bytearray(b"\n")
    places = {}
    for sign in signs:
        places[sign.slug] = len(rows)
        parts = []
        for colour, path in sign.parts:
            drawn = plain_path(path).encode("ascii")
            parts += [str(len(paths)), str(len(drawn)), colour.lower()]
            paths += drawn
        box = " ".join(f"{edge:g}" for edge in sign.view_box)
        rows += ("\t".join((sign.slug, sign.title, box, *parts)) + "\n").encode()
    lines = _names(signs, known, places)
    listed = sum(service.slug in places for service in known)
    names = [("\n" + "".join(lines[:listed])).encode(), "".join(lines[listed:]).encode()]
    lengths = b"".join(len(section).to_bytes(4, "big") for section in (rows, *names))
    return MAGIC + lengths + rows + b"".join(names) + paths


def plain_path(path: str) -> str:
    """The same SVG path by absolute moves, lines, curves and closings alone, to be drawn without a parser."""
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    recording = RecordingPen()
    parse_path(path, recording)
    return "".join(
        letter + " ".join(_number(part) for point in points for part in point)
        for step, points in recording.value
        if (letter := _LETTERS[step]) or points
    )


def _number(value: float) -> str:
    return f"{round(value, 3):g}" if abs(value) < 1000 else f"{value:.1f}".removesuffix(".0")


def _names(signs: list[Sign], known: list[Service], places: dict[str, int]) -> list[str]:
    """The line of names of each brand, those of services.txt first. Each key belongs to one brand."""
    by_slug = {sign.slug: sign for sign in signs}
    listed = {service.slug: service for service in known if service.slug in by_slug}
    rest = sorted(set(by_slug) - set(listed), key=lambda slug: (by_slug[slug].title.casefold(), slug))
    taken = set((ICONS / "everyday.txt").read_text(encoding="utf-8").split())
    given = [name for service in listed.values() for name in (*service.inside, *service.alone)]
    taken |= {key(name) for name in given}
    lines = []
    for slug in (*listed, *rest):
        sign, service = by_slug[slug], listed.get(slug, Service(slug, (), (), ()))
        own = {key(name) for name in (sign.title, *sign.names, sign.slug)}
        alone = {k for k in own - taken if len(k) >= _SHORTEST}
        taken |= alone
        fields = (
            _field("|", (key(name) for name in service.inside)),
            _field("/", (*(key(name) for name in service.alone), *sorted(alone))),
            _field(";", service.domains),
            _field(",", map(folded, (sign.title, *service.inside, *service.alone, *sign.names, sign.slug))),
        )
        lines.append("\t".join((slug, str(places[slug]), *fields)) + "\n")
    return lines


def _field(divider: str, items: Iterator[str] | tuple[str, ...] | map[str]) -> str:
    return divider + "".join(f"{item}{divider}" for item in dict.fromkeys(items) if item)


def _simple_icons() -> Iterator[Sign]:
    from simplepycons import all_icons

    for name in all_icons.names():
        icon = all_icons[name]
        if path := _PATH.search(icon.raw_svg):
            drawn = " ".join(path[1].split())
            names = tuple(_plain(alias) for alias in icon.aliases)
            yield Sign(icon.name, _plain(icon.title), (0, 0, 24, 24), ((icon.primary_color, drawn),), names)


def _more_brands() -> Iterator[Sign]:
    with (ROOT / "packaging" / "more_brands.toml").open("rb") as file:
        for slug, brand in tomllib.load(file).items():
            accents = tuple((colour, path) for colour, path in brand.get("accents", ()))
            parts = ((brand["colour"], brand["path"]), *accents)
            yield Sign(slug, brand["title"], tuple(brand["view_box"]), parts)


def _font(name: str, chosen: tuple[str, ...] = ()) -> Iterator[Sign]:
    from fontTools.ttLib import TTFont

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # dates of the fonts trouble it
    fonts = _folder("qtawesome") / "fonts"
    font = TTFont(next(fonts.glob(f"{name}-[0-9]*.ttf")))
    points = json.loads(next(fonts.glob(f"{name}-charmap-*.json")).read_text(encoding="utf-8"))
    characters = font.getBestCmap()
    for slug in chosen or [slug for slug in points if not _VARIANTS.search(slug)]:
        if glyph := characters.get(int(points[slug], 16)):
            title = _TITLES.get(slug, " ".join(word.capitalize() for word in slug.split("-")))
            yield _sign(font, glyph, slug, title)


def _sign(font: TTFont, glyph: str, slug: str, title: str) -> Sign:
    """The outlines of a glyph in the middle of a square, y downwards."""
    outlines = _outlines(font, glyph)
    left, bottom, right, top = (round(edge) for edge in _bounds(outline for _, outline in outlines))
    side = max(font["head"].unitsPerEm, right - left, top - bottom)
    box = ((left + right - side) / 2, -(top + bottom + side) / 2, side, side)
    colours: dict[str, str] = {}
    colour_of = _ACCENTS.get(slug, lambda _x, _y: _COLOURS.get(slug, ""))
    for path, (x0, y0, x1, y1) in outlines:
        across = ((x0 + x1) / 2 - left) / (right - left)
        down = (top - (y0 + y1) / 2) / (top - bottom)
        colour = colour_of(across, down)
        colours[colour] = colours.get(colour, "") + path
    return Sign(slug, title, box, tuple(sorted(colours.items(), key=lambda part: part[0] != "")))


def _outlines(font: TTFont, glyph: str) -> list[tuple[str, tuple[float, float, float, float]]]:
    """Path and bounds of each closed outline; the path has y downwards, the bounds upwards."""
    from fontTools.pens.boundsPen import BoundsPen
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.svgPathPen import SVGPathPen
    from fontTools.pens.transformPen import TransformPen

    glyphs = font.getGlyphSet()
    recording = DecomposingRecordingPen(glyphs)
    glyphs[glyph].draw(recording)
    found, outline = [], []
    for command in recording.value:
        outline.append(command)
        if command[0] == "closePath":
            svg, bounds = SVGPathPen(glyphs, ntos=lambda value: f"{value:g}"), BoundsPen(glyphs)
            for pen in (TransformPen(svg, (1, 0, 0, -1, 0, 0)), bounds):
                for name, arguments in outline:
                    getattr(pen, name)(*arguments)
            found.append((svg.getCommands(), bounds.bounds))
            outline = []
    return found


def _bounds(boxes: Iterator[tuple[float, float, float, float]]) -> tuple[float, float, float, float]:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return min(lefts), min(bottoms), max(rights), max(tops)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _folder(package: str) -> Path:
    spec = importlib.util.find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"The package {package} is needed to build the icon catalogue.")
    return Path(spec.origin).parent


if __name__ == "__main__":
    main()
