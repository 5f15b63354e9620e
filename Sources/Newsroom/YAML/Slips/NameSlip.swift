/// A field whose name and value are not separated.
enum NameSlip {
    /// The slip of a line that should be a field but has no colon and blank after a name.
    static func find(in bytes: [UInt8], _ line: YAMLLine) -> YAMLSlip? {
        let words = line.content..<line.range.upperBound
        if let slip = gluedName(in: bytes, line) ?? gluedDash(in: bytes, line) ?? wideColon(in: bytes, line) {
            return slip
        }
        guard ValueSlip.colon(in: bytes, words) == nil else { return nil }
        let text = String(decoding: bytes[words], as: UTF8.self)
        guard let first = bytes[words].first, YAMLLine.isNameByte(first), first != UInt8(ascii: "-") else {
            return nil
        }
        if let slip = equalsSign(in: text, words) { return slip }
        let parts = text.split(separator: " ", maxSplits: 1)
        return YAMLSlip(
            "there is no colon on this line, so it is no field",
            words,
            help: parts.count == 2
                ? "write `\(parts[0]): \(parts[1])`; if the line goes on with the text above, indent it"
                : "write `\(text): …`; if the line goes on with the text above, indent it",
            mending: parts.count == 2 ? .init(words, "\(parts[0]): \(parts[1])", .unsafe) : nil
        )
    }

    /// The slip of `ruling = true`, with the sign that other formats have for a colon.
    private static func equalsSign(in text: String, _ words: Range<Int>) -> YAMLSlip? {
        guard let sign = text.firstIndex(of: "=") else { return nil }
        let name = text[..<sign].prefix { $0 != " " }
        let value = text[text.index(after: sign)...].drop { $0 == " " }
        guard text[name.endIndex..<sign].allSatisfy({ $0 == " " }), !value.isEmpty,
            name.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) })
        else { return nil }
        return YAMLSlip(
            "there is no colon on this line, so it is no field",
            words,
            help: "write `\(name): \(value)`",
            mending: .init(words, "\(name): \(value)")
        )
    }

    /// The slip of `ruling:true`, with no blank after the colon.
    static func gluedName(in bytes: [UInt8], _ line: YAMLLine) -> YAMLSlip? {
        guard line.name == nil, line.start < line.range.upperBound,
            let colon = bytes[line.start..<line.range.upperBound].firstIndex(where: {
                !YAMLLine.isNameByte($0)
            }),
            colon > line.start, bytes[colon] == UInt8(ascii: ":"), colon + 1 < line.range.upperBound,
            bytes[line.start..<colon].allSatisfy({ $0 == UInt8(ascii: "-") || (0x61...0x7A).contains($0) }),
            bytes[colon + 1] != UInt8(ascii: "/"), bytes[colon + 1] != UInt8(ascii: " ")
        else { return nil }
        let lead = String(decoding: bytes[line.content...colon], as: UTF8.self)
        let value = String(decoding: bytes[(colon + 1)..<line.range.upperBound], as: UTF8.self)
        return YAMLSlip(
            "a blank is missing behind the colon",
            colon..<colon + 1,
            help: "write `\(lead) \(value.drop { $0 == "\t" })`",
            mending: .init(
                line.content..<line.range.upperBound,
                "\(lead) \(value.drop { $0 == "\t" })"
            )
        )
    }

    /// The slip of `-source: x`, with no blank after the dash.
    static func gluedDash(in bytes: [UInt8], _ line: YAMLLine) -> YAMLSlip? {
        guard bytes[line.content] == UInt8(ascii: "-"), line.content + 1 < line.range.upperBound,
            YAMLLine.isNameByte(bytes[line.content + 1]), bytes[line.content + 1] != UInt8(ascii: "-"),
            ValueSlip.colon(in: bytes, line.content..<line.range.upperBound) != nil
        else { return nil }
        let rest = String(decoding: bytes[(line.content + 1)..<line.range.upperBound], as: UTF8.self)
        return YAMLSlip(
            "a blank is missing behind the dash",
            line.content..<line.content + 1,
            help: "write `- \(rest)`",
            mending: .init(line.content..<line.range.upperBound, "- \(rest)")
        )
    }

    /// The slip of `title：x`, with the full-width colon of Chinese and Japanese.
    private static func wideColon(in bytes: [UInt8], _ line: YAMLLine) -> YAMLSlip? {
        let text = String(decoding: bytes[line.content..<line.range.upperBound], as: UTF8.self)
        guard let colon = text.firstIndex(of: "：") else { return nil }
        let name = text[..<colon]
        guard !name.isEmpty, !name.contains(" ") else { return nil }
        let start = line.content + name.utf8.count
        let value = text[text.index(after: colon)...].drop { $0 == " " }
        return YAMLSlip(
            "this colon is a full-width one (U+FF1A), and a field's name ends with `:`",
            start..<start + 3,
            help: "write `\(name): \(value)`",
            mending: .init(line.content..<line.range.upperBound, "\(name): \(value)")
        )
    }
}
