"""What tests draw from: any text, text that looks like a page, and whole invented press conferences.

Gives: `any_text`, `page_like`, `specs`, and the records that a spec is made of. Every person, office and topic is
invented; outlets are those of the registry. `render.py` prints a spec in the layout of each dialect.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from scio_transcripts.registry.outlets import outlets

# --- any text --------------------------------------------------------------------------------------

LINE_ENDS = ["\n", "\n\n", "\r\n", "\r", "\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]
ODD = [
    *LINE_ENDS,
    "\x00",
    "\x07",
    "\x1b[2J",
    "\x1b]52;c;YQ==\x07",
    "\x7f",
    "\x9b",
    " ",
    "\t",
    "\xa0",
    "\u3000",
    "\u200b",
    "\u200d",
    "\ufeff",
    "\u00ad",
    "\u180e",
    "\u2060",
    "\u061c",
    "\u202e",
    "\u2066",
    "\u2069",
    "\u200f",
    "\u0301",
    "\ud800",
    "\udfff",
    "\ud83d\ude00",
    "\U0001f469\u200d\U0001f467",
    "ﬁ",
    "ß",
    "İ",
    "ſ",
    "K",
    "١",
    "²",
    "Ⅳ",
    "שלום",
    "مرحبا",
    "主持人",
    "记者",
    "：",
    "【",
    "】",
    "（",
    "）",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "<",
    ">",
    "|",
    "丨",
    ":",
    ";",
    ",",
    ".",
    "?",
    "!",
    "*",
    "#",
    "_",
    "-",
    "/",
    "\\",
    "'",
    '"',
    "’",
    "“",
    "”",
    "&",
    "%",
    "@",
    "=",
    "+",
    "$",
    "^",
    "`",
    "~",
    "A",
    "a",
    "Q",
    "1",
    "2020",
    "年",
    "月",
    "日",
]

any_character = st.characters(exclude_categories=()) | st.sampled_from("".join(ODD))
any_text = st.text(any_character, max_size=200) | st.lists(
    st.sampled_from(ODD) | st.text(any_character, max_size=8), max_size=60
).map("".join)

# --- text that looks like a page -------------------------------------------------------------------

FRAGMENTS = [
    # titles, summaries, datelines
    "SCIO briefing on ferries",
    "Press conference on China's lighthouses in 2024",
    "Notice of SCIO press conference on tides on Mar. 3 (10 a.m.)",
    "• SCIO briefing on reeds | July 3, 2024",
    "Press Center for 3rd Reed Festival: 2nd press conference",
    "Foreign Ministry Spokesperson Lin Dahai's Regular Press Conference on May 5, 2020",
    "The State Council Information Office held a press conference on April 12 in Beijing to brief the media on "
    "ferries.  April 28, 2024",
    "The SCIO will hold a press conference at 10 a.m. on Friday, July 5, 2024, at the SCIO Press Room.",
    "On Jan. 28, Vice Minister Lin Dahai took questions from the press on tides:",
    "Beijing | 10 a.m. July 3, 2024",
    "Lhasa | 11:30 a.m. Sept. 2, 2021",
    "Beijing丨July 3, 2024",
    "China.org.cnUpdated:  July 4, 2024",
    "China SCIO | July 4, 2024",
    "Updated: Jan.19, 2016",
    "Print E-mail China.org.cn, May 8, 2015",
    "0 Comment(s)Print E-mail China.org.cn, May 8, 2015",
    "Economy",
    "Health",
    "Around China",
    "(2024-07-03)",
    # rosters and fields
    "Speakers",
    "Speakers:",
    "Speaker: ",
    "Chairperson",
    "Chairperson:",
    "Date:",
    "Date: ",
    "Date: July 3, 2024",
    "Time: 10:30 a.m., July 3, 2024",
    "Venue: Harbour Hall, Beijing",
    "Address: 225 Reed Street, Beijing",
    "Topic:",
    "Source:",
    "Source: China SCIO",
    "Guests: Lin Dahai, minister of tides; Gu Weiping, vice minister of tides",
    "Host: Wen Mo",
    "Host: Good morning, friends. Welcome to this briefing.",
    "Lin Dahai, vice minister of tides",
    "Mr. Lin Dahai, vice minister of tides (MT)",
    "Ms. Gu Weiping, director general of the Reed Bureau of the MT",
    "Mr. Gu Yan, a member of the Leading Party Members Group of the MT and spokesperson of the MT",
    "Ms. Wen Mo, deputy director general of the Press Bureau of the SCIO and spokesperson of the SCIO",
    "Lin Dahai",
    "Gu Weiping",
    "Wen Mo",
    # dates and stamps
    "July 3, 2024",
    "Jul.3,2024",
    "2024-07-03",
    "2024-07-03 10:00",
    "15:00:42 2020-04-17",
    "[10:13]",
    "Feb. 30, 2021",
    "29 February",
    "Tuesday, March 5, 2024",
    "10:99 a.m.",
    "15:00-15:40",
    "3 p.m.",
    "99 p.m.",
    # labels
    "Reuters:",
    "Reuters: ",
    "Reuters:\xa0",
    "Xinhua News Agency:",
    "Lin Dahai:",
    "Gu Weiping：",
    "Wen Mo:",
    "Mr. Lin:",
    "Minister Lin:",
    "Lin Dahai, vice minister of tides:",
    "Harbour Daily:",
    "Q:",
    "A:",
    "Q1:",
    "Question:",
    "记者：",
    "主持人：",
    "林大海：",
    "Lin Dahai: Good morning.",
    "Reuters: Why do ferries run? Thank you.",
    "Q: Why?",
    "A: Thank you for your question.",
    "[Lin Dahai]: Thank you.",
    "[Reuters]: Why? ",
    "[Lin Dahai] (March 12,2015 14:51:16)",
    "【主持人】",
    "### Lin Dahai:",
    "**Reuters:** Why?",
    "**Lin Dahai**: So.",
    "_ueditor_page_break_tag_",
    "_ueditor_page_break_tag_Lin Dahai:",
    "_ueditor_page_break_tag__ueditor_page_break_tag_",
    "_ueditor_page_break_tag_Speakers:",
    "_ueditor_page_break_tag_[Photo by Lu An/China SCIO]",
    "_ueditor_page_break_tag_Date:",
    "_ueditor_page_break_tag_ Good morning.",
    "_ueditor_page_break_tag_Translated by Lu An",
    "1. CCTV (in Chinese):",
    "Dear friends:",
    "Adjust font size:",
    "Three things matter here:",
    "The tasks are as follows:",
    "Moderator: ",
    "A:B:C:",
    "[Host: ]:",
    # speech
    "Good morning, ladies and gentlemen. Welcome to this press conference. "
    "We have with us Mr. Lin Dahai, vice minister of tides; and Ms. Gu Weiping, director general.",
    "Now, the floor is open for questions. Please identify your news outlet.",
    "Thank you for your question. First, there are ninety ferries.",
    "I have a question. How many ferries run in winter? Thank you.",
    "Thank you, Mr. Lin. Next question, please.",
    "I would like to ask Ms. Gu to answer.",
    "First, the reeds.",
    "Thank you.",
    "Due to time constraints, one last question.",
    "That concludes today's press conference. Goodbye.",
    "I'm Lin Dahai, vice minister of tides.",
    "Mr. Wang, please.",
    "As Mr. Gu said, it rained on April 3.",
    '"Reeds," he said, “bend”.',
    "Why?",
    # the rest of a page
    "[Photo by Lu An/China SCIO]",
    "Lin Dahai speaks in Beijing on Jan. 26, 2021. [Photo by Lu An/China SCIO]",
    "(Photo/Harbour News)",
    "(Laughter.)",
    "[Applause]",
    "(SCIO)",
    "<  1  2  3  4  >",
    "1 2 3 Next >>",
    "Previous",
    "/5    Group photo",
    "Translated and edited by Lu An, He Xi, and Jane Roe. "
    "In case of any discrepancy between the English and Chinese texts, the Chinese version is deemed to prevail.",
    "Translated by Lu An",
    "Editors: He Xi, Lu An",
    "Editor: Lu An",
    "In case of any discrepancy, the Chinese version prevails.",
    "Read in Chinese",
    "Related:",
    "More from China SCIO",
    "Home > Press Room > ",
    "ㄑ Press Room ㄑ Notice",
    "Share:",
    "×",
    ".",
    "•",
    "* - *",
    "中文",
    "This is a modal window.",
    "各位记者朋友，大家上午好。",
    "请问渡船何时开通？谢谢。",
    "谢谢你的提问。",
    "2024年7月3日",
]

fragment = st.sampled_from(FRAGMENTS)
_tail = st.sampled_from(["", "", "", "", "", " ", "\xa0", " \u200b", ":", ".", " 2024", "x" * 300, " word" * 90])
_gap = st.sampled_from(
    ["\n", "\n", "\n\n", "\n\n", "\n\n", "\n\n\n", "\r\n", "\r\n\r\n", " ", "", "\t", "  ", "\u2028", "\x0c"]
)
page_like = st.lists(
    st.tuples(fragment | fragment | fragment | st.text(any_character, max_size=30), _tail, _gap).map("".join),
    max_size=40,
).map("".join)
"""Lines of pages in no order: nothing of it need make sense, all of it must be kept."""

soup = st.one_of(any_text, page_like, page_like, page_like)
"""Any text, mostly such that rules apply to."""

# --- whole press conferences -----------------------------------------------------------------------


@dataclass(frozen=True)
class Speaker:
    """Somebody of the roster."""

    name: str
    honorific: str
    post: str


@dataclass(frozen=True)
class Speech:
    """One turn as it should come back."""

    label: str
    role: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Spec:
    """One press conference, before it is printed."""

    title: str
    topic: str
    city: str
    day: date
    hour: str
    chair: Speaker
    officials: tuple[Speaker, ...]
    turns: tuple[Speech, ...]
    translators: tuple[str, ...]

    @property
    def roster(self) -> tuple[Speaker, ...]:
        return (*self.officials, self.chair)


# Frequent family names only; a rare one is a question to the registry, not to the parser.
FAMILIES = ["Lin", "Gu", "Wen", "Lu", "Xie", "Tang", "Shen", "Han", "Feng", "Cao", "Zeng", "Xiao", "Lyu", "Yuan", "Ye"]
SYLLABLES = [
    "an",
    "bo",
    "chun",
    "dai",
    "guo",
    "hai",
    "jie",
    "lan",
    "ning",
    "peng",
    "rui",
    "shu",
    "tao",
    "xi",
    "yan",
    "zhi",
]
TOPICS = [
    "ferries",
    "lighthouses and tides",
    "the care of reeds",
    "river libraries",
    "the third plan for harbor towns",
    "winter bridges",
]
CITIES = ["Beijing", "Shanghai", "Lhasa", "Guangzhou", "Nanning", "Urumqi"]
BODIES = ["Ministry of Tides", "Ministry of Ferries and Bridges", "National Reed Administration", "Lighthouse Bureau"]
CHAIR_POSTS = [
    "deputy director general of the Press Bureau of the State Council Information Office (SCIO) "
    "and spokesperson of the SCIO",
    "director general of the Press Bureau of the State Council Information Office",
    "spokesperson of the State Council Information Office",
]
POSTS = [
    "vice minister of the {}",
    "minister of the {}",
    "head of the Planning Department of the {}",
    "director general of the {}",
    "deputy director general of the {}",
    "chief engineer of the {}",
]

given_name = st.lists(st.sampled_from(SYLLABLES), min_size=1, max_size=2).map(lambda parts: "".join(parts).capitalize())
family_name = st.sampled_from(FAMILIES)

FACTS = [
    "Ninety ferries run every day, and {n} of them run at night.",
    "Last year, {n} lighthouses were repaired and repainted.",
    "The plan covers {n} towns along the coast.",
    "Reeds were planted on {n} hectares of wet ground.",
    "Passenger numbers rose by {n} percent year on year.",
    "This has taken {n} months of patient work.",
    "We will continue to improve the timetable.",
    "The bridges are in good order, including those in the north.",
    "Fares stay as they are for students and the elderly.",
    "Fishermen told us what they need; we have listened.",
    'The plan is called "Open Water" and runs for {n} years.',
    "In 2019, there were only {n} such harbors.",
    "Prices are stable: a ticket costs {n} yuan.",
    "First, safety comes before speed.",
    "Second, night ferries need better lamps.",
    "In terms of repairs, {n} teams are at work.",
    "Some boats are old – they were built {n} years ago – but sound.",
]

LISTS = ["The plan has three parts:", "We will do this in the following ways:", "The main figures are as follows:"]
SUBJECTS = [
    "night ferries",
    "old lighthouses",
    "fares for students",
    "reeds on the north bank",
    "bridges in winter",
    "help for small harbors",
]
QUESTIONS = [
    "How will the authorities support {s} next year? Thank you.",
    "My question is about {s}. What progress has been made so far?",
    "I have two questions. What has been done about {s}? And who pays for it? Thank you.",
    "We have noticed a heated debate about {s}. What are the next steps?",
]

ANSWERS = [
    "Thank you for your question.",
    "Thank you. That is an important question.",
    "Thanks for raising this question.",
    "I will answer this question.",
]

sentence = st.builds(lambda form, n: form.format(n=n), st.sampled_from(FACTS), st.integers(2, 99))
paragraph = st.lists(sentence, min_size=1, max_size=4).map(" ".join)
question = st.builds(
    lambda lead, form, s: (lead + " " if lead else "") + form.format(s=s),
    st.just("") | sentence,
    st.sampled_from(QUESTIONS),
    st.sampled_from(SUBJECTS),
)


@cache
def plain_outlets() -> list[str]:
    """Ordinary names of outlets; odd ones, such as `36Kr` and `ABC (Spain)`, have a test of their own."""
    return sorted(o.name for o in outlets().values() if o.name.isascii() and o.name[0].isupper() and "(" not in o.name)


@st.composite
def speakers(draw: st.DrawFn, families: list[str], post: st.SearchStrategy[str]) -> tuple[Speaker, ...]:
    found = []
    for family in families:
        found.append(Speaker(f"{family} {draw(given_name)}", draw(st.sampled_from(["Mr.", "Ms."])), draw(post)))
    return tuple(found)


@st.composite
def specs(draw: st.DrawFn, *, shared_family: bool | None = None) -> Spec:
    """A press conference. `shared_family` gives all officials one family name; None leaves it to chance."""
    count = draw(st.integers(1, 4))
    families = draw(st.lists(family_name, min_size=count + 1, max_size=count + 1, unique=True))
    if shared_family or (shared_family is None and draw(st.integers(0, 4)) == 0):
        families = [families[0], *[families[1]] * count]
    body = draw(st.sampled_from(BODIES))
    chair = draw(speakers(families[:1], st.sampled_from(CHAIR_POSTS)))[0]
    officials: tuple[Speaker, ...] = ()
    for family in families[1:]:
        taken = {s.name for s in officials}
        official = draw(
            speakers([family], st.sampled_from(POSTS).map(lambda p: p.format(body))).filter(
                lambda s, t=taken: s[0].name not in t
            )
        )
        officials += official
    topic = draw(st.sampled_from(TOPICS))
    spec = Spec(
        title=f"SCIO {draw(st.sampled_from(['briefing', 'press conference']))} on {topic}",
        topic=topic,
        city=draw(st.sampled_from(CITIES)),
        day=date(2015, 1, 1) + timedelta(days=draw(st.integers(0, 4000))),
        hour=draw(st.sampled_from(["10 a.m.", "3 p.m.", "10:30 a.m.", "4 p.m."])),
        chair=chair,
        officials=officials,
        turns=(),
        translators=tuple(draw(st.lists(st.builds("{} {}".format, family_name, given_name), max_size=4, unique=True))),
    )
    return replace(spec, turns=draw(debates(spec)))


@st.composite
def debates(draw: st.DrawFn, spec: Spec) -> tuple[Speech, ...]:
    """Who says what: the chair opens, officials report, outlets ask, officials answer, the chair closes."""
    chair, officials = spec.chair, spec.officials
    asking = st.lists(st.sampled_from(plain_outlets()), min_size=1, max_size=4, unique=True)
    named = "; ".join(f"{o.honorific} {o.name}, {o.post}" for o in officials)
    first = officials[0]
    hand_over = f"Now, let's give the floor to {first.honorific} {first.name}."
    turns = [
        Speech(
            chair.name,
            "chair",
            (
                f"Good morning, ladies and gentlemen. Welcome to this press conference on {spec.topic}.",
                f"Today, we have invited {named}.",
                hand_over,
            ),
        ),
        Speech(first.name, "official", ("Good morning, friends from the media.", *draw(body_of_answer()))),
        Speech(
            chair.name,
            "chair",
            (
                f"Thank you, {first.honorific} {first.name}. The floor is now open for questions. "
                "Please identify your news outlet before asking.",
            ),
        ),
    ]
    for outlet in draw(asking):
        turns.append(Speech(outlet, "reporter", (draw(question),)))
        answering = draw(st.lists(st.sampled_from(officials), min_size=1, max_size=2, unique=True))
        for i, official in enumerate(answering):
            opening = draw(st.sampled_from(ANSWERS)) if i == 0 else "Let me add a few words."
            body = draw(body_of_answer())
            turns.append(Speech(official.name, "official", (f"{opening} {body[0]}", *body[1:])))
        if draw(st.booleans()):
            turns.append(Speech(chair.name, "chair", ("Next question, please.",)))
    if turns[-1].role == "chair":
        turns.pop()
    turns.append(
        Speech(
            chair.name,
            "chair",
            (
                "Thank you to all our speakers and friends from the media. "
                "That concludes today's press conference. Goodbye.",
            ),
        )
    )
    return tuple(turns)


@st.composite
def body_of_answer(draw: st.DrawFn) -> list[str]:
    paragraphs = draw(st.lists(paragraph, min_size=1, max_size=3))
    if draw(st.integers(0, 4)) == 0:
        paragraphs.insert(draw(st.integers(0, len(paragraphs) - 1)), draw(st.sampled_from(LISTS)))
    return paragraphs
