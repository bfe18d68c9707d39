"""Facts that state the same thing are one claim, supported by families and not by copies."""

from datetime import date

import pytest

from transforms.reconciling.claims import find_claims

ENTITIES = {
    **{"e1": "蓝湾汽车", "e2": "张远", "e3": "云岭半导体", "e4": "晨风 2", "e5": "晨风", "e6": "统计局"},
    **{"e7": "元象", "e8": "晨风 3"},
}
FAMILIES = [{"document_id": d, "family_id": f} for d, f in (("d1", "d1"), ("d2", "d1"), ("d3", "d3"))]
DOCUMENTS = [
    {"document_id": d, "published_from": date(2024, 6, n), "published_to": date(2024, 6, n)}
    for n, d in enumerate(("d1", "d2", "d3"), 1)
]


def fact(document, **columns):
    number = len(columns) + sum(len(str(value)) for value in columns.values())
    return {"fact_id": f"f-{document}-{number}", "document_id": document, "confidence": "high", **columns}


def metric(document, value, bound="=", to=None, period="2024-05", **columns):
    is_open = bound in (">", ">=", "<", "<=")
    return fact(document) | {
        "fact_id": f"f-{document}-{value}-{period}",
        "subject_id": "e1",
        "metric": "sales",
        "label": "销量",
        "unit": "vehicle",
        "value": value,
        "value_low": None if is_open and "<" in bound else value,
        "value_high": to or (None if is_open and ">" in bound else value),
        "bound": bound,
        "period_edtf": period,
        "attributed_to_id": None,
        "modality": "actual",
        **columns,
    }


def event(document, type_, when=None, polarity="positive", modality="actual", sure="high", **roles):
    """An event and its roles: entities as `e1`, phrases as anything else."""
    one = {
        "fact_id": f"f-{document}-{type_}-{when}-{polarity}-{'-'.join(roles.values())}",
        "document_id": document,
        "type": type_,
        "date_edtf": when,
        "modality": modality,
        "polarity": polarity,
        "confidence": sure,
    }
    filled = [
        {"fact_id": one["fact_id"], "role": role}
        | {"entity_id": who if who in ENTITIES else None, "phrase": None if who in ENTITIES else who}
        for role, who in roles.items()
    ]
    return one, filled


def relation(document, relation_, subject="e2", object_="e1", qualifier=None):
    return {
        "fact_id": f"f-{document}-{relation_}-{subject}-{object_}-{qualifier}",
        **{"document_id": document, "subject_id": subject, "relation": relation_, "object_id": object_},
        **{"qualifier": qualifier, "confidence": "high"},
    }


def claims(metrics=(), events=(), relations=(), families=FAMILIES, **kwargs):
    corpus = {
        "corpus.documents": DOCUMENTS,
        "facts.entities": [
            {"entity_id": e, "name": n, "family": "晨风" if n.startswith("晨风 ") else None}
            for e, n in ENTITIES.items()
        ],
        "facts.metrics": list(metrics),
        "facts.events": [one for one, _ in events],
        "facts.event_roles": [role for _, filled in events for role in filled],
        "facts.relations": list(relations),
    }
    return sorted(
        find_claims(corpus, families, **kwargs), key=lambda claim: (-claim["sources"], claim["statement"])
    )


def verdicts(*args, **kwargs):
    return [(claim["sources"], claim["agreement"]) for claim in claims(*args, **kwargs)]


