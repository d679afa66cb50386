"""Expressions written for FTS5. Nothing of a query reaches FTS5 but inside the quotes made here."""

from corpus_index.search.expression import Every, Expression, Text


def written(expression: Expression) -> str:
    """Write an expression in the language of FTS5."""
    if isinstance(expression, Text):
        quoted = '"' + expression.text.replace('"', '""').replace("\0", " ") + '"' + "*" * expression.prefix
        return f"{{{' '.join(expression.columns)}}} : {quoted}" if expression.columns else quoted
    return (" AND " if isinstance(expression, Every) else " OR ").join(
        written(part) if isinstance(part, Text) else f"({written(part)})" for part in expression.parts
    )
