"""The laws, and the return of whole press conferences, for every HTML that they are put into."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from checks import assert_lawful, assert_placed, assert_says
from depth import examples
from markups import MARKUPS, page_of
from render import LAYOUTS, Finish, finish
from scio_transcripts import Transcript, parse, parse_html
from scribe import Dress, dresses, rows_of
from strategies import Spec, specs

some = settings(
    max_examples=examples(50),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
"""Whole pages take long to draw, and there is one test for each markup."""

layouts = st.sampled_from(sorted(LAYOUTS))


@pytest.mark.parametrize("markup", sorted(MARKUPS))
@some
@given(spec=specs(), layout=layouts, dress=dresses)
def test_a_press_conference_comes_back_from_each_markup(markup: str, spec: Spec, layout: str, dress: Dress) -> None:
    printed = LAYOUTS[layout](spec)
    html = page_of(rows_of(printed), replace(dress, markup=markup))
    document = parse_html(html)
    assert_says(document, printed)
    assert_lawful(document)
    assert_placed(document, [html])
    assert Transcript.from_json(document.to_json()) == document


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@some
@given(spec=specs(), markup=st.sampled_from(sorted(MARKUPS)), dress=dresses)
def test_html_and_text_say_the_same(layout: str, spec: Spec, markup: str, dress: Dress) -> None:
    printed = LAYOUTS[layout](spec)
    from_text = parse(finish(printed, Finish()).text)
    from_html = parse_html(page_of(rows_of(printed), replace(dress, markup=markup)))
    assert [(t.label, t.role, t.speaker, t.continued) for t in from_html.turns] == [
        (t.label, t.role, t.speaker, t.continued) for t in from_text.turns
    ]
    for name in ("kind", "language", "title", "summary", "event", "credits"):
        assert getattr(from_html, name) == getattr(from_text, name), name
    spans = {"parts": {"__all__": {"start": True, "end": True, "answers": True}}}
    assert [e.model_dump(exclude=spans) for e in from_html.exchanges] == [
        e.model_dump(exclude=spans) for e in from_text.exchanges
    ]
    assert [(p.id, p.role, p.honorific, p.description) for p in from_html.participants] == [
        (p.id, p.role, p.honorific, p.description) for p in from_text.participants
    ]


TAGS = ["p", "div", "b", "span", "table", "tr", "td", "ul", "li", "pre", "a", "h1", "h3", "nav", "br", "font", "script"]
pieces = st.one_of(
    st.sampled_from(TAGS).map("<{}>".format),
    st.sampled_from(TAGS).map("</{}>".format),
    st.sampled_from(
        [
            "<a href='x'>",
            "<p hidden>",
            '<b style="font-weight:400">',
            "<!--",
            "-->",
            "<![CDATA[",
            "</body>",
            "<",
            "&#0;",
        ]
    ),
    st.sampled_from(
        ["Reuters:", "Lin Dahai: Yes.", "Speakers:", "Lin Dahai, minister of tides", "Why? Thank you.", "\n"]
    ),
    st.sampled_from(["&amp;", "&nbsp;", "&#xD800;", "&#x200b;", "\x0b", "\u2028", "\x85", "\ufeff", "中文", "1 2 3"]),
    st.text(max_size=5),
)


@given(st.lists(pieces, max_size=40).map("".join))
def test_the_laws_hold_for_any_soup_of_tags(html: str) -> None:
    document = parse_html(html)
    assert_lawful(document)
    assert all(document.text[place.start : place.end].strip() for place in document.places)
    json.loads(document.to_json())
    assert parse_html(html).to_json() == document.to_json()
