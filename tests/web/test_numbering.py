"""Which links are the pager's, which folder a transcript gets, and bodies cut into any pieces."""

import gzip
import re
from types import SimpleNamespace

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts.errors import FetchError
from scio_transcripts.sources.web.addresses import checked, is_public, slug_of
from scio_transcripts.sources.web.body import IncompleteError, TooLargeError, read_body
from scio_transcripts.sources.web.numbering import Pager, read_pager
from scio_transcripts.sources.web.search import Search

HOST = "https://press.example"
ARTICLE = f"{HOST}/2021-05/21/content_782022.htm"


def links(*pairs: tuple[str, str]) -> list[SimpleNamespace]:
    return [SimpleNamespace(text=text, href=href) for text, href in pairs]


def pager(address: str, *pairs: tuple[str, str]) -> Pager:
    return read_pager(httpx.URL(address), links(*pairs))


@pytest.mark.parametrize(
    ("address", "href", "number"),
    [
        (ARTICLE, "content_782022_2.htm", 2),
        (ARTICLE, "/2021-05/21/content_782022_13.htm", 13),
        (ARTICLE, "http://www.press.example/2021-05/21/content_782022_2.htm#top", 2),
        (ARTICLE, " content_782022_2.html ", 2),
        (ARTICLE.replace("htm", "html"), "./content_782022_2.html", 2),
        (ARTICLE.replace(".htm", "_2.htm"), "content_782022.htm", 1),
        (ARTICLE.replace(".htm", "_2.htm"), "content_782022_0.htm", 1),
        (ARTICLE.replace(".htm", "_2.htm"), "content_782022_3.htm", 3),
        (f"{HOST}/a/c12345.shtml", "c12345_2.shtml", 2),
    ],
)
def test_an_article_and_its_number_are_enough(address: str, href: str, number: int) -> None:
    found = pager(address, ("2" if number == 2 else str(number), href))
    assert list(found.pages) == [number]
    assert not found.doubtful


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("Next", "content_782023.htm"),
        ("2", "content_782023_2.htm"),
        ("2", "/2021-05/22/content_782022_2.htm"),
        ("2", "content_782022_20210521.htm"),
        ("2", "content_782022_2.pdf"),
        ("2", "mailto:desk@press.example"),
        ("2", "https://user:secret@press.example/2021-05/21/content_782022_2.htm"),
        ("2", "http://[::bad/"),
        ("1", "content_782022.htm"),
        ("2", "javascript:go(2)"),
        ("2", "#2"),
        ("2nd meeting", "content_900001.htm"),
    ],
)
def test_whatever_else_is_linked_is_not_followed(text: str, href: str) -> None:
    found = pager(ARTICLE, (text, href))
    assert (found.pages, found.doubtful) == ({}, {})


@pytest.mark.parametrize("text", ["Next", "next page", "Next >>", ">", "»", "下一页", "下页", "后一页"])
def test_next_leads_on(text: str) -> None:
    assert pager(f"{HOST}/node_8021725.htm", (text, "node_8021725_2.htm")).doubtful == {2: f"{HOST}/node_8021725_2.htm"}


@pytest.mark.parametrize("text", ["2", "[2]", "第2页", " (2) "])
def test_numbers_are_written_in_many_ways(text: str) -> None:
    assert list(pager(f"{HOST}/node_8021725.htm", (text, "node_8021725_2.htm")).doubtful) == [2]


@pytest.mark.parametrize("text", ["More news", "2021", "7", "Next story", "Prev"])
def test_a_list_is_followed_only_by_a_pagers_words(text: str) -> None:
    found = pager(f"{HOST}/node_8021725.htm", (text, "node_8021725_2.htm"))
    assert (found.pages, found.doubtful) == ({}, {})


def test_pages_in_the_path_are_doubtful() -> None:
    found = pager(f"{HOST}/events/ferries/1/text", ("2", "/events/ferries/2/text"), ("4", "/events/ferries/3/text"))
    assert (list(found.pages), list(found.doubtful)) == ([], [2])


@pytest.mark.parametrize(
    "pairs",
    [
        [("2", "t20210521_4302_1.html"), ("3", "t20210521_4302_2.html")],
        [("下一页", "t20210521_4302_1.html"), ("尾页", "t20210521_4302_2.html")],
    ],
)
def test_a_count_from_zero_is_seen(pairs: list[tuple[str, str]]) -> None:
    found = pager(f"{HOST}/t20210521_4302.html", *pairs)
    assert (list(found.pages), found.from_zero) == ([2, 3], True)


