"""From statements of one topic to claims: which of them say one thing, and whether they agree."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations

from transforms.reconciling.statements import Likeness, Stated, Statement


@dataclass(frozen=True, slots=True)
class Cluster:
    """One claim: its variants, plainest first, and how they compare across families."""

    variants: tuple[Stated, ...]
    likeness: Likeness


def clusters(statements: Iterable[Statement]) -> list[tuple[Cluster, list[Statement]]]:
    """Statements of one topic and partition, put together where they say one thing.

    Compatible statements are one claim. Contradictory ones are one claim too, in conflict, but where a family
    states both: then they are of two things, or the family speaks of a change. Statements without a time join
    those of one time, if there is only one that they fit. Quadratic in the number of different variants.
    """
    stated: dict[tuple[Stated, str], list[Statement]] = defaultdict(list)
    for one in statements:
        # What recurs and has no date is not even comparable with its like: each family speaks for itself.
        alone = one.said.likeness(one.said) is Likeness.APART
        stated[one.said, one.family if alone else ""].append(one)
    keys = sorted(stated, key=lambda key: (key[0].rank, key[1]))
    variants = [said for said, _ in keys]
    families = [{one.family for one in stated[key]} for key in keys]
    likeness = {(i, j): variants[i].likeness(variants[j]) for i, j in combinations(range(len(variants)), 2)}
    groups = _grouped(variants, families, likeness)
    return [
        (
            Cluster(tuple(variants[i] for i in group), _verdict(group, families, likeness)),
            [one for i in group for one in stated[keys[i]]],
        )
        for group in groups
    ]


def _grouped(
    variants: list[Stated], families: list[set[str]], likeness: dict[tuple[int, int], Likeness]
) -> list[list[int]]:
    anchored = [i for i, said in enumerate(variants) if said.anchored]
    groups = _joined([[i] for i in anchored], families, likeness)
    loose: list[list[int]] = []
    for i in sorted(set(range(len(variants))) - set(anchored)):
        fits = [group for group in groups if any(_of(likeness, i, j) < Likeness.CONFLICT for j in group)]
        if len(fits) == 1:
            fits[0].append(i)
        else:
            loose.append([i])
    return sorted(sorted(group) for group in groups + _joined(loose, families, likeness))


def _joined(
    groups: list[list[int]], families: list[set[str]], likeness: dict[tuple[int, int], Likeness]
) -> list[list[int]]:
    """Groups joined where members are compatible, then where they contradict each other."""
    groups = _merged(groups, lambda a, b: any(_of(likeness, i, j) < Likeness.CONFLICT for i in a for j in b))

    def contradict(a: list[int], b: list[int]) -> bool:
        if {f for i in a for f in families[i]} & {f for i in b for f in families[i]}:
            return False
        return any(_of(likeness, i, j) is Likeness.CONFLICT for i in a for j in b)

    return _merged(groups, contradict)


def _merged(groups: list[list[int]], belong: Callable[[list[int], list[int]], bool]) -> list[list[int]]:
    """Each group put to the first one that it belongs to; again, until none does."""
    done: list[list[int]] = []
    for group in groups:
        taken = group
        for other in [one for one in done if belong(one, taken)]:
            done.remove(other)
            taken = other + taken
        done.append(taken)
    return done


def _of(likeness: dict[tuple[int, int], Likeness], i: int, j: int) -> Likeness:
    return likeness[(i, j) if i < j else (j, i)]


def _verdict(
    group: list[int], families: list[set[str]], likeness: dict[tuple[int, int], Likeness]
) -> Likeness:
    """The worst between statements of two families; what one family says twice is no verdict.

    APART inside a group is a chain by a third statement that fits both: the two say nothing of each other.
    """
    worst = Likeness.AGREE
    for i, j in combinations(sorted(group), 2):
        if len(families[i] | families[j]) > 1 and (found := likeness[i, j]) is not Likeness.APART:
            worst = max(worst, found)
    return worst
