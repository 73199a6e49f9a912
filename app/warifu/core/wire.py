"""The two wire types of Protocol Buffers that Google's transfer format uses (protobuf.dev, "Encoding")."""

from __future__ import annotations

from collections.abc import Iterator

VARINT, BYTES = 0, 2
_FIXED = {1: 8, 5: 4}  # wire types of fixed length, skipped


def read_fields(untrusted: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Field numbers with their values, unknown ones included. Raises ValueError for a broken message."""
    at = 0
    while at < len(untrusted):
        tag, at = _read_varint(untrusted, at)
        number, wire_type = tag >> 3, tag & 7
        if wire_type == VARINT:
            value, at = _read_varint(untrusted, at)
            yield number, value
        elif wire_type == BYTES:
            length, at = _read_varint(untrusted, at)
            if at + length > len(untrusted):
                raise ValueError("a field is longer than the message")
            yield number, untrusted[at : at + length]
            at += length
        elif wire_type in _FIXED:
            at += _FIXED[wire_type]
        else:
            raise ValueError("unknown wire type")


def write_varint(number: int, value: int) -> bytes:
    """A whole number; negative ones take ten bytes, as int32 and int64 do."""
    return _varint(number << 3 | VARINT) + _varint(value & (2**64 - 1))


def write_bytes(number: int, value: bytes) -> bytes:
    """A string of bytes, a text or a message."""
    return _varint(number << 3 | BYTES) + _varint(len(value)) + value


def signed(value: int, bits: int = 64) -> int:
    """A varint as the two's complement that int32 and int64 fields mean."""
    value &= 2**bits - 1
    return value - 2**bits if value >> (bits - 1) else value


def _read_varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for shift in range(0, 70, 7):
        if at >= len(data):
            break
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
    raise ValueError("a number does not end")


def _varint(value: int) -> bytes:
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)
