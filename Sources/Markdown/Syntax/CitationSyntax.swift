/// The grammar of citations: `[@id]`, `[@id, locator]`, `[prefix @id; @other-id]` (Pandoc's manual, "Citation syntax").
///
/// Narrower than Pandoc's, so that an ordinary remark in brackets is no citation: a comma of any script
/// separates id and locator, and ids are those of records.
enum CitationSyntax {
    /// The parts of one citation, as ranges of the words that it was read from.
    struct Item: Equatable {
        let id: Range<Int>
        let locator: Range<Int>?
        let prefix: Range<Int>?
    }

    /// The commas of Arabic and Chinese keyboards.
    private static let otherCommas = ["،", "，", "、"].map { Array($0.utf8) }

    /// The citations between two brackets; nil if the words are something else.
    static func items(in words: ArraySlice<UInt8>) -> [Item]? {
        var items: [Item] = []
        var rest = words
        while let semicolon = rest.firstIndex(of: .semicolon) {
            guard let item = item(in: rest[..<semicolon]) else { return nil }
            items.append(item)
            rest = rest[(semicolon + 1)...]
        }
        guard let last = item(in: rest) else { return nil }
        items.append(last)
        return items
    }

    /// Whether the words of brackets look like a mistyped citation: an `@` where an id would stand, a mark
    /// before the `@` (`[^@id]`), or a full-width `@` (`[＠id]`).
    static func looksMeant(_ words: ArraySlice<UInt8>) -> Bool {
        if idStart(in: words) != nil { return true }
        for index in words.indices {
            let isPlain = words[index] == .at
            guard isPlain || words[index...].starts(with: wideAt) else { continue }
            let id = index + (isPlain ? 1 : wideAt.count)
            guard endOfId(in: words, from: id) > id else { continue }
            if !isPlain || index == words.startIndex || marksBefore.contains(words[index - 1]) { return true }
        }
        return false
    }

    /// The full-width `＠` of East Asian keyboards.
    static let wideAt = Array("＠".utf8)
    private static let marksBefore = Set("^({,;-!\"'*~<>|:".utf8)

    /// The length of an `@id` at the start of some words, in bytes; nil if they start otherwise.
    static func openingCount(of words: ArraySlice<UInt8>) -> Int? {
        guard words.first == .at else { return nil }
        let end = endOfId(in: words, from: words.startIndex + 1)
        return end > words.startIndex + 1 ? end - words.startIndex : nil
    }

    /// Whether some words hold an `@` where a citation's id would start.
    static func looksMeantInside(_ words: ArraySlice<UInt8>) -> Bool {
        words.indices.contains { index in
            words[index] == .at
                && (index == words.startIndex || words[index - 1].isBlank
                    || words[index - 1] == .openingBracket)
        }
    }

    private static func item(in part: ArraySlice<UInt8>) -> Item? {
        guard let start = idStart(in: part) else { return nil }
        let idEnd = endOfId(in: part, from: start)
        guard idEnd > start else { return nil }
        // A hyphen leaves out the author's name in Pandoc; our notes have none.
        let isSuppressed = start - 2 >= part.startIndex && part[start - 2] == .hyphen
        let prefix = trimmed(part[..<(start - (isSuppressed ? 2 : 1))])
        let rest = trimmed(part[idEnd...])
        var locator: ArraySlice<UInt8>?
        if !rest.isEmpty {
            let count = rest.first == .comma ? 1 : otherCommas.first(where: rest.starts)?.count
            guard let count else { return nil }
            locator = trimmed(rest.dropFirst(count))
            guard locator?.isEmpty == false else { return nil }
        }
        // A second `@` means that a semicolon was forgotten.
        guard locator.map({ idStart(in: $0) == nil }) ?? true else { return nil }
        return Item(
            id: start..<idEnd,
            locator: locator?.indices,
            prefix: prefix.isEmpty ? nil : prefix.indices
        )
    }

    /// The index after the first `@` at the start or after a blank, with a hyphen allowed between: not that
    /// of an email address.
    private static func idStart(in part: ArraySlice<UInt8>) -> Int? {
        func starts(_ index: Int) -> Bool { index == part.startIndex || part[index - 1].isBlank }
        var index = part.startIndex
        while index < part.endIndex {
            if part[index] == .at,
                starts(index) || (part[index - 1] == .hyphen && starts(index - 1))
            {
                return index + 1
            }
            index += 1
        }
        return nil
    }

    /// The end of the id that starts at an index.
    static func endOfId(in part: ArraySlice<UInt8>, from start: Int) -> Int {
        var index = start
        while index < part.endIndex {
            let byte = part[index]
            if byte < 0x80 {
                guard byte.isLetter || byte.isDigit || (byte == .hyphen && index > start) else { break }
                index += 1
            } else {
                let length = min(UTF8Sequence.length(startingWith: byte), part.endIndex - index)
                let scalar = text(part[index..<index + length]).unicodeScalars.first
                guard let scalar, isWordScalar(scalar) else { break }
                index += length
            }
        }
        return index
    }

    /// Letters, digits and the marks that many scripts write vowels with.
    static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value)
            return byte.isLetter || byte.isDigit
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .nonspacingMark, .spacingMark, .decimalNumber:
            return true
        default: return false
        }
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var (start, end) = (bytes.startIndex, bytes.endIndex)
        while start < end, bytes[start].isBlank { start += 1 }
        while start < end, bytes[end - 1].isBlank { end -= 1 }
        return bytes[start..<end]
    }

    private static func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }
}
