"""Web pages as HTML: the page of one article, and lists of papers."""
