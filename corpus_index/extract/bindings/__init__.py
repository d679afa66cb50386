"""To what a number belongs: its benchmark, its subject, and what it is compared with."""
