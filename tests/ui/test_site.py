"""The evidence site in a real browser, from disk: of our sample articles, and of a hostile document.

The pictures go to the folder KAOJU_PICTURES, or to one of the test's own. KAOJU_AXE names axe-core's
axe.min.js (`npm pack axe-core`); without it what it would find is not looked for.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.browser import Page, chromium, opened_browser
from tests.warehouse.site.hostile import publish
from warehouse.query import connect_published
from warehouse.site.pages import claim_page, document_page, entity_page
from warehouse.site.site import write_site

pytestmark = [
    pytest.mark.ui,
    pytest.mark.skipif(
        chromium() is None, reason="no chromium; on Debian: apt-get install chromium fonts-noto-cjk"
    ),
]
ROOT = Path(__file__).parents[2]
TOPS = "index timeline documents entities claims compared sources quality dictionary search".split()
WATCHED = ("Runtime.exceptionThrown", "Log.entryAdded", "Network.loadingFailed")


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory) -> Path:
    """Our sample articles, published by a run."""
    folder = tmp_path_factory.mktemp("site")
    env = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    command = [sys.executable, "-m", "flows.cli", "run", str(ROOT / "seeds/articles")]
    subprocess.run(
        [*command, "--warehouse", str(folder / "w.duckdb")],
        env=env | {"PREFECT_HOME": str(folder / "prefect")},
        check=True,
        cwd=ROOT,
        capture_output=True,
        timeout=600,
    )
    return folder / "w.duckdb"


@pytest.fixture(scope="module")
def chosen(warehouse) -> dict[str, str]:
    """A page of each kind, and a fact with the words that state it."""
    with connect_published(warehouse) as con:
        write_site(con, warehouse.with_name("site"))

        def one(sql: str) -> tuple[str, ...]:
            return con.execute(sql).fetchall()[0]

        document, fact, words = one(
            "SELECT document_id, fact_id, surface FROM facts.metrics JOIN corpus.documents"
            " USING (document_id) JOIN facts.evidence USING (fact_id)"
            " WHERE script = 'Hant' AND place_no = 0 ORDER BY fact_id LIMIT 1"
        )
        [entity] = one("SELECT mode(entity_id) FROM facts.mentions")
        [claim] = one(
            "SELECT claim_id FROM facts.claims ORDER BY sources DESC, documents DESC, claim_id LIMIT 1"
        )
    return {
        **{name: f"{name}.html" for name in TOPS},
        "document": document_page(document),
        "fact": document_page(document, fact, words=True),
        "fact id": fact,
        "words": words,
        "entity": entity_page(entity),
        "claim": claim_page(claim),
    }


KINDS = [*TOPS, "document", "entity", "claim"]


@pytest.fixture(scope="module")
def page():
    with opened_browser() as opened:
        for domain in ("Runtime", "Log", "Network"):
            opened.ask(f"{domain}.enable")
        yield opened


@pytest.fixture(scope="module")
def go(page, chosen, warehouse):
    """Opens a page of the site and waits until it is there."""

    def to(address: str, other: Path | None = None) -> Page:
        site = other or warehouse.with_name("site")
        page.events.clear()
        page.go("about:blank")
        page.go((site / "index.html").as_uri().replace("index.html", address))
        end = "document.readyState === 'complete' && location.href !== 'about:blank'"
        page.run(
            f"new Promise(done => {{ const look = () => {end} ? done() : setTimeout(look, 20); look(); }})"
        )
        return page

    return to


def set_width(page: Page, width: int, dark: bool = False) -> None:
    page.ask("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
    scheme = "dark" if dark else "light"
    page.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens_without_an_error_a_failed_request_or_another_host(kind, go, chosen):
    page = go(chosen[kind])
    assert page.run("document.querySelector('h1').innerText.length") > 0
    assert [event for event in page.events if event["method"] in WATCHED] == []
    requests = [
        one["params"]["request"]["url"] for one in page.events if one["method"] == "Network.requestWillBeSent"
    ]
    assert requests and all(one.startswith(("file://", "data:", "about:")) for one in requests)


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_sticks_out_on_a_telephone(kind, go, chosen):
    page = go(chosen[kind])
    set_width(page, 390)
    wide = page.run(
        "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right >"
        " innerWidth + 1 && !e.closest('.wide, .unseen')).map(e => e.outerHTML.slice(0, 80))"
    )
    assert page.run("document.documentElement.scrollWidth") <= 390, wide[:5]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.skipif(not os.environ.get("KAOJU_AXE"), reason="KAOJU_AXE names no axe.min.js")
def test_axe_finds_nothing_serious(kind, dark, go, chosen):
    page = go(chosen[kind])
    set_width(page, 1280, dark)
    page.run(Path(os.environ["KAOJU_AXE"]).read_text("utf-8") + "; 0")
    found = page.run(
        "axe.run().then(r => r.violations.map(v => [v.impact, v.id, v.nodes.slice(0, 3).map(n => n.html)]))"
    )
    assert [one for one in found if one[0] in ("serious", "critical")] == []


def test_a_link_to_a_fact_lands_on_its_words(go, chosen):
    page = go(chosen["fact"])
    set_width(page, 1280)
    page.run("document.querySelector('[name=view][value=raw]').click()")
    lit = page.run(
        "[...document.querySelectorAll('mark.hit')].map(e => e.innerText.replace(/^\\d+/g, '')).join('')"
    )
    # The numbers of facts that begin within the words stand between them.
    assert "".join(c for c in chosen["words"] if not c.isdigit()) in "".join(
        c for c in lit if not c.isdigit()
    )
    box = page.run("(b => [b.top, b.bottom])(document.querySelector('mark.hit').getBoundingClientRect())")
    assert 0 <= box[0] < box[1] <= page.run("innerHeight")
    page.run("document.querySelector('mark.hit .n.hit').click()")
    assert page.run("location.hash") == f"#{chosen['fact id']}"
    page.run(f"document.querySelector('#{chosen['fact id']} a.n').click()")
    assert page.run("location.hash") == f"#w-{chosen['fact id']}"


def test_the_text_is_shown_clean_raw_or_with_its_edits(go, chosen):
    page = go(chosen["document"])
    shown = {}
    for view in ("clean", "raw", "edits"):
        page.run(f"document.querySelector('[name=view][value={view}]').click()")
        shown[view] = page.run(
            "[...document.querySelectorAll('.text del, .text ins')].map(e => getComputedStyle(e).display)"
        )
    tags = page.run("[...document.querySelectorAll('.text del, .text ins')].map(e => e.tagName)")
    assert "DEL" in tags and "INS" in tags
    assert [tag for tag, how in zip(tags, shown["clean"], strict=True) if how != "none"] == [
        "INS"
    ] * tags.count("INS")
    assert [tag for tag, how in zip(tags, shown["raw"], strict=True) if how != "none"] == [
        "DEL"
    ] * tags.count("DEL")
    assert "none" not in shown["edits"]
    page.run("document.querySelector('.text ins').click()")
    assert page.run("document.querySelector('.rule').innerText").startswith("edit: ")


def test_a_citation_says_all_that_finds_the_words_again(go, chosen):
    page = go(f"{chosen['document']}#{chosen['fact id']}")
    page.run(f"document.querySelector('#{chosen['fact id']} button').click()")
    cited = page.run(f"document.querySelector('#{chosen['fact id']} .cite').textContent")
    for part in (chosen["words"], "sha256", "characters", chosen["fact id"], chosen["document"]):
        assert part in cited


def found(page: Page, query: str) -> list[str]:
    page.run(
        f"(() => {{ const q = document.querySelector('#query'); q.value = {json.dumps(query)};"
        " q.dispatchEvent(new Event('input')); })()"
    )
    return page.run("[...document.querySelectorAll('#found li')].map(e => e.innerText)")


def test_the_search_takes_simplified_and_traditional(go):
    page = go("search.html")
    simplified, traditional = found(page, "开源"), found(page, "開源")
    assert simplified and simplified == traditional
    assert all("开源" in one for one in simplified)
    assert found(page, "Ｒ１ 開源 ") and not found(page, "没有这样的词")
    page = go("search.html?q=%E8%BC%9D%E9%81%94")
    assert "英伟达" in page.run("document.querySelector('#found li').innerText")
    page.run("document.querySelector('#found a').click()")
    page.wait_for("英伟达", "mentions in", seconds=10)


def test_the_filters_of_the_timeline_work(go):
    page = go("timeline.html")

    def rows(**wanted: str) -> list[str]:
        page.run(
            "(() => { const form = document.querySelector('#filters'); form.reset();"
            f" for (const [name, value] of Object.entries({json.dumps(wanted)}))"
            " form.elements[name].value = value;"
            " form.dispatchEvent(new Event('input')); })()"
        )
        return page.run("[...document.querySelectorAll('#events li')].map(e => e.innerText)")

    every = rows()
    assert len(every) > 40
    assert 0 < len(rows(who="蘋果")) == len(rows(who="苹果")) < len(every)
    assert all("苹果" in one for one in rows(who="蘋果"))
    assert all(" acquire " in one for one in rows(type="acquire")) and rows(type="acquire")
    assert len(rows(certainty="high")) + len(rows(certainty="candidate")) == len(every)
    assert len(rows(to="2024-12")) + len(rows(**{"from": "2025"})) == len(every)
    years = {one[:4] for one in rows(**{"from": "2025", "to": "2025"})}
    assert years == {"2025"}


def test_a_hostile_document_is_inert(go, tmp_path_factory):
    file = publish(tmp_path_factory.mktemp("hostile") / "kaoju.duckdb")
    site = file.with_name("site")
    with connect_published(file) as con:
        write_site(con, site)
    for one in [f"{name}.html" for name in TOPS] + [
        "documents/d3.html",
        "claims/c1.html",
        "search.html?q=onerror",
    ]:
        page = go(one, site)
        assert page.run(
            "document.title !== 'owned' && !document.querySelector('img, main svg[onload], textarea')"
        ), one
        assert [event for event in page.events if event["method"] in WATCHED] == [], one
    assert "<script>" in page.words()


def test_pictures(go, page, chosen, tmp_path_factory):
    folder = Path(os.environ.get("KAOJU_PICTURES") or tmp_path_factory.mktemp("pictures"))
    folder.mkdir(parents=True, exist_ok=True)
    for kind in [*KINDS, "fact"]:
        for width, dark in ((1280, False), (390, True)):
            go(chosen[kind])
            set_width(page, width, dark)
            page.picture(folder / f"site-{kind}-{width}.png")
    assert len(list(folder.glob("site-*.png"))) == 2 * (len(KINDS) + 1)
    print(f"pictures are in {folder}")
