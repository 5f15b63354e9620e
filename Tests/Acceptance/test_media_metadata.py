"""Every file that goes out, read back with exiftool and Pillow: no metadata, and the same picture."""

import json
import re
import shlex
import shutil

import pytest
from PIL import Image, ImageOps, ImageSequence

import media_files
import media_metadata
import media_newsroom
import newsroom

PICTURES = {".jpg", ".png", ".gif", ".webp", ".avif"}


def pictures(room):
    """The pictures whose metadata does not go out: the newsroom's file and the site's."""
    return {
        name: (file, room.published(name))
        for name, file in room.originals.items()
        if file.suffix in PICTURES and name not in media_newsroom.KEPT
    }


def going_out(room):
    return [file for file in room.files if not file.name.startswith(tuple(media_newsroom.KEPT))]


def test_every_medium_has_a_file_on_the_site(room):
    assert len(room.originals) > 25
    assert {name for name in room.originals if not room.published(name).stat().st_size} == set()


def test_readers_that_are_not_ours_find_no_metadata(room):
    files = going_out(room)
    assert {file.suffix for file in files} >= PICTURES | {".svg", ".pdf", ".wav", ".mp3", ".mp4"}
    assert media_metadata.of_exiftool(files) == {}
    noted = {file.name: media_metadata.of_pillow(file) for file in files if file.suffix in PICTURES}
    assert {name: found for name, found in noted.items() if found} == {}


def test_no_file_of_the_site_holds_what_the_metadata_said(room):
    kept = [file for file in room.files if file not in going_out(room)]
    assert len(kept) >= len(media_newsroom.KEPT)
    files = [path for path in room.site.rglob("*") if path.is_file() and path not in kept]
    assert {str(path): found for path in files if (found := media_metadata.of_bytes(path))} == {}


def test_the_newsrooms_own_files_have_all_of_it(room):
    """The readers bite: what they do not find on the site, they find in the files of which it was made."""
    files = [room.originals[name] for name in ("square", "square-2019", "crowd", "radar", "gauge", "square-post", "route")]
    found = media_metadata.of_exiftool(files)
    assert set(found) == {str(file) for file in files}
    groups = {tag.split(":")[0] for tag in found[str(files[0])]}
    assert groups >= {"IFD0", "ExifIFD", "GPS", "IFD1", "IPTC", "XMP-dc", "File"}
    for file in files:
        assert media_metadata.of_bytes(file) or file.suffix == ".png", file
        if file.suffix in PICTURES:
            assert media_metadata.of_pillow(file) != [], file


def test_a_record_that_keeps_metadata_keeps_the_file(room):
    for name in media_newsroom.KEPT:
        file = room.published(name)
        assert file.read_bytes() == room.originals[name].read_bytes()
        assert media_metadata.of_exiftool([file]) != {}
        assert media_metadata.of_bytes(file) != []


def frames(path):
    with Image.open(path) as image:
        for frame in ImageSequence.Iterator(image):
            yield frame.mode, frame.info.get("duration"), frame.convert("RGBA").tobytes()


def test_pixels_are_those_of_the_newsrooms_file(room):
    compared = pictures(room)
    assert len(compared) > 15
    for name, (file, published) in compared.items():
        with Image.open(file) as before, Image.open(published) as after:
            assert (before.format, before.mode, before.size) == (after.format, after.mode, after.size), name
            assert before.info.get("icc_profile") == after.info.get("icc_profile"), name
            assert before.info.get("loop") == after.info.get("loop"), name
        assert list(frames(file)) == list(frames(published)), name


@pytest.mark.parametrize("name", [f"turned-{orientation}" for orientation in range(1, 9)])
def test_orientation_is_kept(room, name):
    with Image.open(room.originals[name]) as before, Image.open(room.published(name)) as after:
        assert before.getexif().get(0x0112) == (after.getexif().get(0x0112) or 1)
        upright = ImageOps.exif_transpose(after)
        assert upright.size == media_files.arrow().size
        assert upright.tobytes() == ImageOps.exif_transpose(before).tobytes()
        # Red at the left, blue at the right, and the tip of the arrow in the upper half.
        sides = [upright.convert("RGB").getpixel((x, 120)) for x in (20, 340)]
        assert sides[0][0] > 150 > sides[0][2] and sides[1][2] > 150 > sides[1][0]
        assert max(upright.convert("RGB").getpixel((130, 110))) < 60 < min(upright.convert("RGB").getpixel((130, 200)))


