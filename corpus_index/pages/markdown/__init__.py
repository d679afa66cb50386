"""Markdown: digests, tables and lists of papers."""
