/// A quotation mark or bracket that is closed too early, or never.
struct EnclosureSlip {
    /// The slip; nil if there is none.
    private(set) var slip: YAMLSlip?
    /// The offset of the closing mark, if it is on a later line; nil otherwise.
    private(set) var end: Int?

    private let bytes: [UInt8]
    private let line: YAMLLine

    init(_ bytes: [UInt8], _ line: YAMLLine, following rest: ArraySlice<YAMLLine>) {
        self.bytes = bytes
        self.line = line
        let value = line.value
        let mark = bytes[value.lowerBound]
        let isQuotation = mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'")
        let limit = rest.last?.range.upperBound ?? value.upperBound
        let close =
            isQuotation
            ? Self.closingMark(in: bytes, value.lowerBound, limit)
            : Self.closingBracket(in: bytes, value.lowerBound, limit)
        guard let close, close < value.upperBound else {
            // A line that looks like the next field shows that the value should have ended before it.
            let next = rest.first {
                $0.name != nil && $0.column <= line.column && $0.range.lowerBound <= close ?? limit
            }
            let isMeant = close != nil && next == nil
            end = isMeant ? close : nil
            slip = isMeant ? nil : isQuotation ? unclosedMark : unclosedBracket
            return
        }
        let behind = bytes[(close + 1)..<value.upperBound].drop { $0 == UInt8(ascii: " ") }
        guard let first = behind.first else { return }
        let isComment = first == UInt8(ascii: "#") && behind.startIndex > close + 1
        let isName = first == UInt8(ascii: ":")
        if isComment || isName { return }
        slip = isQuotation ? closedMark(close) : closedBracket(close)
    }

    private var raw: String { String(decoding: bytes[line.value], as: UTF8.self) }
    private var lead: String { String(decoding: bytes[line.content..<line.value.lowerBound], as: UTF8.self) }

    private var unclosedMark: YAMLSlip {
        let mark = raw.first ?? "\""
        return YAMLSlip(
            "the quotation mark `\(mark)` is opened here and not closed",
            line.value,
            help: "write `\(lead)\(raw)\(mark)`, or close it where the text ends",
            mending: .init(line.value, "\(raw)\(mark)", .unsafe)
        )
    }

    private var unclosedBracket: YAMLSlip {
        let open = raw.first ?? "["
        let close = open == "[" ? "]" : "}"
        return YAMLSlip(
            "the bracket `\(open)` is opened here and not closed",
            line.value,
            help:
                "write `\(lead)\(raw)\(close)`, or, if it is part of the text, `\(lead)\(YAMLLine.quoted(raw))`",
            mending: .init(line.value, "\(raw)\(close)", .unsafe)
        )
    }

    /// The slip of words after the closing mark, which mostly means that the text has such a mark itself.
    private func closedMark(_ close: Int) -> YAMLSlip {
        let mark = raw.first ?? "\""
        let isWhole = raw.count > 1 && raw.last == mark
        let text = isWhole ? String(raw.dropFirst().dropLast()) : raw
        return YAMLSlip(
            "the quotation mark `\(mark)` ends the text here, and words follow it",
            close..<close + 1,
            help: "write `\(lead)\(YAMLLine.quoted(text))`",
            mending: .init(line.value, YAMLLine.quoted(text), isWhole ? .safe : .unsafe)
        )
    }

    private func closedBracket(_ close: Int) -> YAMLSlip {
        let behind = bytes[(close + 1)..<line.value.upperBound].first { $0 != UInt8(ascii: " ") }
        let isList = behind == UInt8(ascii: ",")
        return YAMLSlip(
            "the value ends with this bracket in YAML, and words follow it",
            close..<close + 1,
            help: isList
                ? "put brackets around the whole list" : "write `\(lead)\(YAMLLine.quoted(raw))`",
            mending: isList ? nil : .init(line.value, YAMLLine.quoted(raw))
        )
    }

    private static func closingMark(in bytes: [UInt8], _ open: Int, _ end: Int) -> Int? {
        let mark = bytes[open]
        var index = open + 1
        while index < end {
            if mark == UInt8(ascii: "\""), bytes[index] == UInt8(ascii: "\\") {
                index += 2
                continue
            }
            if bytes[index] == mark {
                let isDoubled = mark == UInt8(ascii: "'") && index + 1 < end && bytes[index + 1] == mark
                if !isDoubled { return index }
                index += 1
            }
            index += 1
        }
        return nil
    }

    private static func closingBracket(in bytes: [UInt8], _ open: Int, _ end: Int) -> Int? {
        var depth = 0
        var index = open
        while index < end {
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                depth -= 1
                if depth == 0 { return index }
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                // An apostrophe inside a word opens nothing.
                let opens = index > open && " [{,:".utf8.contains(bytes[index - 1])
                if opens, let close = closingMark(in: bytes, index, end) { index = close }
            default: break
            }
            index += 1
        }
        return nil
    }
}
