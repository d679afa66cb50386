"""What single fields of a source say: identifiers, years, people, and white space."""
