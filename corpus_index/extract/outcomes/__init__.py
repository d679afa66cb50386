"""What a number says: a score, a change, a factor, a count, a cost, a share, or nothing of the kind."""
