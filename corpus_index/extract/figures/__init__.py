"""What the numbers of a paper say: outcomes with their metric, benchmark and subject, and specifications."""
