/// An escaper of text for HTML and XML, which works byte by byte: a combining mark cannot hide a quotation mark, as it could
/// in a `Character`.
///
///     var html: [UInt8] = []
///     MarkupEscaper.html.append("Q & A", to: &html)  // Q &amp; A
package struct MarkupEscaper: Sendable {
    /// The treatment of what XML 1.0 forbids (section 2.2): controls but tab and line ends, U+FFFE and U+FFFF.
    private enum Forbidden { case kept, replaced, removed }

    /// HTML that may become XML: forbidden characters become U+FFFD.
    package static let html = MarkupEscaper("&<>\"'", .replaced)
    /// XML for programs: forbidden characters are left out.
    package static let xml = MarkupEscaper("&<>\"'", .removed)
    /// CommonMark's HTML: apostrophes and controls stay.
    package static let commonMark = MarkupEscaper("&<>\"", .kept)

    private let forbidden: Forbidden
    /// The bytes below 64 that do not stay, one bit for each.
    private let special: UInt64

    private init(_ marks: String, _ forbidden: Forbidden) {
        self.forbidden = forbidden
        let controls = UInt64(0xFFFF_FFFF) & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0D)
        special = marks.utf8.reduce(forbidden == .kept ? 0 : controls) { $0 | 1 << UInt64($1) }
    }

    /// Appends escaped text.
    package func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    /// Appends escaped text, given as valid UTF-8.
    package func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        let special = special
        let looksForNoncharacters = forbidden != .kept
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isNoncharacter =
                byte == 0xEF && looksForNoncharacters && Self.isNoncharacter(bytes, at: index)
            guard byte < 64 ? special >> UInt64(byte) & 1 == 1 : isNoncharacter else {
                index += 1
                continue
            }
            output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            appendReference(byte, to: &output)
            index += isNoncharacter ? 3 : 1
            start = index
        }
        output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
    }

    /// Whether U+FFFE or U+FFFF stands at an index.
    package static func isNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBF
            && bytes[index + 2] >= 0xBE
    }

    private func appendReference(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
        default: if forbidden == .replaced { output.append(contentsOf: "\u{FFFD}".utf8) }
        }
    }
}
