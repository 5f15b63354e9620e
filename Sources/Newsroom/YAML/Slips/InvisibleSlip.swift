import Encodings

/// A tab or an unusual blank where YAML counts blanks.
enum InvisibleSlip {
    static func find(in bytes: [UInt8], _ line: YAMLLine) -> YAMLSlip? {
        if bytes[line.content] == UInt8(ascii: "\t") {
            let end = bytes[line.content..<line.range.upperBound].firstIndex { $0 != UInt8(ascii: "\t") }
            return YAMLSlip(
                "a tab stands here, and YAML indents with blanks",
                line.content..<(end ?? line.range.upperBound),
                help: "write blanks in its place; editors can do so by themselves",
                mending: .init(line.content..<(end ?? line.range.upperBound), "  ", .unsafe)
            )
        }
        let places = [line.content, line.start] + [behindColon(in: bytes, line)].compactMap(\.self)
        for place in places {
            if let (scalar, length) = oddBlank(in: bytes, at: place, line.range.upperBound) {
                return YAMLSlip(
                    "an invisible character stands where a blank belongs: \(name(of: scalar))",
                    place..<place + length,
                    help: "delete it, and type a blank; it came in with copied text",
                    mending: .init(
                        place..<place + length,
                        scalar.properties.isWhitespace ? " " : "",
                        place == line.content ? .unsafe : .safe
                    )
                )
            }
        }
        return nil
    }

    /// The name of an invisible character in messages: `no-break space (U+00A0)`.
    static func name(of scalar: Unicode.Scalar) -> String {
        scalar.properties.name.map { "\($0.lowercased()) (\(scalar.codePoint))" } ?? scalar.codePoint
    }

    /// Whether a character beyond ASCII is white space, or invisible.
    static func isOddBlank(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.isASCII && (scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint)
    }

    private static func behindColon(in bytes: [UInt8], _ line: YAMLLine) -> Int? {
        let colon = bytes[line.start..<line.range.upperBound].firstIndex { !YAMLLine.isNameByte($0) }
        return colon.flatMap { bytes[$0] == UInt8(ascii: ":") ? $0 + 1 : nil }
    }

    private static func oddBlank(in bytes: [UInt8], at place: Int, _ end: Int) -> (Unicode.Scalar, Int)? {
        guard place < end, bytes[place] >= 0x80 else { return nil }
        let text = String(decoding: bytes[place..<min(place + 4, end)], as: UTF8.self)
        guard let scalar = text.unicodeScalars.first, isOddBlank(scalar) else { return nil }
        return (scalar, UTF8.width(scalar))
    }
}
