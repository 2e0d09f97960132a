"""Pages of HTML made to be slow or strange: one function each, from a length to a page of about that many characters.

Gives: `HOSTILE_HTML`, by name. They look for recursion, for loops inside loops, and for markup that raises.
"""

from __future__ import annotations

from hostile import Generator, given, numbered

HOSTILE_HTML: dict[str, Generator] = {}
_HEAD = (
    "<!DOCTYPE html><html><head><title>SCIO briefing on ferries</title></head><body><h1>SCIO briefing on ferries</h1>"
)
_TURNS = (
    "<p><b>Lin Dahai:</b></p><p>Good morning, friends. Welcome to this briefing.</p>"
    "<p><b>Reuters:</b></p><p>How many ferries run in winter? Thank you.</p>"
)


def hostile(function: Generator) -> Generator:
    HOSTILE_HTML[function.__name__] = function
    return function


def repeated(name: str, piece: str, before: str = _HEAD, after: str = _TURNS, close: str = "") -> None:
    """Register a page with one piece over and over, and as many closings."""

    def generate(length: int) -> str:
        times = max(1, length // (len(piece) + len(close)))
        return before + piece * times + after + close * times

    HOSTILE_HTML[name] = generate


# --- depth -----------------------------------------------------------------------------------------
for _tag in ("div", "b", "span", "font", "a", "p", "table", "ul", "blockquote", "h2", "section", "pre"):
    repeated(f"nested_{_tag}", f"<{_tag}>", close=f"</{_tag}>")
    repeated(f"unclosed_{_tag}", f"<{_tag}>x ")
    repeated(f"only_closed_{_tag}", f"</{_tag}>")
repeated("nested_links_with_words", '<a href="x">Reuters: more ', close="</a>")
repeated("tables_in_tables", "<table><tr><td>x<p>Lin Dahai:</p>", close="</td></tr></table>")
repeated("lists_in_lists", "<ul><li>Reuters: more", close="</li></ul>")
repeated("nested_hidden", '<div style="display:none">x', close="</div>")
repeated("nested_headers", "<header>", close="</header>")
repeated("misnested_formatting", "<b><i></b><p>x</i>")
repeated("misnested_links", '<a href="x"><div></a>x</div>')
repeated("foster_parents", "<table>words<tr>words")
repeated("nested_forms", "<form><input><select><option>x")
repeated("nested_svg", "<svg><math><mi>x", close="</mi></math></svg>")
repeated("framesets", "<frameset><frame src='x'>", close="</frameset>")

# --- breadth ---------------------------------------------------------------------------------------
repeated("breaks", "<br>")
repeated("breaks_with_words", "word<br>")
repeated("rules", "<hr>")
repeated("pictures", "<img src='a.jpg'>")
repeated("paragraphs", "<p>Ninety ferries run every day.</p>")
repeated("turns", _TURNS)
repeated("bold_labels", "<p><b>Reuters:</b></p>")
repeated("bold_words", "<b>Reuters </b>")
repeated("bold_headings", "<p><strong>Steady growth</strong></p><p>It grew.</p>")
repeated("headings", "<h1>SCIO briefing on ferries</h1>")
repeated("links", '<a href="/a/b.html">CCTV: boats</a> ')
repeated("links_in_paragraphs", '<p><a href="/a/b.html">CCTV: boats</a></p>')
repeated("pager_links", '<a href="page_2.htm">2</a> ')
repeated("links_to_the_original", '<p><a href="zh.htm">Chinese</a></p>')
repeated("odd_links", '<a href="http://[::1">x</a><a href="javascript:void(0)">y</a><a href="//">z</a>')
repeated("cells", "<td>Reuters:<td>Why?")
repeated("rows", "<table><tr><td>Reuters:</td><td>Why do ferries run in winter? Thank you.</td></tr></table>")
repeated("list_items", "<li>Lin Dahai: yes")
repeated("captions", "<figure><img><figcaption>A ferry</figcaption></figure>")
repeated("hidden", "<p hidden>Host: hidden</p><p style='visibility:hidden'>x</p>")
repeated("furniture", "<nav>Home</nav><aside>Reuters: more</aside>")
repeated("times", '<time datetime="2024-07-03">x</time>')
repeated("rosters", "<p>Speakers:</p><p>Mr. Lin Dahai, minister of rain</p>")
repeated("body_ends", "</body></html><p>Reuters: why?</p>")
repeated("bodies", "<html><body onload='x'><head><title>Reuters:</title>")
repeated("titles", "<title>Reuters:</title>")

# --- strings ---------------------------------------------------------------------------------------
repeated("comments", "<!-- Reuters: -->")
repeated("unclosed_comment", "<!-- Reuters: ")
repeated("scripts", "<script>'<p>Reuters:</p>'</script>")
repeated("unclosed_script", "<script>x")
repeated("cdata", "<![CDATA[ Reuters: ]]>")
repeated("instructions", "<?xml version='1.0'?>")
repeated("less_than", "<")
repeated("greater_than", ">")
repeated("nearly_tags", "< p>a<b <i")
repeated("named_entities", "&nbsp;&lt;&copy;")
repeated("unfinished_entities", "&amp&#x&#;&notit")
repeated("nul_entities", "&#0;")
repeated("surrogate_entities", "&#xD800;&#xDFFF;")
repeated("huge_entities", "&#99999999999;")
repeated("control_entities", "&#1;&#27;&#x80;&#xFFFF;")
repeated("nuls", "\0")
repeated("surrogates", "\ud800")
repeated("directions", "<p>&#x202e;Reuters:&#x2066;</p><bdo dir=rtl>\u202e\u2067x</bdo>")
repeated("blank_entities", "<p>&nbsp;&#x3000;&#x200b;</p>")
repeated("blanks", " \n")
repeated("blanks_in_preformatted", " \n", _HEAD + "<pre>", "</pre>" + _TURNS)
repeated("letters_in_a_paragraph", "a", _HEAD + "<p>", "</p>" + _TURNS)
repeated("words_of_one_letter_in_tags", "<i>a</i>", _HEAD + "<p>", "</p>" + _TURNS)
repeated("words_in_tags", "<span>word </span>", _HEAD + "<p>", "</p>" + _TURNS)
repeated("attribute", "x", "<p title='", "'>" + _TURNS)
repeated("attributes", " a", "<p", ">" + _TURNS)
repeated("unclosed_attribute", "Reuters: ", _HEAD + _TURNS + "<p title='", "")
repeated("style", "font-weight:", _HEAD + "<p style='", "'>" + _TURNS)
repeated("blanks_in_a_style", "display: ", _HEAD + "<p style='", "'>" + _TURNS)
repeated("classes", "content ", _HEAD + "<p class='", "'>" + _TURNS)
repeated("same_ids", "<p id='content'>x</p>")
repeated("address", "a/", "<p><a href='", "'>x</a></p>" + _TURNS)
repeated("dots_in_an_address", "../", "<p><a href='", "'>x</a></p>" + _TURNS)
repeated("title", "Reuters: ", "<title>", "</title>" + _TURNS)
repeated("meta", "2024-07-03 ", "<meta name='pubdate' content='", "'>" + _TURNS)
repeated("metas", "<meta name='pubdate' content='2024-02-31'>", "", _TURNS)
repeated("charset", "utf-8 ", "<meta charset='", "'>" + _TURNS)
repeated("charsets", "<meta charset=gbk>", "", _TURNS)
repeated("json", "[", "<script type='application/ld+json'>", "</script>" + _TURNS)
repeated("json_lists", '{"datePublished":"x"},', "<script type='application/ld+json'>[", "0]</script>" + _TURNS)
repeated("json_scripts", '<script type="application/ld+json">{"datePublished": 1}</script>', "", _TURNS)
repeated("digits_in_json", "9", "<script type='application/ld+json'>{\"a\":", "}</script>" + _TURNS)
repeated("page_break_tags", "<p><b>_ueditor_page_break_tag_Lin Dahai</b></p><p>Yes, of course.</p>")


@hostile
def billion_laughs(length: int) -> str:
    entities = numbered(length, lambda i: f'<!ENTITY l{i + 1} "&l{i};&l{i};&l{i};&l{i};">\n')
    return f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY l0 "ha">{entities}]><html><body><p>&l9;</p>{_TURNS}'


@hostile
def stairs(length: int) -> str:
    """Each paragraph one element deeper than the one before."""
    return _HEAD + numbered(length, lambda i: f"<div><p>Ferry {given(i)} runs in winter, too.</p>") + _TURNS


@hostile
def different_tags(length: int) -> str:
    return _HEAD + numbered(length, lambda i: f"<x{given(i).lower()}>word ") + _TURNS


@hostile
def different_bold_labels(length: int) -> str:
    return _HEAD + numbered(length, lambda i: f"<p><b>Lin {given(i)}</b></p><p>Thank you for your question.</p>")


@hostile
def different_links(length: int) -> str:
    return _HEAD + _TURNS + numbered(length, lambda i: f"<p><a href='/{i}.htm'>{i % 999}</a> {given(i)}</p>")


@hostile
def pagers(length: int) -> str:
    return (
        _HEAD + numbered(length, lambda i: f"<div><span>1</span> <a href='p_{i}.htm'>{2 + i % 90}</a></div>") + _TURNS
    )


HUGE_HTML = (
    "turns",
    "nested_div",
    "unclosed_b",
    "letters_in_a_paragraph",
    "links",
    "named_entities",
    "stairs",
    "breaks",
)
"""Those that are also tried at a greater length."""
