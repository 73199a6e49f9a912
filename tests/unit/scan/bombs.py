"""Pictures made to do harm, each small, and codes to find beside them."""

from __future__ import annotations

import io
import struct
import zlib

import segno

LINK = "otpauth://totp/GitHub:ada?secret=JBSWY3DPEHPK3PXP&issuer=GitHub"
SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def code(kind: str, text: str = LINK, **options) -> bytes:
    """A QR code as PNG, SVG or PDF."""
    buffer = io.BytesIO()
    segno.make_qr(text).save(buffer, kind=kind, scale=4, **options)
    return buffer.getvalue()


def code_pixels(text: str = LINK, scale: int = 4):
    """A QR code as grey pixels."""
    import numpy as np

    rows = segno.make_qr(text).matrix_iter(scale=scale, border=4)
    return np.array([[0 if dark else 255 for dark in row] for row in rows], np.uint8)


def encoded(extension: str, pixels) -> bytes:
    """Pixels as a file of OpenCV's."""
    import cv2

    return bytes(cv2.imencode(extension, pixels)[1])


def animation(extension: str, frames) -> bytes:
    """Pictures of four channels as an animation."""
    import cv2

    animated = cv2.Animation()
    animated.frames = frames
    animated.durations = [50] * len(frames)
    return bytes(cv2.imencodeanimation(extension, animated)[1])


def chunk(name: bytes, data: bytes) -> bytes:
    """One chunk of a PNG."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(width: int, height: int, *chunks: bytes, pixels: bytes | None = None) -> bytes:
    """A PNG of grey pixels, all white unless given, with further chunks before them."""
    if pixels is None:
        packer = zlib.compressobj(9)
        row = b"\0" + b"\xff" * width
        pixels = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def compressed_zeros(megabytes: int) -> bytes:
    """Much data in few bytes."""
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


def pdf(*pages: str, count: int | None = None) -> bytes:
    """A PDF with pages of such boxes; ``count`` repeats the first page so often."""
    if count is not None:
        kids = " ".join(f"{n + 3} 0 R" for n in range(count))
        boxes = [pages[0]] * count
    else:
        kids = " ".join(f"{n + 3} 0 R" for n in range(len(pages)))
        boxes = list(pages)
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(boxes)} >>",
        *(f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] >>" for box in boxes),
    ]
    body, places = b"%PDF-1.7\n", []
    for number, each in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + head.encode() + end.encode()


def letter(text: str, side: float) -> bytes:
    """A page of A4 with a code of so many points on it."""
    rows = [list(row) for row in segno.make_qr(text).matrix]
    step = side / len(rows)
    drawn = (
        " ".join(
            f"{72 + x * step:.3f} {700 - y * step:.3f} {step:.3f} {step:.3f} re"
            for y, row in enumerate(rows)
            for x, dark in enumerate(row)
            if dark
        )
        + " f"
    )
    return (
        pdf("0 0 595 842")
        .replace(b"/Type /Page /Parent", b"/Contents 4 0 R /Type /Page /Parent")
        .replace(
            b"xref\n",
            f"4 0 obj\n<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream\nendobj\nxref\n".encode(),
            1,
        )
    )


def bmp(width: int, height: int) -> bytes:
    """The header of a BMP of one bit for each pixel."""
    size, planes, bits, colours = 40, 1, 1, 2
    info = struct.pack("<IiiHHIIIIII", size, width, height, planes, bits, 0, 0, 0, 0, colours, colours)
    return b"BM" + struct.pack("<IHHI", 62, 0, 0, 62) + info + bytes(8)


def webp(name: bytes, header: bytes) -> bytes:
    """The start of a WebP with one chunk."""
    return b"RIFF\x40\0\0\0WEBP" + name + b"\x30\0\0\0" + header + bytes(40)


def giants() -> dict[str, bytes]:
    """Pictures of 60,000 x 60,000 pixels, or as many as the format can say."""
    side, most = 60_000, 16_383
    flat = bytes(zlib.compress(b"\0" * 1000))
    jpeg = encoded(".jpg", code_pixels())
    at = jpeg.index(b"\xff\xc0")
    return {
        "PNG": png(side, side, pixels=flat),
        "BMP": bmp(side, side),
        "BMP upside down": bmp(side, -side),
        "GIF": b"GIF89a" + struct.pack("<HHBBB", side, side, 0x80, 0, 0) + bytes(6) + b";",
        "JPEG": jpeg[: at + 5] + struct.pack(">HH", side, side) + jpeg[at + 9 :],
        "WebP lossy": webp(b"VP8 ", b"\x30\x01\0\x9d\x01\x2a" + struct.pack("<HH", most, most)),
        "WebP lossless": webp(b"VP8L", b"\x2f" + struct.pack("<I", most << 14 | most)),
        "WebP extended": webp(b"VP8X", b"\x02\0\0\0" + (side - 1).to_bytes(3, "little") * 2),
    }
