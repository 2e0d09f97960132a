"""The sample pages, parsed once, and a page in Chinese."""

from importlib.resources import files
from pathlib import Path

import pytest

from scio_transcripts import Transcript, parse, read

CHINESE = """国新办举行渡口运行新闻发布会

国务院新闻办新闻局副局长、新闻发言人 梁秉正：

女士们、先生们，大家上午好。欢迎出席国务院新闻办新闻发布会，请秦星野女士（国家渡口管理局局长）作介绍，并回答“大家关心”的问题。

国家渡口管理局局长 秦星野：

谢谢主持人。近三年累计恢复植被90万亩，水质优良比例达到25.4%，安全隐患不容忽视；地方配套不低于7.5%。

路透社记者：

请问今后有什么打算？谢谢。

国家渡口管理局局长 秦星野：

我们将继续努力，谢谢。

国务院新闻办新闻局副局长、新闻发言人 梁秉正：

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
