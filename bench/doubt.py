"""Whether a wrong speaker is told: the share of wrong pages with a warning, and of right pages with one.

Run: python bench/doubt.py [--part open|kept] [--show] [SET ...]. A set is a folder of `../shared` with a `gold.jsonl`;
without any, the cases and the pages in real forms. A page is wrong where the judge of `../shared/tools` finds words
under another label, a label or speaker that is missing or another, or a labelled turn that nobody speaks; it is right
where all turns, labels, speakers and roles are as in gold. What is neither (a heading read as speech) is not counted.
"""

from __future__ import annotations

import argparse
import ast
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from commits import REPOSITORY

from scio_transcripts import parse, parse_html

SHARED = Path(REPOSITORY).parent / "shared"
SETS = ("cases/en", "cases/zh", "cases/field", "devset/real_en", "devset/real_zh")
SPEAKING = {"turn", "label", "speaker"}
"""What the judge calls a turn that is not there, and words under nobody or somebody else."""
TURNS = SPEAKING | {"false turn", "role"}

Judge = Callable[[dict[str, Any], dict[str, Any]], tuple[list[tuple[str, str]], list[str], int]]


def main() -> int:
    options = _options()
    judge = _judge()
    total: Counter[str] = Counter()
    codes: Counter[str] = Counter()
    for name in options.sets:
        found: Counter[str] = Counter()
        for file, gold, page in _pages(SHARED / name, options.part):
            verdict, warned = _verdict(judge(gold, page), gold), _warnings(page)
            found[verdict] += 1
            found[f"{verdict} and told"] += bool(warned)
            if verdict == "right":
                codes.update(set(warned))
            if options.show and (verdict == "wrong") != bool(warned) and verdict != "neither":
                print(f"  {name}/{file} is {verdict}: {', '.join(warned) or 'no warning'}")
        total.update(found)
        _tell(name, found)
    _tell("all", total)
    print("on right pages:", ", ".join(f"{code} {count}" for code, count in codes.most_common()) or "no warning")
    return 0


def _judge() -> Judge:
    """The judge's own function. Its file is a script, so that all but its last line, the call, is run."""
    path = SHARED / "tools" / "judge.py"
    script = ast.parse(path.read_text("utf8"))
    script.body = [node for node in script.body if not isinstance(node, ast.Expr)]
    names: dict[str, Any] = {}
    exec(compile(script, str(path), "exec"), names)
    found: Judge = names["judge"]
    return found


def _pages(folder: Path, part: str | None) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """The pages of one part: file, gold, and the document as parsed."""
    for line in (folder / "gold.jsonl").read_text("utf8").splitlines():
        gold = json.loads(line)
        kept = int(hashlib.sha1(str(gold.get("family")).encode()).hexdigest(), 16) % 3 == 0
        if part and "real_" in folder.name and kept != (part == "kept"):
            continue
        file = gold["file"] if gold["file"].endswith((".txt", ".html")) else gold["file"] + ".txt"
        reader = parse_html if file.endswith(".html") else parse
        yield file, gold, reader((folder / file).read_text("utf8")).model_dump(mode="json")


def _verdict(judged: tuple[list[tuple[str, str]], list[str], int], gold: dict[str, Any]) -> str:
    errors, wrong, _ = judged
    if gold.get("turns") is None:
        return "neither"
    fields = {field for field, _ in errors}
    invented = any(field == "false turn" and said != repr(None) for field, said in errors)
    if wrong or invented or SPEAKING & fields:
        return "wrong"
    return "neither" if TURNS & fields else "right"


def _warnings(page: dict[str, Any]) -> list[str]:
    return sorted({d["code"] for d in page["diagnostics"] if d["severity"] != "info"})


def _tell(name: str, found: Counter[str]) -> None:
    shares = (
        f"{verdict} {found[verdict]:>3}, told {found[verdict + ' and told']:>3}" for verdict in ("wrong", "right")
    )
    print(f"{name:16} {'   '.join(shares)}")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=SETS, metavar="SET")
    parser.add_argument("--part", choices=("open", "kept"), help="of the pages in real forms, as the judge parts them")
    parser.add_argument(
        "--show", action="store_true", help="name the wrong pages without a warning, and right with one"
    )
    options = parser.parse_args()
    if options.show and options.part != "open" and any("real_" in name for name in options.sets):
        parser.error("--show goes with --part open: the kept third stays unseen")
    return options


if __name__ == "__main__":
    sys.exit(main())
