"""The closed vocabularies of the fact model; an unknown word raises."""

from __future__ import annotations

from typing import Final

ENTITY_KINDS: Final = frozenset("person organization product model work place law dataset hardware".split())
METRICS: Final = frozenset(
    """downloads users monthly_active_users customers revenue profit loss market_cap market_cap_change
    share_price_change capital_expenditure investment funding_raised valuation margin earnings_per_share
    orders exports shipments sales production production_capacity price salary headcount
    headcount_change ownership_share market_share share_of parameters training_tokens training_data_size
    training_gpus training_efficiency context_length benchmark_score benchmark_items rank model_count
    author_count departures document_count update_rate usage_limit age duration growth other""".split()
)
EVENT_TYPES: Final = frozenset(
    """release announce open_source leak shutdown cancel restrict license integrate partner invest acquire
    raise_funds found join leave appoint dismiss reinstate lay_off reorganize rename report_results share_move
    train benchmark criticize support sue regulate meet publish scandal lose develop other""".split()
)
EVENT_ROLES: Final = frozenset("agent object recipient place source_org target_org".split())
RELATIONS: Final = frozenset(
    """position_held founder_of employee_of member_of part_of developer_of owner_of version_of based_on
    runs_on competitor_of partner_of trained_on author_of located_in licensed_under""".split()
)
MODALITIES: Final = frozenset("actual reported planned forecast hypothetical".split())
POLARITIES: Final = frozenset(("positive", "negative"))
BOUNDS: Final = frozenset(("=", "~", ">", "<", ">=", "<="))
CONFIDENCES: Final = frozenset(("high", "candidate"))
STANCES: Final = frozenset("own dated relative past ahead".split())


def checked(word: str, vocabulary: frozenset[str], what: str) -> str:
    """`word`, if the vocabulary knows it; ValueError with the nearest choices otherwise."""
    if word not in vocabulary:
        raise ValueError(f"unknown {what} {word!r}; known: {', '.join(sorted(vocabulary))}")
    return word
