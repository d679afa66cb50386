"""What a command answers in JSON where it has no single thing to show."""

from corpus_index.domain.dataclass import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One that may be meant: the `key` or name to ask for, and the `title` where it is a paper."""

    key: str
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The `name` that was asked for, and what it may mean, likeliest first; nothing resembles it without `choices`."""

    name: str
    choices: tuple[Choice, ...]
