"""Invented press conferences for the clock, one for each number.

In: a number, and how many characters. Out: a transcript in the layout of SCIO's pages, English or Chinese. Promises:
the same number gives the same page everywhere; two numbers share no person, few outlets, and of the words of speech
only the small ones, so that nothing remembered of one page helps with the next. Knows nothing of HTML (`printed.py`).
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from scio_transcripts.registry.outlets import outlets

SMALL = (
    "the the the the of of of and and and to to in in in a a that is for for we we our on will with as it this by are "
    "have from be has also more an which their new these all not they or than can people country year work support"
).split()
BEGINNINGS = "b c d f g h j l m n p r s t w y z br st tr sh ch".split()
ENDINGS = "a e i o u an on al er ing ent ove".split()
FAMILIES = "Lin Ruan Pu Qiao Weng Zhou Shao Le Mao Tang Xue Fang Yan Kang Hou Bai Shi Gu Tao Dai Mo Pan Yu Ren".split()
SOUNDS = "an bo chen da fei gang hao jing kai lei min ning peng qing rui shan tao wei xin yang yun zhen".split()
POSTS = ("minister of", "vice minister of", "head of the Bureau of", "director general of the Department of")

SMALL_HAN = (
    "的 的 的 的 是 在 在 了 和 和 我们 我们 这 对 也 将 有 到 为 从 更 要 一个 通过 进一步 同时 工作 问题 情况 方面 "
    "目前 今年 全国 支持"
).split()
HAN = (
    "山水木石林田河海湖江桥路城乡村市灯船车站台厅园花草果米茶布纸书画琴棋医药学校师生工农商业金银铜铁火电光热风云雨雪春夏秋冬东西南北上下左右"
    "前后大小高低长短新旧快慢"
)
FAMILIES_HAN = "林阮蒲乔翁周邵乐毛唐薛方严康侯白石顾陶戴莫潘余任"
POSTS_HAN = ("部部长", "部副部长", "局局长", "司司长")

Block = str
"""A label on a line of its own, or a paragraph."""


def english(size: int, number: int) -> str:
    """An English transcript of so many characters."""
    return _cut(_English(number).blocks(), size)


def chinese(size: int, number: int) -> str:
    """A Chinese transcript of so many characters."""
    return _cut(_Chinese(number).blocks(), size)


def inline(size: int, number: int) -> str:
    """The same English speech in turnchunk's layout: `Name: text`, a line a turn's paragraph."""
    label, lines = "", []
    for block in english(size + size // 10, number).split("\n\n"):
        if block.endswith(":"):
            label = block
        elif label:
            lines.append(f"{label} {block}")
    return "\n".join(lines)[:size] + "\n"


def _cut(blocks: Iterator[Block], size: int) -> str:
    """As many blocks as make the length, and the last one only in part."""
    kept: list[Block] = []
    length = 0
    while length < size:
        kept.append(next(blocks))
        length += len(kept[-1]) + 2
    return "\n\n".join(kept)[:size]


class _English:
    """One English page."""

    def __init__(self, number: int) -> None:
        self.chance = chance = random.Random(f"english {number}")
        self.words = [self._word() for _ in range(600)] + SMALL * 12
        self.people = [self._name() for _ in range(4)]
        known = [outlet.name for outlet in outlets().values()]
        self.askers = chance.sample(known, 20) + [f"{self._word().title()} {kind}" for kind in ("Daily", "TV", "News")]

    def _word(self) -> str:
        chance = self.chance
        return "".join(chance.choice(BEGINNINGS) + chance.choice(ENDINGS) for _ in range(chance.randint(1, 3)))

    def _name(self) -> str:
        chance = self.chance
        return f"{chance.choice(FAMILIES)} {''.join(chance.sample(SOUNDS, chance.randint(1, 2))).title()}"

    def blocks(self) -> Iterator[Block]:
        """Labels and paragraphs, without end."""
        chance, (chair, *officials) = self.chance, self.people
        topic = " ".join(self._word() for _ in range(3))
        day = f"Nov. {chance.randint(1, 28)}, {chance.randint(2005, 2025)}"
        yield f"SCIO press conference on {topic}"
        yield f"Beijing | 10 a.m. {day}"
        yield f"The State Council Information Office held a press conference in Beijing about {topic}."
        yield "Speakers:"
        for name in officials:
            yield f"Mr. {name}, {chance.choice(POSTS)} {self._word().title()} and {self._word().title()}"
        yield "Chairperson:"
        yield f"Ms. {chair}, director general of the Press Bureau of the State Council Information Office (SCIO)"
        yield from ("Date:", day, f"{chair}:")
        yield f"Good morning, friends from the press. {self.paragraph()} Mr. {officials[0]} has the floor."
        yield f"{officials[0]}:"
        yield "Thank you. Good morning, ladies and gentlemen."
        yield from (self.paragraph() for _ in range(8))
        while True:
            yield from self._exchange(chair, chance.choice(officials))

    def _exchange(self, chair: str, official: str) -> Iterator[Block]:
        chance = self.chance
        yield f"{chance.choice(self.askers)}:"
        two = chance.random() < 0.2
        if two:
            yield f"{self.paragraph()} I have two questions. First, how {self.clause(9)}? Second, {self.clause(9)}?"
        else:
            family = official.partition(" ")[0]
            yield f"{self.paragraph()} My question is for Mr. {family}. Why {self.clause(9)}? Thank you."
        if chance.random() < 0.3:
            yield from (f"{chair}:", f"Thank you. Mr. {official}, please.")
        yield f"{official}:"
        yield f"Thank you for your question. {self.paragraph()}"
        if two:
            yield f"On your first question, {self.paragraph()}"
            yield f"As for your second question, {self.paragraph()}"
        yield from (self.paragraph() for _ in range(chance.randint(1, 5)))

    def clause(self, most: int) -> str:
        return " ".join(self.chance.choices(self.words, k=self.chance.randint(most // 2, most)))

    def paragraph(self) -> str:
        return " ".join(self.sentence() for _ in range(self.chance.randint(1, 4)))

    def sentence(self) -> str:
        chance = self.chance
        form, name = chance.choice(ENGLISH_FORMS), chance.choice(self.people)
        year, n = chance.randint(1990, 2025), chance.random() * 90
        clauses = (self.clause(12), self.clause(8))
        words = form.format(*clauses, name=name, family=name.split()[0], year=year, n=n)
        return words[0].upper() + words[1:]


ENGLISH_FORMS: Sequence[str] = (
    *["{0}."] * 8,
    *["{0}, {1}."] * 8,
    "In {year}, the {1} reached {n:.1f} billion yuan, up {n:.2f} percent from the year before.",
    "There are {n:.1f} million {1}, and {0}.",
    "First, {0}.",
    "Second, {0}, and {1}.",
    "As Mr. {family} said, {0}.",
    "“{0},” said {name}.",
    "{0}: {1}.",
    "It’s a matter of {0}; {1}.",
)


class _Chinese:
    """One Chinese page."""

    def __init__(self, number: int) -> None:
        self.chance = chance = random.Random(f"chinese {number}")
        self.words = ["".join(chance.sample(HAN, 2)) for _ in range(500)] + SMALL_HAN * 15
        self.people = [self._name() for _ in range(4)]
        known = [name for outlet in outlets().values() for name in outlet.zh[:1]]
        self.askers = chance.sample(known, 20) + [f"{chance.choice(self.words)}{kind}" for kind in ("日报", "电视台")]

    def _name(self) -> str:
        return self.chance.choice(FAMILIES_HAN) + "".join(self.chance.sample(HAN, self.chance.randint(1, 2)))

    def blocks(self) -> Iterator[Block]:
        """Labels and paragraphs, without end."""
        chance, (chair, *officials) = self.chance, self.people
        topic = "".join(self.words[:3])
        yield f"国新办举行{topic}新闻发布会"
        yield f"{chance.randint(2005, 2025)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日上午10时"
        yield f"国务院新闻办公室举行新闻发布会，请{topic}{chance.choice(POSTS_HAN)}{officials[0]}介绍情况，并答记者问。"
        yield f"{chair}："
        yield f"女士们、先生们，上午好！欢迎出席新闻发布会。{self.paragraph()}下面请{officials[0]}先生作介绍。"
        yield f"{officials[0]}："
        yield "谢谢主持人。各位记者朋友，大家上午好。"
        yield from (self.paragraph() for _ in range(8))
        while True:
            yield from self._exchange(chair, chance.choice(officials))

    def _exchange(self, chair: str, official: str) -> Iterator[Block]:
        chance = self.chance
        yield f"{chance.choice(self.askers)}记者："
        two = chance.random() < 0.2
        if two:
            yield f"{self.paragraph()}我有两个问题。第一，{self.clause(6)}？第二，{self.clause(6)}？谢谢。"
        else:
            yield f"{self.paragraph()}我的问题是，请问{self.clause(6)}？谢谢。"
        if chance.random() < 0.3:
            yield from (f"{chair}：", f"谢谢。请{official}先生回答。")
        yield f"{official}："
        yield f"谢谢您的提问。{self.paragraph()}"
        if two:
            yield f"关于您的第一个问题，{self.paragraph()}"
            yield f"关于第二个问题，{self.paragraph()}"
        yield from (self.paragraph() for _ in range(chance.randint(1, 3)))

    def clause(self, most: int) -> str:
        return "".join(self.chance.choices(self.words, k=self.chance.randint(most // 2, most)))

    def paragraph(self) -> str:
        return "".join(self.sentence() for _ in range(self.chance.randint(2, 6)))

    def sentence(self) -> str:
        chance = self.chance
        form, name = chance.choice(CHINESE_FORMS), chance.choice(self.people)
        year, n = chance.randint(1990, 2025), chance.random() * 90
        return form.format(self.clause(14), self.clause(10), name=name, year=year, n=n)


CHINESE_FORMS: Sequence[str] = (
    *["{0}。"] * 8,
    *["{0}，{1}。"] * 8,
    "{year}年，{1}达到{n:.1f}亿元，同比增长{n:.2f}%。",
    "第一，{0}。",
    "第二，{0}，{1}。",
    "刚才{name}先生说，{0}。",
    "“{0}，”{name}说。",
    "{0}：{1}。",
    "{0}、{1}；{0}。",
)
