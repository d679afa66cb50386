"""Records to papers: which records are one paper, what that paper is, what it is called, what it links to.

Everything here is a pure function of its arguments, and none depends on the order in which records come.
"""

from corpus_index.resolve.assembling import assemble
from corpus_index.resolve.blocking import HINTS, blocks
from corpus_index.resolve.clustering import Clusters, cluster
from corpus_index.resolve.comparing import compare, contradict
from corpus_index.resolve.headings import PARTING, heading_of, may_contradict, surely_others
from corpus_index.resolve.key_pattern import KeyParts, KeyPattern, key_pattern
from corpus_index.resolve.keys import (
    SUFFIX,
    base_key,
    citable,
    distinct_keys,
    key_parts,
    key_stem,
    key_wish,
    renamed,
)
from corpus_index.resolve.linking import link, linkable
from corpus_index.resolve.name_uses import name_uses
from corpus_index.resolve.naming import family
from corpus_index.resolve.own_words import with_own

__all__ = [
    "HINTS",
    "PARTING",
    "SUFFIX",
    "Clusters",
    "KeyParts",
    "KeyPattern",
    "assemble",
    "base_key",
    "blocks",
    "citable",
    "cluster",
    "compare",
    "contradict",
    "distinct_keys",
    "family",
    "heading_of",
    "key_parts",
    "key_pattern",
    "key_stem",
    "key_wish",
    "link",
    "linkable",
    "may_contradict",
    "name_uses",
    "renamed",
    "surely_others",
    "with_own",
]
