"""Turn the bytes of a file into text, or say why that cannot be done. The text is never edited apart from decoding."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import zlib

MAX_FILE_BYTES = 256 * 1024 * 1024
MAX_ARTICLE_CHARS = 20_000_000

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\xd0\xcf\x11\xe0",
    b"\x1f\x8b",
    b"{\\rtf",
    b"PAR1",
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_SAMPLE = 65_536
# prose in a Western language has few letters beyond ASCII; bytes of another code page are mostly beyond it
_MOST_HIGH_SHARE = 0.25
_MOST_CONTROL_SHARE = 0.002
_WIDE_ZEROS = 0.3


class NotTextError(Exception):
    """Why bytes are not an article, and what to do about it; one line without the file's name."""


def unpack_gzip(data: bytes) -> bytes:
    """The content of a gzip file of at most MAX_FILE_BYTES. Damage and excess are a NotTextError."""
    try:
        with gzip.open(io.BytesIO(data)) as file:
            content = file.read(MAX_FILE_BYTES + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise NotTextError(f"not a whole gzip file ({error}); compress it again") from None
    if len(content) > MAX_FILE_BYTES:
        raise NotTextError(f"unpacks to more than {MAX_FILE_BYTES // 2**20} MB; split it")
    return content


def decode_text(data: bytes, *, declared: str = "") -> str:
    """Text of bytes in UTF-8, UTF-16 or UTF-32 (byte order mark or not), a declared encoding, or Windows-1252.

    The byte order mark is no part of the text; line ends stay as they are. Anything else is a NotTextError.
    """
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _decode(data[len(bom) :], name)
    if data.startswith(_MAGIC):
        raise NotTextError("a binary file, not text; save its article as text or HTML")
    if wide := _wide_encoding(data):
        return _decode(data, wide)
    try:
        return _checked(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        if declared and (text := _decode_declared(data, declared)) is not None:
            return text
        return _decode_windows(data, error)


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark shows in the zero bytes of its Latin letters."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2 or 0 not in sample:
        return ""
    half = len(sample) // 2
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _WIDE_ZEROS and even < odd / 10:
        return "utf-16-le"
    if even > _WIDE_ZEROS and odd < even / 10:
        return "utf-16-be"
    return ""


def _decode(data: bytes, encoding: str) -> str:
    try:
        return _checked(data.decode(encoding))
    except UnicodeDecodeError as error:
        raise NotTextError(f"not valid {encoding.upper()} at byte {error.start}; save it as UTF-8") from None


def _decode_declared(data: bytes, declared: str) -> str | None:
    try:
        codec = codecs.lookup(declared)
        text, _ = codec.decode(data)
    except (LookupError, UnicodeDecodeError, ValueError, TypeError):
        return None
    return _checked(text) if isinstance(text, str) else None


def _decode_windows(data: bytes, error: UnicodeDecodeError) -> str:
    sample = data[:_SAMPLE]
    if len(_HIGH.findall(sample)) > _MOST_HIGH_SHARE * len(sample):
        raise NotTextError("neither UTF-8, UTF-16 nor Windows-1252 text; save it as UTF-8")
    try:
        return _checked(data.decode("windows-1252"))
    except UnicodeDecodeError:
        raise NotTextError(f"not valid UTF-8 at byte {error.start} and not Windows-1252; save it as UTF-8") from None


def _checked(text: str) -> str:
    sample = text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > _MOST_CONTROL_SHARE * len(sample):
        raise NotTextError("a binary file, not text; save its article as text or HTML")
    return text
