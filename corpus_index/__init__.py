"""An index of research papers read from saved pages: records, facts with evidence, links and search."""

__version__ = "0.1.0"
