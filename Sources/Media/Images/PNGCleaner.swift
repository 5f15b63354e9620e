/// Takes the metadata out of a PNG file (PNG, third edition): all chunks but those that make the picture.
///
/// The orientation in `eXIf` goes as well: programs that make PNG files turn the pixels.
enum PNGCleaner {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private static let needed: Set<String> = ["IHDR", "PLTE", "IDAT", "IEND"]
    private static let kept: Set<String> = [
        "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "mDCV", "cLLI", "sBIT", "bKGD", "pHYs",
        "acTL", "fcTL", "fdAT",
    ]
    private static let names = [
        "tEXt": "text", "zTXt": "text", "iTXt": "text", "eXIf": "EXIF", "tIME": "a time",
    ]

    static func clean(_ bytes: [UInt8]) throws(MediaProblem) -> CleanedMedia {
        var media = CleanedMedia()
        media.keep(0..<signature.count)
        var position = signature.count
        var hasPixels = false
        while true {
            let length = try bytes.big(4, at: position)
            let chunk = try bytes.part(position, length: length + 12)
            let name = bytes.name(at: position + 4..<position + 8)
            if position == signature.count {
                guard name == "IHDR", length == 13 else {
                    throw .malformed("it does not begin with its header")
                }
                media.size = MediaSize(
                    try bytes.big(4, at: position + 8),
                    try bytes.big(4, at: position + 12)
                )
            }
            let isNeeded = needed.contains(name)
            // The fifth bit of the first letter says that a picture can do without the chunk.
            guard isNeeded || bytes[position + 4] & 0x20 != 0 else {
                throw .malformed("it needs a chunk `\(name)` that nobody knows")
            }
            if isNeeded || kept.contains(name) {
                media.keep(chunk)
            } else {
                if name == "eXIf" { media.day = Exif(bytes, tiff: position + 8..<position + 8 + length).day }
                media.removed.append(names[name] ?? "a chunk \(name)")
            }
            media.isAnimated = media.isAnimated || name == "acTL"
            hasPixels = hasPixels || name == "IDAT"
            position = chunk.upperBound
            if name == "IEND" { break }
        }
        guard hasPixels, media.size != nil else { throw .malformed("there is no picture in it") }
        if position < bytes.count { media.removed.append("data behind the picture") }
        return media
    }
}
