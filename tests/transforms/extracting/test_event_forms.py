"""Forms in which business news states an event, each in two industries and beside a look-alike."""

from __future__ import annotations

import pytest

from tests.transforms.extracting.event_cases import events

SHARES = [
    ("受此提振，星河科技在港交所的股价一度上涨6%。", "O:星河科技 O:港交所",
     ["share_move agent=星河科技 object=股价"]),
    ("松涛航空开盘一度跌停，截至收盘报37元，下跌8%。", "O:松涛航空",
     ["share_move agent=松涛航空 object=股价", "share_move agent=松涛航空 object=股价"]),
    ("花溪乳业今日收报8元，升1.9%。", "O:花溪乳业", ["share_move agent=花溪乳业 object=股价"]),
    ("花溪乳业毛利率为14%，上升2%。", "O:花溪乳业", []),
]  # fmt: skip

DEALS = [
    ("花溪乳业公告称，拟以4亿欧元收购德国奶酪企业青石牧场的100%股权。", "O:花溪乳业 L:德国 O:青石牧场",
     ["acquire agent=花溪乳业 object=青石牧场 planned"]),
    ("远山汽车完成对海风能源的收购。", "O:远山汽车 O:海风能源", ["acquire agent=远山汽车 object=海风能源"]),
    ("自2016年收购海风能源以来，远山汽车已向该业务投入100亿美元。", "O:远山汽车 O:海风能源",
     ["acquire agent=远山汽车 object=海风能源", "invest agent=远山汽车 object=该业务"]),
    ("远山汽车将投入800亿元兴建数据中心。", "O:远山汽车", ["invest agent=远山汽车 object=数据中心 planned"]),
    ("远山汽车将数百名员工投入新车项目。", "O:远山汽车", []),
    ("澄海科技融资6亿欧元，白鹭资本领投，老股东青石基金超额追加。", "O:澄海科技 O:白鹭资本 O:青石基金",
     ["raise_funds agent=澄海科技",
      "invest agent=白鹭资本 object=澄海科技", "invest agent=青石基金 object=澄海科技"]),
    ("花溪乳业与德国包装厂商青石包装签署了为期三年的采购协议。", "O:花溪乳业 O:青石包装 L:德国",
     ["partner agent=花溪乳业 object=为期三年的采购协议 recipient=青石包装"]),
    ("远山汽车尚未与当地政府签约。", "O:远山汽车", ["partner agent=远山汽车 recipient=当地政府 not"]),
    ("远山汽车与海风能源签署收购协议。", "O:远山汽车 O:海风能源", []),
]  # fmt: skip

LAW = [
    ("市场监管总局对软件公司星河科技处以7亿元罚款。", "O:市场监管总局 O:星河科技",
     ["regulate agent=市场监管总局 object=星河科技"]),
    ("民航局2024年对松涛航空开出2亿元罚单。", "O:民航局 O:松涛航空",
     ["regulate agent=民航局 object=松涛航空"]),
    ("花溪乳业被证监局给予警告，并处以300万元罚款。", "O:花溪乳业 O:证监局",
     ["regulate agent=证监局 object=花溪乳业"]),
    ("调查始于2021年。", "O:花溪乳业", []),
    ("欧盟委员会有条件批准该交易。", "O:欧盟委员会", ["regulate agent=欧盟委员会 object=该交易"]),
    ("北岭软件将星河科技及两名前员工诉至上海法院。", "O:北岭软件 O:星河科技",
     ["sue agent=北岭软件 object=星河科技 place=上海法院",
      "sue agent=北岭软件 object=两名前员工 place=上海法院"]),
    ("消费者协会提起诉讼，索赔3000万元。", "O:消费者协会", ["sue agent=消费者协会"]),
    ("星河科技上诉至最高法院。", "O:星河科技 O:最高法院", []),
    ("数据保护局下令限制澄海科技处理用户的数据。", "O:数据保护局 O:澄海科技",
     ["restrict agent=数据保护局 object=处理用户的数据 recipient=澄海科技"]),
]  # fmt: skip

