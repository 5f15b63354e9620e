import Encodings

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
        var escaped = XMLText(markup: [])
        escaped.append(text: text)
        return escaped.text
    }

    /// Takes markup that was made safe elsewhere.
    init(markup bytes: [UInt8]) { self.bytes = bytes }

    static func += (left: inout XMLText, right: XMLText) { left.bytes += right.bytes }

    /// Appends text with the five special characters escaped. Characters that XML 1.0 does not have (section 2.2) are left out.
    private mutating func append(text: String) { MarkupEscaper.xml.append(text, to: &bytes) }
}

extension XMLText: ExpressibleByStringInterpolation {
    /// Takes the parts of a literal.
    struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var xml = XMLText(markup: [])

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
