/// A format other than UTF-8 text, recognised by a file's first bytes.
enum ForeignFormat {
    /// Text in another encoding of Unicode; with its name.
    case encodedText(String)
    /// A document or picture; with the name that people know it by.
    case document(String)

    /// Recognises a format; nil if the bytes could be anything.
    init?(_ bytes: [UInt8]) {
        if let encoding = Self.encoding(of: bytes) {
            self = .encodedText(encoding)
        } else if let name = Self.signatures.first(where: { bytes.starts(with: $0.bytes) })?.name {
            self = .document(name)
        } else {
            return nil
        }
    }

    /// The name of UTF-16 or UTF-32. Byte order marks tell them, and for UTF-16 also a NUL in nearly every pair of
    /// bytes.
    private static func encoding(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
            return "UTF-32"
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
        let start = bytes.prefix(256)
        guard start.count >= 4 else { return nil }
        let even = stride(from: 0, to: start.count - 1, by: 2).count { start[$0] == 0 }
        let odd = stride(from: 1, to: start.count, by: 2).count { start[$0] == 0 }
        let most = start.count / 2 * 3 / 4
        return max(even, odd) >= max(most, 2) && min(even, odd) == 0 ? "UTF-16" : nil
    }

    private static let signatures: [(bytes: [UInt8], name: String)] = [
        (Array("PK\u{3}\u{4}".utf8), "a Word, OpenDocument or ZIP file"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Word or Excel file"),
        (Array("%PDF-".utf8), "a PDF"),
        (Array("{\\rtf".utf8), "a rich text (RTF) file"),
        ([0x89, 0x50, 0x4E, 0x47], "a PNG picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        (Array("GIF8".utf8), "a GIF picture"),
        ([0x1F, 0x8B], "a gzip file"),
    ]
}

extension Sequence {
    fileprivate func count(where isCounted: (Element) -> Bool) -> Int {
        reduce(0) { isCounted($1) ? $0 + 1 : $0 }
    }
}
