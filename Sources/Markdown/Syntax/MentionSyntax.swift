/// The grammar of a citation without brackets: `@id` (Pandoc's manual, "Citation syntax").
///
/// A name that continues like an address or another network's handle, `@desk.example` or `@some_one`, is
/// none.
struct MentionSyntax {
    /// The length in bytes, with the `@`.
    let length: Int
    /// Whether it is not attached to a word or bracket before it.
    let isApart: Bool

    /// Reads what starts at an `@`.
    init?(in text: [UInt8], at position: Int) {
        guard position < text.count, text[position] == .at,
            let isApart = Self.isApart(in: text, at: position)
        else { return nil }
        var end = CitationSyntax.endOfId(in: text[...], from: position + 1)
        while end > position + 1, text[end - 1] == .hyphen { end -= 1 }
        guard end > position + 1, Self.canEnd(in: text, at: end) else { return nil }
        self.isApart = isApart
        length = end - position
    }

    private static func canEnd(in text: [UInt8], at end: Int) -> Bool {
        guard end < text.count else { return true }
        switch text[end] {
        case UInt8(ascii: "_"), UInt8(ascii: "/"), .at, .equals: return false
        case UInt8(ascii: "."), .colon:
            return end + 1 == text.count || !(text[end + 1].isLetter || text[end + 1].isDigit)
        default: return true
        }
    }

    /// Nil where it is part of something else, such as a mail address.
    private static func isApart(in text: [UInt8], at position: Int) -> Bool? {
        guard position > 0 else { return true }
        let before = text[position - 1]
        if before < 0x80 {
            if before.isLetter || before.isDigit { return nil }
            // A bracket that opens no citation was escaped, or belongs to a line that is shown as it was typed.
            switch before {
            // The character of an entity is not known here.
            case UInt8(ascii: "{"), .less, .semicolon: return false
            case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "+"), UInt8(ascii: "%"),
                UInt8(ascii: "/"),
                .backslash, .openingBracket, .at, .ampersand, .equals, .hash, .hyphen, UInt8(ascii: "$"):
                return nil
            default: return true
            }
        }
        var start = position - 1
        while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
        let scalar = String(decoding: text[start..<position], as: UTF8.self).unicodeScalars.first
        guard let scalar else { return false }
        // Brackets of other scripts look like those of a citation; their parentheses are parentheses.
        let isBracket = ["［", "【", "〔", "〖", "｛"].contains(scalar)
        return !isBracket && !CitationSyntax.isWordScalar(scalar)
    }
}
