"""The index as web pages that need no server: see `building.build_site` and `pages.Pages`."""
