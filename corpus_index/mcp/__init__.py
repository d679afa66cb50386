"""The index for programs with language models, as tools of the Model Context Protocol (https://modelcontextprotocol.io).

`questions` are the tools, `bounds` keeps answers short, `server` speaks the protocol by its own library, an extra.
"""

from corpus_index.errors import ExtraMissing


def serve(path: str, *, freeze: bool = True) -> None:
    """Answer requests on standard input about the index at `path` until the input ends; see `Tools` for `freeze`.

    Raises `ExtraMissing` where the protocol's library is not installed.
    """
    try:
        from corpus_index.mcp.server import Server
    except ImportError:
        raise ExtraMissing("papers mcp", "speaks the Model Context Protocol by a library", "mcp") from None
    from corpus_index.mcp.questions import Tools

    Server(Tools(path, freeze=freeze)).run()
