"""Graphs of papers for other programs: Graphviz, GraphML, Mermaid, JSON, and a picture."""
