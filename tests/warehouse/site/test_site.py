"""The pages of the site: what they hold, where their links lead, and that text is text in all of them."""

import csv
import json
import re
from pathlib import Path
from urllib.parse import unquote

import duckdb
import pytest
from bs4 import BeautifulSoup

from tests.warehouse.site.hostile import ATTACK
from warehouse.printable import printable
from warehouse.query import connect_published
from warehouse.site.folder import MARK, NotASite
from warehouse.site.pages import file_name
from warehouse.site.site import write_site

SCRIPTS = re.compile(r"(\.\./)?(static/site\.js|data/(timeline|search|script)\.js)")


def pages(site: Path) -> dict[str, BeautifulSoup]:
    return {
        str(one.relative_to(site)): BeautifulSoup(one.read_text("utf-8"), "html.parser")
        for one in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="module")
def soup(site):
    return pages(site)


def data(site: Path, name: str):
    """What a file of data sets."""
    script = (site / "data" / f"{name}.js").read_text("utf-8")
    found = re.fullmatch(rf"\(window\.kaoju \?\?= \{{\}}\)\.{name} = (.*);\n", script, re.S)
    return json.loads(found[1])


def test_every_kind_of_page_is_there(soup):
    kinds = {re.sub(r"/.*", "/…", name) for name in soup}
    tops = "index timeline documents entities claims compared sources quality dictionary search".split()
    assert kinds == {f"{one}.html" for one in tops} | {"documents/…", "entities/…", "claims/…"}


def test_every_number_of_the_overview_is_what_its_sql_gives(soup, hostile_file):
    figures = soup["index.html"].select(".figures > div")
    assert len(figures) >= 10
    with connect_published(hostile_file) as con:
        for one in figures:
            sql, shown = one.code.get_text(), one.select_one("dd:not(.sql)").get_text()
            assert con.execute(sql).fetchall() == [(int(shown.replace(",", "")),)], sql


def test_every_table_has_its_sql_and_its_data(soup, site, hostile_file):
    found = 0
    with connect_published(hostile_file) as con:
        for page in soup.values():
            for one in page.select("section:has(> details a[download])"):
                found += 1
                rows = con.execute(one.code.get_text()).fetchall()
                with (site / one.select_one("a[download]")["href"].removeprefix("../")).open(
                    encoding="utf-8-sig", newline=""
                ) as lines:
                    assert len(list(csv.reader(lines))) == len(rows) + 1
                assert len(one.select("tbody tr")) == len(rows)
    assert found >= 8


def test_every_link_leads_to_something(soup, site):
    for name, page in soup.items():
        ids = [one["id"] for one in page.select("[id]")]
        assert len(ids) == len(set(ids)), name
        for one in page.select("a[href]"):
            target, _, anchor = unquote(one["href"]).partition("#")
            if re.match("https?:", target):
                continue
            path = (site / name).parent / target if target else site / name
            assert path.is_file(), (name, one["href"])
            if anchor and path.suffix == ".html":
                assert soup[str(path.resolve().relative_to(site.resolve()))].find(id=anchor), (
                    name,
                    one["href"],
                )


def test_each_fact_leads_to_its_words_and_back(soup, hostile_file):
    with connect_published(hostile_file) as con:
        rows = con.execute(
            "SELECT document_id, fact_id, place_no, surface FROM facts.evidence"
            " JOIN (SELECT fact_id, document_id FROM marts.all_facts) USING (fact_id)"
        ).fetchall()
    assert len(rows) == 15
    for document, fact, place, surface in rows:
        page = soup[f"documents/{document}.html"]
        anchor = page.find(id=f"w-{fact}" + (f"-{place}" if place else ""))
        assert anchor["href"] == f"#{fact}"
        assert page.find(id=fact).select(f'a.n[href="#{anchor["id"]}"]')
        marks = [one for one in page.select(".text mark") if anchor.get_text() in one["data-f"].split()]
        words = "".join(
            BeautifulSoup(
                re.sub(r"<ins.*?</ins>|<a class=\"n\".*?</a>", "", str(one)), "html.parser"
            ).get_text()
            for one in marks
        )
        assert surface in words


