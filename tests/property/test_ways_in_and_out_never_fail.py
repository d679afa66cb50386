"""Laws that are fuzzed hold for made texts too: what is typed is answered, and what stands in a paper is written."""

import pytest
from fuzz.targets import TARGETS
from hypothesis import given, settings
from hypothesis import strategies as st

_SYNTAX = st.sampled_from(
    ['"', "-", "(", ")", " OR ", "AND", "NOT", "*", ":", "year:", "model:", "score:>=", "..", "title:", "\\", "$", "{",
     "}", "@article{", "\\cite{", "#cite(", "[@", ";", "]", ",", "%", "\n\n", "Abstract: ", "82.3%", " on GSM8K",
     "Foo-7B"]
)  # fmt: skip
_TEXTS = st.lists(_SYNTAX | st.text(max_size=12), max_size=12).map("".join)


@pytest.mark.parametrize("target", ["search", "formats", "manuscript", "extract", "lines", "unpack"])
@settings(max_examples=25)
@given(_TEXTS)
def test_targets_hold_their_laws(target: str, text: str) -> None:
    TARGETS[target](text.encode("utf-8", "surrogatepass"))
