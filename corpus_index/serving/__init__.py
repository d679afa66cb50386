"""The site and its answers as JSON over HTTP, for programs and browsers on the same machine."""
