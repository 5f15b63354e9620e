/// The parts of links and of link reference definitions (CommonMark 0.30, sections 4.7 and 6.3).
///
/// libcmark has already recognised the link. This only finds its parts.
enum LinkSyntax {
    /// The part of a link after its words.
    struct Tail {
        /// The address without `<>`; nil when the link goes by a reference.
        let address: Range<Int>?
        /// The first byte after the link.
        let end: Int
    }

    /// The tail of a link whose closing bracket stands at `bracket`.
    static func tail(in text: [UInt8], closingBracket bracket: Int) -> Tail {
        let next = bracket + 1
        if let inline = inlineTail(in: text, at: next) { return inline }
        if let end = labelEnd(in: text, at: next) { return Tail(address: nil, end: end) }
        return Tail(address: nil, end: next)
    }

    /// A link reference definition: `[label]: address "title"`.
    struct Definition {
        /// The text in the brackets.
        let label: Range<Int>
        /// The address without `<>`.
        let address: Range<Int>
        /// The start of the next line.
        let end: Int
    }

    /// The end of the reference definitions that a paragraph starts with.
    static func definitionsEnd(in text: [UInt8]) -> Int {
        var start = 0
        while let definition = definition(in: text, at: start) { start = definition.end }
        return start
    }

    /// `(address "title")`.
    private static func inlineTail(in text: [UInt8], at start: Int) -> Tail? {
        guard start < text.count, text[start] == .openingParenthesis else { return nil }
        var index = skipBlanks(in: text, from: start + 1)
        guard let address = destination(in: text, at: index) else { return nil }
        index = address.end
        let afterBlanks = skipBlanks(in: text, from: index)
        if afterBlanks > index, let titleEnd = titleEnd(in: text, at: afterBlanks) {
            index = skipBlanks(in: text, from: titleEnd)
        } else {
            index = afterBlanks
        }
        guard index < text.count, text[index] == .closingParenthesis else { return nil }
        return Tail(address: address.content, end: index + 1)
    }

    /// `[label]`, at most 999 characters without unescaped brackets.
    private static func labelEnd(in text: [UInt8], at start: Int) -> Int? {
        guard start < text.count, text[start] == .openingBracket else { return nil }
        var index = start + 1
        while index < text.count, index - start <= 1000 {
            switch text[index] {
            case .backslash where index + 1 < text.count && text[index + 1].isPunctuation: index += 1
            case .openingBracket: return nil
            case .closingBracket: return index + 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The definition that starts at an offset.
    static func definition(in text: [UInt8], at start: Int) -> Definition? {
        guard let label = labelEnd(in: text, at: start), label < text.count, text[label] == .colon,
            text[(start + 1)..<(label - 1)].contains(where: { !$0.isBlankOrLineEnd })
        else { return nil }
        let addressStart = skipBlanks(in: text, from: label + 1)
        guard let address = destination(in: text, at: addressStart), address.end > addressStart else {
            return nil
        }
        let titleStart = skipBlanks(in: text, from: address.end)
        var end = lineEnd(in: text, from: address.end)
        if titleStart > address.end, let title = titleEnd(in: text, at: titleStart),
            let line = lineEnd(in: text, from: title)
        {
            end = line
        }
        return end.map {
            Definition(label: (start + 1)..<(label - 1), address: address.content, end: $0)
        }
    }

    private static func destination(in text: [UInt8], at start: Int) -> (content: Range<Int>, end: Int)? {
        if start < text.count, text[start] == .less {
            var index = start + 1
            while index < text.count {
                switch text[index] {
                case .backslash: index += 1
                case .greater: return (start + 1..<index, index + 1)
                case .less, .lineFeed: return nil
                default: break
                }
                index += 1
            }
            return nil
        }
        var index = start
        var depth = 0
        scan: while index < text.count {
            switch text[index] {
            case .backslash where index + 1 < text.count && text[index + 1].isPunctuation: index += 1
            // libcmark's own limit, which keeps this linear.
            case .openingParenthesis where depth == 32: return nil
            case .openingParenthesis: depth += 1
            case .closingParenthesis where depth == 0: break scan
            case .closingParenthesis: depth -= 1
            case 0x09...0x0D, .space: break scan
            default: break
            }
            index += 1
        }
        return depth == 0 ? (start..<index, index) : nil
    }

    private static func titleEnd(in text: [UInt8], at start: Int) -> Int? {
        guard start < text.count else { return nil }
        let closing: UInt8
        switch text[start] {
        case .quotationMark: closing = .quotationMark
        case UInt8(ascii: "'"): closing = UInt8(ascii: "'")
        case .openingParenthesis: closing = .closingParenthesis
        default: return nil
        }
        var index = start + 1
        while index < text.count {
            switch text[index] {
            case .backslash: index += 1
            case closing: return index + 1
            case .openingParenthesis where closing == .closingParenthesis: return nil
            default: break
            }
            index += 1
        }
        return nil
    }

    /// The start of the next line, if only blanks come before it.
    private static func lineEnd(in text: [UInt8], from start: Int) -> Int? {
        var index = start
        while index < text.count, text[index].isBlank { index += 1 }
        if index == text.count { return index }
        return text[index] == .lineFeed ? index + 1 : nil
    }

    private static func skipBlanks(in text: [UInt8], from start: Int) -> Int {
        var index = start
        while index < text.count, text[index].isBlankOrLineEnd { index += 1 }
        return index
    }
}
