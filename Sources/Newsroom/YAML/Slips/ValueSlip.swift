/// A value that needs quotation marks and has none.
enum ValueSlip {
    /// The first slip in a line's value; nil if there is none.
    static func find(in bytes: [UInt8], _ line: YAMLLine) -> YAMLSlip? {
        let value = withoutComment(bytes, line.value)
        guard let first = bytes[value].first else { return nil }
        let colon = colon(in: bytes, value)
        if let pair = typographicPair(bytes, value), colon != nil || !pair.isClosed {
            return typographic(bytes, line, value, pair)
        }
        let next = value.lowerBound + 1 < value.upperBound ? bytes[value.lowerBound + 1] : UInt8(ascii: " ")
        switch first {
        case UInt8(ascii: "`"):
            return quoteIt("a value cannot begin with a backtick", bytes, line, value.prefix(1), value)
        case UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "]"), UInt8(ascii: "}"),
            UInt8(ascii: ","):
            return quoteIt(
                "a value cannot begin with `\(character(first))`",
                bytes,
                line,
                value.prefix(1),
                value
            )
        case UInt8(ascii: "*") where !hasAnchor(bytes, value):
            return quoteIt(
                "a value that begins with `*` means another value in YAML",
                bytes,
                line,
                value.prefix(1),
                value
            )
        case UInt8(ascii: "&") where !YAMLLine.isNameByte(next):
            return quoteIt("a value cannot begin with `&`", bytes, line, value.prefix(1), value)
        case UInt8(ascii: "-") where next == UInt8(ascii: " ") && line.name != nil,
            UInt8(ascii: "?") where next == UInt8(ascii: " "):
            let what = first == UInt8(ascii: "-") ? "a list item" : "a field"
            return quoteIt(
                "a value cannot begin with `\(character(first))` and a blank, which is \(what) in YAML",
                bytes,
                line,
                value.prefix(1),
                value
            )
        default: break
        }
        return colon.map {
            quoteIt(
                "a value that holds a colon and a blank needs quotation marks",
                bytes,
                line,
                $0..<$0 + 1,
                value
            )
        }
    }

    /// The slip of `> 40 lamps` or `| x`: words after a sign that begins a text of several lines.
    static func blockSign(in bytes: [UInt8], _ line: YAMLLine) -> YAMLSlip? {
        let rest = bytes[(line.value.lowerBound + 1)..<line.value.upperBound]
            .drop { "+-123456789".utf8.contains($0) }
        let words = rest.drop { $0 == UInt8(ascii: " ") }
        guard let first = words.first, first != UInt8(ascii: "#") || words.startIndex == rest.startIndex
        else {
            return nil
        }
        let sign = character(bytes[line.value.lowerBound])
        return quoteIt(
            "a value that begins with `\(sign)` is a text of several lines in YAML, and begins on the next line",
            bytes,
            line,
            line.value.prefix(1),
            line.value
        )
    }

    /// The slip of a text of several lines with a colon in it.
    static func longText(_ bytes: [UInt8], _ start: YAMLLine, _ line: YAMLLine) -> YAMLSlip {
        let colon = colon(in: bytes, line.value) ?? line.value.lowerBound
        let name = start.name.map { String(decoding: bytes[$0], as: UTF8.self) }
        let help =
            name.map {
                "write `\($0): >-`, and the whole text below it, indented; or put it into quotation marks"
            }
            ?? "put the whole text into quotation marks"
        return YAMLSlip(
            "a text that holds a colon and a blank needs quotation marks",
            colon..<colon + 1,
            help: help
        )
    }

    /// The offset of the first colon at a word's end; nil if there is none.
    static func colon(in bytes: [UInt8], _ range: Range<Int>) -> Int? {
        range.first { index in
            bytes[index] == UInt8(ascii: ":")
                && (index + 1 == range.upperBound || bytes[index + 1] == UInt8(ascii: " "))
        }
    }

    /// The comment after a value without quotation marks; nil if there is none.
    static func comment(in bytes: [UInt8], _ value: Range<Int>) -> Range<Int>? {
        value.dropFirst().first { bytes[$0] == UInt8(ascii: "#") && bytes[$0 - 1] == UInt8(ascii: " ") }
            .map { $0..<value.upperBound }
    }

    private static func withoutComment(_ bytes: [UInt8], _ value: Range<Int>) -> Range<Int> {
        var end = comment(in: bytes, value)?.lowerBound ?? value.upperBound
        while end > value.lowerBound, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return value.lowerBound..<end
    }

    private static func quoteIt(
        _ message: String,
        _ bytes: [UInt8],
        _ line: YAMLLine,
        _ place: Range<Int>,
        _ value: Range<Int>
    ) -> YAMLSlip {
        YAMLSlip(
            message,
            place,
            help: line.quotingValue(bytes, value).map { "write `\($0)`" } ?? "put it into quotation marks",
            mending: .init(value, YAMLLine.quoted(String(decoding: bytes[value], as: UTF8.self)))
        )
    }

    private static func hasAnchor(_ bytes: [UInt8], _ value: Range<Int>) -> Bool {
        let name = bytes[value].dropFirst().prefix(while: YAMLLine.isNameByte)
        guard !name.isEmpty, name.count + 1 == value.count else { return false }
        let wanted = [UInt8(ascii: "&")] + name
        return bytes.indices.contains { bytes[$0] == wanted[0] && bytes[$0...].starts(with: wanted) }
    }

    private static func character(_ byte: UInt8) -> Character { Character(Unicode.Scalar(byte)) }

    // MARK: - Typographic quotation marks

    private struct Pair {
        let open: Character
        let isClosed: Bool
    }

    /// The typographic quotation mark that begins a value, and whether another one ends it; nil if none begins it.
    private static func typographicPair(_ bytes: [UInt8], _ value: Range<Int>) -> Pair? {
        let text = String(decoding: bytes[value], as: UTF8.self)
        guard let open = text.first, "“”„‟‘’‚«»‹›「『＂".contains(open) else { return nil }
        return Pair(
            open: open,
            isClosed: text.count > 1 && text.last.map { "“”‟‘’«»‹›」』＂".contains($0) } ?? false
        )
    }

    private static func typographic(_ bytes: [UInt8], _ line: YAMLLine, _ value: Range<Int>, _ pair: Pair)
        -> YAMLSlip?
    {
        guard colon(in: bytes, value) != nil else { return nil }
        let text = String(decoding: bytes[value], as: UTF8.self)
        let inner = pair.isClosed ? String(text.dropFirst().dropLast()) : text
        let lead = String(decoding: bytes[line.content..<value.lowerBound], as: UTF8.self)
        return YAMLSlip(
            "`\(pair.open)` is no quotation mark to YAML, which knows `\"` and `'` only",
            value.lowerBound..<value.lowerBound + String(pair.open).utf8.count,
            help: "write `\(lead)\(YAMLLine.quoted(inner))`",
            mending: .init(value, YAMLLine.quoted(inner))
        )
    }
}
