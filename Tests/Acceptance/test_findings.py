"""What `assay check` prints for other programs."""

import json
import re

import newsroom
import validators


def test_sarif_follows_the_standard(tmp_path):
    done = newsroom.check(newsroom.broken_copy(tmp_path), "sarif")
    assert done.returncode == 1
    assert validators.sarif(done.stdout) == []
    results = json.loads(done.stdout)["runs"][0]["results"]
    assert any("no-such-source" in result["message"]["text"] for result in results)


def test_sarif_places_are_those_of_the_files(tmp_path):
    folder = newsroom.broken_copy(tmp_path)
    run = json.loads(newsroom.check(folder, "sarif").stdout)["runs"][0]
    for result in run["results"]:
        for location in result["locations"]:
            place = location["physicalLocation"]
            region = place["region"]
            data = (folder / place["artifactLocation"]["uri"]).read_bytes()
            before = data[: region["byteOffset"]].decode()
            assert before.count("\n") + 1 == region["startLine"]
            assert len(before.rpartition("\n")[2]) + 1 == region["startColumn"]
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_json_is_one_array(tmp_path):
    done = newsroom.check(newsroom.broken_copy(tmp_path), "json")
    findings = json.loads(done.stdout)
    assert findings and all(
        set(finding) == {"rule", "severity", "message", "location", "caption", "labels", "notes", "help", "fixes"}
        for finding in findings
    )


def test_github_annotations_are_one_line_each(tmp_path):
    done = newsroom.check(newsroom.broken_copy(tmp_path), "github")
    # GitHub shows ten annotations of a step and severity: what exceeds them stands in a group of plain lines.
    lines = re.sub(r"(?ms)^::group::.*?^::endgroup::$", "", done.stdout).split("\n")
    lines = [line for line in lines if line]
    assert 0 < len(lines) <= 30
    assert [line for line in lines if not re.match(r"::(error|warning|notice) [^:]*(%3A[^:]*)*::.+", line)] == []


def test_nothing_is_written_when_there_are_errors(tmp_path):
    output = tmp_path / "site"
    folder = tmp_path / "newsroom"
    folder.mkdir()
    done = newsroom.site_of(newsroom.broken_copy(folder), output)
    assert done.returncode == 1
    assert not output.exists() or list(output.iterdir()) == []
