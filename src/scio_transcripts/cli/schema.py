"""`scio-transcripts schema`: what the JSON of a transcript looks like, for other programs."""

from __future__ import annotations

import json

from scio_transcripts.cli.output import output

EXAMPLES = "Example: scio-transcripts schema > transcript.schema.json"


def run() -> None:
    """Print the JSON Schema of a transcript."""
    from scio_transcripts.model import Transcript

    with output(None, is_json=True) as out:
        out.write(json.dumps(Transcript.model_json_schema(), ensure_ascii=False, indent=2).encode() + b"\n")
