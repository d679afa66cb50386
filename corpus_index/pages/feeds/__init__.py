"""Feeds, answers of APIs, and the XML and JSON of publishers."""
