"""Each selector is CSS, and finds the element that holds its line."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from scio_transcripts import parse_html

ODD = [f"x{sign}y" for sign in "<:.#\"'&[](),+~*=;{}\\|!@$^`?%-_1é中¹·"]
signs = st.one_of(
    st.characters(exclude_characters=" \t\n\r\f/>\0", exclude_categories=["Cs"]), st.sampled_from("<:.#[]-_0")
)
tags = st.builds(str.__add__, st.sampled_from("abpx"), st.text(signs, max_size=6))
names = st.text(st.characters(exclude_characters="\0\"'", exclude_categories=["Cs"]), max_size=6)


def assert_found(html: str) -> None:
    page = parse_html(html)
    tree = LexborHTMLParser(html)
    for place in page.places:
        found = tree.css(place.selector)
        assert len(found) == 1, place.selector
        shown = "".join((found[0].text() or "").split())
        assert "".join(page.text[place.start : place.end].split()) in shown


@pytest.mark.parametrize("tag", [*ODD, "p-", "p--", "p1", "b" * 39, "b" * 60])
def test_an_odd_tag_has_a_selector_that_finds_it(tag: str) -> None:
    html = f"<p>Reuters:</p><{tag}><p>Yes, please do it now.</p></{tag}><{tag}>Once more.</{tag}>"
    assert any("Yes" in parse_html(html).text[p.start : p.end] for p in parse_html(html).places)
    assert_found(html)


@given(st.lists(st.tuples(tags, names, names), min_size=1, max_size=4))
@example([("x<y", "1", "a:b")])
@example([("a\x0b", "", "")])
@example([("p\x7f", "", "")])
def test_any_tag_id_and_class_have_one(elements: list[tuple[str, str, str]]) -> None:
    html = "".join(
        f'<{tag} id="{own}" class="{kind}"><div>Word {n}.</div>' for n, (tag, own, kind) in enumerate(elements)
    )
    assert_found(html)
