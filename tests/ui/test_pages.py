"""What a person sees of kaoju in the Prefect UI, in a real browser.

The pictures of the pages go to the folder KAOJU_PICTURES, or to one of the test's own.
"""

import os
import socket
from pathlib import Path
from typing import NamedTuple

import pytest

from flows.automations import FAILED
from tests.flows.receiver import Receiver, receiver
from tests.flows.unattended import (
    ask,
    deployment_id,
    own_environment,
    running,
    start_run,
    wait_for,
    wait_for_state,
)
from tests.ui.browser import Page, chromium, opened_browser

pytestmark = [
    pytest.mark.ui,
    pytest.mark.skipif(
        chromium() is None, reason="no chromium; on Debian: apt-get install chromium fonts-noto-cjk"
    ),
]
HOSTILE = (
    "<img src=x onerror=\"document.title='owned'\">蓝湾汽车[点此](javascript:alert(1)) | 公布`销量`**数**\n\n"
    "蓝湾汽车公布的数据显示,公司2024年全年销量超过427万辆,同比增长41%。其中,纯电动汽车销量为176万辆。\n"
    "蓝湾汽车董事长陈立<script>document.title='owned'</script>在股东大会上表示:“我们将[继续](javascript:alert(1))"
    "加大投入 | ![图](http://127.0.0.1:9/x.png)。”\n"
)


GOOD = (
    "晨报科技\n\n2024年5月13日,OpenAI发布了GPT-4o。OpenAI首席执行官萨姆·奥尔特曼表示:"
    "“这是我们迄今最好的模型。”该公司称,其周活跃用户已超过1亿。\n"
)


class Served(NamedTuple):
    """A kaoju that serves, and what has run on it."""

    api: str
    ui: str
    ingest: str
    failed: str
    report: str
    told: Receiver


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    api, env = f"http://127.0.0.1:{port}/api", own_environment(folder, port)
    news = folder / "news"
    news.mkdir()
    (news / "good.txt").write_text(GOOD)
    (news / "hostile.txt").write_text(HOSTILE)
    (news / "bad<img src=x onerror=alert(1)>[a](javascript:alert(1)).txt").write_text(
        "Nothing Chinese. " * 30
    )
    (news / "esc\x1b[31m.txt").write_bytes(b"")
    with receiver() as told:
        env["KAOJU_NOTIFY"] = told.address
        with running("serve", str(news), "--warehouse", str(folder / "news.duckdb"), env=env):
            wait_for(lambda: deployment_id(api, "upkeep"), 400)
            ingest = start_run(api, "ingest")
            assert wait_for_state(api, ingest, "CompletedWithRejects", "Failed")["state_name"] != "Failed"
            failed = start_run(api, "ingest", warehouse=str(news / "hostile.txt" / "w.duckdb"))
            wait_for_state(api, failed, "Failed")
            report = start_run(api, "report")
            wait_for_state(api, report, "Completed")
            yield Served(api, f"http://127.0.0.1:{port}/v2", ingest, failed, report, told)