SINGLES = [(1, "single"), (1, "single")]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (metric("d1", 12000), metric("d2", 12000), [(1, "single")]),  # a copy is no second source
        (metric("d1", 12000), metric("d3", 12000), [(2, "agree")]),
        (metric("d1", 12000), metric("d3", 11500, ">"), [(2, "agree within bounds")]),
        (metric("d1", 12000), metric("d3", 12300, "~"), [(2, "agree within bounds")]),
        (metric("d1", 12000), metric("d3", 11000, to=13000), [(2, "agree within bounds")]),
        (metric("d1", 1.48e12), metric("d3", 1.5e12), [(2, "differ in precision")]),
        (metric("d1", 1.42e12), metric("d3", 1.5e12), [(2, "conflict")]),
        (metric("d1", 300000), metric("d3", 340000), [(2, "conflict")]),  # 30万 is no rounding of 34万
        (metric("d1", 12000), metric("d3", 15000), [(2, "conflict")]),
        (metric("d1", 12000), metric("d3", 15000, ">"), [(2, "conflict")]),
        (metric("d1", 1e8, "~"), metric("d3", 5e8, ">"), [(2, "conflict")]),
        (metric("d1", 1.1e8, ">"), metric("d3", 5e8), SINGLES),  # both may be true, but say different things
        (metric("d1", 1000, ">"), metric("d3", 6000), [(2, "agree within bounds")]),  # 数千
        # what is not shown to be the same thing contradicts nothing
        (metric("d1", 12000), metric("d3", 15000, period="2024-06"), SINGLES),
        (metric("d1", 12000, period=None), metric("d3", 15000, period=None), SINGLES),
        (metric("d1", 12000), metric("d3", 15000, label="海外销量"), SINGLES),
        (metric("d1", 12000), metric("d3", 15000, confidence="candidate"), SINGLES),
        (metric("d1", 12000), metric("d3", 15000, modality="planned"), SINGLES),
        (metric("d1", 12000, modality="planned"), metric("d3", 15000, modality="planned"), SINGLES),
        (metric("d1", 12000), metric("d3", 15000, unit="count"), SINGLES),
        # another word for it, the same number; the same number without its time
        (metric("d1", 12340), metric("d3", 12340, label="交付量"), [(2, "agree")]),
        (metric("d1", 12340), metric("d3", 12340, period=None), [(2, "agree")]),
        (metric("d1", 12340, modality="reported"), metric("d3", 12340), [(2, "agree")]),
    ],
)
def test_two_numbers(one, other, expected):
    assert verdicts([one, other]) == expected
    assert verdicts([other, one]) == expected


@pytest.mark.parametrize(
    ("name", "period", "expected"),
    [
        ("users", "2024-05", [(2, "conflict")]),  # of one month
        ("users", "2024", SINGLES),  # each at its own time of the year
        ("revenue", "2024", [(2, "conflict")]),  # of one year there is one
        ("parameters", None, [(2, "conflict")]),  # a model is made once
    ],
)
def test_what_a_metric_is_decides_what_a_difference_means(name, period, expected):
    two = [metric(d, value, metric=name, period=period) for d, value in (("d1", 12000), ("d3", 15000))]
    assert verdicts(two) == expected


def test_a_family_that_states_both_numbers_speaks_of_two_things():
    found = claims([metric("d1", 350000), metric("d1", 300000), metric("d3", 300000)])
    assert [(c["sources"], c["agreement"]) for c in found] == [(2, "agree"), (1, "single")]
    assert found[0]["statement"] == "蓝湾汽车 · sales 销量 (2024-05): 300,000 vehicle"


def test_one_number_without_a_time_does_not_link_two_times():
    found = claims(
        [metric("d1", 12340), metric("d2", 12340, period="2023"), metric("d3", 12340, period=None)]
    )
    assert [c["sources"] for c in found] == [1, 1, 1]


