"""A folder with everything that the commands read: pages in English and Chinese, corpora, an archive, many pages."""

from __future__ import annotations

import shutil
import sys
from importlib.resources import files
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("needs pseudo-terminals", allow_module_level=True)
pytest.importorskip("pyte", reason="needs pyte")
pytest.importorskip("pyarrow", reason="needs the extra corpus")

from archive.making import each_gzipped, note, transcript
from corpus.making import event, folder_of
from scio_transcripts.corpus import build

CHINESE = """国新办举行“夜航渡轮与港口照明”新闻发布会

国务院新闻办公室于2024年5月9日（星期四）上午10时举行新闻发布会，请国家渡航局副局长乔远山先生，照明司司长莫清如女士介绍夜航渡轮与港口照明有关情况，并答记者问。

主持人 翁云舟：

女士们、先生们，上午好！欢迎大家出席国务院新闻办新闻发布会。今天我们邀请到国家渡航局副局长乔远山先生、照明司司长莫清如女士，请他们介绍情况，并回答大家关心的问题。

乔远山：

谢谢主持人。去年全国夜航渡轮共运送旅客1.24亿人次，比上年增长7.8%，新增夜航线路318条。我们坚持安全第一，把每一盏灯都装到码头上。

深圳卫视记者：

请问，今年冬天夜航渡轮会不会停航？有哪些新的安排？谢谢。

莫清如：

谢谢您的提问。冬天不停航。我们准备了九十艘新船，船上的灯比过去亮三成，耗电却少一半。

主持人 翁云舟：

今天的新闻发布会就到这里，谢谢大家！
"""
MANY = 60
"""Pages that keep a command busy for a while."""


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which commands run. None of them changes what another one reads."""
    folder = tmp_path_factory.mktemp("terminal")
    samples = Path(str(files("scio_transcripts").joinpath("samples")))
    shutil.copy(samples / "demo.txt", folder / "page.txt")
    shutil.copytree(samples / "event", folder / "event")
    (folder / "zh.txt").write_text(CHINESE, encoding="utf-8")
    folder_of(folder, MANY, "many")
    english = (folder / "page.txt").read_text(encoding="utf-8")
    build([folder / "page.txt", folder / "event", folder / "zh.txt"], folder / "corpus", jobs=1)
    (folder / "later.txt").write_text(english.replace("The Straits Times:", "Lantern Weekly:"), encoding="utf-8")
    build(
        [folder / "later.txt", folder / "zh.txt", folder / "missing-page-of-a-long-name.txt"], folder / "later", jobs=1
    )
    records = [
        note(transcript(title=f"SCIO press conference on lock {n}"), f"http://pages.test/{n}.txt") for n in range(3)
    ]
    (folder / "crawl.warc.gz").write_bytes(each_gzipped(records))
    busy = [note(event(number) + "\n" * (number % 7), f"http://pages.test/{number}.txt") for number in range(200)]
    (folder / "busy.warc.gz").write_bytes(each_gzipped(busy))
    build([folder / "many"], folder / "wide", jobs=1)
    (folder / "growing").mkdir()
    shutil.copy(folder / "page.txt", folder / "growing" / "first.txt")
    build([folder / "growing"], folder / "grown", jobs=1)
    for page in (folder / "many").iterdir():
        shutil.copy(page, folder / "growing")
    return folder
