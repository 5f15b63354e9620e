/// Looks through a file of boxes (ISO base media format): AVIF, MP4 and M4A. Assay does not take metadata out of them.
enum BoxInspection {
    private typealias Box = (name: String, content: Range<Int>)

    static func inspect(_ file: inout MediaReader, as format: MediaFormat) throws(MediaProblem)
        -> CleanedMedia
    {
        var media = CleanedMedia()
        let top = try boxes(&file, in: 0..<file.count)
        for box in top where !parts.contains(box.name) {
            // Empty space is written for later use, and holds nothing.
            var isEmpty = ["free", "skip"].contains(box.name)
            if isEmpty { isEmpty = try file.isZero(box.content) }
            if !isEmpty, box.name != "meta" || format != .avif { media.stays.append("a box `\(box.name)`") }
        }
        if format == .avif {
            try inspectPicture(&file, top, &media)
            return media
        }
        guard let movie = top.first(where: { $0.name == "moov" }) else { throw .truncated }
        for name in ["udta", "meta", "uuid"] where try holds(&file, name, in: movie.content, depth: 3) {
            media.stays.append("a box `\(name)` with what its program noted")
        }
        for box in try headers(&file, in: movie.content, depth: 3) {
            let start = box.content.lowerBound
            if box.name == "hdlr" {
                let track = try file.name(at: try file.part(start + 8, length: 4))
                if !["vide", "soun"].contains(track) { media.stays.append("a track of data") }
            } else {
                let length = try file.byte(start) == 1 ? 8 : 4
                if try file.big(length, at: start + 4) != 0 {
                    media.stays.append("the time of the recording")
                }
            }
        }
        return media
    }

    private static func inspectPicture(_ file: inout MediaReader, _ top: [Box], _ media: inout CleanedMedia)
        throws(MediaProblem)
    {
        guard let meta = top.first(where: { $0.name == "meta" }) else {
            throw .malformed("there is no picture in it")
        }
        let items = try AVIFItems(&file, meta: meta.content)
        media.stays += items.metadata
        media.size = items.size
        media.isTurned = items.isTurned
    }

    /// The boxes that pictures and sound are made from.
    private static let parts: Set<String> = ["ftyp", "styp", "moov", "moof", "mdat", "sidx", "mfra"]
    /// More boxes in one than any program writes, also of a film that is sent in pieces of a second.
    private static let boxLimit = 100_000

    /// The headers of a film and its tracks: their times, and what the tracks hold.
    private static func headers(_ file: inout MediaReader, in range: Range<Int>, depth: Int)
        throws(MediaProblem) -> [Box]
    {
        var found: [Box] = []
        for box in try boxes(&file, in: range) {
            switch box.name {
            case "mvhd", "tkhd", "mdhd", "hdlr": found.append(box)
            case "trak" where depth > 0, "mdia" where depth > 0:
                found += try headers(&file, in: box.content, depth: depth - 1)
            default: break
            }
        }
        return found
    }

    private static func holds(_ file: inout MediaReader, _ name: String, in range: Range<Int>, depth: Int)
        throws(MediaProblem)
        -> Bool
    {
        for box in try boxes(&file, in: range) {
            if box.name == name, try !isBlank(box, of: &file) { return true }
            if depth > 0, box.name == "trak" || box.name == "mdia",
                try holds(&file, name, in: box.content, depth: depth - 1)
            {
                return true
            }
        }
        return false
    }

    /// Whether a box is the frame of metadata alone: `ffmpeg` writes one even when it was told to leave all of them out.
    private static func isBlank(_ box: Box, of file: inout MediaReader) throws(MediaProblem) -> Bool {
        switch box.name {
        case "udta": return try holdsBlank(["meta"], &file, in: box.content)
        case "meta":
            guard box.content.count >= 4, try file.big(4, at: box.content.lowerBound) == 0 else {
                return false
            }
            return try holdsBlank(["hdlr", "ilst"], &file, in: box.content.dropFirst(4))
        case "hdlr": return try file.isZero(box.content.dropFirst(handlerLength))
        case "ilst": return box.content.isEmpty
        default: return false
        }
    }

    private static func holdsBlank(_ names: Set<String>, _ file: inout MediaReader, in range: Range<Int>)
        throws(MediaProblem) -> Bool
    {
        // What is no row of boxes is no empty frame of them.
        guard let inner = try? boxes(&file, in: range) else { return false }
        for box in inner {
            guard names.contains(box.name), try isBlank(box, of: &file) else { return false }
        }
        return true
    }

    /// The length of what stands before the name in a box `hdlr`: the kind of what it handles, and space that is kept free.
    private static let handlerLength = 24

    /// The boxes in a range, each of which has to lie in it.
    private static func boxes(_ file: inout MediaReader, in range: Range<Int>) throws(MediaProblem) -> [Box] {
        var boxes: [Box] = []
        var position = range.lowerBound
        while position < range.upperBound {
            var length = try file.big(4, at: position)
            let name = try file.name(at: try file.part(position + 4, length: 4))
            var header = 8
            if length == 1 {
                guard try file.byte(position + 8) == 0 else { throw .truncated }
                length = try file.big(8, at: position + 8)
                header = 16
            } else if length == 0 {
                length = range.upperBound - position
            }
            guard length >= header else { throw .malformed("a box has no length") }
            guard length <= range.upperBound - position else { throw .truncated }
            boxes.append((name, position + header..<position + length))
            guard boxes.count <= boxLimit else { throw .malformed("it has too many boxes") }
            position += length
        }
        return boxes
    }
}
