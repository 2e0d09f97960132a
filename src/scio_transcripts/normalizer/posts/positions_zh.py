"""A Chinese role line split into posts: `渡口管理局局长、新闻发言人`.

In: the line as printed. Out: posts with title and organisation. Promises: what is no post of its own stays with the one
before it; a post without a body has its neighbour's only where the body of that line is the only one. Knows no person.
"""

from __future__ import annotations

from functools import lru_cache

from scio_transcripts.lazy import re
from scio_transcripts.registry.han import RANKS, ends_in_post, han_posts, simplified

Post = dict[str, str | None]
"""`title`, `organization` and `abbreviation`, as in `model.Position`."""
_CUT = re.compile(r"[、，,；;]|兼任?|[和及]")
# What belongs to the title before its last word: `新闻发言人`, `党组书记`, `副局长`, `一级巡视员`.
_BEFORE_TITLE = (
    "(?:原|前|时任|现任|代|常务|副|党组|党委|党支部|机关党委|纪检组|新闻|首席|执行|高级|总|团|特约|特聘|名誉|荣誉|常驻|例行|代理"
    "|第[一二三]|[一二三四]级)"
)
_TITLE_WORD = "|".join(sorted(han_posts(), key=len, reverse=True))
_TITLE = re.compile(rf"(?P<organization>.*?)(?P<title>{_BEFORE_TITLE}{{0,4}}(?:{_TITLE_WORD}))$")
_LONGEST = 200
_LEAST_BODY = 2


@lru_cache(maxsize=4096)
def positions_of_han(description: str) -> tuple[Post, ...]:
    """The posts of a Chinese role line, in order.

    >>> [(p["title"], p["organization"]) for p in positions_of_han("渡口管理局局长、新闻发言人")]
    [('局长', '渡口管理局'), ('新闻发言人', '渡口管理局')]
    >>> [(p["title"], p["organization"]) for p in positions_of_han("省委宣传部副部长、省政府新闻办主任")]
    [('副部长', '省委宣传部'), ('主任', '省政府新闻办')]
    """
    posts: list[Post] = []
    body: str | None = None
    for piece in _pieces(description[:_LONGEST]):
        title, own = _split(piece)
        body = own or body
        # A rank is no body's.
        posts.append({"title": title, "organization": None if title in RANKS else body, "abbreviation": None})
    return tuple(posts)


def _pieces(description: str) -> list[str]:
    """Cut behind each post: `政策、法规司司长` is one, for 政策 is no post."""
    pieces, start = [], 0
    for cut in _CUT.finditer(description):
        if ends_in_post(description[start : cut.start()].rstrip()) and ends_in_post(description):
            pieces.append(description[start : cut.start()])
            start = cut.end()
    return [piece.strip() for piece in (*pieces, description[start:]) if piece.strip()]


def _split(piece: str) -> tuple[str, str | None]:
    """The title and the body of one post; all of it is the title where no body shows."""
    found = _TITLE.match(simplified(piece))
    if found is None or len(found["organization"].strip()) < _LEAST_BODY:
        return piece, None
    cut = found.start("title")
    return piece[cut:].strip(), piece[:cut].strip()
