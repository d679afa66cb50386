"""Which keys a manuscript cites: LaTeX and what it leaves behind (.aux, .bcf), Markdown for pandoc, Typst."""

from corpus_index.manuscripts.citing import EVERYTHING, cited_keys

__all__ = ["EVERYTHING", "cited_keys"]
