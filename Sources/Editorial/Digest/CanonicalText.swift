/// The normalisation of texts in the canonical form. Plain ASCII, which is nearly all, takes a fast path.
enum CanonicalText {
    /// A text from the front matter with each run of white space as one blank.
    static func folded(_ text: String) -> String {
        if text.utf8.withContiguousStorageIfAvailable(isFolded) ?? false { return text }
        let words = text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
        return words.joined(separator: " ")
    }

    /// Whether a text is canonical as it stands: ASCII with single blanks between words, and nothing that JSON
    /// escapes.
    private static func isFolded(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var isAfterBlank = true
        for byte in text {
            switch byte {
            case UInt8(ascii: " "):
                if isAfterBlank { return false }
                isAfterBlank = true
            case 0x21..<0x7F: isAfterBlank = false
            default: return false
            }
        }
        return !isAfterBlank || text.isEmpty
    }

    /// A Markdown body with line feeds for line ends, without blank lines before and after it.
    /// - Returns: nil if there are only blank lines.
    static func body(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let bytes = withLineFeeds(bytes)
        let feed = UInt8(ascii: "\n")
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while true {
            let line = bytes[start..<end].prefix { $0 != feed }
            if !isBlank(line) { break }
            guard line.endIndex < end else { return nil }
            start = line.endIndex + 1
        }
        while true {
            let first = bytes[start..<end].lastIndex(of: feed).map { $0 + 1 } ?? start
            if !isBlank(bytes[first..<end]) { break }
            end = first - 1
        }
        return bytes[start..<end]
    }

    /// The bytes with a line feed for each LF, CRLF or CR.
    private static func withLineFeeds(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        guard bytes.contains(carriageReturn) else { return bytes }
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var isAfterReturn = false
        for byte in bytes {
            if !(byte == feed && isAfterReturn) { result.append(byte == carriageReturn ? feed : byte) }
            isAfterReturn = byte == carriageReturn
        }
        return result[...]
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool {
        if line.contains(where: { (0x21..<0x7F).contains($0) }) { return false }
        return String(decoding: line, as: UTF8.self).unicodeScalars.allSatisfy(\.properties.isWhitespace)
    }
}
