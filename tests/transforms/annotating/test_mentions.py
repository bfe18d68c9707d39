"""All names of a text together: each surface stands at its span, none overlap, nothing raises."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from transforms.annotating.mentions import find_mentions

ARTICLE = """蓝湾汽车融资3亿欧元
蓝湾汽车日前宣布完成3亿欧元融资,澜岳资本领投,微软(Microsoft)跟投。
创始人埃文·克劳斯(Evan Kraus)说:“晨风2.0下月交付。”
据悉克劳斯透露,车机将接入GPT-4o与Llama 3.1,8B参数的模型在车上运行。爱尔兰政府对此表示欢迎,详见《晨报》。
"""

EXPECTED = """
蓝湾汽车            organization  蓝湾汽车
蓝湾汽车            organization  蓝湾汽车
澜岳资本            organization  澜岳资本
微软                organization  微软
Microsoft           organization  微软
埃文·克劳斯         person        埃文·克劳斯
Evan@Kraus          person        埃文·克劳斯
晨风2.0             product       晨风@2.0
克劳斯              person        埃文·克劳斯
GPT-4o              model         GPT-4o
Llama@3.1           model         Llama@3.1
8B                  model         Llama@3.1@8B
爱尔兰政府          organization  爱尔兰政府
《晨报》            organization  晨报
"""

PIECES = (
    "苹果 发布 Llama 3.1 GPT-4o iPhone 15 Pro 8B参数 ·  埃文·克劳斯 (Evan ) （ 《 》 “ ” 王思远 说 表示 CEO"
    " 蓝湾汽车 澜岳资本 研究院 公司 的 , 。 \n 3亿欧元 2024年 手机 名为 Carter 爱尔兰 政府"
    " metadata AT&T ' - + % İ \ue000 😀"
).split(" ")
PIECED = st.lists(st.sampled_from([p or " " for p in PIECES]), max_size=14).map("".join)


def test_an_article(small_registry):
    found = find_mentions(ARTICLE, small_registry)
    expected = [tuple(f.replace("@", " ") for f in line.split()) for line in EXPECTED.strip().splitlines()]
    assert [(m.surface, m.entity.kind, m.entity.name) for m in found] == expected


def test_a_short_name_that_acts_is_still_the_person(small_registry):
    text = "埃文·克劳斯出席。克劳斯还透露,新车下月交付。"
    first, last = find_mentions(text, small_registry)
    assert last.entity.id == first.entity.id


def check(text, found):
    assert all(0 <= m.start < m.end <= len(text) and text[m.start : m.end] == m.surface for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@settings(max_examples=80, deadline=None)
@given(PIECED)
def test_mentions_are_sorted_and_never_overlap(small_registry, text):
    check(text, find_mentions(text, small_registry))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40))
def test_no_string_raises(small_registry, text):
    check(text, find_mentions(text, small_registry))


@settings(max_examples=25, deadline=None)
@given(PIECED)
def test_the_shipped_registry(registry, text):
    check(text, find_mentions(text, registry))
