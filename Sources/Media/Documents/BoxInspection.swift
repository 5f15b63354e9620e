/// Looks through a file of boxes (ISO base media format): AVIF, MP4 and M4A. Assay does not take metadata out of them.
enum BoxInspection {
    private typealias Box = (name: String, content: Range<Int>)

    static func inspect(_ bytes: [UInt8], as format: MediaFormat) throws(MediaProblem) -> CleanedMedia {
        var media = CleanedMedia()
        let top = try boxes(bytes, in: bytes.indices)
        for box in top where !parts.contains(box.name) {
            // Empty space is written for later use, and holds nothing.
            let isEmpty = ["free", "skip"].contains(box.name) && bytes[box.content].allSatisfy { $0 == 0 }
            if !isEmpty, box.name != "meta" || format != .avif { media.stays.append("a box `\(box.name)`") }
        }
        if format == .avif {
            guard let meta = top.first(where: { $0.name == "meta" }) else {
                throw .malformed("there is no picture in it")
            }
            if bytes.first("Exif", in: meta.content) != nil { media.stays.append("EXIF") }
            if bytes.first("mime", in: meta.content) != nil { media.stays.append("XMP") }
            if let place = bytes.first("ispe", in: meta.content) {
                media.size = MediaSize(try bytes.big(4, at: place + 8), try bytes.big(4, at: place + 12))
            }
            return media
        }
        guard let movie = top.first(where: { $0.name == "moov" }) else { throw .truncated }
        for name in ["udta", "meta", "uuid"] where try holds(bytes, name, in: movie.content, depth: 3) {
            media.stays.append("a box `\(name)` with what its program noted")
        }
        for box in try headers(bytes, in: movie.content) {
            let start = box.content.lowerBound
            if box.name == "hdlr" {
                let track = bytes.name(at: try bytes.part(start + 8, length: 4))
                if !["vide", "soun"].contains(track) { media.stays.append("a track of data") }
            } else if try bytes.big(try bytes.byte(start) == 1 ? 8 : 4, at: start + 4) != 0 {
                media.stays.append("the time of the recording")
            }
        }
        return media
    }

    /// The boxes that pictures and sound are made from.
    private static let parts: Set<String> = ["ftyp", "styp", "moov", "moof", "mdat", "sidx", "mfra"]

    /// The headers of a film and its tracks: their times, and what the tracks hold.
    private static func headers(_ bytes: [UInt8], in range: Range<Int>) throws(MediaProblem) -> [Box] {
        var found: [Box] = []
        for box in try boxes(bytes, in: range) {
            switch box.name {
            case "mvhd", "tkhd", "mdhd", "hdlr": found.append(box)
            case "trak", "mdia": found += try headers(bytes, in: box.content)
            default: break
            }
        }
        return found
    }

    private static func holds(_ bytes: [UInt8], _ name: String, in range: Range<Int>, depth: Int)
        throws(MediaProblem)
        -> Bool
    {
        for box in try boxes(bytes, in: range) {
            if box.name == name, !isBlank(box, of: bytes) { return true }
            if depth > 0, box.name == "trak" || box.name == "mdia",
                try holds(bytes, name, in: box.content, depth: depth - 1)
            {
                return true
            }
        }
        return false
    }

    /// Whether a box is the frame of metadata alone: `ffmpeg` writes one even when it was told to leave all of them out.
    private static func isBlank(_ box: Box, of bytes: [UInt8]) -> Bool {
        switch box.name {
        case "udta": return holdsBlank(["meta"], bytes, in: box.content)
        case "meta":
            let hasVersion = box.content.count >= 4 && bytes[box.content].prefix(4).allSatisfy { $0 == 0 }
            return hasVersion && holdsBlank(["hdlr", "ilst"], bytes, in: box.content.dropFirst(4))
        case "hdlr": return bytes[box.content].dropFirst(handlerLength).allSatisfy { $0 == 0 }
        case "ilst": return box.content.isEmpty
        default: return false
        }
    }

    private static func holdsBlank(_ names: Set<String>, _ bytes: [UInt8], in range: Range<Int>) -> Bool {
        guard let inner = try? boxes(bytes, in: range) else { return false }
        return inner.allSatisfy { names.contains($0.name) && isBlank($0, of: bytes) }
    }

    /// The length of what stands before the name in a box `hdlr`: the kind of what it handles, and space that is kept free.
    private static let handlerLength = 24

    /// The boxes in a range, each of which has to lie in it.
    private static func boxes(_ bytes: [UInt8], in range: Range<Int>) throws(MediaProblem) -> [Box] {
        var boxes: [Box] = []
        var position = range.lowerBound
        while position < range.upperBound {
            var length = try bytes.big(4, at: position)
            let name = bytes.name(at: try bytes.part(position + 4, length: 4))
            var header = 8
            if length == 1 {
                guard try bytes.byte(position + 8) == 0 else { throw .truncated }
                length = try bytes.big(8, at: position + 8)
                header = 16
            } else if length == 0 {
                length = range.upperBound - position
            }
            guard length >= header else { throw .malformed("a box has no length") }
            guard length <= range.upperBound - position else { throw .truncated }
            boxes.append((name, position + header..<position + length))
            position += length
        }
        return boxes
    }
}
