"""Pages as HTML: what markup proves, what is furniture, and where each paragraph stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from scio_transcripts import Transcript, parse_html, read

HEAD = """<!DOCTYPE html><html><head><meta charset="utf-8"><title>SCIO briefing on reeds | Reed Net</title>{meta}</head>
<body><div><ul><li><a href="/">Home</a></li><li><a href="/zh">中文</a></li></ul></div>
<div><h1>SCIO briefing on reeds</h1><p>Harbour Town | 10 a.m. May 6, 2024</p>
<p><a href="../zh/reeds.html">Read in Chinese</a></p><div id="any">"""
FOOT = """</div>{pager}</div><div><p>Copyright Reed Net. All rights reserved.</p></div>
<div><h3>More stories</h3><p><a href="x">CCTV: boats in the fog</a></p>
<p><a href="y">Host: a night on the dike</a></p></div>
<script>var label = "Host: not drawn";</script></body></html>"""
ROSTER = """<p><b>Speakers:</b></p><p>Mr. Ruan Bo, minister of dikes</p>
<p><b>Chairperson:</b></p><p>Ms. Lu An, spokesperson of the SCIO</p>"""
TURNS = [
    ("Lu An", "Good morning. Mr. Ruan has the floor."),
    ("Ruan Bo", "Thank you. The locks are open."),
    ("Reuters", "How many boats pass in a day? Thank you."),
    ("Ruan Bo", "Thank you for your question. We counted ninety."),
]


def page(body: str, *, meta: str = "", pager: str = "") -> str:
    return HEAD.format(meta=meta) + ROSTER + body + FOOT.format(pager=pager)


def turns_of(transcript: Transcript) -> list[tuple[str | None, str]]:
    return [(turn.label, " ".join(p.text for p in turn.paragraphs)) for turn in transcript.turns]


MARKUPS = {
    "strong paragraphs": "".join(f"<p><strong>{who}:</strong></p><p>{said}</p>" for who, said in TURNS),
    "bold spans": "".join(
        f'<p><span><span style="font-weight: bold;">{who}:</span></span></p><p><span>{said}</span></p>'
        for who, said in TURNS
    ),
    "line breaks": "".join(f"<b>{who}:</b><br/><br/>{said}<br/><br/>" for who, said in TURNS),
    "divs": "".join(f"<div><div>{who}:</div><div>{said}</div></div>" for who, said in TURNS),
    "inline": "".join(f"<p><strong>{who}:</strong> {said}</p>" for who, said in TURNS),
    "colon outside the bold": "".join(f"<p><strong>{who}</strong>: {said}</p>" for who, said in TURNS),
    "no colon": "".join(f"<p><strong>{who}</strong></p><p>{said}</p>" for who, said in TURNS),
    "no colon, inline": "".join(f"<p><strong>{who}</strong> {said}</p>" for who, said in TURNS),
    "a table of fonts": "<table><tr><td>"
    + "".join(f'<font size="3"><p><font><b>{who}:</b></font></p><p>{said}</p></font>' for who, said in TURNS)
    + "</td></tr></table>",
    "rows of a table": "<table>"
    + "".join(f"<tr><td><b>{who}:</b></td><td>{said}</td></tr>" for who, said in TURNS)
    + "</table>",
    "a list": "<ul>" + "".join(f"<li><b>{who}:</b> {said}</li>" for who, said in TURNS) + "</ul>",
    "preformatted": "<pre>" + "\n\n".join(f"{who}:\n{said}" for who, said in TURNS) + "</pre>",
}


@pytest.mark.parametrize("markup", MARKUPS)
def test_every_markup_gives_the_same_turns(markup: str) -> None:
    transcript = parse_html(page(MARKUPS[markup]))
    assert turns_of(transcript) == TURNS
    assert [turn.role for turn in transcript.turns] == ["chair", "official", "reporter", "official"]
    assert transcript.title == "SCIO briefing on reeds"
    assert transcript.event.date == "2024-05-06"


def test_navigation_links_and_footers_are_notes() -> None:
    transcript = parse_html(page(MARKUPS["strong paragraphs"]))
    notes = {note.text: note.kind for note in transcript.notes}
    for furniture in ("Home", "Copyright Reed Net. All rights reserved.", "CCTV: boats in the fog"):
        assert notes[furniture] in ("chrome", "link")
    assert "not drawn" not in transcript.text


def test_a_bold_heading_inside_a_speech_is_no_label() -> None:
    body = MARKUPS["strong paragraphs"] + "<p><strong>Steady growth in the towns</strong></p><p>The towns did well.</p>"
    transcript = parse_html(page(body))
    assert [label for label, _ in turns_of(transcript)] == [who for who, _ in TURNS]
    assert transcript.turns[-1].paragraphs[-2].text == "Steady growth in the towns"


def test_lines_of_preformatted_text_end_where_tags_begin() -> None:
    body = "<pre>" + "\n".join(f"<b>{who}:</b>\n{said}" for who, said in TURNS) + "</pre>"
    assert turns_of(parse_html(page(body))) == TURNS


def test_a_bold_label_without_a_colon_may_stand_behind_a_page_break_tag() -> None:
    body = "".join(f"<p><b>_ueditor_page_break_tag_{who}</b></p><p>{said}</p>" for who, said in TURNS)
    transcript = parse_html(page(body))
    assert turns_of(transcript) == TURNS
    assert [note.kind for note in transcript.notes].count("page-break") == len(TURNS)


def test_a_bold_label_may_stand_above_a_sentence_with_a_colon() -> None:
    turns = [*TURNS, ("Ruan Bo", "Fares are stable: a ticket costs ten yuan.")]
    body = "".join(f"<p><b>{who}</b></p><p>{said}</p>" for who, said in turns)
    assert turns_of(parse_html(page(body))) == turns


def test_an_outlet_in_bold_may_end_in_a_sign() -> None:
    turns = [*TURNS, ("CCTV+", "How many boats run at night?")]
    body = "".join(f"<p><b>{who}</b></p><p>{said}</p>" for who, said in turns)
    assert turns_of(parse_html(page(body))) == turns


def test_the_label_in_the_cell_before_the_only_speech_belongs_to_it() -> None:
    html = (
        "<h1>SCIO briefing on reeds</h1><table><tr><td>[Ruan Bo]:</td><td><p>The locks are open.</p></td></tr></table>"
    )
    assert turns_of(parse_html(html)) == [("Ruan Bo", "The locks are open.")]


def test_a_headline_after_a_roles_word_is_a_link_even_on_a_page_without_sentences() -> None:
    links = "".join(f'<p><a href="{n}.htm">{words}</a></p>' for n, words in enumerate(("Host: a night out", "Boats")))
    transcript = parse_html(f"<p><b>Ruan Bo:</b></p><p>Three ways:</p><p><b>Lu An:</b></p><p>Yes.</p>{links}")
    assert turns_of(transcript) == [("Ruan Bo", "Three ways:"), ("Lu An", "Yes.")]


def test_every_paragraph_knows_its_element() -> None:
    html = page(MARKUPS["strong paragraphs"])
    transcript = parse_html(html)
    tree = LexborHTMLParser(html)
    for turn in transcript.turns:
        for paragraph in turn.paragraphs:
            place = transcript.place_of(paragraph)
            assert place is not None
            node = tree.css_first(place.selector)
            assert node is not None
            assert " ".join(node.text().split()) == paragraph.text
            assert transcript.text[paragraph.start : paragraph.end] == paragraph.text


@pytest.mark.parametrize(
    ("meta", "said_by"),
    [
        ('<meta name="pubdate" content="2024-05-19 08:30">', "meta pubdate"),
        ('<meta property="article:published_time" content="2024-05-19T00:30:00Z">', "meta article:published_time"),
        ('<script type="application/ld+json">{"@graph": [{"datePublished": "2024-05-19"}]}</script>', "JSON-LD"),
    ],
)
def test_the_publication_date_may_stand_in_the_metadata(meta: str, said_by: str) -> None:
    transcript = parse_html(page(MARKUPS["inline"], meta=meta))
    assert transcript.publication.date == "2024-05-19"
    [told] = [d for d in transcript.diagnostics if d.code == "D406"]
    assert said_by in told.message


def test_a_printed_publication_date_outweighs_metadata() -> None:
    html = page(MARKUPS["inline"], meta='<meta name="pubdate" content="2024-05-19">').replace(
        "</h1>", "</h1><p>China SCIO | May 9, 2024</p>"
    )
    transcript = parse_html(html)
    assert transcript.publication.date == "2024-05-09"
    assert "D407" in {d.code for d in transcript.diagnostics}


def test_metadata_that_is_no_date_is_as_good_as_none() -> None:
    transcript = parse_html(page(MARKUPS["inline"], meta='<meta name="pubdate" content="2024-02-31">'))
    assert transcript.publication.date is None


def test_links_say_where_the_original_and_the_other_pages_are() -> None:
    pager = '<div>&lt; <a href="reeds.html">1</a> <span>2</span> <a href="reeds_3.html">3</a> &gt;</div>'
    transcript = parse_html(page(MARKUPS["inline"], pager=pager), url="https://reed.example/en/2024/reeds_2.html")
    assert transcript.publication.url == "https://reed.example/en/2024/reeds_2.html"
    assert transcript.publication.original_url == "https://reed.example/en/zh/reeds.html"
    assert transcript.pages.numbers == (2,)
    assert transcript.pages.total == 3
    assert transcript.pages.urls == (
        "https://reed.example/en/2024/reeds.html",
        "https://reed.example/en/2024/reeds_3.html",
    )


def test_the_link_to_the_original_has_its_place_and_no_word_of_a_speech_is_one() -> None:
    linked = MARKUPS["inline"].replace("boats", '<a href="/topics/zh.html">Chinese</a> boats')
    transcript = parse_html(page(linked))
    [evidence] = transcript.evidence_for("publication.original_url")
    assert transcript.text[evidence.start : evidence.end] == "Read in Chinese"
    without = page(linked).replace('<a href="../zh/reeds.html">Read in Chinese</a>', "")
    assert parse_html(without).publication.original_url is None


def test_a_figure_has_its_caption() -> None:
    figure = "<figure><img src='a.jpg'><figcaption>Ruan Bo: a portrait</figcaption></figure>"
    transcript = parse_html(page(MARKUPS["strong paragraphs"] + figure))
    assert [note.text for note in transcript.notes if note.kind == "caption"] == ["Ruan Bo: a portrait"]
    assert turns_of(transcript) == TURNS


def test_hidden_elements_are_left_out() -> None:
    hidden = '<p style="display:none">Host: hidden words.</p><p hidden>Host: more of them.</p>'
    transcript = parse_html(page(MARKUPS["strong paragraphs"] + hidden))
    assert "hidden words" not in transcript.text
    assert turns_of(transcript) == TURNS


def test_white_space_is_folded_as_browsers_do() -> None:
    transcript = parse_html("<p>One \t\r\n two\x0c<i> three</i>\xa0 four </p>\n<pre>five  six</pre>")
    assert transcript.text == "One two three\xa0 four\n\nfive  six\n"


@pytest.mark.parametrize(("style", "is_bold"), [("font-weight: normal", False), ("font-weight:700", True), ("", True)])
def test_a_style_can_take_bold_type_away(style: str, is_bold: bool) -> None:
    # Nothing but bold type sets these labels off.
    said = ("<b>Reuters</b> How many boats run in winter? Thank you.", "<b>Lin Dahai</b> Thank you. Ninety boats run.")
    last = f'<b><span style="{style}">Ruan Bo</span></b> A last word on boats: ninety.'
    transcript = parse_html("".join(f"<p>{words}</p>" for words in (*said, last)))
    assert [turn.label for turn in transcript.turns] == ["Reuters", "Lin Dahai", *(["Ruan Bo"] if is_bold else [])]
    assert transcript.turns[-1].paragraphs[-1].text.endswith("A last word on boats: ninety.")


@pytest.mark.parametrize("html", ["", " ", "<", "<html>", "<p>", "<!-- ", "</p></b></i>", "\0", "<p>\ud800</p>"])
def test_broken_html_is_a_document(html: str) -> None:
    assert parse_html(html).turns == ()


def test_deep_nesting_is_read_in_bounded_depth() -> None:
    html = "<div>" * 30_000 + "<p><b>Reuters:</b></p><p>Why? Thank you.</p>" + "</div>" * 30_000
    transcript = parse_html(html)
    assert [turn.label for turn in transcript.turns] == ["Reuters"]
    assert max(len(place.selector) for place in transcript.places) < 10_000


def test_a_file_is_html_by_what_is_in_it(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(page(MARKUPS["inline"]), "utf-8")
    transcript = read(file)
    assert transcript.source.media_type == "text/html"
    assert turns_of(transcript) == TURNS


_BELOW = "<p>Ruan Boqing: The reeds stand well.</p>"


@pytest.mark.parametrize("opening", ["<script>", '<SCRIPT type="x">', "<style>", "<!--", "<!-- note "])
def test_text_below_markup_that_is_never_closed_is_told(opening: str) -> None:
    page = parse_html(f"<h1>Reed briefing</h1><p>Harbour Daily: How are they? Thank you.</p>{opening}{_BELOW}")
    told = [d for d in page.diagnostics if d.code == "T110"]
    assert [d.severity for d in told] == ["warning"]
    assert "reeds" not in page.text


@pytest.mark.parametrize(
    "closed",
    [
        "<script>let a = '<!--';</script>",
        "<!-- <script> -->",
        "<style>p {}</STYLE >",
        "<!---->",
        "<!-- a --><script></script>",
    ],
)
def test_markup_that_is_closed_is_not_told(closed: str) -> None:
    page = parse_html(f"<p>Harbour Daily: How are they? Thank you.</p>{closed}{_BELOW}")
    assert "reeds" in page.text
    assert "T110" not in [d.code for d in page.diagnostics]


def test_a_script_cut_off_at_the_very_end_hides_nothing() -> None:
    page = parse_html(f"{_BELOW}<script>let a = 1")
    assert "T110" not in [d.code for d in page.diagnostics]
