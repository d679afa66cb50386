"""What reference managers and search services export: BibTeX, tagged lines, tables."""
