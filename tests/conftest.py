"""A small made-up registry and the stages over it, for tests that show a text beside what is found in it."""

from datetime import date

import pytest
from hypothesis import settings

# No test is timed: a slow machine is no failure.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

PUBLISHED = date(2025, 3, 18)
KNOWN = """
name|kind|aliases|ambiguous|family
苹果公司|organization|苹果;Apple|苹果|
华为|organization|Huawei||
小米|organization|小米集团|小米|
微软|organization|Microsoft||
英伟达|organization|NVIDIA||
特斯拉|organization|Tesla||
亿欧|organization|亿欧网||
欧盟委员会|organization|||
欧盟法院|organization|||
蓝湾汽车|organization|||
星桥智能|organization|星桥||
元象|organization||元象|
美泰|organization|Meta||
晨报|organization|||
米塔尔基金|organization|米塔||
玩具商米塔|organization|米塔||
爱尔兰|place|||
广州|place|||
马克·扎克伯格|person|扎克伯格;小扎;Mark Zuckerberg||
陈立|person|||
周敏|person|||
Llama|model|||
Llama 3|model|Llama3||Llama
Llama 3.1|model|Llama3.1||Llama
Llama 3 8B|model|||Llama 3
GPT|model|||
GPT-4|model|||GPT
GPT-4o|model|||GPT
Qwen2.5|model|||Qwen
iPhone|product|||
iPhone 15|product|||iPhone
iOS|product|||
iOS 18|product|||iOS
晨风|product|||
微聊|product|||
"""


def rows(table):
    """Rows of a registry file from a table written with `|` between the columns and `;` between aliases."""
    head, *lines = (line.split("|") for line in table.strip().splitlines())
    return [dict(zip(head, line, strict=True)) for line in lines]


@pytest.fixture(scope="session")
def small_registry():
    from transforms.annotating.registry import build_registry

    known = rows(KNOWN)
    return build_registry(r | {"aliases": r["aliases"].replace(";", "|"), "wikidata_id": ""} for r in known)


@pytest.fixture(scope="session")
def registry():
    """The registry of `seeds/registry`."""
    from transforms.annotating.registry import load_registry

    return load_registry()


@pytest.fixture(scope="session")
def annotate_text(small_registry):
    """A clean text, published on 18 March 2025, as annotated over the small registry."""
    from transforms.aligned import AlignedText
    from transforms.annotating.annotate import annotate
    from transforms.article import Article, DocumentDate, Metadata

    published = DocumentDate(PUBLISHED.isoformat(), PUBLISHED, PUBLISHED, "stated")

    def run(text):
        known = Metadata(published=published)
        return annotate(
            Article("d1", "made/up", "0", "utf-8", AlignedText(text), known, "Hans"), small_registry
        )

    return run
