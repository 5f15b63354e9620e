"""What a value must look like once a page that shows it has been parsed."""

import re
from urllib.parse import unquote_to_bytes

CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
ALLOWED = {"http", "https", "mailto", "tel", "sms", "ftp", "geo", "urn", "doi"}


def text(value):
    """Text and attributes: the value itself, with U+FFFD for what XML 1.0 forbids."""
    return CONTROLS.sub("\ufffd", value)


def address_is_right(value, href):
    """An address: a scheme that is allowed, or none; the value itself once percent-encoding is undone."""
    if re.search("[\x00-\x20\"'<>`\\\\]", href):
        return False
    # A browser drops leading blanks and controls, and line ends anywhere (WHATWG URL).
    seen = re.sub("[\t\n\r]", "", value).lstrip("".join(map(chr, range(33))))
    scheme = re.match("[A-Za-z][A-Za-z0-9+.-]*(?=:)", seen)
    if scheme and scheme.group().lower() not in ALLOWED:
        return href == "about:invalid"
    shown = re.match("[A-Za-z][A-Za-z0-9+.-]*(?=:)", href)
    if shown and shown.group().lower() not in ALLOWED:
        return href == "about:invalid" and ("&" in value or "%" in value or ":" in value)
    if href == "about:invalid":
        return ":" in value or "&" in value or "%" in value
    return unquote_to_bytes(href) == unquote_to_bytes(value)
