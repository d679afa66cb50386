"""Benchmarks by the list of names: looked up at every word that may begin one, whatever hyphens and spaces."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from corpus_index.domain.folding import fold
from corpus_index.extract.mentions.benchmark_name import NOUN, BenchmarkName, canonical
from corpus_index.extract.mentions.benchmark_word_shapes import is_refused
from corpus_index.extract.mentions.benchmark_words import Says, begins_listed_name, words_that_say
from corpus_index.extract.reading.lexicon import benchmark_spellings, table
from corpus_index.extract.reading.names import Name
from corpus_index.extract.reading.numbers import has_digit
from corpus_index.extract.reading.rules import name_of
from corpus_index.extract.reading.text import Text

_REACH = 15
"""How many letters of what is read so far are looked up among the beginnings of names."""
_LONGEST = 48
_EXACT = 4
"""Names of up to so many characters count only in their own case."""
_SHOUTED = 6
"""Names of up to so many letters are others where they are printed in capitals alone: CHiME, CHIME."""
_FIRST_DIGIT = re.compile(r"[0-9](?<![\w.,@/$-].)\d{0,2}(?:[A-Z-][\w-]*|(?=\s[A-Z]))")
"""Put so that the search runs from digit to digit: the look behind comes after the first one."""
_PART = re.compile(r"(?:[^\W_]+|∞)[+*!%]*")
_GAP = re.compile(r"[\s_'.:&/~-]{0,3}")
_TAIL = re.compile(r"(?![\w]|-[a-z]*\d|-[A-Z])")
_VERSION = re.compile(
    rf"[\s~-]?[vV]\d(?:\.\d)?(?!\w)|\s[1-9]\.\d(?=\s+(?:[a-z]+\s+)?(?:{NOUN}|set)\b)|"
    rf"\s[2-5]\.0(?=(?:,\s(?!\d)|\sand\s(?!\d))(?:[^.;%]|\.\d){{2,80}}?\s{NOUN}\b)"
)
"""A version: `V5`, or a figure with a point before a noun that tells of data, `VorleBench 2.0 benchmark`."""
_LENGTH = re.compile(r"-\s?\d+[kKM](?![\w-])")
_EDITION_OF = re.compile(rf"\s(?!{NOUN})(?:[A-Z][a-z]+|[A-Z]{{2,6}})(?=\s+{NOUN}\b)")
_ORDINARY = re.compile(r"[A-Z]{1,5}|[A-Z][a-z]+(?:[\s-][A-Z][a-z]+)?|[A-Za-z]{0,2}\W*\d[\d\W]*[A-Za-z]?")
_LAST_PART = re.compile(r"(?<=[- ])[A-Za-z0-9.]{1,12}$|\d+[kKM]?$")
_NEXT_PART = re.compile(
    r"(?:\s?/\s?(?=-|\d|[A-Z]\w?(?!\w))|(?:\s*,(?:\s+and)?|\s+and|\s*&)\s+(?=-|[A-Z][a-z]|\d+\s*(?:[.,;:)]|data\s?sets|benchmarks|$)))"
    r"(?P<part>-?(?:\d+[kKM]?|[A-Z]\w{0,11}))(?![\w-]|\.\d|\s?%)"
)
_SPLIT = re.compile(r"(?<![\w-])(?P<set>test|dev)[-_ ](?P<one>clean|other)(?:/(?P<other>clean|other))?(?![\w-])")
_LONGEST_WAY = 120
"""Between a set and its splits, in characters."""
_TWO_WORDS = re.compile(r"[A-Z][a-z]+ [A-Z]?[a-z]+")
_NO_LETTER = re.compile(r"[\W_]")
_SIGN = re.compile(r"[-_.'+*]")
_SMALL_START = 4
_EVALUATED = ("valuat", "enchmark", "ataset", "xperiment")
"""Parts of words without which no name is looked for that begins with a digit or has small letters only."""


def listed_names(text: Text) -> Iterator[BenchmarkName]:
    """Find listed names in any usual spelling, with a version or a variant behind them.

    >>> benchmarks("We reach 61% on MATH 500 and 45% on GSM8k-mini.")
    MATH-500 (listed names)
    GSM8K-mini (listed names)
    >>> benchmarks("We gain 5.4% on CHiME-3, and 6.6% on CIFAR-10 and 100.")
    CHiME-3 (listed names)
    CIFAR-10 (listed names)
    CIFAR-100 (listed names)
    """
    clean = text.clean
    end = 0
    for start in _starts(clean):
        if start < end or (start and clean[start - 1] in "/-" and not (clean[start - 1] == "/" and end == start - 1)):
            continue
        found = _longest(clean, start)
        splits = list(_splits_apart(clean, found)) if found else ()
        if found and splits:
            yield from splits
            end = found.end
        elif found:
            yield found
            end = found.end
            for other in _shortened(clean, found):
                yield other
                end = other.end


def _splits_apart(text: str, name: BenchmarkName) -> Iterator[BenchmarkName]:
    """Give the splits of a set that its sentence names apart from it; where the set is printed, the first is meant.

    >>> benchmarks("The language model gains on LibriSpeech, by 2% on test-clean and 5% on test-other.")
    LibriSpeech test-clean (listed names)
    LibriSpeech test-other (listed names)
    """
    whole, _, part = name.name.partition(" ")
    if whole not in table("benchmarks")["splits"]:
        return
    base = whole  # stands for its first split, where it is printed
    behind = name.end - len(part)
    stop = text.find(". ", name.end, name.end + _LONGEST_WAY)
    for split in _SPLIT.finditer(text, behind, stop if stop >= 0 else name.end + _LONGEST_WAY):
        if base:
            yield BenchmarkName(f"{whole} {split['set']}-{split['one']}", name.start, name.start + len(base), name.rule)
            base = ""
        yield BenchmarkName(f"{whole} {split['set']}-{split['one']}", split.start(), split.end("one"), name.rule)
        if split["other"]:
            yield BenchmarkName(
                f"{whole} {split['set']}-{split['other']}", split.start("other"), split.end(), name.rule
            )


def _shortened(text: str, name: BenchmarkName) -> Iterator[BenchmarkName]:
    """Give listed names whose last part alone is printed again: `CIFAR-10/100`, `SWE-bench Verified, Pro, and Lite`.

    The part must not be a listed name itself: `NAS-Bench-201, Cora`.
    """
    last = _LAST_PART.search(name.name)
    position = name.end
    while last and (more := _NEXT_PART.match(text, position)):
        other = benchmark_spellings().get(fold(name.name[: last.start()] + more["part"].lstrip("-")))
        if not other or fold(more["part"]) in benchmark_spellings():
            return
        yield BenchmarkName(other, more.start("part"), more.end(), name.rule)
        position = more.end()


def _starts(text: str) -> list[int]:
    """Give the places of the words by which a listed name may begin, in order."""
    starts = [word.start for word in words_that_say(text, Says.LISTED) if _goes_on(text, word)]
    if not any(part in text for part in _EVALUATED):
        return starts
    digits = _FIRST_DIGIT.finditer(text) if has_digit(text) else ()
    others = [match.start() for match in digits if begins_listed_name(match[0])]
    for beginning in _small_beginnings():
        start = text.find(beginning)
        while start >= 0:
            if start == 0 or not (text[start - 1].isalnum() or text[start - 1] in ".@"):
                others.append(start)
            start = text.find(beginning, start + 1)
    return sorted(starts + others) if others else starts


def _goes_on(text: str, word: Name) -> bool:
    """Say whether a word that is no listed name alone is followed as the first word of one is: by no small letter."""
    behind = text[word.end : word.end + 2].lstrip()
    return bool(behind and not behind[0].islower()) or _stands_alone(word.text)


@lru_cache(maxsize=1 << 13)
def _stands_alone(word: str) -> bool:
    """Say whether a word is, or begins with, a whole listed name, or one whose second word has small letters."""
    if word in _before_small_words():
        return True
    return fold(word) in benchmark_spellings() or any(
        fold(word[: sign.start()]) in benchmark_spellings() for sign in _SIGN.finditer(word)
    )


@cache
def _before_small_words() -> frozenset[str]:
    """The first words of listed names that go on as `Needle in a Haystack` does."""
    names = (name.split() for name in benchmark_spellings().values())
    small = {words[0] for words in names if len(words) > 1 and words[1][0].islower()}
    return frozenset(small | {"Needle", "Humanity"} - {"The", "In", "A"})


@cache
def needs_a_cue(name: str) -> bool:
    """Say whether a listed name looks so ordinary that only a sentence that uses it as a data set is believed."""
    listed = table("benchmarks")
    if benchmark_spellings().get(fold(name)) != name:
        return False
    return name in listed["cued"] or (name not in listed["sure"] and bool(_ORDINARY.fullmatch(name)))


@cache
def _beginnings() -> frozenset[str]:
    """All beginnings of listed names, as far as a first word may reach."""
    return frozenset(name[:size] for name in benchmark_spellings() for size in range(1, min(len(name), _REACH) + 1))


@cache
def _small_beginnings() -> tuple[str, ...]:
    """How the listed names begin that have neither a capital nor a digit, and so are no words in the shape of names."""
    small = {
        name[:_SMALL_START]
        for name in benchmark_spellings().values()
        if not name[0].isascii() or not any(letter.isupper() or letter.isdigit() for letter in name)
    }
    return tuple(sorted(small))


def _longest(text: str, start: int) -> BenchmarkName | None:
    """Read word after word while a listed name may still come, and give the longest one."""
    best, place, spellings = None, start, benchmark_spellings()
    while part := _PART.match(text, place):
        last = part.end()
        folded = fold(text[start:last])
        marked = part[0][-1] in "+*!%"
        if not marked and (len(folded) > _LONGEST or folded[:_REACH] not in _beginnings()):
            break
        for end in (last, last - 1) if marked else (last,):
            name = spellings.get(folded if end == last else fold(text[start:end]))
            if (
                name
                and _TAIL.match(text, end)
                and _is_printed_so(text[start:end], name)
                and not _is_two_words(text[start:end], name)
            ):
                best = lengthened(text, BenchmarkName(name, start, end, name_of(listed_names)))
                break
        gap = _GAP.match(text, last)
        place = gap.end() if gap else last
        if place == last and not text[place : place + 1].isalnum():
            break
    return best


def _is_printed_so(printed: str, name: str) -> bool:
    """Say whether the capitals are those of a name: exactly for short names, some of them for longer ones."""
    letters = _NO_LETTER.sub("", printed)
    if len(letters) <= _EXACT:
        wanted = _NO_LETTER.sub("", name)
        if "-" in printed and "-" not in name and letters.isalpha():
            return False
        return letters == wanted or (letters.isupper() and any(letter.isdigit() for letter in letters))
    if letters.isupper() and len(letters) <= _SHOUTED and letters == printed and not name.isupper():
        return False
    if name[0].isupper() and not printed[0].isupper() and " " in printed:
        return False
    return _capitals(printed) >= min(2, _capitals(name)) or any(letter.isdigit() for letter in printed)


def _is_two_words(printed: str, name: str) -> bool:
    """Say whether words that may be ordinary, `Animal Pose`, are printed for a name that is one: AnimalPose."""
    return " " not in name and _TWO_WORDS.fullmatch(printed) is not None and not name.endswith(("Bench", "Mail", "Net"))


def _capitals(name: str) -> int:
    return sum(letter.isupper() for letter in name)


@cache
def _variant() -> re.Pattern[str]:
    """Compile what makes a name another set: `-mini`, ` Verified`."""
    words = "|".join(sorted(table("benchmarks")["variants"], key=lambda word: (-len(word), word)))
    return re.compile(rf"-(?i:{words})(?![\w-])|\s(?:{words})(?![\w-])(?=\s*(?:[,.;:()\x02]|$|[a-z]))")


def lengthened(text: str, name: BenchmarkName) -> BenchmarkName:
    """Take what follows into the name: a version (`V5`), a variant (`-mini`), a length (`-1M`), a part (`English`)."""
    for pattern in (_VERSION, _variant(), _LENGTH, _EDITION_OF):
        more = pattern.match(text, name.end)
        if more and not (more[0].isupper() and is_refused(more[0].strip())):
            whole = name.name + more[0].replace("- ", "-").replace("~", " ")
            return BenchmarkName(canonical(whole), name.start, more.end(), name.rule)
    return name
