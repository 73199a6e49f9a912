"""Files into frames: every format, what its header gives away, and odd ones that are none the less read."""

from __future__ import annotations

import base64
import gzip
import time

import bombs
import numpy as np
import pytest

from warifu.scan.errors import PictureRefused, Refusal
from warifu.scan.headers import Kind, kind_of, size_of
from warifu.scan.ladder import Effort, read
from warifu.scan.pictures import MAX_PIXELS, open_picture, picture_of

OPAQUE = np.dstack([bombs.code_pixels()] * 3 + [np.full_like(bombs.code_pixels(), 255)])


def texts(untrusted):
    return {found.text for frame in open_picture(untrusted) for found in read(frame, Effort.PHOTO)}


def refusal_of(untrusted):
    with pytest.raises(PictureRefused) as refused:
        open_picture(untrusted)
    assert str(refused.value.title).endswith(".")
    return refused.value.refusal


def outcome(untrusted):
    """Why it was refused; None if it was opened."""
    try:
        open_picture(untrusted)
    except PictureRefused as refused:
        return refused.refusal
    return None


def turned(orientation):
    """A photo that says that it lies on its side."""
    jpeg = bombs.encoded(".jpg", bombs.code_pixels())
    tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0" + bytes([orientation]) + bytes(6)
    exif = b"Exif\0\0" + tiff
    return jpeg[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + jpeg[2:]


def white_on_nothing():
    pixels = OPAQUE.copy()
    pixels[:, :, 3] = 255 - pixels[:, :, 0]
    pixels[:, :, :3] = 255
    return bombs.encoded(".png", pixels)


READABLE = {
    "PNG": bombs.code("png"),
    "PNG of one bit on nothing": bombs.code("png", light=None),
    "PNG of 16 bits": bombs.encoded(".png", bombs.code_pixels().astype(np.uint16) * 257),
    "PNG white on nothing": white_on_nothing(),
    "JPEG": bombs.encoded(".jpg", bombs.code_pixels()),
    **{f"JPEG turned {n}": turned(n) for n in (1, 2, 6, 8, 200)},
    "WebP": bombs.encoded(".webp", OPAQUE[:, :, :3]),
    "BMP": bombs.encoded(".bmp", bombs.code_pixels()),
    "GIF": bombs.encoded(".gif", OPAQUE[:, :, :3]),
    "animated GIF": bombs.animation(".gif", [255 * np.ones_like(OPAQUE), OPAQUE]),
    "animated PNG": bombs.animation(".png", [255 * np.ones_like(OPAQUE), OPAQUE]),
    "animated WebP": bombs.animation(".webp", [255 * np.ones_like(OPAQUE), OPAQUE]),
    "SVG": bombs.code("svg"),
    "SVG without a head": bombs.code("svg", xmldecl=False),
    "SVG with a document type": bombs.code("svg").replace(
        b"?>\n",
        b'?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n',
        1,
    ),
    "SVG with a picture inside": (
        f'<svg {bombs.SVG} viewBox="0 0 100 100"><image width="100" height="100" '
        f'xlink:href="data:image/png;base64,{base64.b64encode(bombs.code("png")).decode()}"/></svg>'
    ).encode(),
    "PDF": bombs.code("pdf"),
    "PDF behind other bytes": b"\n\n" + bombs.code("pdf"),
}


@pytest.mark.parametrize("name", READABLE)
def test_every_format_is_read_by_its_content(name):
    assert texts(READABLE[name]) == {bombs.LINK}


@pytest.mark.safety(50)
@pytest.mark.parametrize(("name", "giant"), bombs.giants().items())
def test_a_picture_that_declares_thousands_of_megapixels_is_refused_before_it_is_decoded(name, giant):
    assert len(giant) < 20_000
    width, height = size_of(giant, kind_of(giant))
    assert width * height > 250_000_000
    started = time.process_time()

    with pytest.raises(PictureRefused) as refused:
        picture_of(giant)

    assert refused.value.refusal is Refusal.TOO_MANY_PIXELS
    assert time.process_time() - started < 0.1


@pytest.mark.safety(50)
@pytest.mark.parametrize(
    "size",
    ['width="60000" height="60000"', 'viewBox="0 0 1e9 1e9"', 'width="1e30" height="1e30" viewBox="0 0 9 9"'],
)
def test_an_svg_is_drawn_at_our_size_whatever_it_says(size):
    (frame,) = open_picture(f"<svg {bombs.SVG} {size}></svg>".encode())
    assert max(frame.width, frame.height) == 2048


@pytest.mark.safety(50)
@pytest.mark.parametrize("box", ["0 0 14400 14400", "0 0 1e9 1e9", "0 0 1000000 1", "-1e6 -1e6 1e6 1e6"])
def test_a_page_of_any_size_is_drawn_at_ours(box):
    for frame in open_picture(bombs.pdf(box)):
        assert frame.width * frame.height <= 9_100_000
        assert max(frame.width, frame.height) <= 12_001


def test_a_code_of_one_centimetre_on_a_page_of_paper_is_read():
    assert texts(bombs.letter(bombs.LINK, 72 / 2.54)) == {bombs.LINK}


@pytest.mark.safety(50)
def test_of_many_pages_the_first_are_read_and_the_others_counted():
    document = bombs.pdf("0 0 595 842", count=5_000)

    picture = picture_of(document)
    frames = list(picture.frames)

    assert (len(frames), picture.left_out) == (8, 4_992)
    assert sum(frame.width * frame.height for frame in frames) <= MAX_PIXELS


@pytest.mark.safety(50)
@pytest.mark.parametrize("extension", [".gif", ".png", ".webp"])
def test_of_an_animation_with_thousands_of_frames_a_few_are_looked_at(extension):
    frames = [np.full((20, 20, 4), (n % 251, n % 83, n % 7, 255), np.uint8) for n in range(3_000)]
    untrusted = bombs.animation(extension, frames)
    started = time.process_time()

    assert 1 <= len(open_picture(untrusted)) <= 8
    assert time.process_time() - started < 1


@pytest.mark.safety(50)
def test_frames_of_an_animation_have_so_many_pixels_together_as_one_picture():
    (first, *rest) = open_picture(
        bombs.animation(".png", [np.full((3_000, 5_000, 4), n, np.uint8) for n in range(4)])
    )
    assert (1 + len(rest)) * first.width * first.height <= MAX_PIXELS


@pytest.mark.safety(50)
@pytest.mark.parametrize(
    "name", ["PNG", "JPEG", "WebP", "BMP", "GIF", "animated PNG", "animated WebP", "SVG", "PDF"]
)
def test_a_picture_that_was_cut_short_anywhere_is_refused_or_read(name):
    whole = READABLE[name]
    lengths = {*range(min(120, len(whole))), *range(0, len(whole), max(1, len(whole) // 60))}
    refusals = {outcome(whole[:length]) for length in lengths}
    usual = {None, Refusal.EMPTY, Refusal.NOT_A_PICTURE, Refusal.DAMAGED}
    assert refusals <= {*usual, Refusal.OTHER_FORMAT, Refusal.SVG_NOT_UTF8}


@pytest.mark.safety(50)
@pytest.mark.parametrize("name", [b"zTXt", b"iCCP", b"iTXt"])
def test_a_png_with_packed_text_that_grows_a_thousandfold_does_no_harm(name):
    packed = bombs.compressed_zeros(300)
    data = {b"zTXt": b"x\0\0", b"iCCP": b"x\0\0", b"iTXt": b"x\0\1\0\0\0"}[name] + packed
    allowed = {None, Refusal.DAMAGED, Refusal.TOO_MUCH_MEMORY}
    assert outcome(bombs.png(20, 20, bombs.chunk(name, data))) in allowed


LAUGHS = '<!DOCTYPE svg [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.safety(50)
@pytest.mark.parametrize(
    "inside",
    [
        f'{LAUGHS}]><svg {bombs.SVG} width="9" height="9"><text>&i;</text></svg>',
        f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg {bombs.SVG}><text>&x;</text></svg>',
        f'<svg {bombs.SVG} width="9" height="9"><image href="/etc/hostname" width="9" height="9"/></svg>',
        f'<svg {bombs.SVG} width="9" height="9"><image xlink:href="file:///etc/hostname"/></svg>',
        f'<svg {bombs.SVG} width="9" height="9"><image href="http://127.0.0.1/x.png"/></svg>',
        f'<svg {bombs.SVG} width="9" height="9"><image href="data:image/svg+xml;base64,PHN2Zy8+"/></svg>',
        f'<svg {bombs.SVG} width="9" height="9"><use xlink:href="other.svg#x"/></svg>',
        f'<svg {bombs.SVG} width="9" height="9"><style>@import url(http://127.0.0.1/x)</style></svg>',
        f'<svg {bombs.SVG} width="9" height="9"><rect fill="url(/etc/x#y)"/></svg>',
        f'<svg {bombs.SVG} width="9" height="9"><script>1</script></svg>',
        f'<?xml-stylesheet href="x.css"?><svg {bombs.SVG}/>',
    ],
)
def test_an_svg_that_needs_anything_but_itself_is_refused(inside):
    assert (
        refusal_of(b"<?xml version='1.0'?>" * inside.startswith("<?xml-") + inside.encode())
        is Refusal.SVG_FOREIGN
    )


def test_a_picture_inside_an_svg_keeps_to_the_limits_too():
    giant = base64.b64encode(bombs.giants()["PNG"]).decode()
    svg = f'<svg {bombs.SVG} width="9" height="9"><image href="data:image/png;base64,{giant}"/></svg>'
    assert refusal_of(svg.encode()) is Refusal.TOO_MANY_PIXELS


def test_an_svg_of_too_many_parts_is_refused():
    assert refusal_of(f"<svg {bombs.SVG}>{'<g/>' * 100_001}</svg>".encode()) is Refusal.SVG_TOO_COMPLEX
    assert (
        refusal_of(f"<svg {bombs.SVG}>{'<g>' * 300}{'</g>' * 300}</svg>".encode()) is Refusal.SVG_TOO_COMPLEX
    )
    assert refusal_of(f"<svg {bombs.SVG}>{' ' * 9_000_000}</svg>".encode()) is Refusal.SVG_TOO_LARGE


@pytest.mark.safety(50)
@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("FITS", b"SIMPLE  =                    T"),
        ("Photoshop", b"8BPS\0\1"),
        ("TIFF", b"II*\0\x08\0\0\0"),
        ("TIFF", b"MM\0*\0\0\0\x08"),
        ("OpenEXR", b"v/1\x01\x02\0\0\0"),
        ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0"),
        ("AVIF", b"\0\0\0\x20ftypavif\0\0\0\0"),
        ("JPEG 2000", b"\0\0\0\x0cjP  \r\n\x87\n"),
        ("JPEG XL", b"\xff\x0a\xfa\x1f"),
        ("Netpbm", b"P6 9 9 255\n"),
        ("Radiance", b"#?RADIANCE\n"),
        ("icon", b"\0\0\x01\0\x01\0\x10\x10"),
        ("compressed SVG", gzip.compress(b"<svg/>", mtime=0)),
        ("PostScript", b"%!PS-Adobe-3.0 EPSF-3.0"),
        ("DICOM", bytes(128) + b"DICM"),
        ("Zip", b"PK\x03\x04\x14\0"),
    ],
)
def test_other_formats_are_refused_by_name(name, start):
    with pytest.raises(PictureRefused, match=name) as refused:
        open_picture(start + bytes(500))
    assert refused.value.refusal is Refusal.OTHER_FORMAT
    assert str(refused.value.hint)


@pytest.mark.parametrize(
    "untrusted",
    [b"hello", bytes(5_000), b"<html><body/></html>", b"GIF90a" + bytes(50), b"\x89PNG", b"{}", b"BM"],
)
def test_what_is_no_picture_is_said_so(untrusted):
    assert refusal_of(untrusted) is Refusal.NOT_A_PICTURE


def test_a_file_above_the_limit_is_refused_unseen():
    assert refusal_of(b"\x89PNG\r\n\x1a\n" + bytes(32 * 1024 * 1024)) is Refusal.FILE_TOO_LARGE


def test_a_locked_pdf_is_named():
    locked = bombs.pdf("0 0 9 9").replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 "
        b"/O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    )
    assert refusal_of(locked) is Refusal.LOCKED


def test_the_smallest_pictures_are_pictures():
    one_symbol, full, none = "10", "1" + "1" * 8, "0" + "0"
    bits = "000" + one_symbol + full + 2 * (one_symbol + none) + one_symbol + full + one_symbol + none
    packed = int(bits[::-1], 2).to_bytes(5, "little")  # as VP8L packs them: the first bit is the lowest
    tiny = b"RIFF\x16\0\0\0WEBPVP8L\x0a\0\0\0\x2f" + bytes(4) + packed
    assert len(tiny) == 30
    for untrusted in (tiny, bombs.png(1, 1), bombs.encoded(".gif", OPAQUE[:1, :1, :3])):
        (frame,) = open_picture(untrusted)
        assert (frame.width, frame.height) == (1, 1)


def test_every_format_has_its_kind():
    assert {kind_of(data) for data in READABLE.values()} == set(Kind)
