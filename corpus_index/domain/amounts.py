"""Numbers of results as people write them."""

from corpus_index.domain.facts import Result, ResultKind, Spec

_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k"))


def number(value: float) -> str:
    """The shortest decimal form without an exponent: `74`, `43.33`, `256000`."""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return repr(value) if abs(value) < 1e15 else f"{value:g}"


def comparison(baseline: str | None) -> str:
    """What a result is compared with, for people: `against GPT-4`; the first of a from-to pair is the level before."""
    if not baseline:
        return ""
    return "the level before" if baseline == "before" else f"against {baseline}"


def amount(result: Result) -> str:
    """A result's number with bound, range, sign, unit and total: `up to 2.6x`, `+3.7 points`, `49 of 658 problems`."""
    signed = result.kind is ResultKind.CHANGE
    text = _signed(result.value, signed)
    if result.value_high is not None:
        text += f" to {_signed(result.value_high, signed)}"
    if result.total is not None:
        text += f" of {number(result.total)}"
    text = _with_unit(text, result.unit)
    return f"{result.bound.value} {text}" if result.bound else text


def spec_amount(spec: Spec) -> str:
    """A specification's number with its unit, large ones shortened: `309B parameters`, `256k tokens`."""
    text = number(spec.value)
    for size, letter in _SCALES:
        if abs(spec.value) >= size and spec.value / (size / 100) == int(spec.value / (size / 100)):
            text = number(round(spec.value / size, 2)) + letter
            break
    return _with_unit(text, spec.unit)


def result_line(result: Result) -> str:
    """Say a result in one line: number, metric, benchmark, subject, baseline."""
    line = amount(result)
    if result.metric:
        line += f" {result.metric}"
    if result.benchmark:
        line += f" on {result.benchmark}"
    if result.subject:
        line += f", {result.subject}"
    return f"{line}, {comparison(result.baseline)}" if result.baseline else line


def spec_line(spec: Spec) -> str:
    """Say a specification in one line: number, attribute, subject."""
    number = spec_amount(spec)
    if spec.unit and spec.attribute.endswith(spec.unit):
        line = number.removesuffix(spec.unit) + spec.attribute
    else:
        line = f"{spec.attribute} {number}"
    return f"{line}, {spec.subject}" if spec.subject else line


def _signed(value: float, signed: bool) -> str:
    return f"+{number(value)}" if signed and value > 0 else number(value)


def _with_unit(text: str, unit: str | None) -> str:
    if unit is None:
        return text
    if unit == "USD":
        return f"${text}"
    return text + unit if unit in {"%", "x"} or unit.startswith(":") else f"{text} {unit}"
