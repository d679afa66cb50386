"""`python -m cli` is the program too, where its folder of scripts is not on the path."""

from cli.main import run

run()
