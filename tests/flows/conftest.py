"""One Prefect server for the whole session, on a free port, with a home of its own."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.prefect_api import PrefectApi, prefect_api
from tests.flows.plainly import without_prefect

GOOD = """OpenAI发布新模型

2024年5月13日,OpenAI发布了GPT-4o。OpenAI首席执行官萨姆·奥尔特曼表示:“这是我们迄今最好的模型。”该公司称,其周活跃用户已超过1亿。
微软此前已向OpenAI投资约130亿美元,双方的合作始于2019年。分析人士认为,这一合作让微软在云计算市场的份额继续上升。
"""
GOOD_TOO = """比亚迪公布销量

比亚迪公布的数据显示,公司2024年全年销量超过427万辆,同比增长41%。其中,纯电动汽车销量为176万辆。
比亚迪董事长王传福在股东大会上表示:“我们将继续加大研发投入。”公司2024年研发投入约为542亿元。
"""


@pytest.fixture(scope="session")
def api(tmp_path_factory) -> Iterator[PrefectApi]:
    """The API of a server that kaoju itself starts and stops."""
    home = tmp_path_factory.mktemp("prefect")
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith("PREFECT_API")]:
            patch.delenv(name)
        patch.setenv("PREFECT_HOME", str(home))
        patch.setenv("PREFECT_SERVER_API_PORT", str(free_port()))
        with prefect_api() as found:
            found.wait_until_ready()
            yield found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def plain() -> Iterator[None]:
    """No Prefect: for tests whose subject it is not."""
    with without_prefect():
        yield


@pytest.fixture
def port() -> int:
    """A port that nobody listens on."""
    return free_port()


@pytest.fixture
def articles(tmp_path) -> Path:
    """A folder as folders are: four inputs that get in, one of them twice, and four that do not."""
    return write_articles(tmp_path / "articles")


def write_articles(folder: Path) -> Path:
    (folder / "deep").mkdir(parents=True)
    (folder / "a.txt").write_text(GOOD)
    (folder / "deep" / "copy.txt").write_text(GOOD)
    (folder / "b.md").write_bytes(GOOD_TOO.encode("gb18030"))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "english.txt").write_text("The quick brown fox jumps over the lazy dog. " * 20)
    (folder / "records.jsonl").write_text(
        '{"text": "华为发布新手机。华为终端业务董事长余承东表示,新手机的销量已超过100万台。", "id": 1}\n'
        "not JSON\n"
        '{"text": "小米公司公布财报,2024年第三季度收入为925亿元,同比增长30.5%。总裁卢伟冰表示满意。"}\n'
    )
    (folder / "picture.txt").write_bytes(bytes(range(256)) * 20)
    return folder
