"""Numbers that describe an artefact or a set-up rather than an outcome."""
