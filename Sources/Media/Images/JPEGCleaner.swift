/// Takes the metadata out of a JPEG file (ITU-T T.81): all application segments and comments but those that colours need.
///
/// The orientation stays, in an EXIF segment that holds nothing else. What lies behind the picture, such as previews and the video
/// of a moving photograph, goes too.
enum JPEGCleaner {
    static func clean(_ bytes: [UInt8]) throws(MediaProblem) -> CleanedMedia {
        var media = CleanedMedia()
        media.keep(0..<2)
        var orientation: Int?
        var hasScan = false
        var position = 2
        while true {
            guard try bytes.byte(position) == 0xFF else {
                throw .malformed("a segment does not begin where it should")
            }
            while try bytes.byte(position + 1) == 0xFF { position += 1 }
            let marker = try bytes.byte(position + 1)
            if marker == 0xD9 { break }
            guard marker >= 0xC0, !(0xD0...0xD8).contains(marker) else {
                throw .malformed("a marker is out of place")
            }
            let length = try bytes.big(2, at: position + 2)
            guard length >= 2 else { throw .malformed("a segment has no length") }
            let segment = try bytes.part(position, length: length + 2)
            position = segment.upperBound
            if (0xE0...0xEF).contains(marker) || marker == 0xFE {
                pass(segment, marker, of: bytes, &media, &orientation)
                continue
            }
            // Reserved segments: no decoder reads them, so whatever is there is no part of the picture.
            if marker == 0xC8 || marker >= 0xF0 {
                media.removed.append("a reserved segment")
                continue
            }
            if isFrame(marker) {
                media.size = MediaSize(
                    try bytes.big(2, at: segment.lowerBound + 7),
                    try bytes.big(2, at: segment.lowerBound + 5)
                )
            }
            if marker == 0xDA {
                hasScan = true
                position = try scanEnd(bytes, from: segment.upperBound)
            }
            media.keep(segment.lowerBound..<position)
        }
        guard hasScan, let size = media.size else { throw .malformed("there is no picture in it") }
        media.keep(position..<position + 2)
        if position + 2 < bytes.count { media.removed.append("data behind the picture") }
        media.isTurned = orientation != nil
        if let orientation, orientation >= 5 { media.size = MediaSize(size.height, size.width) }
        return media
    }

    /// Keeps what colours need of an application segment or a comment, and names what goes.
    private static func pass(
        _ segment: Range<Int>,
        _ marker: Int,
        of bytes: [UInt8],
        _ media: inout CleanedMedia,
        _ orientation: inout Int?
    ) {
        let start = segment.lowerBound + 4
        switch marker {
        case 0xE0 where bytes.holds("JFIF\0", at: start) && segment.count >= 18:
            if segment.count == 18 {
                media.keep(segment)
            } else {
                media.write([0xFF, 0xE0, 0, 16] + bytes[start..<start + 12] + [0, 0])
                media.removed.append("a thumbnail")
            }
        case 0xE1 where bytes.holds("Exif\0\0", at: start):
            let exif = Exif(bytes, tiff: min(start + 6, segment.upperBound)..<segment.upperBound)
            if media.day == nil { media.day = exif.day }
            if orientation == nil, exif.orientation > 1 {
                let content = Array("Exif\0\0".utf8) + Exif.minimal(orientation: exif.orientation)
                let kept = [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
                media.write(kept)
                orientation = exif.orientation
                if bytes[segment].elementsEqual(kept) { return }
            }
            media.removed.append(exif.name)
        case 0xE1 where bytes.holds("http://ns.adobe.com/x", at: start): media.removed.append("XMP")
        case 0xE2 where bytes.holds("ICC_PROFILE\0", at: start): media.keep(segment)
        case 0xEE where bytes.holds("Adobe", at: start) && segment.count >= 16:
            media.write([0xFF, 0xEE, 0, 14] + bytes[start..<start + 12])
            if segment.count > 16 { media.removed.append("data behind the colours") }
        case 0xED: media.removed.append("IPTC")
        case 0xFE: media.removed.append("a comment")
        default: media.removed.append("a segment APP\(marker - 0xE0)")
        }
    }

    /// Whether a marker begins a frame, which has the picture's size.
    private static func isFrame(_ marker: Int) -> Bool {
        (0xC0...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker)
    }

    /// Where the coded data of a scan end: at the next marker that is neither a restart nor a stuffed byte.
    private static func scanEnd(_ bytes: [UInt8], from start: Int) throws(MediaProblem) -> Int {
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == 0xFF {
                let next = bytes[offset + 1]
                if next != 0, next != 0xFF, !(0xD0...0xD7).contains(next) { return offset }
            }
            offset += 1
        }
        throw .truncated
    }
}
