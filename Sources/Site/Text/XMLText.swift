/// Some XML 1.0, or HTML that is written like it. What stands in a literal is markup, what is put into one is escaped:
///
///     let element: XMLText = "<name>\(profile.name)</name>"
struct XMLText: Sendable {
    /// The markup as UTF-8.
    private(set) var bytes: [UInt8] = []

    /// The markup as text.
    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// Text as it stands in an element or in an attribute.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var escaped = XMLText()
        escaped.append(text: text)
        return escaped.text
    }

    static func += (left: inout XMLText, right: XMLText) { left.bytes += right.bytes }

    /// Appends text with the five special characters escaped. Characters that XML 1.0 does not have (section 2.2) are left out.
    private mutating func append(text: String) {
        var text = text
        text.withUTF8 { text in
            var start = 0
            for position in text.indices where !Self.isPlain(text[position]) {
                guard let replacement = Self.replacement(text[position...]) else { continue }
                bytes.append(contentsOf: text[start..<position])
                bytes.append(contentsOf: replacement.escape.utf8)
                start = position + replacement.length
            }
            bytes.append(contentsOf: text[start...])
        }
    }

    /// Whether a byte goes out as it is, whatever stands around it. U+FFFE and U+FFFF begin with 0xEF.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, 0xEF: false
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"):
            false
        default: true
        }
    }

    /// What is written for the first character, and its length; nil when it is written as it is.
    private static func replacement(
        _ text: Slice<UnsafeBufferPointer<UInt8>>
    ) -> (escape: String, length: Int)? {
        switch text[text.startIndex] {
        case UInt8(ascii: "&"): return ("&amp;", 1)
        case UInt8(ascii: "<"): return ("&lt;", 1)
        case UInt8(ascii: ">"): return ("&gt;", 1)
        case UInt8(ascii: "\""): return ("&quot;", 1)
        case UInt8(ascii: "'"): return ("&#39;", 1)
        case UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return nil
        case 0..<0x20: return ("", 1)
        default:
            return text.starts(with: [0xEF, 0xBF, 0xBE]) || text.starts(with: [0xEF, 0xBF, 0xBF])
                ? ("", 3) : nil
        }
    }
}

extension XMLText: ExpressibleByStringInterpolation {
    /// Takes the parts of a literal.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var xml = XMLText()

        init(literalCapacity: Int, interpolationCount: Int) {
            xml.bytes.reserveCapacity(literalCapacity + interpolationCount * 64)
        }

        mutating func appendLiteral(_ markup: String) { xml.bytes += markup.utf8 }

        mutating func appendInterpolation(_ text: String) { xml.append(text: text) }

        mutating func appendInterpolation(_ number: Int) { xml.append(text: "\(number)") }

        mutating func appendInterpolation(_ markup: XMLText) { xml += markup }

        mutating func appendInterpolation(_ markup: XMLText?) { if let markup { xml += markup } }
    }

    init(stringLiteral markup: String) { bytes = Array(markup.utf8) }

    init(stringInterpolation: StringInterpolation) { self = stringInterpolation.xml }
}
