"""Whether a paper calls its own thing by a name: the ways to say so, one case each."""

import pytest

from corpus_index.resolve.coinage import claims


@pytest.mark.parametrize(
    ("name", "sentence", "claimed"),
    [
        # The name directly behind the verb.
        ("SkipDraft", "We propose SkipDraft, which drafts nothing.", True),
        ("SkipDraft", "This paper introduces SkipDraft for decoding.", True),
        ("SkipDraft", r"We present \textbf{SkipDraft}, a method.", True),
        ("SkipDraft 2", "We release SkipDraft 2 (a method).", True),
        ("SkipDraft", "We propose the SkipDraft method.", False),
        ("SkipDraft", "The proposed SkipDraft is quick.", False),
        # A new thing of that name.
        ("SkipDraft", "We propose a new decoding method, SkipDraft, for chips.", True),
        ("SkipDraft", "We propose a new version of SkipDraft.", False),
        ("SkipDraft", "We propose a novel way to run SkipDraft.", False),
        ("SkipDraft", "We propose a method like SkipDraft.", False),
        # Called so.
        ("SkipDraft", "We build a method called SkipDraft.", True),
        ("SkipDraft", "Our method is named SkipDraft.", True),
        ("SkipDraft", "A third method called SkipDraft is known to be quick.", False),
        ("SkipDraft", "In earlier work we built a method called SkipDraft.", False),
        # In a list of new things.
        ("SkipDraft", "We present a family of methods: SkipDraft and SkipDraft-2.", True),
        ("SkipDraft", "We also release our tools: SkipDraft and others.", False),
        # The name goes on.
        ("SkipDraft", "We introduce SkipDraft encoders for chips.", False),
        ("SkipDraft", "We introduce SkipDraft++, a method.", False),
        ("SkipDraft", "We introduce SkipDraft-2, a method.", False),
        ("SkipDraft", "We introduce SkipDrafts, a method.", False),
        # Used, or somebody else's.
        ("SkipDraft", "We test SkipDraft on chips.", False),
        ("SkipDraft", "SkipDraft is a new method by others.", False),
        # A number of a catalogue.
        ("GW231123", "We present GW231123, a signal.", False),
        # Compounds of words need no more than the sentence.
        ("Human-AI", "We propose Human-AI teams.", False),
        ("Pebble-SEG", "We present Pebble-SEG: pictures of pebbles.", True),
    ],
)
def test_sentences(name: str, sentence: str, claimed: bool) -> None:
    assert claims(name, None, "On decoding", sentence) is claimed


@pytest.mark.parametrize(
    ("name", "title", "claimed"),
    [
        ("SkipDraft", "SkipDraft: Decoding Without Drafts", True),
        ("SkipDraft", "SKIPDRAFT - Decoding Without Drafts", True),
        ("SkipDraft", "SkipDraft (v2): Decoding", True),
        ("SkipDraft", "SkipDraft Technical Report", True),
        ("SkipDraft", "SkipDraft", True),
        ("SkipDraft", "SkipDraft-Based Decoding: A Study", False),
        ("SkipDraft", "SkipDraft Meets Chips: A Study", False),
        ("SkipDraft", "A Study of SkipDraft: Chips", False),
        ("FFS", "FFS: A Survey", False),
        ("Human-AI", "Human-AI: A Survey", False),
    ],
)
def test_titles(name: str, title: str, claimed: bool) -> None:
    assert claims(name, None, title, f"{name} is here.") is claimed


@pytest.mark.parametrize(
    ("long", "title", "sentence", "claimed"),
    [
        ("First Finish Search", "On search", "We introduce First Finish Search (FFS), a way to search.", True),
        ("First Finish Search", "On search", "We propose FFS (First Finish Search) here.", True),
        ("first finish search", "On search", "We introduce first finish search (FFS) for this.", False),
        ("first finish search", "FFS: Stop Early", "We introduce first finish search (FFS) for this.", True),
        ("First Finish Search", "On search", "We propose a novel First Finish Search (FFS).", False),
        ("First Finish Search", "On search", "We present a First Finish Search (FFS) solver.", False),
    ],
)
def test_acronyms(long: str, title: str, sentence: str, claimed: bool) -> None:
    assert claims("FFS", long, title, sentence) is claimed
