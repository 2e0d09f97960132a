"""Markdown: reads back, and no word of the page means anything to Markdown or HTML."""

from __future__ import annotations

import html
import io
import re

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from markdown_it import MarkdownIt

from depth import examples
from render import LAYOUTS, Finish, finish
from scio_transcripts import Transcript, parse
from scio_transcripts.writers import write
from scio_transcripts.writers.markdown import escaped
from strategies import Spec, any_text, specs
from writers.pages import HOSTILE, SAMPLES, said

RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def markdown_of(*transcripts: Transcript) -> str:
    out = io.BytesIO()
    write(transcripts, "markdown", out)
    return out.getvalue().decode()


def unescaped(words: str | None) -> str | None:
    return None if words is None else html.unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", words))


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
@settings(
    max_examples=examples(15),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.large_base_example],
    phases=[Phase.explicit, Phase.reuse, Phase.generate, Phase.shrink],
)
@given(spec=specs())
def test_a_press_conference_comes_back_from_markdown(layout: str, spec: Spec) -> None:
    document = parse(finish(LAYOUTS[layout](spec), Finish()).text)
    again = parse(markdown_of(document), dialect="markdown")
    turns = [(unescaped(label), role, tuple(map(unescaped, words))) for label, role, words in said(again)]
    assert turns == said(document)
    assert [(p.name, p.role) for p in again.participants] == [(p.name, p.role) for p in document.participants]
    assert again.event.date == document.event.date


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_the_samples_are_markdown_that_the_dialect_recognises(name: str) -> None:
    again = parse(markdown_of(SAMPLES[name]))
    assert again.dialect == "markdown"
    assert said(again) == said(SAMPLES[name])


@example("[x](y)")
@example("[a]: b")
@example("---")
@example("===")
@example("- - -")
@example("1) one")
@example("## Reeds")
@example("<https://example.com>")
@example("&amp; &#35; &")
@example("\\")
@example(">")
@example("    code")
@given(any_text.map(lambda text: text.encode("utf-8", "replace").decode()))
def test_no_words_mean_anything_to_markdown(words: str) -> None:
    written = escaped(words)
    assert "\n" not in written
    tokens = RENDERER.parse(f"before\n\n{written}\n\nafter")
    inside = tokens[3:-3]
    if not written.strip(" \t"):
        return
    assert [token.type for token in inside] == ["paragraph_open", "inline", "paragraph_close"]
    children = inside[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_hostile_pages_render_as_headings_and_paragraphs(name: str) -> None:
    document = HOSTILE[name]
    tokens = RENDERER.parse(markdown_of(document, document))
    assert {token.type for token in tokens} <= {
        "heading_open",
        "heading_close",
        "paragraph_open",
        "paragraph_close",
        "inline",
        "hr",
    }
    headings = sum(token.type == "heading_open" for token in tokens)
    labels = sum(turn.label is not None for turn in document.turns)
    assert headings == 2 * (labels + (document.title is not None))
    html_of = RENDERER.render(markdown_of(document))
    assert "<script" not in html_of
    assert "<a " not in html_of
