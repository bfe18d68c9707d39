"""A WARC of other people's making: more than 500 records, every one accounted for."""

import gzip
import time
import zipfile
from collections import Counter
from io import BytesIO

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from flows.sources import AnotherPlace, RefusedInput
from flows.web.reading_pages import PageReader
from flows.web.warc_items import warc_items
from tests.flows.web.articles import stories
from tests.flows.web.pages import plain_page
from transforms.source import SourceItem

CITIES = """北京 上海 广州 深圳 杭州 成都 武汉 西安 南京 苏州
天津 重庆 长沙 郑州 青岛 合肥 厦门 福州 济南 宁波""".split()


def page(number: int) -> bytes:
    """The number-th article: a story whose first paragraph says another place and figure."""
    story = list(stories().values())[number % 25]
    lead = f"本报{CITIES[number % 20]}讯，这是第{number}号简报，记者在现场看到{number + 7}家企业参展。"
    return plain_page(story).replace("</h1>", f"</h1><p>{lead}</p>", 1).encode()


def chunked(body: bytes) -> bytes:
    pieces = (body[at : at + 1000] for at in range(0, len(body), 1000))
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def write(path, count: int) -> Counter:
    """A WARC file with `count` articles and what else there is in such files; what must come of its pages."""
    due: Counter[str] = Counter()
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=True)

        def response(name, body, status="200 OK", kind="text/html", **warc):
            known = {"Content-Type": kind, **{k: v for k, v in warc.items() if not k.startswith("WARC")}}
            heads = StatusAndHeaders(status, list(known.items()), protocol="HTTP/1.1")
            extra = {k.replace("_", "-"): v for k, v in warc.items() if k.startswith("WARC")}
            writer.write_record(
                writer.create_warc_record(
                    f"https://news.example/{name}",
                    "response",
                    payload=BytesIO(body),
                    http_headers=heads,
                    warc_headers_dict=extra,
                )
            )

        writer.write_record(writer.create_warcinfo_record("made.warc.gz", {"software": "made up"}))
        for n in range(count):
            body = page(n)
            if n % 5 == 1:
                response(f"a/{n}.html", chunked(body), **{"Transfer-Encoding": "chunked"})
            elif n % 5 == 2:
                response(f"a/{n}.html", gzip.compress(body), **{"Content-Encoding": "gzip"})
            else:
                response(f"a/{n}.html", body)
            due["document"] += 1
            if n % 3 == 0:
                url = f"https://news.example/a/{n}.html"
                writer.write_record(
                    writer.create_warc_record(url, "request", payload=BytesIO(b"GET / HTTP/1.1\r\n\r\n"))
                )
            if n % 10 == 0:
                response(f"m/{n}", body + b"\n")
                response(f"p/{n}.png", b"\x89PNG\r\n\x1a\n" + bytes(200), kind="image/png")
                response(f"cut/{n}", body, WARC_Truncated="length")
                response(f"torn/{n}", chunked(body)[:-900], **{"Transfer-Encoding": "chunked"})
                response(f"gone/{n}", b"<h1>404</h1>", status="404 Not Found")
                response(f"moved/{n}", b"", status="301 Moved", Location="/a/1.html")
                due.update(["place", "wrong_type", "incomplete", "incomplete", "not_found", "redirect"])
    return due


def read(path):
    counts: Counter[str] = Counter()
    found = list(warc_items(path, PageReader({}), 2**20, counts))
    kinds = Counter(
        one.check_name
        if isinstance(one, RefusedInput)
        else "place"
        if isinstance(one, AnotherPlace)
        else "document"
        for one in found
    )
    assert all(isinstance(one, (RefusedInput, AnotherPlace, SourceItem)) for one in found)
    return kinds, counts


def test_every_record_is_accounted_for(tmp_path):
    due = write(tmp_path / "some.warc.gz", 20)
    kinds, counts = read(tmp_path / "some.warc.gz")
    assert kinds == due and counts == {"warcinfo": 1, "request": 7, "response": sum(due.values())}


def test_a_wacz_holds_warcs(tmp_path):
    due = write(tmp_path / "some.warc.gz", 3)
    with zipfile.ZipFile(tmp_path / "some.wacz", "w") as packed:
        packed.write(tmp_path / "some.warc.gz", "archive/data.warc.gz")
        packed.writestr("pages/pages.jsonl", "{}")
    assert read(tmp_path / "some.wacz")[0] == due


def test_a_file_that_breaks_off_says_so(tmp_path):
    path = tmp_path / "some.warc.gz"
    write(path, 5)
    path.write_bytes(path.read_bytes()[:-700])
    kinds, _ = read(path)
    assert kinds["broken_warc"] + kinds["incomplete"] >= 1 and kinds["document"] >= 3


@pytest.mark.soak
def test_five_hundred_records(tmp_path):
    due = write(tmp_path / "many.warc.gz", 500)
    started = time.perf_counter()
    kinds, counts = read(tmp_path / "many.warc.gz")
    seconds = time.perf_counter() - started
    assert kinds == due and sum(counts.values()) >= 900
    print(f"{sum(counts.values())} records in {seconds:.1f} s: {sum(counts.values()) / seconds:.0f} a second")
