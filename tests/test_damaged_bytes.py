"""A few bytes that fit nothing cost their characters, and no more: the page is read, in its encoding, and is told."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts import SourceError, parse, parse_html, read
from scio_transcripts.diagnostics import Log
from scio_transcripts.pipeline import parse_source
from scio_transcripts.sources.encodings import decode
from scio_transcripts.sources.files import source_of_bytes
from scio_transcripts.sources.settle import settle

ENGLISH = (
    "Ruan Boqing:\n\nGood morning. Today’s briefing is about “reeds”, and it’s short – as promised.\n\n"
    "Reuters:\n\nHow many boats run at the café pier? And what’s the price? Thank you.\n\n"
    "Ruan Boqing:\n\nThank you for your question. Ninety boats, and it’s free.\n\n"
) * 3
CHINESE = (
    "主持人：\n\n各位记者朋友，大家上午好。今天的发布会介绍河堤的有关情况。\n\n"
    "路透社记者：\n\n请问今年有多少条船？谢谢。\n\n阮伯清：\n\n谢谢你的提问。一共有九十条。\n\n"
) * 3
TRADITIONAL = (
    "主持人：\n\n各位記者朋友，大家上午好。今天的發布會介紹河堤的有關情況，先請部長講話。\n\n謝謝大家，下面開始提問。\n\n"
    * 4
)
WRITTEN = [
    (ENGLISH, "utf-8"),
    (CHINESE, "utf-8"),
    (CHINESE, "utf-8-sig"),
    (CHINESE, "gb18030"),
    (ENGLISH, "gb18030"),
    (TRADITIONAL, "big5"),
    (CHINESE, "utf-16-le"),
    (ENGLISH, "utf-16-be"),
    (ENGLISH, "utf-16"),
]
IDS = [f"{encoding} {text[:4].strip()}" for text, encoding in WRITTEN]
TOLD = {"T104", "T105", "T106", "T107"}


def lost_lines(was: str, now: str) -> int:
    """How many lines of a text are not in another."""
    lines = (Counter(text.lstrip("\ufeff").splitlines()) for text in (was, now))
    before, after = lines
    return (before - after).total()


def fits(data: bytes | bytearray, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def codes_of(data: bytes, declared: str | None = None) -> tuple[str, set[str]]:
    decoded = decode(data, name="page", declared=declared)
    log = Log()
    settle(decoded.text, log)
    return decoded.text, {code for code, _ in decoded.remarks} | {entry["code"] for entry in log.sorted()}


@pytest.mark.parametrize(("text", "encoding"), WRITTEN, ids=IDS)
@pytest.mark.parametrize("place", ["start", "middle", "end"])
@pytest.mark.parametrize("count", [1, 3])
def test_a_few_bad_bytes_cost_the_lines_that_they_stand_in(text: str, encoding: str, place: str, count: int) -> None:
    data = text.encode(encoding)
    lines = data.splitlines(keepends=True)
    at = {"start": 2, "middle": len(data) // 2 // 2 * 2, "end": len(data)}[place]
    assert len(lines) > 3
    text_read, told = codes_of(data[:at] + b"\xff" * count + data[at:])
    assert lost_lines(text, text_read) <= 2
    assert told & TOLD
    if not encoding.startswith("utf-16"):  # where two of three bad bytes are a character of their own
        assert "T107" in told
        assert "\ufffd" in text_read


@pytest.mark.parametrize(("text", "encoding"), WRITTEN, ids=IDS)
def test_a_file_that_is_cut_inside_its_last_character_is_read(text: str, encoding: str) -> None:
    data = (text + "’“").encode(encoding)
    text_read, told = codes_of(data[:-1])
    assert text_read.lstrip("\ufeff") == text + "’\ufffd"
    assert "T107" in told


@pytest.mark.parametrize(("text", "encoding"), [pair for pair in WRITTEN if "16" not in pair[1]])
@pytest.mark.parametrize("declared", ["utf-8", "gb2312", "big5", "windows-1252", None])
def test_a_declaration_right_or_wrong_changes_nothing(text: str, encoding: str, declared: str | None) -> None:
    if (text, encoding, declared) == (ENGLISH, "gb18030", "big5"):
        return  # quotation marks alone fit both
    data = text.encode(encoding)
    at = data.index(b"\n\n", len(data) // 2)
    text_read, told = codes_of(data[:at] + b"\xff" + data[at:], declared)
    assert text_read.lstrip("\ufeff") == text.replace("\n\n", "\ufffd\n\n", 1) or lost_lines(text, text_read) <= 1
    assert "T107" in told


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_encoding_that_the_caller_names_allows_for_damage_too(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(CHINESE.encode(encoding) + b"\xff")
    page = read(path, encoding=encoding)
    assert page.text == CHINESE + "\ufffd"
    assert "T107" in {d.code for d in page.diagnostics}


def test_advice_names_an_encoding_that_fits(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(CHINESE.encode() + b"\xff")
    with pytest.raises(SourceError, match="encoding='utf-8'"):
        read(path, encoding="big5")
    path.write_bytes(CHINESE.encode("gb18030"))
    with pytest.raises(SourceError, match="encoding='gb18030'"):
        read(path, encoding="utf-8")


@pytest.mark.parametrize("pairs", [1, 2, 5])
def test_characters_written_as_two_halves_are_damage_in_utf8(pairs: int) -> None:
    halves = "😀".encode("utf-16-be")
    cesu = b"".join(
        halves[i : i + 2].decode("utf-16-be", "surrogatepass").encode("utf-8", "surrogatepass") for i in (0, 2)
    )
    data = ENGLISH.encode().replace(b"morning.", b"morning." + cesu * pairs, 1)
    decoded = decode(data, name="page")
    assert decoded.encoding == "utf-8"
    assert decoded.text == ENGLISH.replace("morning.", "morning." + "\ufffd" * pairs, 1)
    assert decoded.remarks == (("T107", {"encoding": "utf-8", "count": pairs}),)


@pytest.mark.parametrize("count", [1, 3])
def test_quotation_marks_of_windows_in_utf8_are_damage(count: int) -> None:
    data = ENGLISH.encode().replace("it’s".encode(), b"it\x92s", count)
    decoded = decode(data, name="page")
    assert decoded.text == ENGLISH.replace("it’s", "it\ufffds", count)
    assert decoded.remarks == (("T107", {"encoding": "utf-8", "count": count}),)


@pytest.mark.parametrize("words", ["Zoë Bañez", "M·E·I", "café’s", "“"])
@pytest.mark.parametrize("bad", [b"\xff", b"\x92", b"\xc3", b"\xe2\x80"])
def test_a_single_word_shows_utf8(words: str, bad: bytes) -> None:
    data = f"Reuters:\n\nHow many boats has {words}? Thank you.\n\nRuan Boqing:\n\nNinety.\n".encode()
    for declared in (None, "utf-8"):
        decoded = decode(data.replace(b"Ninety", b"Nine" + bad + b"ty"), name="page", declared=declared)
        assert decoded.encoding == "utf-8"
        assert words in decoded.text
        assert [code for code, _ in decoded.remarks] == ["T107"]


def test_what_was_damaged_before_is_not_counted_again() -> None:
    decoded = decode(("\ufffd" + CHINESE).encode() + b"\xff", name="page")
    assert decoded.remarks == (("T107", {"encoding": "utf-8", "count": 1}),)


@given(st.data())
def test_bytes_put_in_anywhere_never_make_a_wrong_text_silently(data: st.DataObject) -> None:
    text, encoding = data.draw(st.sampled_from(WRITTEN))
    damaged = bytearray(text.encode(encoding))
    for _ in range(data.draw(st.integers(1, 3))):
        damaged.insert(data.draw(st.integers(0, len(damaged))), data.draw(st.sampled_from([0x80, 0x81, 0xED, 0xFF])))
    text_read, told = codes_of(bytes(damaged))
    assert told & TOLD or fits(damaged, encoding)  # two bytes more can be a character of UTF-16
    assert lost_lines(text, text_read) <= 5


# --- characters of an earlier wrong decoding


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, TRADITIONAL, "Café prices rose 5 °C.\n"])
@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
@pytest.mark.parametrize("html", [False, True])
def test_utf8_that_was_read_as_latin1_and_saved_again_is_told(text: str, wrong: str, html: bool) -> None:
    saved = text.encode().decode(wrong, "ignore")
    page = parse_html(f'<meta charset="utf-8"><p>{saved}</p>'.encode()) if html else parse(saved)
    assert "T104" in {d.code for d in page.diagnostics}
    assert saved.split()[1] in page.text


@pytest.mark.parametrize(
    "words",
    [
        "the “café”—",
        "CAFÉ’S",
        "naïve…",
        "São Paulo",
        "à « mer »",
        "Ünal’s “MÜ”",
        "5 °C",
        "Straße–Platz",
        "«É»",
        "ñ, ö and ê",
    ],
)
def test_accented_letters_beside_typography_are_no_damage(words: str) -> None:
    assert "T104" not in {d.code for d in parse(f"Ruan Boqing:\n\nWe say {words} here.\n").diagnostics}


# --- NUL


@pytest.mark.parametrize("sign", ["\0", "&#0;", "&#x00;"])
def test_nul_in_html_is_told_and_nothing_is_lost(sign: str) -> None:
    html = (
        f"<p><b>Reuters:</b></p><p>How many{sign} boats? Thank you.</p><p><b>Ruan Boqing:</b></p><p>Ni{sign}nety.</p>"
    )
    for page in (parse_html(html), parse_html(html.encode())):
        assert page.text == "Reuters:\n\nHow many\ufffd boats? Thank you.\n\nRuan Boqing:\n\nNi\ufffdnety.\n"
        assert [turn.label for turn in page.turns] == ["Reuters", "Ruan Boqing"]
        assert "T102" in {d.code for d in page.diagnostics}
        assert all(page.text[p.start : p.end] == p.text for turn in page.turns for p in turn.paragraphs)


def test_nul_in_the_bytes_of_a_text_is_told_and_nothing_is_lost() -> None:
    data = ENGLISH.encode().replace(b"boats", b"bo\0ats", 2)
    page = parse_source(source_of_bytes(data, name="page"))
    assert page.text == ENGLISH.replace("boats", "bo\0ats", 2)
    assert "T102" in {d.code for d in page.diagnostics}


# --- pages of the folder beside the repository


class Told(NamedTuple):
    right: int
    silent: int
    refused: int
    all: int


def measured(files: list[Path], bad: int) -> Told:
    """Pages in six encodings with bad bytes: lost no more lines than bytes, lost more without a word, not read."""
    right = silent = refused = total = 0
    for path in files:
        text = path.read_bytes().decode("utf-8", "ignore").lstrip("\ufeff").replace("\ufffd", "")
        if text.isascii() or len(text) < 400:
            continue
        for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16-le", "utf-16-be", "utf-16"):
            rng = random.Random(f"{path.name} {encoding}")
            data = bytearray(text.encode(encoding))
            if encoding == "gb18030" and fits(data, "utf-8"):  # a few bytes do by chance, and UTF-8 comes first
                continue
            for _ in range(bad):
                data.insert(rng.choice([0, len(data) // 2, len(data), rng.randrange(len(data))]), 0xFF)
            total += 1
            try:
                text_read, told = codes_of(bytes(data))
            except SourceError:
                refused += 1
                continue
            is_right = lost_lines(text, text_read) <= bad
            right += is_right
            silent += not is_right and not told & TOLD
    return Told(right, silent, refused, total)


def pages_of(shared: Path) -> list[Path]:
    return sorted(path for path in shared.rglob("*") if path.suffix in (".txt", ".html", ".md"))


def assert_read(numbers: Told) -> None:
    print(numbers)
    assert numbers.all
    assert numbers.silent == 0
    assert numbers.right >= 0.97 * numbers.all


@pytest.mark.parametrize("bad", [0, 1, 3])
def test_some_pages_with_bad_bytes_are_read_or_told(shared: Path, bad: int) -> None:
    assert_read(measured(pages_of(shared)[::40], bad))


@pytest.mark.slow
@pytest.mark.parametrize("bad", [0, 1, 3])
def test_all_pages_with_bad_bytes_are_read_or_told(shared: Path, bad: int) -> None:
    assert_read(measured(pages_of(shared), bad))
