/// One unit of a folded text: a token to compare, and its place in the original.
struct FoldedUnit: Sendable {
    /// The class of a unit, which decides where words begin and end.
    enum Kind: UInt8, Sendable {
        /// A letter or digit of a script with blanks between words.
        case letter
        /// A letter of a script with blanks between words, but with small words joined on (Hebrew, Arabic).
        case cliticLetter
        /// A letter of a script without blanks between words (Chinese, Japanese, Thai).
        case ideograph
        case blank
        case dash
        /// A hyphen at the end of a line: part of the word, or there for the line break alone.
        case hyphenAtLineEnd
        case quotationMark
        /// An opening guillemet (`«`). `tidied` makes it a quotation mark.
        case openingGuillemet
        /// A closing guillemet (`»`). `tidied` makes it a quotation mark.
        case closingGuillemet
        /// Any other mark.
        case mark
        /// The end of a passage, which no quote contains.
        case separator
    }

    /// The value to compare; equal for characters that count as the same.
    let token: UInt32
    let kind: Kind
    // Offsets of 32 bits, because articles have a unit for each character: sixteen bytes each.
    private let first: UInt32
    private var last: UInt32

    init(token: UInt32, kind: Kind, start: Int, end: Int) {
        self.token = token
        self.kind = kind
        first = UInt32(clamping: start)
        last = UInt32(clamping: end)
    }

    /// The offset of the first byte in the original text.
    var start: Int { Int(first) }

    /// The offset after the last byte in the original text.
    var end: Int {
        get { Int(last) }
        set { last = UInt32(clamping: newValue) }
    }

    /// Whether the unit is a letter of a script with blanks between words.
    var isLetter: Bool { kind == .letter || kind == .cliticLetter }

    /// Whether the unit is a letter of any script.
    var isWord: Bool { isLetter || kind == .ideograph }

    static let separator = FoldedUnit(token: .max, kind: .separator, start: 0, end: 0)
}
