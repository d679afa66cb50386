"""The text of a record in a form that grammars can read: sentences, names, numbers, abbreviations, vocabulary."""
