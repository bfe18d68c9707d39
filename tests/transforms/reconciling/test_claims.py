"""Facts that state the same thing are one claim, supported by families and not by copies."""

import pytest

from transforms.reconciling.claims import find_claims

ENTITIES = [{"entity_id": "e1", "name": "蓝湾汽车"}, {"entity_id": "e2", "name": "张远"}]
FAMILIES = [{"document_id": d, "family_id": f} for d, f in (("d1", "d1"), ("d2", "d1"), ("d3", "d3"))]


def metric(document, value, bound="=", low=None, high=None, period="2024-05"):
    return {
        "fact_id": f"f-{document}",
        "document_id": document,
        "subject_id": "e1",
        "metric": "sales",
        "unit": "vehicle",
        "value": value,
        "value_low": value if low is None and bound in "=~" else low,
        "value_high": value if high is None and bound in "=~" else high,
        "bound": bound,
        "period_edtf": period,
    }


def claims(**tables):
    corpus = {f"facts.{t}": [] for t in ("metrics", "events", "event_roles", "relations")}
    corpus |= {"facts.entities": ENTITIES} | {f"facts.{k}": v for k, v in tables.items()}
    return find_claims(corpus, FAMILIES)


@pytest.mark.parametrize(
    ("facts", "sources", "agreement"),
    [
        ([metric("d1", 12000), metric("d2", 12000)], 1, "single"),  # a copy is no second source
        ([metric("d1", 12000), metric("d3", 12000)], 2, "agree"),
        ([metric("d1", 12000), metric("d3", 10000, ">", low=10000)], 2, "agree"),
        ([metric("d1", 12000), metric("d3", 12300, "~")], 2, "agree"),
        ([metric("d1", 12000), metric("d3", 15000)], 2, "conflict"),
    ],
)
def test_agreement_of_one_number(facts, sources, agreement):
    (claim,) = claims(metrics=facts)
    assert (claim["sources"], claim["agreement"]) == (sources, agreement)
    assert claim["statement"].startswith("蓝湾汽车 · sales (2024-05): ")


def test_values_without_a_period_are_not_in_conflict():
    found = claims(metrics=[metric("d1", 12000, period=None), metric("d3", 15000, period=None)])
    assert [c["agreement"] for c in found] == ["single", "single"]
