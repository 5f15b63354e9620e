"""Pictures, recordings and documents, made when tests run: each with all the metadata that programs write into its format.

`Kestrel Quill` is the name that every metadata field holds, and PLACE the position of the camera: neither may go out.
"""

import functools
import io
import math
import random
import shutil
import struct
import subprocess
import wave
import zipfile

import pytest
from PIL import Image, ImageDraw, ImageFont, PngImagePlugin

NAME = "Kestrel Quill"
PLACE = {"GPSLatitude": "54.3233", "GPSLatitudeRef": "N", "GPSLongitude": "10.1228", "GPSLongitudeRef": "E"}
# What exiftool writes wherever a format has a place for it.
NOTED = {
    "EXIF:Artist": NAME,
    "EXIF:Make": NAME,
    "EXIF:Copyright": NAME,
    "EXIF:ImageDescription": NAME,
    "EXIF:DateTimeOriginal": "2019:02:03 16:10:00",
    "EXIF:SerialNumber": NAME,
    "XMP:Creator": NAME,
    "XMP:CreatorTool": NAME,
    "IPTC:By-line": NAME,
    "IPTC:City": NAME,
    "Photoshop:PhotoshopQuality": "5",
    "File:Comment": NAME,
    **{f"EXIF:{tag}": value for tag, value in PLACE.items()},
}


def tool(name, package):
    """A program of the system's; skips the test where it is absent."""
    return shutil.which(name) or pytest.skip(f"absent: {name} (Debian: {package})")


def run(*command, **options):
    done = subprocess.run([str(part) for part in command], capture_output=True, **options)
    assert done.returncode == 0, done.stderr.decode(errors="replace")[-2000:]
    return done.stdout


def note(tags, *files):
    """Writes metadata into files; formats take what they have a place for."""
    arguments = [f"-{tag}={value}" for tag, value in tags.items()]
    run(tool("exiftool", "libimage-exiftool-perl"), "-q", "-q", "-m", "-overwrite_original", *arguments, *files)


def ffmpeg(*arguments):
    quiet = ["-hide_banner", "-loglevel", "error", "-nostdin", "-y"]
    run(tool("ffmpeg", "ffmpeg"), *quiet, *arguments)


def font(size):
    return ImageFont.load_default(size)


