"""The links of the seed records with their gold facts."""

import json
from itertools import combinations
from pathlib import Path

from gold_records import seed_records, sentence_around

from corpus_index.domain.work import NameUse
from corpus_index.resolve import assemble, cluster, compare, link, name_uses


def _seed_links() -> tuple[dict[int, int], set[tuple[int, int, str, str]]]:
    records = seed_records()
    pairs = [(a.id, b.id) for a, b in combinations(records, 2) if compare(a, b).same]
    groups = cluster([known.id for known in records], pairs)
    uses: list[NameUse] = []
    for number, group in enumerate(groups):
        members = [records[each] for each in group]
        each_work = assemble(members)
        ids = {ref: len(uses) * 1000 + at for at, ref in enumerate(each_work.judgements)}
        uses += name_uses(number, each_work, members, ids, sentence_around)
    found = {(each.source.work, each.target.work, each.source.name, each.kind.value) for each in link(uses)}
    return {member: number for number, group in enumerate(groups) for member in group}, found


def test_the_seed_pages_have_exactly_the_links_of_the_gold_file() -> None:
    gold = json.loads((Path(__file__).parents[1] / "gold" / "seeds-links.json").read_text(encoding="utf-8"))
    ids = {(known.page, known.record.ordinal): known.id for known in seed_records()}
    work, found = _seed_links()

    def place(each: list[object]) -> int:
        return work[ids[str(each[0]), int(str(each[1]))]]

    assert found == {(place(each["from"]), place(each["to"]), each["via"], each["kind"]) for each in gold["links"]}
    ends = {(source, target) for source, target, _, _ in found}
    linked = {(source, target, via) for source, target, via, _ in found}
    for each in gold["not_linked"]:
        assert (place(each["from"]), place(each["to"]), each["via"]) not in linked
    assert len(ends) == len(gold["links"]) == 5
