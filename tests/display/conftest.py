"""The sample pages, parsed once, and a page in Chinese."""

from importlib.resources import files
from pathlib import Path

import pytest

from scio_transcripts import Transcript, parse, read

CHINESE = """国新办举行夜间书店新闻发布会

国务院新闻办新闻局副局长、新闻发言人 费若南：

女士们、先生们，下午好。今天我们请来茅雨桐女士（全国书店协会会长），由她介绍“夜间书店”，再回答各位的问题。

全国书店协会会长 茅雨桐：

谢谢主持人。过去两年新开夜间书店90家，读者增长了大约25.4%，取暖费用不能忽视；租金减免不少于7.5%。

路透社记者：

请问下一步开在哪里？谢谢。

全国书店协会会长 茅雨桐：

我们打算开到更多小镇，谢谢。

国务院新闻办新闻局副局长、新闻发言人 费若南：

今天的发布会就到这里，谢谢大家。
"""


def sample(name: str) -> Transcript:
    """A sample page of the package."""
    return parse(files("scio_transcripts").joinpath("samples", name).read_text("utf-8"))


@pytest.fixture(scope="session")
def demo() -> Transcript:
    return sample("demo.txt")


@pytest.fixture(scope="session")
def page_2() -> Transcript:
    return sample("demo-page-2.txt")


@pytest.fixture(scope="session")
def event() -> Transcript:
    return read(Path(str(files("scio_transcripts").joinpath("samples", "event"))))


@pytest.fixture(scope="session")
def chinese() -> Transcript:
    return parse(CHINESE)