@pytest.fixture
def empty(room, tmp_path):
    """A copy of the newsroom's texts alone, whose one claim with a ruling shows what a test puts there."""
    folder = newsroom.copy(media_newsroom.TEXTS, tmp_path / "newsroom")
    for kind in ("claims", "verdicts", "media"):
        for path in (folder / "content" / kind).glob("*.md"):
            if path.stem != "permit-letter":
                path.unlink()
    for path in (folder / "content").rglob("*.md"):
        text = re.sub(r"^!?\[.*\]\(media:.*\)$", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        path.write_text(text, encoding="utf-8")
    (folder / "content/media").mkdir(exist_ok=True)
    claim, verdict = (folder / "content" / kind / "permit-letter.md" for kind in ("claims", "verdicts"))
    claim.write_text(re.sub(r"appearances:\n.*\n", "", claim.read_text(encoding="utf-8")), encoding="utf-8")
    text = verdict.read_text(encoding="utf-8").replace("media: letter,", "source: tide-table,").replace(', locator: "page=2"', "")
    verdict.write_text(text.replace("It is on [page 2](media:letter#page=2).", "So it is [@tide-table]."), encoding="utf-8")
    return folder


def show(folder, *names):
    """Lets the verdict show media."""
    with (folder / "content/verdicts/permit-letter.md").open("a", encoding="utf-8") as file:
        file.writelines(f"\n\n![What it shows](media:{name})\n" for name in names)


def findings(folder, path=None):
    done = newsroom.check(folder, "json")
    found = json.loads(done.stdout)
    return [finding for finding in found if path is None or finding["location"]["file"] == path]


def half(content):
    return content[: len(content) // 2]


def svg(inside="", attributes=""):
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" {attributes}>{inside}<path d="M0 0h9"/></svg>'.encode()


OUTSIDE = "https://elsewhere.example/x"
SMALL = media_files.arrow()


def saved(form, **options):
    import io

    out = io.BytesIO()
    SMALL.save(out, form, **options)
    return out.getvalue()


def turn(orientation):
    exif = Image.Exif()
    exif[0x0112] = orientation
    return exif


# Files that may not go out: what is written under which name, as which kind, and the rule and words of its finding.
BAD = {
    "archive.jpg": (media_files.archive, "image", "media-type", "in no format that Assay knows"),
    "page.svg": (lambda: b"<!doctype html><script>alert(1)</script>", "image", "media-type", "in no format"),
    "words.png": (lambda: b"only words", "image", "media-type", "in no format"),
    "nothing.jpg": (lambda: b"", "image", "media-type", "in no format"),
    "picture.png": (lambda: saved("JPEG"), "image", "media-type", "is a JPEG picture, and its name says something else"),
    "film.mp4": (lambda: saved("JPEG"), "video", "media-type", "is a JPEG picture"),
    "photo.jpg": (lambda: saved("JPEG"), "audio", "media-type", "`kind` says `audio`"),
    "half.png": (lambda: half(saved("PNG")), "image", "media-damaged", "ends too early"),
    "half.jpg": (lambda: half(saved("JPEG")), "image", "media-damaged", "ends too early"),
    "half.gif": (lambda: half(saved("GIF")), "image", "media-damaged", "ends too early"),
    "half.webp": (lambda: half(saved("WEBP")), "image", "media-damaged", "ends too early"),
    "turned.webp": (lambda: saved("WEBP", exif=turn(6)), "image", "media-damaged", "lies on its side"),
    "half.avif": (lambda: half(saved("AVIF")), "image", "media-damaged", "ends too early"),
    "half.pdf": (lambda: half(media_files.pdf()), "document", "media-damaged", "ends too early"),
    "half.svg": (lambda: svg("<g>").replace(b"</svg>", b""), "image", "media-damaged", ""),
    "script.svg": (lambda: svg("<script>alert(1)</script>"), "image", "media-unsafe", "the element `script`"),
    "event.svg": (lambda: svg(attributes='onload="alert(1)"'), "image", "media-unsafe", "the event attribute `onload`"),
    "foreign.svg": (lambda: svg("<foreignObject/>"), "image", "media-unsafe", "the element `foreignObject`"),
    "image.svg": (lambda: svg(f'<image href="{OUTSIDE}"/>'), "image", "media-unsafe", "the element `image`"),
    "use.svg": (lambda: svg(f'<use href="{OUTSIDE}#a"/>'), "image", "media-unsafe", "outside the file"),
    "style.svg": (lambda: svg(f"<style>@import '{OUTSIDE}';</style>"), "image", "media-unsafe", "`@import`"),
    "fill.svg": (lambda: svg(f'<rect style="fill: url({OUTSIDE})"/>'), "image", "media-unsafe", "outside the file"),
    "entity.svg": (lambda: b'<!DOCTYPE svg [<!ENTITY x "y">]>' + svg(), "image", "media-unsafe", "a declaration"),
    "author.pdf": (lambda: media_files.pdf(author=media_files.NAME), "document", "media-metadata-stays", "its author"),
}  # fmt: skip


def test_each_bad_file_has_its_finding_and_none_goes_out(empty, tmp_path):
    media = empty / "content/media"
    records = {}
    for name, (content, kind, _, _) in BAD.items():
        (media / name).write_bytes(content())
        records[name] = media_newsroom.record(media, name, kind)
    show(empty, *(path.stem for path in records.values()))
    found = findings(empty)
    for name, (_, _, rule, words) in BAD.items():
        path = records[name].relative_to(empty).as_posix()
        own = [finding for finding in found if finding["location"]["file"] == path]
        assert [(finding["rule"], finding["severity"]) for finding in own] == [(rule, "error")], (name, own)
        assert words in own[0]["message"] and f"`{name}`" in own[0]["message"] and own[0]["help"], own
        assert own[0]["location"]["line"] == 2, own
    site = tmp_path / "site"
    assert newsroom.site_of(empty, site).returncode == 1
    assert not site.exists() or list(site.iterdir()) == []


def test_a_bad_file_that_nothing_shows_does_not_go_out_either(empty, tmp_path):
    media = empty / "content/media"
    for name, (content, kind, _, _) in BAD.items():
        (media / name).write_bytes(content())
        media_newsroom.record(media, name, kind)
    (media / "good.png").write_bytes(saved("PNG"))
    show(empty, media_newsroom.record(media, "good.png", "image").stem)
    done = newsroom.site_of(empty, tmp_path / "site")
    # docs/builds.md, "What an error stops": 3 where readers see nothing of what is wrong, and the site was written.
    assert done.returncode == 3 and "none of them is in the site" in done.stderr
    assert [path.name for path in (tmp_path / "site/media").iterdir()] == ["good-png.png"]


def test_files_of_elsewhere_are_not_taken(empty, tmp_path):
    media, outside = empty / "content/media", tmp_path / "outside.png"
    outside.write_bytes(saved("PNG"))
    (media / "link.png").symlink_to(outside)
    (media / "sub").mkdir()
    (media / "sub/below.png").write_bytes(saved("PNG"))
    names = ["gone.png", "../../outside.png", "/etc/passwd", "sub/below.png", "link.png", ".hidden.png"]
    records = [media_newsroom.record(media, name, "image") for name in names]
    show(empty, *(path.stem for path in records))
    for name, path in zip(names, records, strict=True):
        own = [(each["rule"], each["severity"]) for each in findings(empty, path.relative_to(empty).as_posix())]
        assert own == [("media-missing", "error")], name
    assert newsroom.site_of(empty, tmp_path / "site").returncode == 1


def test_a_picture_of_elsewhere_is_a_finding(empty):
    with (empty / "content/verdicts/permit-letter.md").open("a", encoding="utf-8") as file:
        file.write(f"\n![Remote]({OUTSIDE}.jpg)\n")
    found = [finding for finding in findings(empty) if OUTSIDE in json.dumps(finding)]
    assert found and found[0]["location"]["file"].endswith("permit-letter.md"), found


def test_what_is_large_twice_undescribed_or_unused_is_said(empty):
    media = empty / "content/media"
    noise = Image.effect_noise((3000, 3000), 200)
    noise.save(media / "large.png")
    assert (media / "large.png").stat().st_size > 5 * 1024 * 1024
    for name in ("first.png", "second.png", "bare.png", "unused.png"):
        (media / name).write_bytes(saved("PNG") if name in ("first.png", "second.png") else saved("PNG", dpi=(len(name), 9)))
    records = [media_newsroom.record(media, name, "image") for name in ("large.png", "first.png", "second.png", "unused.png")]
    (media / "bare-png.md").write_text("---\nfile: bare.png\nkind: image\n---\n")
    (media / "forgotten.png").write_bytes(saved("PNG"))
    show(empty, "bare-png", *(path.stem for path in records[:-1]))
    rules = {(each["rule"], each["location"]["file"].rpartition("/")[2]) for each in findings(empty)}
    assert rules >= {
        ("media-too-large", "large-png.md"),
        ("media-twice", "second-png.md"),
        ("medium-without-alt", "bare-png.md"),
        ("medium-without-credit", "bare-png.md"),
        ("unused-medium", "unused-png.md"),
        ("unread-file", "forgotten.png"),
    }


def noted_exif():
    exif = Image.Exif()
    exif[0x013B] = media_files.NAME
    return exif


def noted_files(folder):
    """Files that hold what Assay does not take out: as programs write them."""
    note, clip = ["-metadata", f"artist={media_files.NAME}"], folder.parent / "clip"
    clip.mkdir()
    (clip / "a.wav").write_bytes(media_files.sound(1))
    for ending in ("wav", "mp3", "m4a"):
        media_files.ffmpeg("-i", clip / "a.wav", *note, folder / f"noted.{ending}")
        yield f"noted.{ending}", "audio"
    media_files.ffmpeg(*media_files.FILM, "-t", "1", *note, "-pix_fmt", "yuv420p", "-c:v", "libx264", folder / "noted.mp4")
    yield "noted.mp4", "video"
    Image.new("RGB", (64, 40), "teal").save(folder / "noted.avif", exif=noted_exif())
    yield "noted.avif", "image"
    (folder / "noted.pdf").write_bytes(media_files.pdf(author=media_files.NAME))
    yield "noted.pdf", "document"


def test_the_advice_of_a_finding_takes_the_metadata_out(empty, tmp_path):
    """What stays in documents and recordings, and the command that each finding names."""
    media_files.tool("qpdf", "qpdf")
    media = empty / "content/media"
    files = {name: media_newsroom.record(media, name, kind) for name, kind in noted_files(media)}
    show(empty, *(path.stem for path in files.values()))
    for name, record in files.items():
        assert media_metadata.of_bytes(media / name), name
        own = findings(empty, record.relative_to(empty).as_posix())
        assert [finding["rule"] for finding in own] == ["media-metadata-stays"], own
        command = shlex.split(re.search("`([^`]*)`", own[0]["help"]).group(1))
        assert command[0] in ("ffmpeg", "qpdf", "exiftool"), command
        quiet = ["-loglevel", "error", "-nostdin"] if command[0] == "ffmpeg" else []
        media_files.run(command[0], *quiet, *command[1:], cwd=media)
        for new in media.glob("new.*"):
            shutil.move(new, media / name)
        assert findings(empty, record.relative_to(empty).as_posix()) == [], (name, command)
    media_newsroom.build(empty, tmp_path / "site")
    published = sorted((tmp_path / "site/media").iterdir())
    assert len(published) == len(files)
    assert media_metadata.of_exiftool(published) == {}
    assert {file.name: found for file in published if (found := media_metadata.of_bytes(file))} == {}


@pytest.mark.parametrize("name", ["square", "turned-6", "crowd", "gauge", "radar"])
def test_the_advice_for_a_pictures_own_file_leaves_the_picture_as_it_is(room, empty, name):
    source = room.originals[name]
    file = empty / "content/media" / source.name
    shutil.copy(source, file)
    record = media_newsroom.record(file.parent, file.name, "image")
    show(empty, record.stem)
    own = [each for each in findings(empty, record.relative_to(empty).as_posix()) if each["rule"] == "media-metadata"]
    media_files.run(*shlex.split(re.search("`(exiftool [^`]*)`", own[0]["help"]).group(1)), "-m", "-q", "-q", cwd=file.parent)
    assert media_metadata.of_bytes(file) == []
    with Image.open(source) as before, Image.open(file) as after:
        assert ImageOps.exif_transpose(before).tobytes() == ImageOps.exif_transpose(after).tobytes()
        assert before.info.get("icc_profile") == after.info.get("icc_profile")


def long_film(folder):
    """The record of a film of 200 MB, sparse here, so that it costs a second."""
    media = folder / "content/media"
    media_files.ffmpeg(*media_files.FILM, *media_files.CLEAN, "-pix_fmt", "yuv420p", "-c:v", "libx264", media / "long.mp4")
    with (media / "long.mp4").open("r+b") as file:
        file.seek(0, 2)
        length = 200_000_000 - file.tell()
        file.write(length.to_bytes(4, "big") + b"mdat")
        file.truncate(200_000_000)
    record = media_newsroom.record(media, "long.mp4", "video")
    show(folder, record.stem)
    return record


def test_a_long_film_goes_out_whole_where_the_newsroom_says_so(empty, tmp_path):
    long_film(empty)
    with (empty / "content/site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("\nmedia: {file-megabytes: 250}\n")
    media_newsroom.build(empty, tmp_path / "site")
    page = (tmp_path / "site/claims/permit-letter/index.html").read_text(encoding="utf-8")
    assert "media/long-mp4.mp4" in page and "autoplay" not in page
    sizes = [path.stat().st_size for path in (tmp_path / "site/media").iterdir()]
    assert sizes == [200_000_000]
    # The page itself stays light: nothing of the film is loaded before a reader asks.
    assert 'preload="none"' in page or "<video" not in page


def test_a_film_that_is_too_long_for_hosts_stays_with_the_newsroom(empty, tmp_path):
    record = long_film(empty)
    own = findings(empty, record.relative_to(empty).as_posix())
    assert [(each["rule"], each["severity"]) for each in own] == [("media-too-large", "warning")]
    assert "200 MB" in own[0]["message"] and "100 MB" in own[0]["message"]
    media_newsroom.build(empty, tmp_path / "site")
    assert not (tmp_path / "site/media").exists()
    assert "long-mp4.mp4" not in (tmp_path / "site/claims/permit-letter/index.html").read_text(encoding="utf-8")


def test_a_film_of_nothing_but_zeros_is_damaged(empty):
    media = empty / "content/media"
    with (media / "endless.mp4").open("wb") as file:
        file.write(b"\0\0\0\x18ftypisom\0\0\0\0isommp42")
        file.truncate(257 * 1024 * 1024)
    record = media_newsroom.record(media, "endless.mp4", "video")
    show(empty, record.stem)
    own = findings(empty, record.relative_to(empty).as_posix())
    assert [(each["rule"], each["severity"]) for each in own] == [("media-damaged", "error")]


def test_a_new_record_says_what_the_file_is_and_what_does_not_go_out(room, empty):
    media = empty / "content/media"
    for name in ("square", "call", "letter", "route"):
        shutil.copy(room.originals[name], media / room.originals[name].name)
    said = {}
    for name in ("square.jpg", "call.wav", "letter.pdf", "route.svg"):
        done = media_newsroom.assay(empty, "new", "media", name)
        assert done.returncode == 0, done.stderr
        said[name] = done.stdout + done.stderr
        record = (media / (name.partition(".")[0] + ".md")).read_text(encoding="utf-8")
        assert f"file: {name}" in record
    assert "4000 by 3000 pixels" in said["square.jpg"] and "EXIF with a position" in said["square.jpg"]
    assert "kind: audio" in (media / "call.md").read_text(encoding="utf-8")
    assert "kind: document" in (media / "letter.md").read_text(encoding="utf-8")
    done = media_newsroom.assay(empty, "new", "media", "absent.jpg")
    assert done.returncode != 0 and "content/media/absent.jpg" in done.stderr


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("photo.heic", "`vips copy photo.heic photo.jpg`"), ("film.MOV", "`ffmpeg -i film.MOV film.mp4`"),
        ("minutes.docx", "`soffice --convert-to pdf minutes.docx`"), ("notes.txt", "use one of these: jpg, png"),
    ],
)  # fmt: skip
def test_a_format_that_browsers_do_not_show_has_a_command_that_makes_one(empty, name, words):
    (empty / "content/media" / name).write_bytes(b"\0" * 64)
    done = media_newsroom.assay(empty, "new", "media", name)
    assert done.returncode != 0 and words in done.stderr and f"`{name}`" in done.stderr, done.stderr
    assert list((empty / "content/media").glob("*.md")) == []


def test_a_file_that_is_not_what_its_name_says_gets_no_record(empty):
    (empty / "content/media/film.mp4").write_bytes(saved("JPEG"))
    done = media_newsroom.assay(empty, "new", "media", "film.mp4")
    assert done.returncode != 0 and "is a JPEG picture" in done.stderr and "rename it to `film.jpg`" in done.stderr
    assert list((empty / "content/media").glob("*.md")) == []


@pytest.mark.parametrize(("noted", "made"), [("2019:02:03 16:10:00", "2019-02-03"), ("0000:00:00 00:00:00", None)])
def test_a_new_record_has_the_day_on_which_a_picture_was_taken(empty, noted, made):
    exif = Image.Exif()
    exif.get_ifd(0x8769)[0x9003] = noted
    (empty / "content/media/crowd.jpg").write_bytes(saved("JPEG", exif=exif))
    done = media_newsroom.assay(empty, "new", "media", "crowd.jpg")
    record = (empty / "content/media/crowd.md").read_text(encoding="utf-8")
    assert done.returncode == 0 and (f"made: {made}" in record) is bool(made), record
    assert (str(made) in done.stdout + done.stderr) is bool(made)
