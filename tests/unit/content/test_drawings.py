"""Picture files that cannot be drawn: each is one sentence with its remedy, and none is ever opened."""

import struct
import zlib

import pytest

from lessonapp.content.drawings import png_problem, svg_problem

NS = "xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'"


def svg(inside: str, root: str = "viewBox='0 0 40 30'") -> bytes:
    return f"<svg {NS} {root}>{inside}</svg>".encode()


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def repeated(times: int, levels: int) -> str:
    """A part that holds the part before so many times, and so on: ten lines, a hundred million shapes."""
    parts = "<g id='p0'><rect/></g>"
    for level in range(1, levels + 1):
        parts += f"<g id='p{level}'>" + f"<use xlink:href='#p{level - 1}'/>" * times + "</g>"
    return f"<defs>{parts}</defs><use href='#p{levels}'/>"


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"GIF89a", "is not what its name says; save it again"),
        (svg("").replace(b"svg", b"html"), "is not what its name says"),
        (b"<html><svg/></html>", "is not what its name says"),
        (svg("<text>\u00e9</text>").decode().encode("latin-1"), "is not UTF-8; save it again as UTF-8"),
        (svg("<rect"), "is damaged in its line 1; save it again"),
        (b"<svg " + NS.encode() + b" viewBox='0 0 9 9'>\n<g>\n", "is damaged in its line 3"),
        (
            b"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + svg("<text>&x;</text>"),
            "defines entities; save it as a plain drawing",
        ),
        (b"<!DOCTYPE svg [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]>" + svg("&b;"), "defines entities"),
        (svg("<script>alert(1)</script>"), "holds a program"),
        (svg("<rect onload='alert(1)'/>"), "holds a program"),
        (svg("<foreignObject/>"), "holds a program"),
        (svg("<image xlink:href='/etc/hostname'/>"), "needs `/etc/hostname` from elsewhere"),
        (svg("<image href='http://example.org/a.png'/>"), "needs `http://example.org/a.png` from elsewhere"),
        (
            svg("<rect fill='url(http://example.org/#a)'/>"),
            "needs `url(http://example.org/#a` from elsewhere",
        ),
        (svg("<style>@import 'x.css';</style>"), "from elsewhere"),
        (svg("<rect/>", ""), "does not say how large it is; give its `svg` a viewBox"),
        (svg("<rect/>", "viewBox='0 0 0 0'"), "does not say how large it is"),
        (svg("<rect/>", "viewBox='0 0 1e30 1e-30'"), "does not say how large it is"),
        (svg("<rect/>", "width='100%' height='100%'"), "does not say how large it is"),
        (svg("<rect/>" * 20_001), "has too many parts"),
        (svg("<g>" * 100 + "</g>" * 100), "has too many parts"),
        (svg(repeated(10, 8)), "has too many parts"),
        (svg("<g id='a'><use href='#a'/></g>"), "parts that hold themselves; make it simpler"),
        (svg("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/></g>"), "parts that hold themselves"),
    ],
)
def test_a_drawing_that_cannot_be_drawn_says_why(raw: bytes, said: str) -> None:
    found = svg_problem("pictures/x.svg", raw)
    assert found is not None
    assert found.message.startswith("`pictures/x.svg` ")
    assert said in found.message


@pytest.mark.parametrize(
    "raw",
    [
        svg("<rect width='3' height='3'/>"),
        svg("<rect/>", "width='40mm' height='30'"),
        b"\xef\xbb\xbf" + svg("<circle r='3'/>"),
        b"<?xml version='1.0'?><!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' "
        b"'http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd'>" + svg("<g id='a'/><use href='#a'/>"),
        svg("<linearGradient id='g'/><rect fill='url(#g)'/>"),
        svg("<image href='data:image/png;base64,AAAA'/>"),
        svg(repeated(10, 3)),
        svg("<use href='#nowhere'/>"),
        b"<s:svg xmlns:s='http://www.w3.org/2000/svg' viewBox='0,0,9,9'><s:g/></s:svg>",
    ],
)
def test_a_sound_drawing_is_taken(raw: bytes) -> None:
    assert svg_problem("pictures/x.svg", raw) is None


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"\xff\xd8\xff\xe0JFIF", "is not what its name says"),
        (b"", "is not what its name says"),
        (png(60_000, 60_000), "has 60000 × 60000 pixels; make it smaller, at most 16 million"),
        (png(0, 30), "breaks off; save it again"),
        (png(40, 30)[:60], "breaks off; save it again"),
    ],
)
def test_a_png_that_cannot_be_shown_says_why(raw: bytes, said: str) -> None:
    found = png_problem("pictures/x.png", raw)
    assert found is not None
    assert said in found.message


def test_a_sound_png_is_taken() -> None:
    assert png_problem("pictures/x.png", png(4000, 3000)) is None