PEOPLE = [
    ("花溪乳业总裁李明将于2025年辞任，由营运官王芳接棒。", "O:花溪乳业 P:李明 P:王芳",
     ["leave agent=李明 source_org=花溪乳业 planned", "appoint object=王芳 target_org=花溪乳业 planned"]),
    ("王芳早年在毕马威担任核数师，2009年转投渣打银行。", "P:王芳 O:毕马威 O:渣打银行",
     ["join agent=王芳 target_org=渣打银行"]),
    ("王芳2021年获李明延揽加入星河科技。", "P:王芳 P:李明 O:星河科技",
     ["join agent=王芳 target_org=星河科技"]),
    ("星河科技称，海外业务由从白鹭资本加盟的赵峰执掌。", "O:星河科技 O:白鹭资本 P:赵峰",
     ["join agent=赵峰 source_org=白鹭资本 target_org=星河科技 reported"]),
    ("星河科技创始人李明带着大部分员工投奔远山汽车。", "O:星河科技 O:远山汽车 P:李明",
     ["join agent=李明 target_org=远山汽车"]),
    ("陈林接替赵峰出任松涛航空总裁。", "P:陈林 P:赵峰 O:松涛航空",
     ["appoint object=陈林 target_org=松涛航空"]),
    ("李明将于2025年卸任星河科技首席执行官。", "P:李明 O:星河科技",
     ["leave agent=李明 source_org=星河科技 planned"]),
    ("赵峰回到了老东家星河科技。", "P:赵峰 O:星河科技", ["join agent=赵峰 target_org=星河科技"]),
    ("星河科技重返榜首，产品回归本质。", "O:星河科技", []),
    ("远山汽车将启动新一轮裁员。", "O:远山汽车", ["lay_off agent=远山汽车 planned"]),
    ("有网友发帖称，松涛航空将启动新一轮裁员。", "O:松涛航空",
     ["publish agent=网友", "lay_off agent=松涛航空 reported"]),
]  # fmt: skip

THINGS = [
    ("星河科技发展迅速，其首款手表晨星M自2024年上市以来热销。", "R:晨星M O:星河科技",
     ["release agent=星河科技 object=晨星M"]),
    ("远山汽车表示，第二款车型晨星S9预计2025年上市。", "R:晨星S9 O:远山汽车",
     ["release agent=远山汽车 object=晨星S9 planned"]),
    ("分析师预计，晨星S9将于2025年上市。", "R:晨星S9", ["release object=晨星S9 forecast"]),
    ("远山汽车宣布晨星S7正式上市。", "R:晨星S7 O:远山汽车", ["release agent=远山汽车 object=晨星S7"]),
    ("星河科技预告了下一代平台云雀，计划2026年推出。", "R:云雀 O:星河科技",
     ["announce agent=星河科技 object=云雀", "release agent=星河科技 object=云雀 planned"]),
    ("星河科技正在自研关节模组。花溪乳业正在开发东南亚市场。", "O:星河科技 O:花溪乳业",
     ["develop agent=星河科技 object=关节模组"]),
    ("晨星S7全系标配云雀芯片。", "R:晨星S7 R:云雀", ["integrate object=云雀 recipient=晨星S7"]),
    ("远山汽车将采用星河科技的自动驾驶技术。", "O:远山汽车 O:星河科技",
     ["integrate agent=远山汽车 object=星河科技的自动驾驶技术 planned"]),
    ("远山汽车采用合伙人制度。", "O:远山汽车", []),
    ("远山汽车以10万辆的销量领先松涛汽车的9万辆。", "O:远山汽车 O:松涛汽车",
     ["benchmark agent=远山汽车 object=松涛汽车"]),
    ("星河科技同日公布中期业绩。花溪乳业8月合并营收为86亿元。", "O:星河科技 O:花溪乳业",
     ["report_results agent=星河科技 object=中期业绩"]),
    ("远山汽车自2017年成立以来首次盈利。", "O:远山汽车", ["found object=远山汽车"]),
    ("远山汽车成立以来首次盈利。", "O:远山汽车", []),
]  # fmt: skip


