"""The command line: flags in, front doors of `corpus_index` called, text out. The only part that prints or exits."""
