"""The door of `python -m scio_transcripts`."""

from scio_transcripts.cli import main

if __name__ == "__main__":
    main()
