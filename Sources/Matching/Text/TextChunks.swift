/// The parts of a text between blanks.
struct TextChunks {
    private var scalars: String.UnicodeScalarView.Iterator
    private var offset = 0

    init(_ text: String) { scalars = text.unicodeScalars.makeIterator() }

    /// The next part; nil at the end.
    mutating func next() -> TextChunk? {
        var chunk: TextChunk?
        while let scalar = scalars.next() {
            let start = offset
            offset += UTF8.width(scalar)
            if scalar.properties.isWhitespace, !Self.joinsDigits(scalar) {
                if chunk != nil { return chunk }
                continue
            }
            if chunk == nil { chunk = TextChunk(start: start) }
            chunk?.scalars.append(scalar)
        }
        return chunk
    }

    /// Whether a blank stands within numbers: "12 000" with a blank that breaks no line.
    private static func joinsDigits(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "\u{A0}" || scalar == "\u{202F}"
    }
}

/// A part of a text without blanks.
struct TextChunk {
    /// Its first byte in the text.
    let start: Int
    var scalars: [Unicode.Scalar] = []

    /// Whether it is an address.
    var isLink: Bool {
        guard scalars.count > 4 else { return false }
        var index = 0
        while index < scalars.count, Self.openers.contains(scalars[index]) { index += 1 }
        let rest = scalars[index...]
        if Self.beginnings.contains(where: { rest.starts(with: $0) }) { return true }
        guard let slash = rest.firstIndex(of: "/"), let dot = rest.firstIndex(of: "."), dot < slash else {
            return false
        }
        // "pic.example.com/abc", but not "3.5/4".
        return rest[..<dot].contains { $0.properties.isAlphabetic } && rest[dot + 1].properties.isAlphabetic
    }

    /// Whether a sentence ends with it.
    var endsSentence: Bool {
        guard let last = scalars.last(where: { !Self.closers.contains($0) }) else { return false }
        return Self.ends.contains(last)
    }

    /// The words and numbers in it.
    func pieces(joiningApostrophes: Bool) -> [TextPiece] {
        var pieces: [TextPiece] = []
        var current: [Unicode.Scalar] = []
        var begin = start
        var offset = start
        let isTag = scalars.first == "#" || scalars.first == "@"
        func flush() {
            if !current.isEmpty { pieces.append(TextPiece(range: begin..<offset, scalars: current)) }
            current.removeAll(keepingCapacity: true)
        }
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if Self.isWordScalar(scalar) {
                if breaks(before: scalar, next, current, isTag: isTag) { flush() }
                if current.isEmpty { begin = offset }
                current.append(scalar)
            } else if let next, joins(scalar, current, next, joiningApostrophes) {
                current.append(scalar == "\u{2019}" ? "'" : scalar)
            } else if !Self.isInvisible(scalar) {
                flush()
            }
            offset += UTF8.width(scalar)
        }
        flush()
        return pieces
    }

    /// Whether a sign within a word or number belongs to it.
    private func joins(
        _ scalar: Unicode.Scalar,
        _ current: [Unicode.Scalar],
        _ next: Unicode.Scalar,
        _ joiningApostrophes: Bool
    ) -> Bool {
        guard let last = current.last else { return false }
        if scalar == "'" || scalar == "\u{2019}" {
            return joiningApostrophes && last.properties.isAlphabetic && next.properties.isAlphabetic
        }
        guard scalar == "." || scalar == "," || scalar == "\u{A0}" || scalar == "\u{202F}" else {
            return false
        }
        return Self.isDigit(next) && current.allSatisfy { Self.isDigit($0) || !$0.properties.isAlphabetic }
    }

    /// Whether a new word begins within a run: at a capital letter of a tag, and between digits and letters.
    private func breaks(
        before scalar: Unicode.Scalar,
        _ next: Unicode.Scalar?,
        _ current: [Unicode.Scalar],
        isTag: Bool
    ) -> Bool {
        guard let last = current.last else { return false }
        if Self.isDigit(last) != Self.isDigit(scalar) {
            // "23k" and "1990s" are a number and its ending; "covid19" and "5G" stay.
            let isNumber = current.allSatisfy { !$0.properties.isAlphabetic }
            return isTag || (isNumber && Self.isEndingOfNumber(scalar, next))
        }
        guard isTag, scalar.properties.isUppercase else { return false }
        return last.properties.isLowercase || (next?.properties.isLowercase ?? false)
    }

    private static func isEndingOfNumber(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) -> Bool {
        let endsHere = next.map { !Self.isWordScalar($0) } ?? true
        if endsHere { return "kKmMbBs".unicodeScalars.contains(scalar) }
        return (scalar == "b" || scalar == "m" || scalar == "t") && next == "n"
    }

    /// Whether a character belongs to words, in whatever case.
    private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 { return (48...57).contains(value) || (97...122).contains(value | 0x20) }
        return Folding.isWordScalar(scalar)
    }

    static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 48 && scalar.value <= 57 }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0xAD || (0x200B...0x200F).contains(scalar.value) || scalar.value == 0x2060
    }

    private static let openers: Set<Unicode.Scalar> = ["(", "<", "[", "\"", "\u{201C}", "\u{2018}"]
    private static let closers: Set<Unicode.Scalar> = [")", "]", "\"", "\u{201D}", "\u{2019}", "'", "\u{BB}"]
    private static let ends: Set<Unicode.Scalar> = [".", "!", "?", ":", "\u{2026}", "\u{61F}", "\u{3002}"]
    private static let beginnings: [[Unicode.Scalar]] = [
        "http://", "https://", "www.", "HTTP://", "HTTPS://",
    ]
    .map { Array($0.unicodeScalars) }
}

/// A word or number as it is written.
struct TextPiece {
    /// Its place in the text, in bytes of UTF-8.
    let range: Range<Int>
    let scalars: [Unicode.Scalar]
}
