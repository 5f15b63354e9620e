extension JSONValue {
    /// The layout of JSON text, and the escapes beyond those of RFC 8259.
    package struct Style: Sendable {
        /// Blanks for each level of nesting; nil puts everything on one line.
        package let indentation: Int?
        /// Whether `<`, `>` and `&` are escaped, so that the text is safe in an HTML `script` element: it
        /// cannot hold `</script` or `<!--`.
        package let escapesMarkup: Bool

        /// Makes a style.
        package init(indentation: Int? = nil, escapesMarkup: Bool = false) {
            self.indentation = indentation
            self.escapesMarkup = escapesMarkup
        }

        /// One line.
        package static let compact = Style()
        /// Two blanks a level, for people.
        package static let pretty = Style(indentation: 2)
        /// One line, safe inside an HTML `script` element.
        package static let script = Style(escapesMarkup: true)
    }

    /// The value as UTF-8, without a line end; the same value always gives the same bytes.
    package func serialized(_ style: Style = .compact) -> [UInt8] {
        var json = JSONWriter(style)
        json.add(self)
        return json.bytes
    }

    /// The value as text.
    package func text(_ style: Style = .compact) -> String {
        String(decoding: serialized(style), as: UTF8.self)
    }
}
