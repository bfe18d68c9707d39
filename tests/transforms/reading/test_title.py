import pytest

from transforms.reading.title import bare_title, site_name


@pytest.mark.parametrize(
    "title, bare, site",
    [
        ("某公司发布新品_海湾科技_海湾网", "某公司发布新品", "海湾网"),
        ("某公司营收增长--财经--海湾网", "某公司营收增长", "海湾网"),
        ("GPT-4 发布了 - 海湾日报", "GPT-4 发布了", "海湾日报"),
        ("某公司上市-海湾时报网", "某公司上市", "海湾时报网"),
        ("神舟飞天 | 嫦娥六号", "神舟飞天 | 嫦娥六号", ""),
        ("中国-东盟博览会开幕", "中国-东盟博览会开幕", ""),
        ("某公司上市_财经频道", "某公司上市", ""),
        ("", "", ""),
    ],
)
def test_site_is_cut_from_the_title(title, bare, site):
    assert bare_title(title, []) == bare
    assert site_name(title, bare) == site


def test_heading_decides():
    assert bare_title("某公司:上市 - 首日大涨 | 海湾", ["某公司:上市 - 首日大涨"]) == "某公司:上市 - 首日大涨"
