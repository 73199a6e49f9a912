"""The user's own picture: small, square and clean, or refused in one sentence."""

from __future__ import annotations

import struct
import zlib

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QRandomGenerator, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from warifu.core.errors import AppError
from warifu.desktop.strategies.own_image import MAX_BYTES, MAX_FILE, clean_image, read_image

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 8 8">'
    "{}</svg>"
)
SQUARE = '<rect width="8" height="8" fill="#c00"/>'


def encoded(image: QImage, form: str, quality: int = -1) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, form, quality)
    return bytes(buffer.data().data())


def plain(width: int, height: int, colour: str = "#3366cc", form=QImage.Format.Format_RGB32) -> QImage:
    image = QImage(width, height, form)
    image.fill(QColor(colour))
    return image


def chunks(png: bytes) -> list[bytes]:
    found, at = [], 8
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        found.append(png[at + 4 : at + 8])
        at += 12 + length
    return found


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def icon(untrusted: bytes) -> QImage:
    """The cleaned picture, which always keeps the promise."""
    png = clean_image(untrusted)
    assert len(png) <= MAX_BYTES
    assert set(chunks(png)) <= {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"pHYs", b"sBIT"}
    image = QImage.fromData(png)
    assert (image.width(), image.height()) == (128, 128)
    return image


@pytest.mark.parametrize("form", ["PNG", "JPEG"])
@pytest.mark.parametrize("size", [(1, 1), (16, 16), (128, 128), (4000, 3000), (1, 3000)])
def test_any_size_becomes_a_small_square(qapp, form, size):
    middle = icon(encoded(plain(*size), form)).pixelColor(64, 64)
    assert abs(middle.blue() - 0xCC) < 6


def test_a_photo_keeps_its_middle_and_a_sign_is_shown_whole(qapp):
    photo = plain(300, 100, "#ff0000")
    painter = QPainter(photo)
    painter.fillRect(QRect(100, 0, 100, 100), QColor("#00ff00"))
    painter.end()
    assert icon(encoded(photo, "PNG")).pixelColor(2, 64) == QColor("#00ff00")
    sign = plain(300, 100, "#ff0000", QImage.Format.Format_ARGB32)
    shown = icon(encoded(sign, "PNG"))
    assert shown.pixelColor(64, 2).alpha() == 0
    assert shown.pixelColor(2, 64) == QColor("#ff0000")


def test_the_worst_noise_fits_too(qapp):
    noise = QImage(128, 128, QImage.Format.Format_ARGB32)
    random = QRandomGenerator(7)
    for x in range(128):
        for y in range(128):
            noise.setPixel(x, y, random.generate())
    icon(encoded(noise, "PNG"))


def test_what_a_picture_tells_about_its_maker_is_gone(qapp):
    png = encoded(plain(64, 64), "PNG")
    told = (
        chunk(b"tEXt", b"Author\0CANARY")
        + chunk(b"eXIf", b"II*\0CANARY")
        + chunk(b"iTXt", b"XML\0\0\0\0\0CANARY")
    )
    telling = png[:33] + told + png[33:]
    assert b"CANARY" not in clean_image(telling)
    jpeg = encoded(plain(64, 64), "JPEG")
    exif = b"Exif\0\0II*\0\x08\0\0\0\0\0CANARY"
    telling = jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]
    assert b"CANARY" not in clean_image(telling)


def test_an_svg_is_drawn(qapp):
    assert icon(SVG.format(SQUARE).encode()).pixelColor(64, 64) == QColor("#cc0000")
    gradient = '<defs><linearGradient id="g"><stop stop-color="#0c0"/></linearGradient></defs>'
    drawn = icon(SVG.format(gradient + '<rect width="8" height="8" fill="url(#g)"/>').encode())
    assert drawn.pixelColor(64, 64) == QColor("#00cc00")
    copied = f'<defs><g id="a">{SQUARE}</g></defs><use xlink:href="#a"/>'
    assert icon(SVG.format(copied).encode()).pixelColor(64, 64) == QColor("#cc0000")


