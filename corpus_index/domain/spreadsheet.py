"""What programs for tables take for a formula: an export puts a sign of text before it, which reading takes away."""

SIGN_OF_TEXT = "'"
FORMULA = r"(?=[^\S\n]*[=+\-@＝＋－＠﹦﹢﹣﹫]|[\t\r])"
"""A pattern for the place where one begins.

Full-width and small forms of the signs count too. `BEFORE_FORMULA` says where in a cell it may stand.
"""
BEFORE_FORMULA = r"(^|;)"
"""The beginning of a line; behind `;` too: where a comma divides digits, it divides the cells of a row."""
