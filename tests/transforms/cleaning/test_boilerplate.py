"""Each rule with the examples that are written beside it in the rule file."""

import pytest

from transforms.aligned import AlignedText
from transforms.cleaning.boilerplate import sweep
from transforms.cleaning.rulefile import rule_table

RULES = rule_table("boilerplate.toml")["rule"]
BODY = "某公司在周二发布了新产品,售价为三千元。"


def placed(rule, line):
    """The line among lines of an article, where the rule may apply."""
    return f"{line}\n{BODY}\n{BODY}" if rule["where"] in ("top", "head") else f"{BODY}\n{BODY}\n{line}"


@pytest.mark.parametrize(
    ("rule", "example"),
    [(r, e) for r in RULES for e in r["examples"]],
    ids=lambda v: v["name"] if isinstance(v, dict) else None,
)
def test_an_example_goes_or_is_read(rule, example):
    swept = sweep(AlignedText(placed(rule, example)))
    if rule.get("keep"):
        assert swept.said
    else:
        assert example not in swept.text.text
        assert swept.text.text.strip() == f"{BODY}\n{BODY}"


@pytest.mark.parametrize("line", [line for r in RULES for line in r.get("leaves", [])])
def test_lines_of_articles_stay(line):
    for text in (f"{line}\n{BODY}\n{BODY}", f"{BODY}\n{BODY}\n{line}"):
        assert sweep(AlignedText(text)).text.text == text


def test_what_a_line_says_is_kept_as_metadata():
    text = f"{BODY}\n原创文章,作者:阿木,如若转载,请注明出处:https://example.com/a\n(某某科技特约编译阿林)"
    said = {s.field: s.value for s in sweep(AlignedText(text)).said}
    assert said == {"author": "阿木", "url": "https://example.com/a", "translator": "阿林"}


def test_every_rule_says_why():
    for rule in RULES:
        assert rule["reason"] and rule["words"]


def test_lines_at_the_top_go_one_after_the_other_with_blank_lines_between():
    top = "1. 首页 > 电商出海\n\n原文地址:https://www.example.com/250183.html\n\n"
    swept = sweep(AlignedText(f"{top}{BODY}\n{BODY}"))
    assert swept.text.text.strip() == f"{BODY}\n{BODY}"
    assert {e.rule for e in swept.text.edits} >= {"boilerplate.breadcrumb", "boilerplate.origin"}
