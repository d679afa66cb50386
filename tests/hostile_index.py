"""An index of papers whose texts try to act in a web page."""

import json
from pathlib import Path

from corpus_index.pages import Source
from corpus_index.pipeline import build

TOPICS = ("Gardens", "Rivers", "Violins", "Bridges", "Glaciers", "Spiders", "Harbours", "Lanterns")
SCRIPTS = (
    "<script>window.acted=1</script>",
    "<img src=x onerror=window.acted=1>",
    '"><svg onload=window.acted=1>',
    "' autofocus onfocus=window.acted=1 x='",
    "</script><script>window.acted=1</script>",
    "{{ 7 * 7 }}{% raw %}",
    "\u2028window.acted=1//",
    "<iframe src=javascript:parent.acted=1></iframe>",
)


def make(path: Path) -> None:
    """Write an index whose titles, authors, venues, abstracts, names and page names all hold scripts."""
    papers = [
        {
            "title": f"{topic} {script} of {topic.lower()}",
            "abstract": (
                f"We present {topic[:-1]}-{number}B, a model that reaches {60 + number}.5% accuracy on GSM8K {script} "
                f"and <b>beats</b> Llama-3-8B{script} on {topic.lower()}. Of {topic.lower()} it has 7B parameters "
                f"{script} and reads &lt;i&gt; as it is."
            ),
            "authors": [f"Eve {script}", f"Ann {topic}"],
            "arxiv_id": f"2401.0000{number}",
            "year": 2020 + number,
            "venue": f"Journal of {script}",
            "url": "javascript:window.acted=1",
            "link": f"https://example.org/{number}?{script}",
        }
        for number, (topic, script) in enumerate(zip(TOPICS, SCRIPTS, strict=True))
    ]
    build(path, [Source("secret folder/<script>window.acted=1</script>.json", json.dumps(papers).encode())])
