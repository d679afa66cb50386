"""Shapes that the stages hand to each other. Data only: no reading, no storing, no printing."""