RIGHTS = [
    ("蓝芯半导体公告，已取得商务部核发的出口许可。", "O:蓝芯半导体 O:商务部",
     ["license agent=商务部 object=出口许可 recipient=蓝芯半导体"]),
    ("花溪乳业获得了青石牧场的独家代理权。", "O:花溪乳业 O:青石牧场",
     ["license agent=青石牧场 object=独家代理权 recipient=花溪乳业"]),
    ("远山汽车、松涛汽车两家车企也已获准出口。", "O:远山汽车 O:松涛汽车",
     ["license recipient=远山汽车", "license recipient=松涛汽车"]),
    ("松涛航空获得高度评价，机场核发了登机牌。", "O:松涛航空", []),
]  # fmt: skip

PLANS = [
    ("远山汽车宣布，将投资15亿元建设电池工厂。", "O:远山汽车",
     ["announce agent=远山汽车 object=电池工厂", "invest agent=远山汽车 object=电池工厂 planned"]),
    ("证监会宣布，对花溪乳业处以2亿元罚款。", "O:证监会 O:花溪乳业",
     ["regulate agent=证监会 object=花溪乳业"]),
    ("松涛航空公布，2024年营收427亿元。", "O:松涛航空", ["report_results agent=松涛航空"]),
    ("花溪乳业公布，2025年的销售目标为30万吨。", "O:花溪乳业", []),
    ("白鹭证券发布研报，上调目标价10%。", "O:白鹭证券", ["publish agent=白鹭证券 object=研报"]),
    ("远山汽车达成销量目标，技术领先同行两年。", "O:远山汽车", []),
    ("远山汽车加大研发投入，毛利率上升3%。", "O:远山汽车", []),
    ("监管机构正在审查星河科技收购蓝芯半导体的交易。", "O:星河科技 O:蓝芯半导体",
     ["regulate agent=监管机构 object=星河科技", "acquire agent=星河科技 object=蓝芯半导体 planned"]),
]  # fmt: skip

UNTRUE = [
    ("网传晨星S9已被取消，远山汽车予以否认。", "R:晨星S9 O:远山汽车", ["cancel object=晨星S9 not"]),
    ("白鹭制药收购海风能源的消息不实。", "O:白鹭制药 O:海风能源",
     ["acquire agent=白鹭制药 object=海风能源 not"]),
    ("白鹭制药收购海风能源的消息传出。", "O:白鹭制药 O:海风能源", ["acquire agent=白鹭制药 object=海风能源"]),
    ("花溪乳业取消了会员服务。", "O:花溪乳业", ["shutdown agent=花溪乳业 object=会员服务"]),
]  # fmt: skip

UNITS = [
    ("技术中台将与数据部合并为工程部。", "O:星河科技",
     ["reorganize object=技术中台 planned", "reorganize object=数据部 planned"]),
    ("花溪乳业陷入虚假宣传丑闻。", "O:花溪乳业", ["scandal agent=花溪乳业 object=虚假宣传丑闻"]),
    ("该丑闻无人关注，整合才是真正的考验。", "O:花溪乳业", []),
    ("远山汽车、松涛汽车分别发布了晨星S7和云雀。", "O:远山汽车 O:松涛汽车 R:晨星S7 R:云雀",
     ["release agent=远山汽车 object=晨星S7", "release agent=松涛汽车 object=云雀"]),
    ("被远山汽车收购的海风能源营收下滑。", "O:远山汽车 O:海风能源",
     ["acquire agent=远山汽车 object=海风能源"]),
    ("花溪乳业委任王芳为财务官。她将接替2024年离任的周岚。", "P:周岚 P:王芳 O:花溪乳业",
     ["appoint agent=花溪乳业 object=王芳 target_org=花溪乳业",
      "appoint object=王芳 target_org=花溪乳业 planned",
      "leave agent=周岚 source_org=花溪乳业"]),
    ("星河科技总裁李明透露，公司已与两家银行签订贷款合同。", "P:李明 O:星河科技",
     ["partner agent=星河科技 object=贷款合同 recipient=两家银行 reported"]),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [*SHARES, *DEALS, *LAW, *PEOPLE, *THINGS, *RIGHTS, *PLANS, *UNTRUE, *UNITS],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_events_of_a_form(text: str, names: str, expected: list[str]) -> None:
    assert events(text, names) == expected
