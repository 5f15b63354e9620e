/// Takes the metadata out of a WebP file (RFC 9649): EXIF, XMP, and chunks that nobody knows.
///
/// An orientation in EXIF goes as well. Some browsers turn such a picture and others do not (Chromium), so whoever uses the file has to
/// ask whether it is turned.
enum WebPCleaner {
    static func clean(_ bytes: [UInt8]) throws(MediaProblem) -> CleanedMedia {
        let riff = try bytes.part(8, length: try bytes.little(4, at: 4))
        var media = CleanedMedia()
        var kept: [MediaPiece] = []
        var position = 12
        var hasPixels = false
        while position < riff.upperBound {
            let name = bytes.name(at: try bytes.part(position, length: 4))
            let length = try bytes.little(4, at: position + 4)
            let content = try bytes.part(position + 8, length: length)
            let chunk = position..<min(content.upperBound + length % 2, bytes.count)
            switch name {
            case "VP8X":
                media.size = MediaSize(
                    try bytes.little(3, at: content.lowerBound + 4) + 1,
                    try bytes.little(3, at: content.lowerBound + 7) + 1
                )
                kept.append(.original(chunk))
            case "VP8 ", "VP8L":
                hasPixels = true
                if media.size == nil { media.size = try size(bytes, content, isLossless: name == "VP8L") }
                kept.append(.original(chunk))
            case "ANMF":
                hasPixels = true
                media.isAnimated = true
                try verifyFrame(bytes, content)
                kept.append(.original(chunk))
            case "ANIM", "ALPH", "ICCP": kept.append(.original(chunk))
            case "EXIF":
                let start = content.lowerBound + (bytes.holds("Exif\0\0", at: content.lowerBound) ? 6 : 0)
                let exif = Exif(bytes, tiff: min(start, content.upperBound)..<content.upperBound)
                media.isTurned = media.isTurned || exif.orientation > 1
                media.day = exif.day
                media.removed.append(exif.name)
            case "XMP ": media.removed.append("XMP")
            default: media.removed.append("a chunk \(name)")
            }
            position = chunk.upperBound
        }
        guard hasPixels, media.size != nil else { throw .malformed("there is no picture in it") }
        if riff.upperBound < bytes.count { media.removed.append("data behind the picture") }
        return assembled(kept, of: bytes, media)
    }

    /// The file around the chunks that stay, with its length, and flags that say what there is.
    private static func assembled(
        _ kept: [MediaPiece],
        of bytes: [UInt8],
        _ found: CleanedMedia
    ) -> CleanedMedia {
        var media = found
        var pieces: [MediaPiece] = []
        var count = 4
        for piece in kept {
            switch piece {
            case .original(let range):
                count += range.count
                if bytes.holds("VP8X", at: range.lowerBound), range.count > 8 {
                    var chunk = Array(bytes[range])
                    chunk[8] &= ~0x0C
                    pieces.append(.written(chunk))
                } else {
                    pieces.append(piece)
                }
            case .written(let written):
                count += written.count
                pieces.append(piece)
            }
        }
        media.pieces = [.written(Array("RIFF".utf8) + little(count) + Array("WEBP".utf8))] + pieces
        return media
    }

    /// Verifies that a frame of an animation holds pixels alone.
    private static func verifyFrame(_ bytes: [UInt8], _ frame: Range<Int>) throws(MediaProblem) {
        var position = frame.lowerBound + 16
        while position < frame.upperBound {
            let name = bytes.name(at: try bytes.part(position, length: 4))
            guard ["ALPH", "VP8 ", "VP8L"].contains(name) else {
                throw .malformed("a frame holds a chunk `\(name)` that nobody knows")
            }
            let length = try bytes.little(4, at: position + 4)
            position += 8 + length + length % 2
        }
        guard position == frame.upperBound else { throw .truncated }
    }

    private static func size(_ bytes: [UInt8], _ content: Range<Int>, isLossless: Bool) throws(MediaProblem)
        -> MediaSize?
    {
        if isLossless {
            let bits = try bytes.little(4, at: content.lowerBound + 1)
            return MediaSize(bits & 0x3FFF + 1, bits >> 14 & 0x3FFF + 1)
        }
        return MediaSize(
            try bytes.little(2, at: content.lowerBound + 6) & 0x3FFF,
            try bytes.little(2, at: content.lowerBound + 8) & 0x3FFF
        )
    }

    private static func little(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
