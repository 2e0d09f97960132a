"""What is known from the form of a link, a line or a page alone is what a full look would tell."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scio_transcripts.registry.chrome import chrome_among, is_chrome
from scio_transcripts.sources.html.depth import shallow
from scio_transcripts.sources.html.facts import resolved

BASES = ["http://reed.example/a/b.htm", "https://reed.example:80", "http://reed.example?x", "file:///d/p.htm"]
FURNITURE = [
    *["Back to top", "share to friends", "©", "All Rights Reserved.", "Print", "Editor’s choice"],
    *["字号：大 中 小", "字号大中小", "版权所有"],
]


@given(st.from_regex(r"/{0,2}[ab.~%?#; é_1/-]{0,8}", fullmatch=True), st.sampled_from(BASES))
def test_a_link_leads_where_the_standard_says(href: str, base: str) -> None:
    address = resolved(href, base)
    assert address is None or address == urljoin(base, href.strip())
    assert (address is None) == urljoin(base, href.strip()).startswith("#")


lines_like_furniture = st.builds(
    "{}{}{}".format,
    st.sampled_from(["", "", "\xa0", "\u3000", "x", "（"]),
    st.sampled_from([*FURNITURE, *map(str.upper, FURNITURE), "a’", "S  h", "字"]),
    st.sampled_from(["", "  x", " x", "\xa0", "s"]),
)


@given(st.lists(lines_like_furniture))
def test_furniture_among_lines_is_what_each_line_alone_is(lines: list[str]) -> None:
    assert chrome_among(lines) == [number for number, line in enumerate(lines) if is_chrome(line)]


@pytest.mark.parametrize("depth", [512, 513])
@pytest.mark.parametrize("around", ["", "<!-- </div></div> -->", "<script>'</div>'</script>", "</span></div>"])
def test_only_what_is_deeper_than_browsers_go_is_cut(depth: int, around: str) -> None:
    deep = "<div>" * depth + "word" + "</div>" * depth
    page = around + "<p><span>word</span></p>" * 1_500 + deep
    assert (shallow(page) == page) == (depth == 512)
    assert shallow(page).count("word") == 1_501
