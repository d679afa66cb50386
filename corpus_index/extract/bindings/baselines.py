"""What a number is compared with."""

import re

from corpus_index.domain.facts import ResultKind
from corpus_index.extract.bindings.phrases import Sort, party, printed
from corpus_index.extract.bindings.scenes import Scene
from corpus_index.extract.bindings.sites import Site

_WORD = (
    r"(?!(?:by|on|in|with|and|across|when|while|at|for|using|under|that|which|of|from|to|as|such|like|respectively|"
    r"without|trained|based|is|are|was|were|but|among|after|the|an?)\b|[a-z]+ly\b|\d)[\w.@/+'-]+"
)
_PHRASE = (
    rf"(?P<np>(?!\d|(?:it|its|them|this|that|those|these|all|each|both|previously|before|expected)\b)"
    rf"(?:(?:the|an?|even the|even)\s+)?{_WORD}(?:\s+{_WORD}){{0,6}}"
    rf"(?:\s+(?:using|without|trained on|of similar|based on|with no)\s+{_WORD}(?:\s+{_WORD}){{0,4}})?)"
)
_AGAINST = re.compile(
    rf"\b(?:over|(?<!longer )(?<!shorter )(?<!other )(?<!rather )than|(?:compared|relative|comparing) (?:to|with)|"
    rf"in comparison (?:to|with)|compared against|above|against|vs\.?|versus|outperform\w*|surpass\w*|exceed\w*|"
    rf"beat\w*)\s+{_PHRASE}"
)
_BELOW = re.compile(rf"\s*(?:points?\s+)?below\s+{_PHRASE}")
_OPENS = re.compile(rf"(?:[\w-]+,\s+)?(?:[Cc]ompared|[Rr]elative|[Ii]n comparison) (?:to|with)\s+{_PHRASE}")
_OUTDOES = re.compile(rf"[^;:.]{{0,80}}?,\s+(?:outperform|surpass|exceed|beat)ing\s+{_PHRASE}(?!\s+by\b)")
_BESIDE = 60
"""How far before a number the phrase that it is compared with may end, in characters."""
_NEXT_CLAUSE = re.compile(r"[;]|,\s+(?:while|and|but)\b")
_RIVALS = re.compile(
    r"\b(?:outperform|surpass|exceed|beat)\w*\s+(?P<list>[\w.@/+-]+(?:(?:,\s+(?:and\s+)?|"
    r"\s+and\s+)[\w.@/+-]+)+)\s+by\s+$"
)
_NAME = r"(?:the\s+)?(?!respectively)[A-Z@][\w.@/+-]*(?:\s+(?!and\b|respectively)[\w.@/+-]+){0,3}(?<!\.)"
_RIVALS_BEHIND = re.compile(
    rf"[^.;\d]{{0,20}}?\b(?:over|than|(?:compared|relative) (?:to|with)|against|versus|vs\.?)\s+"
    rf"(?P<list>{_NAME}(?:(?:,\s+(?:and\s+)?|\s+and\s+){_NAME})+)(?=,?\s+respectively|[.;:)]|$)"
)
_SEPARATOR = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_LIST = re.compile(r"\s*(?:,|and|,\s*and)\s*")
_LONGEST_LIST = 8  # of names that numbers go with in turn
_NAMES_REACH = 240  # of such names before their first number, in characters


def baseline(site: Site) -> str | None:
    """Give what a number is compared with, by the first of: models in turn, numbers of others, phrases like `over X`.

    A number of somebody else has none, and a plain score only where the sentence sets a name or a number against it.
    """
    if site.rival:
        return None
    in_turn = site.turns.baselines.get(site.index) or _in_turn(site.scene, site.index)
    if in_turn:
        return in_turn
    rival = next((rival for rival in site.rivals if rival.first > site.index), None)
    if rival and _stands_before(site, rival.first):
        return rival.owners[0]
    if site.kind in (ResultKind.SCORE, ResultKind.COUNT):
        return _outdone(site)
    return _against(site)


def _stands_before(site: Site, first: int) -> bool:
    """Say whether no clause begins between a number and the one that it is compared with."""
    between = site.scene.text[site.spot[1] : site.scene.spots[first][0]]
    return ";" not in between and not any(
        site.spot[1] < clause.start < site.scene.spots[first][0] for clause in site.scene.clauses
    )


def _outdone(site: Site) -> str | None:
    """`reaches 46.7% on A, surpassing Zarp-1`: a name that is outdone, without a number of its own."""
    match = _OUTDOES.match(site.scene.text, site.spot[1], site.scene.sentence[1])
    who = party(site.scene.text, *match.span("np"), site.scene.inside, site.scene.who) if match else None
    return who.name if who and who.sort is Sort.NAME else None


def _against(site: Site) -> str | None:
    """The phrase after the nearest `over`, `than`, `outperforms`: behind the number, or else before it."""
    scene, spot = site.scene, site.spot
    text, (start, end) = scene.text, scene.sentence
    behind = _NEXT_CLAUSE.search(text, spot[1], end)
    edge = behind.start() if behind else end
    edge = min(edge, scene.spots[site.index + 1][0]) if site.index + 1 < len(scene.spots) else edge
    match = _BELOW.match(text, spot[1], edge) or _AGAINST.search(text, spot[1], edge)
    if not match:
        ahead = [found for found in _AGAINST.finditer(text, start, spot[0]) if spot[0] - found.end() < _BESIDE]
        match = ahead[-1] if ahead else None
    match = match or _OPENS.match(text, start, spot[0]) or _AGAINST.search(text, spot[1], end)
    return printed(text, *match.span("np"), scene.inside) or None if match else None


def _in_turn(scene: Scene, index: int) -> str | None:
    """`outperforms A and B by 13.0% and 22.2%`, `13.0% and 22.2% over A and B`: as many names as numbers.

    >>> results("We cut latency by 41% and 46%, compared with Foo LSTM and Bar LSTM, respectively.")
    -41 % change against Foo LSTM (behind by)
    -46 % change against Bar LSTM (joined)
    """
    first = last = index
    while first > max(0, index - _LONGEST_LIST) and _is_listed(scene, first):
        first -= 1
    while last + 1 < min(len(scene.spots), index + _LONGEST_LIST) and _is_listed(scene, last + 1):
        last += 1
    for names in (_named_before(scene, first), _named_behind(scene, last)) if first < last else ():
        if len(names) == last - first + 1:
            return names[index - first]
    return None


def _is_listed(scene: Scene, index: int) -> bool:
    """Say whether nothing but a comma or `and` stands between a number and the one before it."""
    return bool(_LIST.fullmatch(scene.text, scene.spots[index - 1][1], scene.spots[index][0]))


def _named_before(scene: Scene, first: int) -> list[str]:
    """The rivals that are outdone right before the first number of a list."""
    end = scene.spots[first][0]
    ahead = max(scene.sentence[0], end - _NAMES_REACH)
    rivals = _RIVALS.search(scene.text, ahead, end) if scene.text[ahead:end].rstrip().endswith("by") else None
    return _SEPARATOR.split(rivals["list"]) if rivals else []


def _named_behind(scene: Scene, last: int) -> list[str]:
    """The names that the numbers of a list are compared with, right behind its last one."""
    rivals = _RIVALS_BEHIND.match(scene.text, scene.spots[last][1], scene.sentence[1])
    return [name.removeprefix("the ") for name in _SEPARATOR.split(rivals["list"])] if rivals else []
