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
            if box.name == name { return true }
            if depth > 0, box.name == "trak" || box.name == "mdia",
                try holds(bytes, name, in: box.content, depth: depth - 1)
            {
                return true
            }
        }
        return false
    }

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
