/// One character of a text as quotes are compared: what it counts as, and where it stands in the original.
struct FoldedUnit: Sendable {
    /// What a unit is, as far as words and their edges are concerned.
    enum Kind: UInt8, Sendable {
        /// A letter or digit of a script that sets blanks between words.
        case letter
        /// A letter of a script that sets blanks but writes small words joined on (Hebrew, Arabic).
        case cliticLetter
        /// A letter of a script without blanks between words (Chinese, Japanese, Thai).
        case ideograph
        case blank
        case dash
        /// A hyphen at the end of a line, which may part a word or be one of its own.
        case hyphenAtLineEnd
        case quotationMark
        /// `«`, until `tidied` has looked at the blanks beside it.
        case openingGuillemet
        /// `»`, until `tidied` has looked at the blanks beside it.
        case closingGuillemet
        /// Any other mark.
        case mark
        /// The end of a passage, which no quote holds.
        case separator
    }

    /// Equal for characters that count as the same.
    let token: UInt32
    let kind: Kind
    // An article is searched as one unit a character: sixteen bytes each.
    private let first: UInt32
    private var last: UInt32

    init(token: UInt32, kind: Kind, start: Int, end: Int) {
        self.token = token
        self.kind = kind
        first = UInt32(clamping: start)
        last = UInt32(clamping: end)
    }

    /// The first byte in the original text.
    var start: Int { Int(first) }

    /// The byte after the last one in the original text.
    var end: Int {
        get { Int(last) }
        set { last = UInt32(clamping: newValue) }
    }

    /// Whether the unit belongs to a word that has neighbours of its own kind.
    var isLetter: Bool { kind == .letter || kind == .cliticLetter }

    /// Whether the unit says anything: a letter of any script.
    var isWord: Bool { isLetter || kind == .ideograph }

    static let separator = FoldedUnit(token: .max, kind: .separator, start: 0, end: 0)
}
