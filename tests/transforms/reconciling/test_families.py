"""Copies of one text are one family."""

from transforms.reconciling.families import find_families

STORY = (
    "蓝湾汽车周一公布的数字显示，公司上月交付新车一万二千辆，比前一个月多出三成。公司把增长归因于新款轿车，"
    "并称工厂已经两班运转。分析人士提醒说，价格战还没有结束，年底前的订单未必能够保持这样的速度。"
)
OTHER = "云岭半导体董事会通过了在成都建设新产线的计划，总投资约八十亿元，预计后年投产，主要生产车用芯片。"


def document(name, text, published=None, is_spun=False):
    return {"document_id": name, "text": text, "published_from": published, "is_spun": is_spun}


def test_reprint_and_excerpt_join_the_original_and_another_story_does_not():
    rows = find_families(
        [
            document("reprint", "转自网络\n" + STORY + "\n版权归原作者所有", "2024-05-03"),
            document("original", STORY, "2024-05-02"),
            document("excerpt", STORY[:44]),
            document("other", OTHER),
        ]
    )
    assert {(r["document_id"], r["family_id"], r["method"], r["is_original"]) for r in rows} == {
        ("original", "original", "exact", True),
        ("reprint", "original", "near", False),
        ("excerpt", "original", "excerpt", False),
        ("other", "other", "single", True),
    }


def test_a_spun_copy_is_never_the_original():
    rows = find_families(
        [
            document("spun", STORY.replace("三成", "三分"), "2024-01-01", is_spun=True),
            document("plain", STORY),
        ]
    )
    assert {(r["document_id"], r["method"]) for r in rows} == {("plain", "exact"), ("spun", "spun")}