def test_a_page_of_a_hundred_thousand_links_is_read_to_a_limit() -> None:
    many = links(*[("2", f"content_{number}_2.htm") for number in range(100_000, 200_000)])
    assert read_pager(httpx.URL(ARTICLE), many).pages == {}


def test_lower_numbers_come_first_and_each_once() -> None:
    search = Search(httpx.URL(ARTICLE), {})
    search.learn(httpx.URL(ARTICLE), links(("5", "content_782022_5.htm"), ("2", "content_782022_2.htm")))
    order = []
    search.dealt_with(1)
    while found := search.next():
        order.append(found[0])
        search.dealt_with(found[0])
    assert order == [2, 3, 4, 5]


@pytest.mark.parametrize(
    ("address", "slug"),
    [
        (ARTICLE, "press.example_2021-05_21_content_782022"),
        (ARTICLE.replace(".htm", "_3.htm"), "press.example_2021-05_21_content_782022"),
        (ARTICLE.replace("https://", "http://www."), "press.example_2021-05_21_content_782022"),
        (f"{HOST}/node_8021725_2.htm", "press.example_node_8021725_2.htm"),
        (f"{HOST}/", "press.example"),
    ],
)
def test_a_transcript_has_one_folder(address: str, slug: str) -> None:
    assert slug_of(checked(address)) == slug


@pytest.mark.parametrize(
    "path", ["/../../etc/x", "/a/..%2f..%2fb", "/%00", "/新闻/1", "/a?b=/../c", "/" + "x" * 900, "/."]
)
def test_a_folders_name_cannot_lead_anywhere(path: str) -> None:
    slug = slug_of(checked(HOST + path))
    assert re.fullmatch(r"press\.example[A-Za-z0-9._-]{0,120}", slug)


def test_addresses_that_plain_letters_cannot_tell_apart_have_two_folders() -> None:
    assert slug_of(checked(f"{HOST}/show?id=1")) != slug_of(checked(f"{HOST}/show?id=2"))


@given(st.text(max_size=60))
def test_any_address_is_refused_or_gets_a_harmless_folder(text: str) -> None:
    for address in (text, "http://" + text, "https://press.example/" + text):
        try:
            url = checked(address)
        except FetchError:
            continue
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}", slug_of(url))


@given(st.lists(st.tuples(st.text(max_size=8), st.text(max_size=40)), max_size=8))
def test_any_links_give_addresses_of_the_same_site_only(pairs: list[tuple[str, str]]) -> None:
    found = pager(ARTICLE, *pairs)
    for number, address in (found.pages | found.doubtful).items():
        assert number >= 1
        assert httpx.URL(address).host.removeprefix("www.") == "press.example"


@given(st.ip_addresses(v=4))
def test_an_address_within_another_is_judged_like_itself(inner: object) -> None:
    assert is_public(f"::ffff:{inner}") == is_public(str(inner))
    if not is_public(str(inner)):
        number = int(inner)  # type: ignore[call-overload]
        assert not is_public(f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}")
        assert not is_public(f"2002:{number >> 16:x}:{number & 0xFFFF:x}::")


@given(st.binary(max_size=5000), st.lists(st.integers(1, 200), min_size=1, max_size=20))
def test_a_body_is_the_same_however_it_is_cut(content: bytes, cuts: list[int]) -> None:
    packed = gzip.compress(content)
    pieces, start = [], 0
    while start < len(packed):
        size = cuts[len(pieces) % len(cuts)]
        pieces.append(packed[start : start + size])
        start += size
    assert read_body(pieces, "gzip", 5000) == content
    with pytest.raises(IncompleteError):
        read_body([*pieces[:-1], pieces[-1][:-1]] if len(packed) > 1 else [], "gzip", 5000)


@pytest.mark.parametrize("encoding", ["", "gzip"])
def test_the_limit_is_exact(encoding: str) -> None:
    body = b"x" * 1000
    packed = gzip.compress(body) if encoding else body
    assert read_body([packed], encoding, 1000) == body
    with pytest.raises(TooLargeError):
        read_body([packed], encoding, 999)


def test_what_is_no_gzip_is_damaged() -> None:
    with pytest.raises(IncompleteError, match="is damaged"):
        read_body([b"<p>Hello.</p>"], "gzip", 1000)
