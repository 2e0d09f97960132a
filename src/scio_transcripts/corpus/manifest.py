"""What a corpus says of itself: the manifest of the current snapshot, and the records of its parts.

In: JSON on the disk. Out: `Manifest` and `Part`, which do not change. Promises: a manifest of a newer layout is
refused clearly; what is written is the same bytes for the same facts. Knows nothing of Parquet.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from scio_transcripts.corpus.layout import DOCUMENTS_VERSION, FORMAT_VERSION, TABLES_VERSION, Layout, new_file, settle
from scio_transcripts.errors import CorpusError
from scio_transcripts.lazy import re

_FORMAT = "scio-transcripts corpus"


_ID = re.compile("[A-Za-z0-9_-]{1,64}")
_VERSION = re.compile("[0-9]{1,4}(?:[.][0-9]{1,4}){0,3}")
_SHA256 = re.compile("[0-9a-f]{64}")
_MOST = 1 << 53
"""Above every count of rows or bytes."""
_PATH = re.compile(r"(?:data|parts|sources|quality)(?:/(?!\.)[A-Za-z0-9_=.-]{1,100}){1,3}")
"""Names of our own making, within the corpus: what is on the disk may come from anywhere."""


def _check(*rules: bool) -> None:
    """Raise `ValueError` where one does not hold."""
    if not all(rules):
        raise ValueError


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value < _MOST


def _is_name(value: object) -> bool:
    """Whether it can be the name of a file: half characters stand for bytes that are no text, and NUL for nothing."""
    return isinstance(value, str) and "\0" not in value


def _is_text(value: object) -> bool:
    return _is_name(value) and re.search("[\ud800-\udfff]", str(value)) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class DataFile:
    """One file of one table."""

    table: str
    year: int | None
    """The year of its rows; None for rows without a date."""
    path: str
    """Relative to the corpus."""
    rows: int
    size: int
    sha256: str

    def __post_init__(self) -> None:
        _check(
            _is_text(self.table),
            self.year is None or (_is_count(self.year) and self.year < 10_000),
            _PATH.fullmatch(self.path) is not None,
            _is_count(self.rows),
            _is_count(self.size),
            _SHA256.fullmatch(self.sha256) is not None,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some sources that were read together, and the files that hold what came of them. Never changed once named."""

    id: str
    base: str
    """The id that the part has before ids of transcripts are told apart from those of other parts."""
    renamed: dict[str, str] = field(default_factory=dict)
    """Ids of transcripts that another part has too, with what they are called here."""
    sources: DataFile
    """What became of its sources."""
    files: tuple[DataFile, ...]
    quality: dict[str, Any] = field(default_factory=dict)
    """Counts for the quality report."""

    def __post_init__(self) -> None:
        _check(
            _ID.fullmatch(self.id) is not None,
            _is_text(self.base),
            isinstance(self.renamed, dict),
            all(map(_is_text, self.renamed.values())),
            isinstance(self.quality, dict),
        )

    def rows(self, table: str) -> int:
        """Number of rows of one table."""
        return sum(file.rows for file in self.files if file.table == table)

    def paths(self, root: Path, table: str) -> tuple[Path, ...]:
        """The files of one table of a corpus in this folder."""
        return tuple(root / file.path for file in self.files if file.table == table)

    def to_bytes(self) -> bytes:
        """As it is written."""
        return _json(asdict(self))

    @classmethod
    def from_bytes(cls, data: bytes, *, name: str) -> Part:
        """Read what `to_bytes` wrote. Raises `CorpusError` for anything else."""
        try:
            facts = json.loads(data)
            files = tuple(DataFile(**file) for file in facts.pop("files"))
            return cls(sources=DataFile(**facts.pop("sources")), files=files, **facts)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise CorpusError(name, "is damaged", "run the build again") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A part as the manifest names it."""

    id: str
    sha256: str
    """Of its record."""
    sources: int
    transcripts: int

    def __post_init__(self) -> None:
        _check(
            _ID.fullmatch(self.id) is not None,
            _SHA256.fullmatch(self.sha256) is not None,
            _is_count(self.sources),
            _is_count(self.transcripts),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One snapshot of a corpus. Readers read it once, and then open only files that it names."""

    format: str = _FORMAT
    format_version: int = FORMAT_VERSION
    schema_version: str
    """Of the documents."""
    tables_version: str
    """Of the columns."""
    parser: str
    """Version of the parser, with a fingerprint of its code and data."""
    snapshot: str
    """Names the snapshot: the same for the same content."""
    inputs: tuple[str, ...]
    """What was asked to be read, as given."""
    base: str
    """The folder that relative inputs are looked for in."""
    options: dict[str, Any] = field(default_factory=dict)
    sources: DataFile
    quality: str
    """The quality report, relative to the corpus."""
    parts: tuple[Named, ...]

    def __post_init__(self) -> None:
        _check(
            _VERSION.fullmatch(self.schema_version) is not None,
            _VERSION.fullmatch(self.tables_version) is not None,
            _is_text(self.parser),
            _ID.fullmatch(self.snapshot) is not None,
            all(map(_is_name, (self.base, *self.inputs))),
            isinstance(self.options, dict),
            all(value is None or _is_text(value) for value in self.options.values()),
            _PATH.fullmatch(self.quality) is not None,
        )

    @property
    def is_of_this_version(self) -> bool:
        """Whether its documents and tables are what this version writes."""
        return (self.schema_version, self.tables_version) == (DOCUMENTS_VERSION, TABLES_VERSION)

    def refuse_other_versions(self, root: Path) -> None:
        """Raise `CorpusError` where its documents or tables are of a version that this program does not read."""
        for what, version, own in (
            ("documents", self.schema_version, DOCUMENTS_VERSION),
            ("tables", self.tables_version, TABLES_VERSION),
        ):
            if version != own:
                newer = _numbers(version) > _numbers(own)
                age = "newer" if newer else "older"
                reason = f"has {what} of version {version}, {age} than {own}, which is read here"
                again = f"run again: scio-transcripts corpus build SOURCES -o {root}"
                raise CorpusError(
                    str(root), reason, f"install a newer scio-transcripts, or {again}" if newer else again
                )

    def to_bytes(self) -> bytes:
        """As it is written."""
        return _json(asdict(self))

    @classmethod
    def from_bytes(cls, data: bytes, *, name: str) -> Manifest:
        """Read what `to_bytes` wrote. Raises `CorpusError` for anything else."""
        try:
            facts = json.loads(data)
            version = facts["format_version"]
            if facts["format"] != _FORMAT or not _is_count(version):
                raise CorpusError(name, "is no manifest of a corpus", "name the folder that `corpus build` wrote")
            if version > FORMAT_VERSION:
                reason = f"has format {version}, and this program reads up to {FORMAT_VERSION}"
                raise CorpusError(name, reason, "install a newer scio-transcripts")
            if version < FORMAT_VERSION:
                reason = f"has format {version}, older than {FORMAT_VERSION}, which is read here"
                raise CorpusError(name, reason, "remove it and run: scio-transcripts corpus build SOURCES -o FOLDER")
            parts = tuple(Named(**part) for part in facts.pop("parts"))
            inputs = tuple(facts.pop("inputs"))
            return cls(parts=parts, inputs=inputs, sources=DataFile(**facts.pop("sources")), **facts)
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            hint = "remove it and run again: scio-transcripts corpus build SOURCES -o FOLDER"
            raise CorpusError(name, "is damaged", hint) from None


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def read_manifest(root: Path) -> Manifest | None:
    """The manifest of the current snapshot; None where no build has ended."""
    path = Layout(root).manifest
    try:
        return Manifest.from_bytes(path.read_bytes(), name=str(path))
    except FileNotFoundError:
        return None
    except NotADirectoryError:
        raise CorpusError(str(root), "is a file", "name the folder that `corpus build` wrote") from None
    except OSError as error:
        raise CorpusError(str(path), f"cannot be read ({error.strerror or error})") from None


def manifest_of(root: Path) -> Manifest:
    """The manifest of the current snapshot. Raises `CorpusError` where there is none."""
    manifest = read_manifest(root)
    if manifest is None:
        reason = "no build of it has ended" if Layout(root).work.exists() else "holds no corpus"
        raise CorpusError(str(root), reason, "run: scio-transcripts corpus build SOURCES -o FOLDER")
    return manifest


def read_part(layout: Layout, part_id: str, sha256: str | None = None) -> Part:
    """The record of a part. Raises `CorpusError` where it is missing, damaged, or not the one that is named."""
    path = layout.part(part_id)
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = f"cannot be read ({error.strerror or error})"
        raise CorpusError(str(path), reason, "open the corpus anew, or run the build again") from None
    if sha256 is not None and hashlib.sha256(data).hexdigest() != sha256:
        raise CorpusError(str(path), "is not what the manifest names", "run the build again")
    return Part.from_bytes(data, name=str(path))


def write(path: Path, data: bytes) -> None:
    """Put a small file in place."""
    with new_file(path) as file:
        file.write(data)
    settle(path.parent)


def _json(facts: Any) -> bytes:
    return json.dumps(facts, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8", "backslashreplace") + b"\n"
