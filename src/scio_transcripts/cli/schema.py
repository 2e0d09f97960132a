"""`scio-transcripts schema`: what the JSON of a transcript looks like, for other programs."""

from __future__ import annotations

import json

from scio_transcripts.cli.output import output

EXAMPLES = "Example: scio-transcripts schema > transcript.schema.json"


def run() -> None:
    """Print the JSON Schema of a transcript."""
    from scio_transcripts.model import Transcript

    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **Transcript.model_json_schema(mode="serialization"),
    }
    with output(None) as out:
        out.write(json.dumps(schema, indent=2, ensure_ascii=False).encode() + b"\n")
