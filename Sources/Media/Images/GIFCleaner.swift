/// Takes the metadata out of a GIF file (GIF89a): comments, plain text, and all applications' data but the number of repetitions.
enum GIFCleaner {
    static func clean(_ bytes: [UInt8]) throws(MediaProblem) -> CleanedMedia {
        var media = CleanedMedia()
        media.size = MediaSize(try bytes.little(2, at: 6), try bytes.little(2, at: 8))
        var position = 13 + colours(try bytes.byte(10))
        media.keep(try bytes.part(0, length: position))
        var hasFrame = false
        while true {
            let start = position
            switch try bytes.byte(position) {
            case 0x3B:
                media.keep(position..<position + 1)
                guard hasFrame, media.size != nil else { throw .malformed("there is no picture in it") }
                if position + 1 < bytes.count { media.removed.append("data behind the picture") }
                return media
            case 0x2C:
                hasFrame = true
                position += 10 + colours(try bytes.byte(position + 9)) + 1
                position = try end(ofBlocks: bytes, position)
                media.keep(start..<position)
            case 0x21:
                let label = try bytes.byte(position + 1)
                position = try end(ofBlocks: bytes, position + 2)
                pass(start..<position, label, of: bytes, &media)
            default: throw .malformed("a block does not begin where it should")
            }
        }
    }

    private static func pass(
        _ block: Range<Int>,
        _ label: Int,
        of bytes: [UInt8],
        _ media: inout CleanedMedia
    ) {
        let isLoop =
            block.count == 19 && bytes.holds("\u{0B}NETSCAPE2.0\u{03}\u{01}", at: block.lowerBound + 2)
        switch label {
        case 0xF9 where block.count == 8: media.keep(block)
        case 0xFF where isLoop: media.keep(block)
        case 0xFF:
            media.removed.append(bytes.first("XMP Data", in: block) != nil ? "XMP" : "an application's data")
        case 0xFE: media.removed.append("a comment")
        default: media.removed.append("text")
        }
    }

    /// The size of the table of colours that a byte of flags announces.
    private static func colours(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }

    /// Where a row of blocks ends, behind the empty one.
    private static func end(ofBlocks bytes: [UInt8], _ start: Int) throws(MediaProblem) -> Int {
        var position = start
        while true {
            let length = try bytes.byte(position)
            position += length + 1
            if length == 0 { return position }
        }
    }
}