@functools.cache
def square(width=4000, height=3000):
    """A market square under water, with a tower: large areas, edges and a little noise, as photographs have them."""
    picture = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(picture)
    for y in range(height):
        share = y / height
        draw.line([(0, y), (width, y)], (int(150 - 60 * share), int(168 - 50 * share), int(180 - 55 * share)))
    chance = random.Random(7)
    left = 0
    while left < width:
        wide = chance.randrange(width // 14, width // 8)
        top = chance.randrange(int(height * 0.25), int(height * 0.42))
        wall = tuple(chance.randrange(120, 205) for _ in range(3))
        draw.rectangle([left, top, left + wide, height * 0.72], wall)
        draw.polygon([(left, top), (left + wide / 2, top - height * 0.07), (left + wide, top)], (110, 62, 50))
        for x in range(int(left + wide * 0.15), int(left + wide * 0.8), wide // 4):
            for y in range(int(top + height * 0.03), int(height * 0.66), height // 14):
                draw.rectangle([x, y, x + wide // 9, y + height // 28], (52, 60, 70))
        left += wide
    x = width * 0.58
    draw.rectangle([x, height * 0.1, x + width * 0.09, height * 0.72], (168, 150, 122))
    draw.polygon([(x, height * 0.1), (x + width * 0.045, height * 0.01), (x + width * 0.09, height * 0.1)], (70, 80, 78))
    middle, round_ = (x + width * 0.045, height * 0.19), width * 0.032
    draw.ellipse([middle[0] - round_, middle[1] - round_, middle[0] + round_, middle[1] + round_], (240, 236, 220), (40, 40, 40), width // 300)
    for angle, length in ((math.radians(35), 0.6), (math.radians(-30), 0.85)):
        end = (middle[0] + round_ * length * math.cos(angle), middle[1] + round_ * length * math.sin(angle))
        draw.line([middle, end], (30, 30, 30), width // 400)
    for y in range(int(height * 0.62), height):
        wave_ = int(14 * math.sin(y / height * 90))
        draw.line([(0, y), (width, y)], (104 + wave_, 92 + wave_, 70 + wave_))
    draw.rectangle([width * 0.2, height * 0.57, width * 0.36, height * 0.66], (232, 232, 228))
    draw.rectangle([width * 0.3, height * 0.585, width * 0.35, height * 0.62], (60, 70, 80))
    grain = Image.effect_noise((width // 2, height // 2), 14).resize((width, height))
    return Image.blend(picture, Image.merge("RGB", [grain] * 3), 0.06)


@functools.cache
def whole(width=2400, height=1600):
    """The picture that the other was cut from, with a board that says its day."""
    picture = Image.new("RGB", (width, height), (150, 168, 180))
    picture.paste(square().resize((int(width * 0.8), int(width * 0.6))), (int(width * 0.2), int(height - width * 0.6)))
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, height * 0.62, width * 0.2, height], (104, 92, 70))
    draw.rectangle([width * 0.03, height * 0.4, width * 0.18, height * 0.66], (20, 44, 78))
    draw.text((width * 0.045, height * 0.48), "3.2.2019", "white", font(width // 36))
    return picture


def arrow(width=360, height=240):
    """An arrow that points up, red at its left and blue at its right: no turn and no mirror leaves it as it is."""
    picture = Image.new("RGB", (width, height), (236, 238, 236))
    draw = ImageDraw.Draw(picture)
    draw.rectangle([0, 0, width // 6, height], (190, 30, 40))
    draw.rectangle([width - width // 6, 0, width, height], (30, 60, 180))
    draw.polygon([(width // 2, height // 10), (width * 3 // 10, height // 2), (width * 7 // 10, height // 2)], "black")
    draw.rectangle([width * 9 // 20, height // 2, width * 11 // 20, height * 9 // 10], "black")
    return picture


# How a camera stores an upright picture in each orientation: the inverse of what a viewer does.
STORED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def turned(orientation):
    """The arrow as a camera stores it, and the EXIF that says how it was held."""
    picture = arrow()
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x013B] = NAME
    stored = STORED.get(orientation)
    return (picture if stored is None else picture.transpose(stored)), exif


def jpeg(picture, **options):
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82, **options)
    return out.getvalue()


def with_thumbnail(data, picture):
    """A JPEG file whose EXIF holds a small copy of the picture, as that of every camera does."""
    small = jpeg(picture.resize((160, 120)))
    # TIFF: an empty first directory, and a second one with the place and the length of the small copy (EXIF 2.32, 4.5.2).
    second = struct.pack(">HHHIIHHIII", 2, 0x0201, 4, 1, 44, 0x0202, 4, 1, len(small), 0)
    tiff = b"MM\0*" + struct.pack(">IHI", 8, 0, 14) + second
    content = b"Exif\0\0" + tiff + small
    assert len(tiff) == 44
    return data[:2] + b"\xff\xe1" + struct.pack(">H", len(content) + 2) + content + data[2:]


def screenshot():
    """A post as a telephone shows it: small letters over a picture."""
    picture = Image.new("RGB", (720, 900), "white")
    draw = ImageDraw.Draw(picture)
    draw.ellipse([28, 24, 92, 88], (46, 92, 120))
    draw.text((112, 28), "Storm Watch", (15, 20, 25), font(28))
    draw.text((112, 62), "@stormwatch", (90, 100, 110), font(22))
    draw.text((28, 112), "The square this morning!! Nobody warned us.", (15, 20, 25), font(30))
    draw.text((28, 150), "Share before they delete it", (15, 20, 25), font(30))
    picture.paste(square().resize((664, 498)), (28, 210))
    draw.text((28, 730), "07:12 · 20 Nov 2026 · 41,203 views", (90, 100, 110), font(22))
    return picture


def chart():
    picture = Image.new("RGB", (1200, 700), "white")
    draw = ImageDraw.Draw(picture)
    draw.line([(90, 40), (90, 620), (1160, 620)], "black", 3)
    draw.line([(90, 120), (1160, 120)], (190, 30, 40), 4)
    draw.text((100, 78), "2.4 m: the square floods", (190, 30, 40), font(34))
    points = [(90 + x * 10, 560 - 190 * math.sin(math.pi * x / 107) ** 2) for x in range(108)]
    draw.line(points, (20, 70, 130), 7)
    draw.text((560, 310), "1.1 m", (20, 70, 130), font(34))
    for hour in range(0, 25, 6):
        draw.text((80 + hour * 43, 636), f"{hour:02}:00", "black", font(28))
    return picture


def radar(step):
    picture = Image.new("P", (480, 360), 0)
    picture.putpalette([238, 240, 236, 70, 110, 70, 30, 90, 180, 20, 20, 20] + [0] * 756)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(0, 220), (180, 190), (300, 260), (480, 210), (480, 360), (0, 360)], 1)
    draw.ellipse([40 * step, 20 + 4 * step, 40 * step + 150, 100 + 4 * step], 2)
    draw.ellipse([232, 206, 248, 222], 3)
    return picture


SVG = f"""<?xml version="1.0" encoding="UTF-8"?>
<!-- drawn by {NAME} -->
<svg xmlns="http://www.w3.org/2000/svg" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" viewBox="0 0 640 140" inkscape:export-filename="/home/{NAME}/route.png">
<metadata>{NAME}</metadata>
<inkscape:path-effect owner="{NAME}"/>
<style>text {{ font: 20px sans-serif; text-anchor: middle }} rect {{ fill: #e4ecf2; stroke: #1a4a70; stroke-width: 2 }}</style>
<defs><marker id="tip" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0L10 5L0 10z"/></marker></defs>
<rect x="4" y="40" width="160" height="60"/><text x="84" y="76">Seen at</text>
<rect x="240" y="40" width="160" height="60"/><text x="320" y="76">Made from</text>
<rect x="476" y="40" width="160" height="60"/><text x="556" y="76">First seen</text>
<g stroke="#15181b" stroke-width="2" marker-end="url(#tip)"><path d="M164 70H236" marker-end="url(#tip)"/><path d="M400 70H472" marker-end="url(#tip)"/></g>
</svg>
"""


def pdf(pages=("Letter of the harbour office", "Permits stay free of charge.", "Annex"), author=None):
    """A document of plain text; without an author it has no metadata at all."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    kids = []
    for number, text in enumerate(pages, 1):
        stream = f"BT /F1 20 Tf 72 720 Td ({text}) Tj 0 -40 Td (Page {number}) Tj ET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        font_, size = "<< /Font << /F1 3 0 R >> >>", "[0 0 595 842]"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox {size} /Resources {font_} /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    info = ""
    if author:
        objects.append(f"<< /Author ({author}) /Producer ({author}) /CreationDate (D:20260914080000Z) >>")
        info = f" /Info {len(objects)} 0 R"
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n<< /Size {len(objects) + 1} /Root 1 0 R{info} >>\n"
    return (out + end + f"startxref\n{len(out)}\n%%EOF\n").encode("latin-1")


def sound(seconds=4, rate=8000):
    """A tone that rises each second, as a WAV file."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        pitches = (330 * (1 + at // rate) for at in range(seconds * rate))
        file.writeframes(b"".join(struct.pack("<h", int(9000 * math.sin(at * p / rate * 6.283))) for at, p in enumerate(pitches)))
    return out.getvalue()


def archive():
    """A zip archive, whatever its name says."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        file.writestr("page.html", "<script>alert(1)</script>")
    return out.getvalue()


# The commands by which the findings say that a file without metadata is made.
CLEAN = ["-map_metadata", "-1", "-fflags", "+bitexact", "-flags", "+bitexact"]
FILM = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=12:duration=4", "-f", "lavfi", "-i", "sine=330:duration=4"]


def make_pictures(folder):
    shared = square().crop((0, 0, 4000, 3000))
    (folder / "square.jpg").write_bytes(with_thumbnail(jpeg(shared), shared))
    (folder / "square-2019.jpg").write_bytes(jpeg(whole().convert("CMYK")))
    (folder / "panorama.jpg").write_bytes(jpeg(square().resize((3200, 2400)).crop((0, 1000, 3200, 1320)), progressive=True))
    (folder / "tower.jpg").write_bytes(jpeg(square().crop((2250, 0, 2750, 2400)).convert("L")))
    (folder / "injured.jpg").write_bytes(jpeg(Image.effect_mandelbrot((900, 600), (-2, -1.2, 1, 1.2), 40)))
    (folder / "permit.jpg").write_bytes(jpeg(whole().resize((600, 400)).quantize(24).convert("RGB")))
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", NAME)
    text.add_text("Comment", NAME, zip=True)
    text.add_itxt("Title", NAME, "en", NAME)
    text.add(b"tIME", struct.pack(">HBBBBB", 2019, 2, 3, 16, 10, 0))
    chart().save(folder / "gauge.png", pnginfo=text, dpi=(144, 144))
    screenshot().quantize(64).save(folder / "square-post.png", pnginfo=text)
    frames = [radar(step) for step in range(6)]
    frames[0].save(folder / "radar.gif", save_all=True, append_images=frames[1:], duration=500, loop=0, comment=NAME.encode())
    (folder / "route.svg").write_text(SVG, encoding="utf-8")
    crowd = whole().crop((960, 300, 2400, 1500))
    crowd.save(folder / "crowd.webp", quality=70, icc_profile=profile())
    whole().resize((1200, 800)).save(folder / "crowd-whole.avif", quality=55)
    for orientation in range(1, 9):
        picture, exif = turned(orientation)
        (folder / f"turned-{orientation}.jpg").write_bytes(jpeg(picture, exif=exif))
    picture, _ = turned(6)
    only = Image.Exif()
    only[0x0112] = 6
    # In AVIF the turn is no metadata but a part of the picture (`irot`).
    picture.save(folder / "turned-avif.avif", quality=90, exif=only)
    noted = ["square.jpg", "square-2019.jpg", "panorama.jpg", "injured.jpg", "permit.jpg", "gauge.png", "radar.gif", "crowd.webp"]
    note(NOTED, *(folder / name for name in noted))
    with (folder / "square.jpg").open("ab") as file:
        file.write(b"behind the end of the picture: " + NAME.encode())


def profile():
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def make_recordings(folder):
    (folder / "call.wav").write_bytes(sound())
    ffmpeg("-i", folder / "call.wav", *CLEAN, "-id3v2_version", "0", "-write_xing", "0", folder / "call-whole.mp3")
    ffmpeg("-i", folder / "call.wav", "-metadata", f"artist={NAME}", folder / "call-radio.ogg")
    ffmpeg(*FILM, *CLEAN, "-pix_fmt", "yuv420p", "-c:v", "libx264", "-g", "12", folder / "ferry.mp4")
    ffmpeg(*FILM, "-metadata", f"artist={NAME}", "-c:v", "libvpx", "-g", "12", "-b:v", "200k", folder / "ferry-drill.webm")


def make(folder):
    """The files of the newsroom with every medium, beside its records."""
    make_pictures(folder)
    make_recordings(folder)
    (folder / "letter.pdf").write_bytes(pdf())
