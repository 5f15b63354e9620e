"""What exiftool and Pillow read in a file besides what the picture or the sound is made from."""

import json
import re

from PIL import Image

import media_files

# What says how a picture or a recording is coded, and nothing else; by exiftool's groups (family 1).
CODING = {
    "ExifTool": r".*",
    "System": r".*",
    "File": r"FileType|FileTypeExtension|MIMEType|MIMEEncoding|ExifByteOrder|Image(Width|Height)|EncodingProcess"
    r"|BitsPerSample|ColorComponents|YCbCrSubSampling|LineCount|WordCount|Newlines",
    "Composite": r"ImageSize|Megapixels|Duration|AvgBitrate|Rotation",
    "JFIF": r"JFIFVersion|ResolutionUnit|[XY]Resolution",
    # The one field of EXIF without which a picture lies on its side.
    "IFD0": r"Orientation",
    "Adobe": r"DCTEncodeVersion|APP14Flags[01]|ColorTransform",
    r"ICC-.*|ICC_Profile": r".*",
    r"PNG(-pHYs)?": r"Image(Width|Height)|BitDepth|ColorType|Compression|Filter|Interlace|Palette|Transparency|Gamma"
    r"|SRGBRendering|BackgroundColor|PixelsPerUnit[XY]|PixelUnits|Animation(Frames|Plays)|SignificantBits",
    "GIF": r"GIFVersion|Image(Width|Height)|HasColorMap|ColorResolutionDepth|BitsPerPixel|BackgroundColor|TransparentColor"
    r"|AnimationIterations|FrameCount|Duration",
    "RIFF": r"WebP_Flags|Image(Width|Height)|VP8(Version|L.*)|(Horizontal|Vertical)Scale|AlphaIsUsed|Alpha.*|BackgroundColor"
    r"|AnimationLoopCount|FrameCount|Duration|Encoding|NumChannels|SampleRate|AvgBytesPerSec|BitsPerSample",
    "SVG": r"Xmlns.*|ViewBox|Image(Width|Height)|SVGVersion",
    "PDF": r"PDFVersion|Linearized|PageCount|PageLayout|PageMode",
    "MPEG": r".*",
    r"QuickTime|Meta|Track\d+": r"(Major|Compatible)Brands?|MinorVersion|MediaData(Size|Offset)|MovieHeaderVersion|TimeScale|Duration"
    r"|Preferred(Rate|Volume)|MatrixStructure|Preview(Time|Duration)|PosterTime|Selection(Time|Duration)|CurrentTime|NextTrackID"
    r"|Track(HeaderVersion|ID|Duration|Layer|Volume)|(Source)?Image(Width|Height)|MediaHeaderVersion|MediaTimeScale|MediaDuration"
    r"|MediaLanguageCode|HandlerType|HandlerVendorID|GraphicsMode|OpColor|Compressor(ID|Name)|BitDepth|[XY]Resolution|VideoFrameRate"
    r"|Audio(Format|Channels|BitsPerSample|SampleRate)|Balance|BufferSize|(Max|Average)Bitrate|PixelAspectRatio|ColorProfiles"
    r"|ColorPrimaries|TransferCharacteristics|MatrixCoefficients|VideoFullRangeFlag|PrimaryItemReference|Rotation|AV1.*|Chroma.*"
    r"|ImagePixelDepth|ImageSpatialExtent|InitialDelaySamples|SeqProfile|SeqTier0|MovieDataSize|MovieDataOffset",
}
# Times that are nought, and names that every program gives to a track.
EMPTY = {"0000:00:00 00:00:00", "", "VideoHandler", "SoundHandler", "(Binary data 0 bytes, use -b option to extract)"}

# What Pillow reads of how a picture is coded.
INFO = {
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "icc_profile", "adobe", "adobe_transform", "progressive",
    "progression", "version", "background", "duration", "loop", "extension", "transparency", "gamma", "srgb", "chromaticity",
    "timestamp", "interlace", "aspect", "bbox", "default_image", "disposal",
}  # fmt: skip


def is_coding(group, tag, value):
    if str(value) in EMPTY:
        return True
    return any(re.fullmatch(name, group) and re.fullmatch(tags, tag) for name, tags in CODING.items())


def of_exiftool(files):
    """What exiftool reads in files that is no coding, by file."""
    program = media_files.tool("exiftool", "libimage-exiftool-perl")
    read = json.loads(media_files.run(program, "-j", "-G1", "-a", "-ee", "-s", "-api", "largefilesupport=1", *files))
    found = {}
    for entry in read:
        pairs = [(*name.split(":", 1), value) for name, value in entry.items() if ":" in name]
        tags = {f"{group}:{tag}": value for group, tag, value in pairs if not is_coding(group, tag, value)}
        if tags:
            found[entry["SourceFile"]] = tags
    return found


def of_pillow(file):
    """What Pillow reads in a picture that is no coding."""
    with Image.open(file) as image:
        image.load()
        exif = image.getexif()
        found = set(image.info) - INFO - {"exif"}
        found |= {f"exif {tag:#x}" for tag in exif if tag != 0x0112}
        found |= {f"directory {tag:#x}" for tag in (0x8769, 0x8825, 0xA005) if exif.get_ifd(tag)}
        found |= {f"text {name}" for name in getattr(image, "text", {})}
        found |= {f"segment {name}" for name, content in getattr(image, "applist", []) if is_note(name, content)}
        return sorted(found)


def is_note(name, content):
    """Whether a segment of a JPEG file is there for something else than colours, sizes and the orientation."""
    kept = {"APP0": b"JFIF\0", "APP2": b"ICC_PROFILE\0", "APP14": b"Adobe"}
    if name == "APP1" and content.startswith(b"Exif\0\0") and len(content) == 32:
        return False
    return not (name in kept and content.startswith(kept[name]))


def of_bytes(file):
    """Whether the name that all metadata hold stands in a file, in the encodings that formats use."""
    content = file.read_bytes()
    return [encoding for encoding in ("utf-8", "utf-16-le", "utf-16-be") if media_files.NAME.encode(encoding) in content]