def test_the_origin_of_a_number_and_who_said_it_first_and_last():
    credited = {"attributed_to_id": "e6"}
    (claim,) = claims([metric("d3", 12000, **credited), metric("d1", 12000, **credited), metric("d2", 12000)])
    assert claim["attributed_to_id"] == "e6"
    assert (claim["first_document_id"], claim["latest_document_id"]) == ("d1", "d3")
    assert claim["reason"] == "sources by what they say – 12,000: 2"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"when": "2024-05"}, {"when": "2024-05"}, [(2, "agree")]),
        ({"when": "2024-05"}, {}, [(2, "agree")]),
        ({"when": "2024-05"}, {"when": "2024-05-03"}, [(2, "differ in precision")]),
        ({"when": "2024-05-02"}, {"when": "2024-05-03"}, [(2, "differ in precision")]),  # time zones
        ({"when": "2024-05-02"}, {"when": "2024-07-03"}, [(2, "conflict")]),
        ({"when": "2024-05-02"}, {"when": "2024-07-03", "sure": "candidate"}, SINGLES),
        ({}, {"polarity": "negative"}, [(2, "conflict")]),  # an assertion and its denial
        ({"when": "2024-05"}, {"when": "2024-09", "polarity": "negative"}, SINGLES),  # not then
        ({}, {"modality": "planned"}, SINGLES),
        ({"modality": "planned"}, {"polarity": "negative"}, SINGLES),
        ({}, {"agent": "e3"}, SINGLES),
    ],
)
def test_two_reports_of_what_happens_once(one, other, expected):
    two = [event("d1", "release", **{"object": "e4", "agent": "e1", **one})]
    two += [event("d3", "release", **{"object": "e4", "agent": "e1", **other})]
    assert verdicts(events=two) == expected


def test_a_family_of_versions_comes_out_again_and_again():
    two = [event("d1", "release", "2023-02", object="e5"), event("d3", "release", "2024-04", object="e5")]
    assert verdicts(events=two) == SINGLES


def test_two_versions_are_never_one_claim():
    two = [event("d1", "release", "2024-02", object="e4"), event("d3", "release", "2024-02", object="e8")]
    assert verdicts(events=two) == SINGLES


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2024-05-02", "2024-05-02", [(2, "agree")]),
        ("2024-05-02", "2024-05-09", SINGLES),
        ("2024-05-02", None, SINGLES),
        (None, None, SINGLES),
        ("2024", "2024", SINGLES),
    ],
)
def test_what_recurs_is_one_event_only_on_one_date(one, other, expected):
    two = [event("d1", "share_move", one, agent="e1", object="股价")]
    two += [event("d3", "share_move", other, agent="e1", object="股价")]
    assert verdicts(events=two) == expected


def test_who_leads_a_firm_stands_for_it():
    two = [event("d1", "release", agent="e1", object="e4"), event("d3", "release", agent="e2", object="e4")]
    assert verdicts(events=two) == SINGLES
    founder = [relation("d1", "founder_of")]
    assert verdicts(events=two, relations=founder) == [(2, "agree"), (1, "single")]


def test_opening_the_code_and_letting_everybody_use_it_are_one_and_a_licence_to_one_firm_is_not():
    opened = event("d1", "open_source", object="e4", agent="e1")
    assert verdicts(events=[opened, event("d3", "license", object="e4", agent="e1")]) == [(2, "agree")]
    to_one = event("d3", "license", object="e4", agent="e1", recipient="e3")
    assert verdicts(events=[opened, to_one]) == SINGLES


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("首席执行官", "执行长", [(2, "agree")]),
        ("CEO", "前行政总裁", [(2, "agree")]),
        ("首席AI科学家", "首席科学家", [(2, "differ in precision")]),
        ("首席执行官", "云业务首席执行官", SINGLES),
        ("副总裁", "总裁", SINGLES),
        ("执行副总裁", "执行总裁", SINGLES),
    ],
)
def test_one_position_under_two_titles(one, other, expected):
    two = [relation(d, "position_held", qualifier=q) for d, q in (("d1", one), ("d3", other))]
    assert verdicts(relations=two) == expected


def test_only_the_topics_asked_for_are_made():
    everything = claims([metric("d1", 12000)], [event("d3", "leak", object="e4")])
    assert [c["topic"] for c in everything] == ["event|leak|e4", "metric|sales|e1"]
    assert claims([metric("d1", 12000)], [event("d3", "leak", object="e4")], topics={"event|leak|e4"}) == [
        everything[0]
    ]


def test_merged_names_make_one_claim():
    two = [metric("d1", 12000), metric("d3", 12000, subject_id="e7")]
    assert verdicts(two) == SINGLES
    same = {"e7": "e1"}
    assert verdicts(two, who=lambda document, entity: same.get(entity, entity)) == [(2, "agree")]
