"""Whose number it is: the system that the sentence names for it, else the one that the paper is about."""

import re

from corpus_index.extract.bindings.acting import (
    acting_after,
    acting_description,
    acting_name,
    lifted,
    lifted_in_a_list,
    own_work,
    pronoun,
)
from corpus_index.extract.bindings.bracketed import (
    beaten_before_brackets,
    before_a_colon,
    before_brackets,
    described_before_brackets,
    in_brackets,
    shaped_before_brackets,
)
from corpus_index.extract.bindings.owners import (
    applied_to_a_model,
    at_a_name,
    by_a_system,
    for_a_model,
    for_a_system,
    labelled,
    next_in_list,
    number_of_a_system,
    with_a_name_achieving,
    with_a_system_achieving,
)
from corpus_index.extract.bindings.phrases import bare, described
from corpus_index.extract.bindings.sites import Site, Whose
from corpus_index.extract.reading.rules import name_of

_MEANS = re.compile(
    r"(?:(?!,\swhich\b)[^;.]){0,60}?\b(?:using|by means of) "
    r"(?P<np>(?:(?:the|an?)\s+)?[A-Za-z][\w-]*(?:\s+[A-Za-z][\w-]*){0,3}?)"
    r"(?=\s+(?:with|at|on|for|in|and|as|to|over|of)\b|[,.;)]|$)"
)
_ACHIEVED = re.compile(r"\b(?:is|are|was|were)\s(?:achieved|obtained|reached|attained|observed)\b")
_EVALUATED = re.compile(
    r"\b(?:evaluat|benchmark|test|assess)\w*\s+(?:of\s+)?"
    r"(?:(?:over|more than|about|a total of)\s+)?(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|sixteen|twenty|several|various|multiple|many|a (?:wide |broad |diverse )?(?:range|set|variety) of)\s+)?"
    r"(?P<np>(?:(?!(?:from|of|on|for|in|and|to|with|the|our|across|by|how|whether)\b)[\w-]+\s+){0,4}"
    r"(?:models|LLMs|MLLMs|VLMs|LMMs|agents|systems|engines|methods|algorithms))\b"
)
_TOGETHER = re.compile(
    r"(?:their|the|this)\s+(?:\w+\s+)?(?:combin\w+|integration|union|synergy|joint)(?:\s+(?:application|use|effect|training))?"
    r"(?:\s+of\s+(?:the two|both|these)(?:\s+\w+)?)?|"
    r"(?:both|these(?:\s+two)?|the two)\s+(?:[\w-]+\s+)?(?:strategies|methods|techniques|algorithms|approaches|models)"
    r"(?:\s+together|\s+combined)",
    re.IGNORECASE,
)
_SEVERAL = 2


def subject(site: Site) -> tuple[str | None, str]:
    """Name whose result the number at a site is, and the rule that says so."""
    for rule in SUBJECT_RULES:
        found = rule(site)
        if found:
            return found.name, name_of(rule)
    return None, ""


def models_in_turn(site: Site) -> Whose | None:
    """The models of one list, to which the numbers of another belong in turn.

    >>> results("We propose TrellisKV, a cache. It lifts Zarp-7B and Quil-8B by 8% and 11% on MATH500, respectively.")
    8 % change on MATH-500 by Zarp-7B (behind by; listed before; models in turn)
    11 % change on MATH-500 by Quil-8B (joined; on name; models in turn)
    """
    name = site.turns.subjects.get(site.index)
    return Whose(name) if name else None


def compared_with(site: Site) -> Whose | None:
    """The owner of a number that the own one is compared with, if it is named.

    >>> results("We propose TrellisKV, a cache. It reaches 90.2% accuracy, compared with 88.4% for Zarp-7B.")
    90.2 % score by TrellisKV against Zarp-7B (percentages; pronoun)
    88.4 % score by Zarp-7B (percentages; compared with)
    """
    return Whose(site.rival.owner(site.index)) if site.rival else None


