"""What `assay check --fix` writes, and what `--diff` and SARIF say of it."""

import json
import subprocess
from urllib.parse import unquote

import newsroom
import validators


def mendable_copy(folder):
    """A newsroom with mistakes that a program can mend: in front matter, in a text, in a file's name; CRLF and a byte order mark too."""
    newsroom.broken_copy(folder)
    pages = folder / "content/pages"
    (pages / "Our Story.md").write_bytes("\ufeff---\r\ntitle: Ours: a story\r\n---\r\nWords.\r\n".encode())
    (pages / "more.md").write_text("---\ntitel: More\n---\n# Top\n\nWords [@odni-ica-2017-01d p. 4].\n", encoding="utf-8")
    (pages / "other.md").write_text("---\ntitle: Other\n---\nWords [@odni-ica-2017-01x].\n", encoding="utf-8")
    return folder


def texts(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for top in ("content", "seeds")
        for path in sorted((folder / top).rglob("*"))
        if path.is_file()
    }


def run(folder, *options):
    return validators.run(newsroom.command(), "check", "-C", folder, *options)


def test_diff_is_a_patch_that_git_applies(tmp_path):
    folder = mendable_copy(tmp_path / "room")
    before = texts(folder)
    shown = run(folder, "--diff", "--unsafe")
    assert shown.returncode == 1 and "rename to content/pages/our-story.md" in shown.stdout
    assert texts(folder) == before
    other = newsroom.copy(folder, tmp_path / "other")
    subprocess.run(["git", "init", "-q"], cwd=other, check=True)
    patch = tmp_path / "patch"
    done = subprocess.run(
        [newsroom.command(), "check", "-C", folder, "--diff", "--unsafe"], stdout=subprocess.PIPE, check=False
    )
    patch.write_bytes(done.stdout)
    subprocess.run(["git", "apply", "--whitespace=nowarn", str(patch)], cwd=other, check=True)
    run(folder, "--fix", "--unsafe")
    assert texts(folder) == texts(other)
    mended = texts(folder)
    assert mended != before
    assert mended["content/pages/our-story.md"].startswith("\ufeff---\r\ntitle: \"Ours: a story\"\r\n".encode())
    assert b"[@odni-ica-2017-01d, p. 4]" in mended["content/pages/more.md"]
    assert run(folder, "--diff", "--unsafe").stdout == ""


def test_sarif_fixes_follow_the_standard_and_say_what_fix_does(tmp_path):
    folder = mendable_copy(tmp_path / "room")
    done = newsroom.check(folder, "sarif")
    assert validators.sarif(done.stdout) == []
    fixes = [
        fix for result in json.loads(done.stdout)["runs"][0]["results"] for fix in result.get("fixes", [])
    ]
    assert {"safe", "unsafe"} <= {fix["properties"]["safety"] for fix in fixes}
    for fix in fixes:
        assert fix["description"]["text"]
        for change in fix["artifactChanges"]:
            data = (folder / unquote(change["artifactLocation"]["uri"])).read_bytes().removeprefix(b"\xef\xbb\xbf")
            for replacement in change["replacements"]:
                region = replacement["deletedRegion"]
                before = data[: region["byteOffset"]].decode()
                assert before.count("\n") + 1 == region["startLine"]
                assert isinstance(replacement["insertedContent"]["text"], str)


def test_a_file_that_cannot_be_written_leaves_all_as_they_were(tmp_path):
    folder = mendable_copy(tmp_path / "room")
    (folder / "content/pages/more.md").rename(tmp_path / "more.md")
    (folder / "content/pages/more.md").symlink_to("linked.md")
    (folder / "content/pages/linked.md").write_bytes((tmp_path / "more.md").read_bytes())
    before = texts(folder)
    done = run(folder, "--fix", "--unsafe")
    assert done.returncode == 1 and "symbolic link" in done.stderr
    assert texts(folder) == before
