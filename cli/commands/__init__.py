"""One file a command: `run` takes the flags (declared in `cli.options`), calls a front door and renders its answer.

`run` returns the exit code. The first line of its docstring stands in `cli.command_table` too.
"""