def taken_together(site: Site) -> Whose | None:
    """All that the paper presents, where it presents several things of equal rank and speaks of them together.

    >>> results("First, LoopNet (LN) is a new method. Second, GateNet (GN) is a new method. Their union gains 8%.")
    8 % change by LN + GN (noun ahead; taken together)
    """
    scene = site.scene
    own = list(
        dict.fromkeys(actor.name for actor in scene.who.actors if actor.name in scene.who.own and not actor.data)
    )
    if scene.who.main or len(own) < _SEVERAL:
        return None
    before = [clause for clause in scene.clauses if clause.start < site.spot[0]]
    joint = before and _TOGETHER.fullmatch(scene.text, before[-1].start, before[-1].end)
    return Whose(" + ".join(own)) if joint else None


def main_artefact(site: Site) -> Whose | None:
    """The model or method that the paper is about, where the sentence names nobody.

    >>> results("We propose TrellisKV, a cache. The accuracy rises to 85%.")
    85 % score by TrellisKV (percentages; main artefact)
    """
    who = site.scene.who
    if site.previous and site.previous in who.own:
        return Whose(site.previous)
    return Whose(who.main) if who.main else None


def by_means_of(site: Site) -> Whose | None:
    """What a gain is achieved with, in a paper that names nothing of its own.

    >>> results("We study maps. An accuracy of 85.4% is achieved on MNIST using a random forest.")
    85.4 % score on MNIST by random forest (percentages; on name; by means of)
    >>> results("We study maps. A gain of 5.4% is observed on MNIST using the tilted cube map.")
    5.4 % change on MNIST by tilted cube map (noun ahead; on name; by means of)
    """
    means = _MEANS.match(site.scene.text, site.spot[1], site.scene.sentence[1])
    name = described(means["np"], site.scene.who) if means else None
    if means and name is None and " " in bare(means["np"]) and _ACHIEVED.search(means[0]):
        name = bare(means["np"])
    return Whose(name) if name else None


def evaluated_systems(site: Site) -> Whose | None:
    """The systems that the sentence evaluates, in a paper that names nothing of its own.

    >>> results("In our evaluation of frontier coding models, accuracy is below 25%.")
    below 25 % score by frontier coding models (percentages; evaluated systems)
    """
    match = _EVALUATED.search(site.before)
    name = described(match["np"], site.scene.who) if match else None
    return Whose(name) if name else None


def own_data(site: Site) -> Whose | None:
    """The benchmark or data set that the paper presents, where it presents nothing else and the sentence names nobody.

    >>> results("Malicious notes persist in 84.2% of all cases.", "VeltBench: A Benchmark of Poisoned Memory")
    84.2 % score on VeltBench by VeltBench (percentages; own benchmark; own data)
    """
    return Whose(site.scene.who.data) if site.scene.who.data else None


def evaluated_before(site: Site) -> Whose | None:
    """The systems that an earlier sentence evaluates, in a paper that presents nothing but data.

    >>> results("We evaluate six open agents. Plans are valid in 84% of all cases.", "VeltBench: A Benchmark of Plans")
    84 % score on VeltBench by open agents (percentages; own benchmark; evaluated before)
    """
    scene = site.scene
    if scene.who.data is None:
        return None
    found = list(_EVALUATED.finditer(scene.text, 0, scene.sentence[0]))
    name = described(found[-1]["np"], scene.who) if found else None
    return Whose(name) if name else None


SUBJECT_RULES = (
    models_in_turn,
    compared_with,
    lifted,
    lifted_in_a_list,
    before_brackets,
    shaped_before_brackets,
    described_before_brackets,
    beaten_before_brackets,
    before_a_colon,
    labelled,
    next_in_list,
    in_brackets,
    at_a_name,
    for_a_model,
    for_a_system,
    number_of_a_system,
    by_a_system,
    applied_to_a_model,
    with_a_name_achieving,
    with_a_system_achieving,
    acting_name,
    acting_description,
    own_work,
    pronoun,
    acting_after,
    taken_together,
    main_artefact,
    by_means_of,
    evaluated_systems,
    evaluated_before,
    own_data,
)
