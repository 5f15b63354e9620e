/// The escaper of text for HTML and XML, which works byte by byte.
///
/// `& < > " '` become character references. NUL, the other control characters that XML 1.0 forbids and the
/// noncharacters U+FFFE and U+FFFF become U+FFFD; tab, line feed and carriage return stay. A combining mark
/// cannot hide a quotation mark, as it could in a `Character`.
enum TextEscaper {
    static let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]

    /// The bytes below 64 that are escaped or replaced.
    private static let special: UInt64 = {
        let controls = UInt64(0xFFFF_FFFF) & ~(1 << 0x09 | 1 << 0x0A | 1 << 0x0D)
        return controls | 1 << 0x22 | 1 << 0x26 | 1 << 0x27 | 1 << 0x3C | 1 << 0x3E
    }()

    static func append(_ text: String, to output: inout [UInt8]) {
        var text = text
        text.withUTF8 { append($0, to: &output) }
    }

    /// Appends escaped text. The bytes are those of a `String`, and so valid UTF-8.
    static func append(_ bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        let special = special
        var start = 0
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            let isNoncharacter = byte == 0xEF && isNoncharacter(bytes, at: index)
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

    /// Whether U+FFFE or U+FFFF stands here, which XML 1.0 forbids (section 2.2).
    static func isNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index] == 0xEF && bytes[index + 1] == 0xBF
            && bytes[index + 2] >= 0xBE
    }

    private static func appendReference(_ byte: UInt8, to output: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "&"): output.append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "<"): output.append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): output.append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "\""): output.append(contentsOf: "&quot;".utf8)
        case UInt8(ascii: "'"): output.append(contentsOf: "&#39;".utf8)
        default: output.append(contentsOf: replacementCharacter)
        }
    }
}