@pytest.fixture(scope="module")
def page():
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def pictures(tmp_path_factory) -> Path:
    folder = Path(os.environ.get("KAOJU_PICTURES") or tmp_path_factory.mktemp("pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    print(f"pictures are in {folder}")
    return folder


def artifact(served: Served, run: str, key: str) -> str:
    """The address of an artifact of a run."""
    found = ask(served.api, "artifacts/filter", artifacts={"flow_run_id": {"any_": [run]}})
    [one] = [one["id"] for one in found if one["key"] == key]
    return f"{served.ui}/artifacts/artifact/{one}"


def is_inert(page: Page) -> bool:
    """Whether no script of an article ran and none of its markup became an element."""
    return page.run(
        "document.title !== 'owned' && ![...document.querySelectorAll('img, script')].some(e =>"
        " /[/]x([.]png)?$/.test(e.src || '') || e.innerText.includes('owned'))"
        " && ![...document.querySelectorAll('a')].some(a => a.href.startsWith('javascript:'))"
    )


def test_the_list_of_runs_says_what_was_run_and_what_came_of_it(served, page, pictures):
    page.go(f"{served.ui}/runs")
    page.wait_for(" new, 2 rejected", "CompletedWithRejects", "Failed", "conflicts", "kaoju")
    page.picture(pictures / "1-runs.png")


def test_a_run_has_its_logs_and_its_artifacts(served, page, pictures):
    page.go(f"{served.ui}/runs/flow-run/{served.ingest}")
    page.wait_for("documents read:", "Published ", "Finished. ", "was refused (not_chinese)")
    assert is_inert(page)
    page.picture(pictures / "2-run-logs.png")
    page.click("Artifacts")
    page.wait_for("ingest-summary", "ingest-rejects", "ingest-new-claims")
    page.picture(pictures / "3-run-artifacts.png")


def test_the_summary_says_what_is_new_and_what_needs_a_look(served, page, pictures):
    page.go(artifact(served, served.ingest, "ingest-summary"))
    words = page.wait_for("What did not get in", "New, best supported first", "Where the time went")
    assert "蓝湾汽车" in words
    assert is_inert(page)
    page.picture(pictures / "4-summary.png")
    assert page.run("[...document.querySelectorAll('a')].some(a => a.innerText === 'The latest report')")
    page.click("The latest report")
    page.wait_for("in the last 24 hours")


@pytest.mark.parametrize("key", ["ingest-rejects", "ingest-new-claims"])
@pytest.mark.parametrize("ui", ["v2", "old"])
def test_tables_show_text_as_text_in_both_uis(served, page, pictures, key, ui):
    address = artifact(served, served.ingest, key)
    page.go(address if ui == "v2" else address.replace("/v2/", "/"))
    page.wait_for("蓝湾汽车" if key == "ingest-new-claims" else "not_chinese")
    assert is_inert(page)
    page.picture(pictures / f"5-{key}-{ui}.png")


def test_a_failed_run_says_why_and_what_to_do(served, page, pictures):
    page.go(artifact(served, served.failed, "ingest-failure"))
    page.wait_for("The run failed", "Cause and what to do:", "hostile.txt", "Rename the file")
    page.picture(pictures / "6-failure.png")


def test_the_report_is_there(served, page, pictures):
    page.go(artifact(served, served.report, "report"))
    page.wait_for("The last 24 hours", "Runs", "checks passed")
    assert is_inert(page)
    page.picture(pictures / "7-report.png")


def test_deployments_show_their_schedules_and_describe_their_parameters(served, page, pictures):
    page.go(f"{served.ui}/deployments")
    page.wait_for("ingest", "report", "upkeep", "Every hour")
    page.picture(pictures / "8-deployments.png")
    page.go(f"{served.ui}/deployments/deployment/{deployment_id(served.api, 'ingest')}/run")
    page.wait_for("alarm_rejects", "Sound an alarm when more than this share")
    page.picture(pictures / "9-parameters.png")


def test_automations_are_there_and_one_has_fired(served, page, pictures):
    page.go(f"{served.ui}/automations")
    page.wait_for("kaoju: a run that was killed is shown as crashed", "kaoju: tell of runs that failed")
    page.picture(pictures / "10-automations.png")
    message = served.told.wait_for("ingest Failed", served.failed)
    assert message.splitlines()[-1] == f"{served.ui}/runs/flow-run/{served.failed}"
    [told] = [one["id"] for one in ask(served.api, "automations/filter") if one["name"] == FAILED]
    page.go(f"{served.ui}/events?resource=%5B%22prefect.automation.{told}%22%5D")
    page.wait_for("prefect.automation.action.executed", seconds=90)
    page.picture(pictures / "11-automation-fired.png")
    page.go(message.splitlines()[-1])  # the link that was sent
    page.wait_for("The run failed: ", "Rename the file")
    page.picture(pictures / "12-failed-run.png")
