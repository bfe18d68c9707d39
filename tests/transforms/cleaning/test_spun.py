"""Spun text is recognised and restored; clean text is left alone."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.unseen_spinner import clean_articles, experiment
from transforms.aligned import AlignedText
from transforms.cleaning.spun.collapse import collapses
from transforms.cleaning.spun.evidence import habit_scores, may_prove, pair_evidence, proof
from transforms.cleaning.spun.lexicon import SpunFinder, finder, lexicon, lexicon_rows, make_lexicon
from transforms.cleaning.spun.verdict import judge, restore

ROOT = Path(__file__).resolve().parents[3]
SHARED = ROOT.parent / "shared"

CLEAN = (
    "大家知道,这家公司的技术已经开始走向市场。未来几年,大模型的安全可能成为最重要的问题,所以投资人必须小心。"
    "去年公司发现,好的产品不多,坏的产品不少;新技术来得很快,但真正能用的很少。现在大厂都在抢商业机会,"
    "强调开放,也强调安全。这些公司的市场空间很大,结果如何,没有人知道。高端产品卖得好,低端产品卖得快。"
    "技术人员说,小公司可能会被大公司买下,这个说法并不新。"
)
TABLE = {
    "技术": "手艺", "开始": "开头", "市场": "买卖场", "可能": "兴许", "投资": "投钱", "商业": "买卖",
    "结果": "后来啊", "这些": "这些个", "知道": "晓得", "大": "巨大", "好": "优良", "坏": "恶劣",
    "新": "新鲜", "快": "迅速", "少": "少许", "小": "细小", "真": "真实", "强": "有力",
    "高": "高大", "多": "许多",
}  # fmt: skip


def spin(text):
    pattern = re.compile("|".join(sorted(TABLE, key=len, reverse=True)))
    return pattern.sub(lambda m: TABLE[m.group()], text)


def test_a_spun_text_comes_back():
    aligned, verdict = restore(AlignedText(spin(CLEAN)))
    assert verdict.is_spun and verdict.score > 0.9 and verdict.reasons
    assert aligned.text == CLEAN
    assert all(e.rule.startswith("spun.") for e in aligned.edits)


def test_a_clean_text_is_left_alone():
    aligned, verdict = restore(AlignedText(CLEAN))
    assert not verdict.is_spun and verdict.score < 0.1
    assert aligned.edits == ()


def test_spoken_style_is_not_spun():
    text = (
        "我晓得啥叫干活。咋说呢,立马就得念书,帮衬家里,老是犯愁。掌柜的说要紧的是本钱,晓得不?啥时候干活,咋干活,都要紧。"
        * 3
    )
    assert not judge(text).is_spun


def test_words_that_hold_a_spun_form_stay():
    text = spin(CLEAN) + "他轻微柔软的手放在买卖场所门口。"
    assert "轻微柔软" in restore(AlignedText(text))[0].text


def test_the_lexicon_is_sound():
    pairs = [(s.original, s.spun) for s in lexicon() if not (s.left or s.right)]
    assert len(pairs) == len(set(pairs)) and all(o != s for o, s in pairs)


MORE = (
    "董事长在大会上强调,大量订单来自海外,大型客户增加了四成。新产品提高了效率,重新设计的电池也让车身更轻。"
    "高管表示,强化管理是今年的重点,至少要让一半工厂减少浪费。多数供应商愿意降价,不少厂家已经签了新合同。"
    "分析师认为,强大的渠道和大众的口碑同样重要,高速增长的时代已经过去,多家机构因此下调了预期。"
    "工厂位于城市北部,占地四百亩,去年更新了三条产线,员工约两千人,人均产值提高了一成。"
)
UNKNOWN = {"大": "硕大", "高": "高耸", "新": "簇新", "重": "笨重", "多": "良多", "强": "强横", "少": "鲜少"}


def unknown_spin(text):
    return re.sub("|".join(UNKNOWN), lambda m: UNKNOWN[m.group()], text)


def test_a_spinner_that_no_table_knows_is_seen_and_undone_where_it_breaks_words():
    nothing = SpunFinder(())
    spun = unknown_spin(CLEAN + MORE)
    aligned, verdict = restore(AlignedText(spun), nothing)
    assert verdict.is_spun
    assert {r for r in verdict.reasons if r.startswith("no 大 but in 硕大")}
    assert "知道" in aligned.text and "硕大家" not in aligned.text and "硕大厂" not in aligned.text
    assert {e.rule for e in aligned.edits} == {"spun.induced"}


def test_a_character_in_one_word_only_is_no_proof_where_no_word_is_broken():
    text = "大众汽车公布销量。大众说,新款轿车卖得好。大众在华工厂的产量增长,大众品牌的份额也增长。" * 2
    assert collapses(text) == [] and not judge(text).is_spun


def test_words_of_the_thesaurus_tell_of_a_spinner_and_are_left_standing():
    rows = [(o, s, "synonym", "", "", "") for o, s in (("市场", "商场"), ("投资", "注资"))]
    words = SpunFinder(make_lexicon(rows))
    assert words.telling.entries and not words.restoring.entries


def test_held_out_spinners_are_found_now_and_then_and_no_clean_page_is_ever_flagged():
    texts, rows = clean_articles(), lexicon_rows()
    results = [experiment(texts, rows, "colloquial", seed, hold_out=True) for seed in range(3)]
    spun, found = sum(r.spun for r in results), sum(r.found for r in results)
    assert min(r.spun for r in results) >= 20 and not any(r.alarms for r in results)
    assert found / spun >= 0.4
    restored, wrong = sum(r.restored for r in results), sum(r.wrong for r in results)
    assert restored / (restored + wrong) >= 0.9


def test_chains_of_two_substitutions():
    rows = [("简单", "轻松", "colloquial", "", "", ""), ("轻", "轻巧", "adjective", "", "", "")]
    assert ("简单", "轻巧松") in {(s.original, s.spun) for s in make_lexicon(rows)}


@pytest.mark.skipif(not SHARED.exists(), reason="the real articles are not part of the repository")
def test_restorations_of_the_real_spun_article():
    text = next((SHARED / "seeds").glob("002_*.txt")).read_text("utf-8")
    gold = [
        json.loads(r)
        for r in (SHARED / "gold" / "002-restorations.jsonl").read_text("utf-8").split("\n")
        if r
    ]
    aligned, verdict = restore(AlignedText(text))
    got = {(e.start, e.end, e.after) for e in aligned.edits}
    wanted = {(r["raw_start"], r["raw_end"], r["original"]) for r in gold if r.get("required", True)}
    allowed = {(r["raw_start"], r["raw_end"], r["original"]) for r in gold}
    assert verdict.is_spun
    assert len(got & wanted) / len(wanted) >= 0.95
    assert len(got & allowed) / len(got) >= 0.97


@given(
    st.lists(
        st.sampled_from(
            ["手艺", "巨大", "兴许", "公司发布新款手机,", "买卖", "达成", "晓得", "技术", "可能"]
        ),
        max_size=80,
    )
)
def test_what_is_not_looked_into_proves_nothing(parts: list[str]) -> None:
    text = "".join(parts)
    telling = finder().telling
    found = telling.find(text)
    proven = proof(habit_scores(pair_evidence(found), telling, len(text)))
    assert may_prove(found) or not proven
