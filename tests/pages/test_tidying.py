"""Fields of structured sources, without what is no part of what they say."""

import pytest

from corpus_index.pages.fields.tidying import decoded_once, without_label, without_tags


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Abstract: We measure.", "We measure."),
        (", Abstract:, This paper measures.", "This paper measures."),
        ("Abstract\nWe measure.", "We measure."),
        ("Abstract In Europe, Rivers rise.", "In Europe, Rivers rise."),
        ("Abstract Copper films were grown.", "Copper films were grown."),
        ("ABSTRACT Copper Films were grown.", "Copper Films were grown."),
        ("Abstract Meaning Representation is a formalism.", "Abstract Meaning Representation is a formalism."),
        ("Abstract interpretation is a method.", "Abstract interpretation is a method."),
        ("Abstraction is a method.", "Abstraction is a method."),
    ],
)
def test_label_is_no_part_of_an_abstract(text: str, rest: str) -> None:
    assert without_label(text) == rest


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("GrÃ¶ÃŸe", "Größe"),
        ("at most Î± and Î²", "at most α and β"),
        ("Ã la carte, 5 Â°C", "à la carte, 5 °C"),
        ("Âme", "Âme"),
    ],
)
def test_letters_encoded_twice_are_mended(text: str, meant: str) -> None:
    assert decoded_once(text) == meant


def test_a_formula_that_stands_twice_is_read_once() -> None:
    tex, mathml = "<tex-math>$\\mu$</tex-math>", "<mml:math><mml:mi>μ</mml:mi></mml:math>"
    assert without_tags(f"A <x>{tex}<alternatives>{mathml}</alternatives></x>Loaf") == "A μLoaf"
    assert without_tags(f"A {tex}Loaf") == "A $\\mu$Loaf"
