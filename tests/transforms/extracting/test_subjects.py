"""The subject that one clause states."""

import pytest

from transforms.extracting.masking import mask
from transforms.extracting.subjects import find_subject

SUBJECTS = [
    # one name, several names
    ("微软发布新品", "微软"),
    ("华为和微软均已涨价", "华为 + 微软"),
    ("华为、微软与英伟达等厂商涨价", "华为 + 微软 + 英伟达"),
    # the head of a noun phrase
    ("微软首席执行官陈立表示乐观", "陈立"),
    ("微软旗下的微聊上线新功能", "微聊"),
    ("微软创始人陈立和周敏离职", "陈立 + 周敏"),
    # groups are phrases
    ("微软的研究人员离职", "微软的研究人员"),
    ("微软员工抗议", "微软员工"),
    ("分析师认为售价会涨", "分析师"),
    ("有知情人士透露裁员消息", "知情人士"),
    ("一位不愿具名的员工表示公司早已停招", "一位不愿具名的员工"),
    # where a firm is from, and who sends the news
    ("英国电池制造商特斯拉申请破产", "特斯拉"),
    ("中国华为涨价", "华为"),
    # a name that a preposition or a verb governs is no subject
    ("历任华为副院长、微软首席产品官", None),
    ("与陈立一起创办微软", None),
    ("在特斯拉看来", None),
    ("对华为的收购没有意义", None),
    ("被微软收购后", None),
    ("向特斯拉供货的英伟达涨价", "英伟达"),
    ("据晨报报道", None),
    ("发布了微聊", None),
    # words that lead in are passed over
    ("但与此同时,", None),
    ("目前微软仍在谈判", "微软"),
    ("然而3月5日微软涨价", "微软"),
    # no name at all
    ("售价不变", None),
    ("该公司涨价", None),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_subject(text, expected, annotate_text):
    subject = find_subject(mask(annotate_text(text), 0, len(text)))
    if subject is None:
        assert expected is None
        return
    assert (subject.phrase or " + ".join(e.name for e in subject.entities)) == expected
    assert subject.how == "stated" and subject.start is not None


def test_the_owner_of_a_group_is_kept(annotate_text):
    subject = find_subject(mask(annotate_text("微软的研究人员离职"), 0, 9))
    assert [e.name for e in subject.entities] == ["微软"]
    assert [f.phrase for f in subject.fillers()] == ["微软的研究人员"]


def test_joined_subjects_fill_a_role_each(annotate_text):
    subject = find_subject(mask(annotate_text("华为和微软涨价"), 0, 7))
    assert [f.entity.name for f in subject.fillers()] == ["华为", "微软"]


@pytest.mark.parametrize("text", ["陈立称赞团队", "微软裁撤团队"])
def test_the_object_is_no_part_of_the_subject(text, annotate_text):
    subject = find_subject(mask(annotate_text(text), 0, len(text)))
    assert subject.phrase is None