def test_an_attack_is_text_in_every_page(soup):
    shown = 0
    for name, page in soup.items():
        assert [
            one.get("src") for one in page.select("script") if not SCRIPTS.fullmatch(one.get("src", ""))
        ] == []
        assert not page.select("img, svg[onload], textarea, iframe, [onerror], [onload], [style], style"), (
            name
        )
        for one in page.select("[href], [src], [action]"):
            address = one.get("href") or one.get("src") or one.get("action")
            assert not re.match(r"\s*(javascript|data:(?!,$)|//)", address, re.I), (name, address)
        text = page.get_text()
        assert "{{7*7}}" in text or "49" not in text
        assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e]", str(page)), name
        shown += printable(ATTACK) in text
    # Three lists, timeline's first rows, quality's runs, the document, its entity and its claim at least.
    assert shown >= 8


def test_an_attack_cannot_leave_the_files_of_data(site):
    for name in ("search", "timeline", "script"):
        assert "<" not in (site / "data" / f"{name}.js").read_text("utf-8")
    assert any(ATTACK in row[0] for rows in data(site, "search").values() for row in rows)
    assert any(ATTACK in "".join(row) for row in data(site, "timeline"))
    with (site / "data" / "documents-by-publisher.csv").open(encoding="utf-8-sig", newline="") as lines:
        assert not [row for row in csv.reader(lines) for cell in row if cell.startswith(("=", "+", "@", "-"))]


def test_the_map_of_characters_is_opencc_s(site):
    script = data(site, "script")
    simple = dict(zip(script["traditional"], script["simplified"], strict=True))
    assert [simple.get(one, one) for one in "開源輝達開放后"] == list("开源辉达开放后")
    assert len(simple) > 2500


def test_an_id_that_is_no_file_name_gets_one():
    assert file_name("d3f9-a") == "d3f9-a"
    for one in ("../../etc/passwd", "organization:Meta", "A" * 300, "", "con.html", ATTACK):
        assert re.fullmatch(r"[0-9a-f]{20}", file_name(one))


def test_a_new_site_takes_the_place_of_the_old_and_of_nothing_else(hostile_file, tmp_path):
    with connect_published(hostile_file) as con:
        old = tmp_path / "site"
        write_site(con, old)
        (old / "stale.html").write_text("")
        write_site(con, old)
        assert not (old / "stale.html").exists() and (old / MARK).is_file()
        mine = tmp_path / "mine"
        mine.mkdir()
        (mine / "thesis.txt").write_text("years of work")
        with pytest.raises(NotASite, match="mine"):
            write_site(con, mine)
        assert [one.name for one in mine.iterdir()] == ["thesis.txt"]
    assert sorted(one.name for one in tmp_path.iterdir()) == ["mine", "site"]


def test_a_failure_leaves_the_old_site(hostile_file, tmp_path, monkeypatch):
    site = tmp_path / "site"
    with connect_published(hostile_file) as con:
        write_site(con, site)
        before = (site / "index.html").read_text()
        monkeypatch.setattr("warehouse.site.site.timeline", lambda con: con.execute("SELECT nothing"))
        with pytest.raises(duckdb.BinderException):
            write_site(con, site)
    assert (site / "index.html").read_text() == before and [one.name for one in tmp_path.iterdir()] == [
        "site"
    ]


def test_the_same_warehouse_gives_the_same_site(hostile_file, site, tmp_path):
    with connect_published(hostile_file) as con:
        write_site(con, tmp_path / "again")
    files = sorted(one.relative_to(site) for one in site.rglob("*") if one.is_file())
    assert [
        one for one in files if (site / one).read_bytes() != (tmp_path / "again" / one).read_bytes()
    ] == []
