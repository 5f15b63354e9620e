/// An HTTP/1.x message as it came over the wire (RFC 9112), whatever its bytes.
///
/// The bytes are the evidence, so nothing is refused that a browser shows: blanks before a colon, bare line feeds, folded fields,
/// control characters, text that is not UTF-8.
package struct HTTPMessage: Hashable, Sendable {
    /// A header field.
    package struct Field: Hashable, Sendable {
        /// The name, without blanks around it.
        package let name: String
        /// The value as it came, without blanks around it.
        package let bytes: [UInt8]

        /// The value as text; bytes that are not UTF-8 become U+FFFD.
        package var value: String { String(decoding: bytes, as: UTF8.self) }
    }

    /// The first line: `HTTP/1.1 200 OK`, `GET / HTTP/1.1`.
    package let firstLine: [UInt8]
    /// The header fields, in their order.
    package let fields: [Field]
    /// The bytes behind the header, with the Transfer-Encoding that they came in.
    package let body: ArraySlice<UInt8>

    /// Reads a message; nil for bytes without an end of the first line.
    package init?(_ bytes: [UInt8]) {
        var index = bytes.startIndex
        var lines: [ArraySlice<UInt8>] = []
        while index < bytes.endIndex {
            let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
            var line = bytes[index..<end]
            if line.last == 0x0D { line.removeLast() }
            index = min(end + 1, bytes.endIndex)
            if line.isEmpty { break }
            lines.append(line)
        }
        guard let first = lines.first, first.count < bytes.count else { return nil }
        firstLine = Array(first)
        fields = Self.fields(lines.dropFirst())
        body = bytes[index...]
    }

    /// The first value of a field; names have no case.
    package subscript(_ name: String) -> String? { fields.first { $0.name.isSame(as: name) }?.value }

    /// All fields of a name.
    package func fields(named name: String) -> [Field] { fields.filter { $0.name.isSame(as: name) } }

    /// The status of a response; nil in a request.
    package var status: Int? {
        guard firstLine.starts(with: "HTTP/".utf8) else { return nil }
        let parts = firstLine.split(separator: 0x20, maxSplits: 2)
        guard parts.count >= 2, parts[1].count == 3 else { return nil }
        return Int(String(decoding: parts[1], as: UTF8.self))
    }

    /// The media type, in lower case and without parameters; nil where the header has none.
    package var mediaType: String? { self["Content-Type"].map(\.mediaType) }

    private static func fields(_ lines: ArraySlice<ArraySlice<UInt8>>) -> [Field] {
        var fields: [Field] = []
        for line in lines {
            if line.first == 0x20 || line.first == 0x09, let last = fields.popLast() {
                fields.append(Field(name: last.name, bytes: last.bytes + [0x20] + trimmed(line)))
            } else if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
                let name = String(decoding: trimmed(line[..<colon]), as: UTF8.self)
                fields.append(Field(name: name, bytes: trimmed(line[(colon + 1)...])))
            }
        }
        return fields
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let isBlank: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 }
        let rest = bytes.drop(while: isBlank)
        let end = rest.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? rest.startIndex
        return Array(rest[..<end])
    }
}
