/// How texts are written in the canonical form. What is plain already, as nearly all is, is not taken apart.
enum CanonicalText {
    /// Text of the front matter: white space of any kind and length is one blank.
    static func folded(_ text: String) -> String {
        if isFolded(text) { return text }
        let words = text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }
        return words.joined(separator: " ")
    }

    /// Whether a text is ASCII with single blanks between its words, and no other white space.
    private static func isFolded(_ text: String) -> Bool {
        var isAfterBlank = true
        for byte in text.utf8 {
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

    /// A Markdown body: as it was typed, except for line ends and for blank lines before and after it.
    /// - Returns: nil when there is nothing but blank lines.
    static func body(_ bytes: ArraySlice<UInt8>) -> String? {
        let bytes = withLineFeeds(bytes)
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first(where: { !isBlank($0) }), let last = lines.last(where: { !isBlank($0) })
        else { return nil }
        return String(decoding: bytes[first.startIndex..<last.endIndex], as: UTF8.self)
    }

    /// LF, CRLF and CR end a line; here each is LF.
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
