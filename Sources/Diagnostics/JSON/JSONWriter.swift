extension JSONValue {
    /// How a value is laid out and what is escaped beyond the need of RFC 8259.
    package struct Style: Sendable {
        /// Blanks for each level of nesting; nil puts everything on one line.
        package let indentation: Int?
        /// Whether `<`, `>` and `&` are written as escapes, so that the text can stand in an HTML `script`
        /// element: neither `</script` nor `<!--` can then occur in it.
        package let escapesMarkup: Bool

        /// Makes a style.
        package init(indentation: Int? = nil, escapesMarkup: Bool = false) {
            self.indentation = indentation
            self.escapesMarkup = escapesMarkup
        }

        /// Everything on one line.
        package static let compact = Style()
        /// Two blanks a level, for people.
        package static let pretty = Style(indentation: 2)
        /// One line, safe inside an HTML `script` element.
        package static let script = Style(escapesMarkup: true)
    }

    /// The value as UTF-8, without a line end; the same value always gives the same bytes.
    package func serialized(_ style: Style = .compact) -> [UInt8] {
        var output: [UInt8] = []
        write(to: &output, style)
        return output
    }

    /// The value as text.
    package func text(_ style: Style = .compact) -> String {
        String(decoding: serialized(style), as: UTF8.self)
    }

    /// Appends a string to a buffer, given as bytes that are known to be UTF-8.
    package static func write(utf8 bytes: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
        var writer = JSONWriter(output: output, style: .compact)
        output = []
        writer.write(utf8: bytes)
        output = writer.output
    }

    /// Appends the value to a buffer.
    package func write(to output: inout [UInt8], _ style: Style = .compact) {
        var writer = JSONWriter(output: output, style: style)
        output = []
        writer.write(self)
        output = writer.output
    }
}

/// Writes one value after another into a byte buffer.
private struct JSONWriter {
    var output: [UInt8]
    let style: JSONValue.Style
    var depth = 0

    init(output: [UInt8], style: JSONValue.Style) {
        self.output = output
        self.style = style
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .object(let members):
            list(members, open: "{", close: "}") { writer, member in
                writer.write(string: member.name)
                writer.append(":" as Unicode.Scalar)
                if writer.style.indentation != nil { writer.append(" " as Unicode.Scalar) }
                writer.write(member.value)
            }
        case .array(let elements):
            list(elements, open: "[", close: "]") { writer, element in writer.write(element) }
        case .string(let text): write(string: text)
        case .integer(let number): append("\(number)")
        case .number(let number): append(number.isFinite ? "\(number)" : "null")
        case .bool(let truth): append(truth ? "true" : "false")
        case .null: append("null")
        }
    }

    private mutating func list<Element>(
        _ elements: [Element],
        open: Unicode.Scalar,
        close: Unicode.Scalar,
        each: (inout JSONWriter, Element) -> Void
    ) {
        append(open)
        depth += 1
        for (index, element) in elements.enumerated() {
            if index > 0 { append("," as Unicode.Scalar) }
            breakLine()
            each(&self, element)
        }
        depth -= 1
        if !elements.isEmpty { breakLine() }
        append(close)
    }

    private mutating func breakLine() {
        guard let indentation = style.indentation else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
    }

    private mutating func append(_ text: String) {
        output.append(contentsOf: text.utf8)
    }

    /// Appends punctuation, which there is more of than of anything else.
    private mutating func append(_ mark: Unicode.Scalar) { output.append(UInt8(ascii: mark)) }

    private mutating func write(string: String) {
        var string = string
        string.withUTF8 { write(utf8: $0) }
    }

    /// Nearly all of a text needs no escape, and copying bytes is many times faster than decoding them.
    mutating func write(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        output.append(UInt8(ascii: "\""))
        defer { output.append(UInt8(ascii: "\"")) }
        var start = 0
        var position = 0
        while position < bytes.count {
            if isPlain(bytes[position]) {
                position += 1
                continue
            }
            output.append(contentsOf: bytes[start..<position])
            let length = bytes[position] < 0x80 ? 1 : bytes[position] < 0xE0 ? 2 : 3
            if length == 1 {
                write(scalar: Unicode.Scalar(bytes[position]))
            } else {
                let scalars = String(decoding: bytes[position...].prefix(length), as: UTF8.self)
                    .unicodeScalars
                scalars.forEach { write(scalar: $0) }
            }
            position = min(position + length, bytes.count)
            start = position
        }
        output.append(contentsOf: bytes[start...])
    }

    /// Whether a byte is written as it is, whatever stands around it. The C1 controls begin with 0xC2, U+2028 and U+2029
    /// with 0xE2.
    private func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): false
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): !style.escapesMarkup
        case 0..<0x20, 0x7F, 0xC2, 0xE2: false
        default: true
        }
    }

    private mutating func write(scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": append("\\\"")
        case "\\": append("\\\\")
        case "\n": append("\\n")
        case "\r": append("\\r")
        case "\t": append("\\t")
        case "<", ">", "&":
            if style.escapesMarkup { escape(scalar) } else { output.append(UInt8(ascii: scalar)) }
        // Beyond what RFC 8259 asks: a terminal obeys DEL and the C1 controls, and U+2028 and U+2029 end a
        // line in older JavaScript.
        case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": escape(scalar)
        default: output.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }

    /// Writes `\uXXXX`; everything that is escaped lies in the Basic Multilingual Plane.
    private mutating func escape(_ scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
}
