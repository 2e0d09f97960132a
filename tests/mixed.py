"""Folders that mix pages of several press conferences, in all the ways in which people name and cut them.

In: a number, which is the seed. Out: pages, each with the event that it is of. English and Chinese, text and HTML, cut
with and without a pager, the head repeated or not; strangers may share a chair, a topic, outlets, and the way of their
names. Everything said is invented, and the same number gives the same folder.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from cuts import Cut, sources_of_rows
from markups import MARKUPS
from render import LAYOUTS
from scio_transcripts.sources.text import Source
from scribe import Dress, Row, head_and_body, rows_of
from strategies import (
    ANSWERS,
    BODIES,
    CHAIR_POSTS,
    CITIES,
    FACTS,
    FAMILIES,
    POSTS,
    QUESTIONS,
    SUBJECTS,
    SYLLABLES,
    TOPICS,
    Speaker,
    Spec,
    Speech,
    plain_outlets,
)

LAYOUTS_USED = sorted(set(LAYOUTS) - {"continuation", "questions_and_answers", "bracketed", "timed"})


@dataclass(frozen=True)
class Page:
    """A page in a folder."""

    event: int
    source: Source


# --- press conferences -----------------------------------------------------------------------------


def english(chance: random.Random, chair: Speaker | None = None) -> tuple[list[Row], list[Row]]:
    """Head and body of an English transcript."""
    families = chance.sample(FAMILIES, 4)
    body = chance.choice(BODIES)
    chair = chair or Speaker(_name(chance, families[0]), "Ms.", chance.choice(CHAIR_POSTS))
    officials = tuple(
        Speaker(_name(chance, family), "Mr.", chance.choice(POSTS).format(body))
        for family in families[1 : chance.randint(2, 4)]
    )
    topic = chance.choice(TOPICS)
    spec = Spec(
        title=f"SCIO {chance.choice(['briefing', 'press conference'])} on {topic} in {chance.choice(CITIES)}",
        topic=topic,
        city=chance.choice(CITIES),
        day=date(2015, 1, 1) + timedelta(days=chance.randint(0, 4000)),
        hour=chance.choice(["10 a.m.", "3 p.m."]),
        chair=chair,
        officials=officials,
        turns=(),
        translators=(_name(chance, "He"), _name(chance, "Mo")) if chance.random() < 0.5 else (),
    )
    spec = replace(spec, turns=tuple(_debate(chance, spec)))
    return head_and_body(rows_of(LAYOUTS[chance.choice(LAYOUTS_USED)](spec)))


def _name(chance: random.Random, family: str) -> str:
    return f"{family} {''.join(chance.sample(SYLLABLES, 2)).capitalize()}"


def _speech(chance: random.Random, count: int) -> tuple[str, ...]:
    return tuple(
        " ".join(fact.format(n=chance.randint(2, 9999)) for fact in chance.sample(FACTS, chance.randint(2, 4)))
        for _ in range(count)
    )


def _debate(chance: random.Random, spec: Spec) -> Iterator[Speech]:
    chair, officials = spec.chair, spec.officials
    named = "; ".join(f"{o.honorific} {o.name}, {o.post}" for o in officials)
    welcome = f"Good morning, ladies and gentlemen. Welcome to this press conference on {spec.topic}."
    yield Speech(chair.name, "chair", (welcome, f"Today, we have invited {named}. Mr. {officials[0].name}, please."))
    yield Speech(officials[0].name, "official", ("Good morning, friends from the media.", *_speech(chance, 4)))
    yield Speech(chair.name, "chair", ("Thank you. The floor is now open for questions. Please name your outlet.",))
    for outlet in chance.sample(plain_outlets(), chance.randint(3, 7)):
        yield Speech(outlet, "reporter", (chance.choice(QUESTIONS).format(s=chance.choice(SUBJECTS)),))
        first, *rest = _speech(chance, chance.randint(1, 3))
        yield Speech(chance.choice(officials).name, "official", (f"{chance.choice(ANSWERS)} {first}", *rest))
        if chance.random() < 0.4:
            yield Speech(chair.name, "chair", ("Next question, please.",))
    yield Speech(chair.name, "chair", ("Thank you all. That concludes today's press conference. Goodbye.",))


HAN_FAMILIES = "林顾温陆谢唐沈韩冯曹曾萧吕袁叶"
HAN_GIVEN = "大海卫平白露秋生文博雨桐远舟思齐建明"
HAN_TOPICS = ["渡船", "灯塔与潮汐", "芦苇养护", "沿河图书馆", "港镇规划", "冬季桥梁"]
HAN_BODIES = ["国家潮汐管理局", "渡口与桥梁部", "国家芦苇局", "灯塔事务总局"]
HAN_OUTLETS = ["新华社记者", "中央广播电视总台央视记者", "路透社记者", "中国日报记者", "香港中评社记者", "红星新闻记者"]
HAN_FACTS = [
    "去年一共修缮了{n}座灯塔，全部按期完成。",
    "这项规划覆盖沿海{n}个乡镇，群众是满意的。",
    "每天有{n}班渡船往返两岸，其中一半在夜间。",
    "我们用{n}个月的时间，把老旧设备全部换了一遍。",
    "下一步，还要继续完善时刻表，听取渔民的意见。",
    "{n}个工作组正在各地开展维修工作，进展顺利。",
    "票价保持不变，学生和老人继续享受优惠，一张票{n}元。",
    "桥梁总体状况良好，北方地区的桥梁也不例外。",
]


def chinese(chance: random.Random, chair: str | None = None) -> tuple[list[Row], list[Row]]:
    """Head and body of a Chinese transcript."""
    topic, body = chance.choice(HAN_TOPICS), chance.choice(HAN_BODIES)
    families = chance.sample(HAN_FAMILIES, 4)
    chair = chair or _han_name(chance, families[0])
    officials = [_han_name(chance, family) for family in families[1 : chance.randint(2, 4)]]
    posts = [f"{body}{post}" for post in ("局长", "副局长", "总工程师")]
    day = date(2015, 1, 1) + timedelta(days=chance.randint(0, 4000))
    held = f"{day.year}年{day.month}月{day.day}日"
    persons = "、".join(f"{post}{name}" for post, name in zip(posts, officials, strict=False))
    head = [
        Row(f"国新办举行{topic}有关情况新闻发布会（{body}）", heading=1),
        Row(f"国务院新闻办公室于{held}上午10时举行新闻发布会，请{persons}介绍{topic}有关情况，并答记者问。"),
        Row(f"{held}"),
    ]
    rows: list[Row] = []

    def say(label: str, *paragraphs: str) -> None:
        rows.append(Row(f"{label}：", label=len(label) + 1))
        rows.extend(Row(words) for words in paragraphs)

    host = f"国务院新闻办新闻局副局长、新闻发言人 {chair}"
    invited = "；".join(f"{post}{name}先生" for post, name in zip(posts, officials, strict=False))
    say(host, f"女士们、先生们，上午好！欢迎出席国务院新闻办新闻发布会。今天我们邀请到{invited}。")
    say(f"{posts[0]} {officials[0]}", "各位媒体朋友，大家上午好。", *_han_speech(chance, 4))
    say(chair, "谢谢。下面进入提问环节，提问前请通报所在的新闻机构。")
    for outlet in chance.sample(HAN_OUTLETS, chance.randint(3, 5)):
        say(outlet, f"请问{chance.choice(HAN_TOPICS)}方面有哪些新进展？下一步如何打算？谢谢。")
        who = chance.choice(officials)
        say(who, "谢谢您的提问。" + _han_speech(chance, 1)[0], *_han_speech(chance, chance.randint(0, 2)))
    say(chair, "今天的新闻发布会就到这里，谢谢各位发布人，谢谢各位记者朋友，再见。")
    return [_finished(row, is_head=True) for row in head], [_finished(row) for row in rows]


def _finished(row: Row, *, is_head: bool = False) -> Row:
    return replace(row, printed=row.words, is_head=is_head)


def _han_name(chance: random.Random, family: str) -> str:
    return family + "".join(chance.sample(HAN_GIVEN, 2))


def _han_speech(chance: random.Random, count: int) -> list[str]:
    return [
        "".join(fact.format(n=chance.randint(2, 9999)) for fact in chance.sample(HAN_FACTS, chance.randint(2, 4)))
        for _ in range(count)
    ]


# --- names -----------------------------------------------------------------------------------------


def _of_the_folder(form: str) -> Callable[[random.Random, int, int, int], str]:
    """Names that count through the whole folder, whatever is in it."""
    return lambda _chance, _event, _page, place: form.format(place)


def _site(chance: random.Random, event: int, page: int, _place: int) -> str:
    return f"content_{7000 + event * 137}{'' if page == 1 else f'_{page}'}"


def _dated(chance: random.Random, event: int, page: int, _place: int) -> str:
    return f"{date(2020, 1, 6) + timedelta(days=11 * event)}{'' if page == 1 else f'_{page}'}"


WAYS: dict[str, Callable[[random.Random, int, int, int], str]] = {
    "bare": _of_the_folder("{}"),
    "padded": _of_the_folder("{:02}"),
    "padded in three": _of_the_folder("{:03}"),
    "page": _of_the_folder("page{}"),
    "hyphen": _of_the_folder("page-{:02}"),
    "one stem": _of_the_folder("reeds_{}"),
    "brackets": _of_the_folder("({})"),
    "downloads": _of_the_folder("download ({})"),
    "months": lambda _c, _e, _p, place: f"{2019 + place // 12}-{place % 12 + 1:02}",
    "days": lambda _c, _e, _p, place: f"{date(2021, 3, 1) + timedelta(days=place):%Y%m%d}",
    "chinese": _of_the_folder("第{}页"),
    "chinese words": _of_the_folder("发布会{}"),
    "site": _site,
    "addresses": lambda c, e, p, _: f"https://press.example/2024-07/03/{_site(c, e, p, 0)}",
    "from nothing": lambda c, e, p, _: f"t20240{e % 9 + 1}03_{7800 + e}{'' if p == 1 else f'_{p - 1}'}",
    "dated": _dated,
    "event and page": lambda _c, e, p, _: f"event{e + 1}-{p}",
    "random": lambda c, _e, _p, _: f"{c.getrandbits(48):012x}",
}
"""How pages are named: by the folder, by the site, by chance. The arguments: chance, event, page, place."""


# --- folders ---------------------------------------------------------------------------------------


def folder(number: int) -> list[Page]:
    """A folder with pages of one to six events, or of strangers alone."""
    chance = random.Random(number)
    way = sorted(WAYS)[number % len(WAYS)]
    strangers = number % 5 == 4
    titles: set[str] = set()
    events = [
        _pages(chance, 1 if strangers or chance.random() < 0.25 else chance.randint(2, 5), titles)
        for _ in range(chance.randint(8, 16) if strangers else chance.randint(1, 5))
    ]
    # Some count the pages of one event after the other, some as they come.
    places = list(range(1, sum(map(len, events)) + 1))
    if chance.random() < 0.25:
        chance.shuffle(places)
    found: list[Page] = []
    for event, sources in enumerate(events):
        for page, source in enumerate(sources, 1):
            name = WAYS[way](chance, event, page, places[len(found)])
            ending = ".htm" if source.markup else ".txt"
            found.append(Page(event, replace(source, facts={**source.facts, "uri": f"pages/{name}{ending}"})))
    return found if chance.random() < 0.5 else chance.sample(found, len(found))


_CHAIRS = ("Lin Wenpeng", "沈思远")
"""Many press conferences of a year have one chair."""


def _pages(chance: random.Random, count: int, titles: set[str]) -> Sequence[Source]:
    """The pages of one event, with a title of its own. Of an event of one page, it may be one from the middle."""
    known = chance.random() < 0.5
    is_english = chance.random() < 0.6
    while True:
        if is_english:
            head, body = english(chance, Speaker(_CHAIRS[0], "Ms.", CHAIR_POSTS[0]) if known else None)
        else:
            head, body = chinese(chance, _CHAIRS[1] if known else None)
        if head[0].words not in titles:
            break
    titles.add(head[0].words)
    cut = Cut(
        count=count,
        seed=chance.randint(0, 9999),
        names="first bare",
        repeats=chance.choice(["all", "summary", "title", "nothing"]),
        arrows=chance.choice(["both", "leading", "none", "no pager", "no pager"]),
        dress=_dress(chance),
    )
    if count == 1:
        middle = chance.random() < 0.3
        cut = replace(cut, count=3 if middle else 1, arrows="no pager")
        return sources_of_rows(head, body, cut)[1 if middle else 0 : 2 if middle else None][:1]
    return sources_of_rows(head, body, cut)


def _dress(chance: random.Random) -> Dress | None:
    if chance.random() < 0.7:
        return None
    return Dress(markup=chance.choice(sorted(MARKUPS)), seed=chance.randint(0, 999))
