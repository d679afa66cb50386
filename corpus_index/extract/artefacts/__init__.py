"""What a paper presents as its own, and of what kind it is."""