@pytest.mark.safety(52)
@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<rect width="8" height="8" onload="alert(1)"/>',
        '<image href="file:///etc/passwd" width="8" height="8"/>',
        '<image xlink:href="https://example.com/a.png" width="8" height="8"/>',
        '<image href="data:image/png;base64,AAAA" width="8" height="8"/>',
        '<use href="other.svg#a"/>',
        '<rect width="8" height="8" fill="url(https://example.com/a.svg#b)"/>',
        '<rect width="8" height="8" style="fill:url( &quot;file:///a#b&quot; )"/>',
        "<style>@import url(https://example.com/a.css);</style>",
        "<style>rect { fill: u\\72l(https://example.com) }</style>",
        "<style>@imp<!-- -->ort 'a.css';</style>",
        "<foreignObject><p>hello</p></foreignObject>",
        '<g xml:base="https://example.com/"><use href="#a"/></g>',
        '<pattern id="p"><rect fill="url(#p)" width="9" height="9"/></pattern>',
        "<g>" * 100 + "</g>" * 100,
        "<g/>" * 6000,
        '<use href="#a"/>' * 20,
    ],
)
def test_an_svg_that_wants_more_than_itself_is_refused(qapp, inside):
    with pytest.raises(AppError):
        clean_image(SVG.format(SQUARE + inside).encode())


@pytest.mark.safety(52)
def test_a_document_type_is_refused_before_it_can_grow(qapp):
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE svg [<!ENTITY l0 "lol">{lol}]>' + SVG.format("<text>&l9;</text>")
    outside = '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + SVG.format("<text>&x;</text>")
    for text in (bomb, outside, '<?xml-stylesheet href="https://example.com/a.css"?>' + SVG.format(SQUARE)):
        with pytest.raises(AppError):
            clean_image(text.encode())


@pytest.mark.safety(52)
def test_a_png_of_3600_megapixels_is_refused_by_its_size(qapp):
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")
    with pytest.raises(AppError, match="too large"):
        clean_image(bomb)


# Qt's readers say themselves what is wrong with a damaged file.
@pytest.mark.qt_log_ignore("libpng", "imageio", "JPEG", "Cannot read", "parse")
@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"hello",
        b"GIF89a" + bytes(50),
        b"BM" + bytes(50),
        b"\x1f\x8b" + bytes(50),
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n" + bytes(100),
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe0" + bytes(100),
        b"<html><body>hello</body></html>",
        b"<svg",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        "<?xml version='1.0' encoding='utf-16'?>".encode("utf-16"),
    ],
)
def test_a_wrong_file_ends_in_one_sentence(qapp, untrusted):
    with pytest.raises(AppError) as refusal:
        clean_image(untrusted)
    assert str(refusal.value.title).count(".") == 1


@pytest.mark.qt_log_ignore("libpng", "imageio", "JPEG", "Cannot read", "parse")
@pytest.mark.parametrize("form", ["PNG", "JPEG"])
def test_a_picture_that_was_cut_short_is_damaged(qapp, form):
    noise = plain(200, 200)
    for x in range(200):
        for y in range(200):
            noise.setPixel(x, y, (x * 7919 + y * 104729) & 0xFFFFFF)
    whole = encoded(noise, form)
    with pytest.raises(AppError, match="damaged"):
        clean_image(whole[: len(whole) // 2])


def test_a_file_that_is_too_large_or_not_there_is_said_so(qapp, tmp_path):
    with (tmp_path / "large.png").open("wb") as file:
        file.truncate(MAX_FILE + 1)
    with pytest.raises(AppError, match="too large"):
        read_image(tmp_path / "large.png")
    for path in (tmp_path, tmp_path / "missing.png"):
        with pytest.raises(AppError, match="cannot be read"):
            read_image(path)


def test_the_name_of_a_file_does_not_count(qapp, tmp_path):
    path = tmp_path / "picture.txt"
    path.write_bytes(encoded(plain(20, 20), "PNG"))
    assert QImage.fromData(read_image(path)).pixelColor(5, 5) == QColor("#3366cc")
