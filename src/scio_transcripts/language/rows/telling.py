"""Words of somebody who tells what others said: a story, no speech.

In: nothing. Out: rows. What they mean: `tells`, in the first words behind a head, capital letters told apart.
"""

from __future__ import annotations

from scio_transcripts.language.row import Row

ROWS = (
    Row(
        "tells.said",
        means=("tells",),
        en=(
            # right behind the mark
            "(?:said|says|told|noted|stressed|added|explained|pointed out|replied|announced)(?: that| the|,|:)",
            # somebody else than the one who speaks
            r"(?!(?:I|We|You|As|Thank|Thanks)\b)[A-Z](?:(?!\b(?:I|[Ww]e|[Yy]ou|[Oo]ur|[Mm]y)\b)[^.?!\"“]){1,90}?"
            r" (?:said|says|told|noted|stressed|added|pointed out|replied)\b",
        ),
        zh=(
            "(?:表示|指出|强调|介绍|介绍说|回应|回应说|答复|答复说|说|称)[，：:]",
            "(?!{within}{0,6}[我咱])[^，。！？“「]{1,24}(?:表示|指出|强调|谈到|介绍说|回应说|坦言|透露|告诉记者)"
            "(?!感谢|欢迎|祝贺|衷心|诚挚|慰问|谢意|歉意|满意|支持|赞赏|关切)",
            "(?!{within}{0,6}[我咱])[^，。！？“「]{1,24}(?:说|称|介绍)[，：:]",
        ),
        yes=(
            "Lin Dahai said the quay is open.",
            "said that the quay is open",
            "The minister told reporters that it rained.",
            "表示，码头已经开放。",
            "林大海在發布會上表示，碼頭已經開放。",
            "林大海说：",
        ),
        no=(
            "I said the quay is open.",
            "As we noted, it rained.",
            "Second, we follow what Premier Lin said of the quay.",
            "The quay is open. He said so.",
            "我想强调，码头已经开放。",
            "对大家表示感谢。",
            "这说明码头很好。",
        ),
    ),
)
