"""PDF files, by their first page."""
