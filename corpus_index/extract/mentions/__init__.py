"""What a paper names: models with their roles, and benchmarks."""
