"""Fetching what was fetched before: changed, vanished and altered pages, and folders that are not to be used."""

import hashlib
import json
from pathlib import Path

import pytest

import scio_transcripts
from scio_transcripts.errors import SourceError
from scio_transcripts.sources.web.limits import Limits
from web.conftest import Fetch, files, texts
from web.site import DATE, Clock, Reply, Request, Site, page


def test_pages_are_asked_for_again_only_on_condition(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(3, etags=True)
    first = fetch(site.url(paths[0]))
    before = files(first.folder)
    again = fetch(site.url(paths[0]))
    assert files(again.folder) == before
    assert (again.new, again.changed, again.complete) == ((), (), True)
    assert site.headers_of(paths[1])["If-None-Match"] == first.pages[1].saved.etag
    assert again.transcript == first.transcript


def test_last_modified_is_a_condition_too(site: Site, fetch: Fetch) -> None:
    def answer(request: Request) -> None:
        known = request.headers.get("If-Modified-Since")
        body = b"" if known else b"<p>Lin Dahai:</p><p>Thank you.</p>"
        Reply(body, status=304 if known else 200, headers={"Last-Modified": DATE}).send(request)

    site.put("/content_4000.htm", answer)
    before = files(fetch(site.url("/content_4000.htm")).folder)
    again = fetch(site.url("/content_4000.htm"))
    assert files(again.folder) == before
    assert site.headers_of("/content_4000.htm")["If-Modified-Since"] == DATE


def test_a_changed_page_is_told_and_its_old_bytes_are_kept(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(2, etags=True)
    fetch(site.url(paths[0]))
    old = page(2, paths)
    new = old.replace(b"winter", b"summer")
    site.put(paths[1], new)
    result = fetch(site.url(paths[0]))
    digest = hashlib.sha256(old).hexdigest()
    assert (result.changed, result.complete) == ((2,), True)
    assert texts(result) == [f"{site.url(paths[1])}: page 2 has changed; the version of {DATE} is kept beside it"]
    assert (result.folder / "page-2.html").read_bytes() == new
    versions = result.folder / "versions"
    assert (versions / f"page-2.{digest[:12]}.html").read_bytes() == old
    assert json.loads((versions / f"page-2.{digest[:12]}.headers.json").read_bytes())["status"] == 200
    [version] = result.pages[1].versions
    assert (version.file, version.sha256) == (f"versions/page-2.{digest[:12]}.html", digest)
    assert "summer" in result.transcript.text

    site.put(paths[1], old)
    back = fetch(site.url(paths[0]))
    assert (back.folder / "page-2.html").read_bytes() == old
    assert len(back.pages[1].versions) == 2


@pytest.mark.parametrize("status", [404, 410])
def test_a_vanished_page_is_told_and_its_copy_is_kept(site: Site, fetch: Fetch, status: int) -> None:
    paths = site.put_event(3)
    before = files(fetch(site.url(paths[0])).folder)
    site.put(paths[1], Reply(b"gone", status=status))
    result = fetch(site.url(paths[0]))
    after = files(result.folder)
    assert {n for n in before if before[n] != after.get(n)} == {"manifest.json"}
    assert (result.missing, result.complete) == ((2,), False)
    assert [t for t in texts(result) if "page 2 has vanished" in t and "the copy of the last fetch is kept" in t]
    assert result.pages[1].status == status
    assert len(result.transcript.turns) == 3


def test_pages_outlive_the_first_one(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(3)
    fetch(site.url(paths[0]))
    site.put(paths[0], Reply(b"gone", status=410))
    site.put(paths[2], page(3, paths).replace(b"ferries run", b"boats run"))
    result = fetch(site.url(paths[0]))
    assert (result.missing, result.changed) == ((1,), (3,))
    assert len(result.transcript.turns) == 3


def test_an_altered_file_is_kept_and_fetched_anew(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(2, etags=True)
    folder = fetch(site.url(paths[0])).folder
    (folder / "page-1.html").write_bytes(b"my own notes")
    result = fetch(site.url(paths[0]))
    assert "If-None-Match" not in site.headers_of(paths[0])
    assert (folder / "page-1.html").read_bytes() == page(1, paths)
    kept = f"versions/page-1.{hashlib.sha256(b'my own notes').hexdigest()[:12]}.html"
    assert (folder / kept).read_bytes() == b"my own notes"
    assert kept in texts(result)[0]


def test_a_folder_of_another_transcript_is_left_alone(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(1)
    folder = fetch(site.url(paths[0])).folder
    manifest = json.loads((folder / "manifest.json").read_bytes())
    (folder / "manifest.json").write_text(json.dumps({**manifest, "identity": "elsewhere"}))
    before = files(folder)
    with pytest.raises(SourceError, match="holds another transcript"):
        fetch(site.url(paths[0]))
    assert files(folder) == before


@pytest.mark.parametrize("text", ["", "{", '{"pages": 3}', '{"schema_version": "9.0"}'])
def test_a_damaged_manifest_is_one_clear_error(site: Site, fetch: Fetch, text: str) -> None:
    paths = site.put_event(1)
    folder = fetch(site.url(paths[0])).folder
    (folder / "manifest.json").write_text(text)
    before = files(folder)
    with pytest.raises(SourceError, match=r"manifest\.json: is no manifest of a fetch .*; move its folder"):
        fetch(site.url(paths[0]))
    assert files(folder) == before


def test_a_manifest_cannot_lead_out_of_the_folder(site: Site, fetch: Fetch) -> None:
    paths = site.put_event(1)
    folder = fetch(site.url(paths[0])).folder
    text = (folder / "manifest.json").read_text().replace('"page-1.html"', '"../../page-1.html"')
    (folder / "manifest.json").write_text(text)
    with pytest.raises(SourceError, match="is no manifest of a fetch"):
        fetch(site.url(paths[0]))


def test_a_link_in_place_of_the_folder_is_not_followed(site: Site, fetch: Fetch, tmp_path: Path) -> None:
    paths = site.put_event(1)
    folder = fetch(site.url(paths[0])).folder
    moved = tmp_path / "elsewhere"
    folder.rename(moved)
    folder.symlink_to(moved)
    with pytest.raises(SourceError, match="leads out of the folder that was chosen"):
        fetch(site.url(paths[0]))


def test_two_fetches_do_not_work_in_one_folder(site: Site, fetch: Fetch, clock: Clock) -> None:
    paths = site.put_event(1)
    result = fetch(site.url(paths[0]))
    failures: list[str] = []

    def meanwhile(request: Request) -> None:
        try:
            fetch(site.url(paths[0]))
        except Exception as error:
            failures.append(str(error))
        Reply(page(1, paths)).send(request)

    site.put(paths[0], meanwhile)
    assert fetch(site.url(paths[0])).complete
    assert failures == [f"{result.folder}: another fetch is at work there; wait for it to end"]


def test_versions_are_not_read_as_pages(site: Site, tmp_path: Path) -> None:
    paths = site.put_event(2)
    limits = Limits(allow_private=True, delay=0)
    scio_transcripts.fetch(site.url(paths[0]), tmp_path, limits=limits)
    site.put(paths[1], page(2, paths).replace(b"winter", b"summer"))
    result = scio_transcripts.fetch(site.url(paths[0]), tmp_path, limits=limits)
    assert result.changed == (2,)
    assert len(scio_transcripts.read(result.folder).turns) == 2
