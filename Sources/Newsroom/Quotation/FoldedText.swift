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

/// Turns texts into folded units, and numbers the characters beyond ASCII on the way.
///
/// Canonically equivalent characters (`é` in one scalar or in two) get one number, since `Character`
/// compares so; two texts can be compared when one folder, or a copy of it, has read both.
struct TextFolder: Sendable {
    private var numbers: [Character: UInt32] = [:]

    /// Folds white space to one blank, quotation marks to one, dashes to one without the blanks around it,
    /// `…` to `...`; drops soft hyphens and what has no width; trims.
    mutating func fold(_ text: String) -> [FoldedUnit] {
        let bytes = Array(text.utf8)
        var units: [FoldedUnit] = []
        units.reserveCapacity(bytes.count)
        let ascii = Self.ascii
        var position = 0
        while position < bytes.count {
            let start = position
            let next = position + 1
            if bytes[start] < 0x80, next == bytes.count || bytes[next] < 0x80 {
                let unit = ascii[Int(bytes[start])]
                units.append(FoldedUnit(token: unit.token, kind: unit.kind, start: start, end: next))
                position = next
                continue
            }
            // An ASCII letter before other bytes may be the base of a combining mark, so both are read together.
            position = next
            while position < bytes.count, bytes[position] >= 0x80 { position += 1 }
            var offset = start
            for character in String(decoding: bytes[start..<position], as: UTF8.self) {
                let end = offset + character.utf8.count
                append(character, from: offset, to: end, to: &units)
                offset = end
            }
        }
        return Self.tidied(units)
    }

    /// What each ASCII character counts as, by its value.
    private static let ascii = (0..<UInt8(0x80)).map { byte in
        let scalar = Unicode.Scalar(byte)
        let kind = scalar.foldedKind
        return FoldedUnit(
            token: kind.map(token(of:)) ?? scalar.value,
            kind: kind ?? scalar.plainKind,
            start: 0,
            end: 1
        )
    }

    /// The number of all characters that count as one kind.
    private static func token(of kind: FoldedUnit.Kind) -> UInt32 {
        let scalar: Unicode.Scalar =
            switch kind {
            case .blank: " "
            case .dash: "-"
            case .mark: "."
            default: "'"
            }
        return scalar.value
    }

    private mutating func append(
        _ character: Character,
        from start: Int,
        to end: Int,
        to units: inout [FoldedUnit]
    ) {
        let scalars = character.unicodeScalars
        if let only = scalars.first, scalars.count == 1,
            only.isASCII || only.foldedKind != nil || only.isIgnored
        {
            append(only, from: start, to: end, to: &units)
            return
        }
        var rest = String.UnicodeScalarView()
        for scalar in scalars where !scalar.isIgnored {
            if scalar.foldedKind == nil {
                rest.append(scalar)
            } else {
                appendPlain(String(rest), from: start, to: end, to: &units)
                rest = String.UnicodeScalarView()
                append(scalar, from: start, to: end, to: &units)
            }
        }
        appendPlain(String(rest), from: start, to: end, to: &units)
    }

    /// Appends a scalar that is ASCII, ignored, or counts as something else.
    private func append(_ scalar: Unicode.Scalar, from start: Int, to end: Int, to units: inout [FoldedUnit])
    {
        guard !scalar.isIgnored else { return }
        guard let kind = scalar.foldedKind else {
            units.append(FoldedUnit(token: scalar.value, kind: scalar.plainKind, start: start, end: end))
            return
        }
        let token = Self.token(of: kind)
        let count = scalar == "\u{2026}" ? 3 : 1
        for _ in 0..<count {
            units.append(FoldedUnit(token: token, kind: kind, start: start, end: end))
        }
    }

    private mutating func appendPlain(
        _ text: String,
        from start: Int,
        to end: Int,
        to units: inout [FoldedUnit]
    ) {
        for character in text {
            guard let first = character.unicodeScalars.first else { continue }
            let token: UInt32
            if first.isASCII, character.unicodeScalars.count == 1 {
                token = first.value
            } else {
                // Numbers above Unicode's last scalar, so that they cannot meet an ASCII character's value.
                token = numbers[character] ?? UInt32(0x11_0000 + numbers.count)
                numbers[character] = token
            }
            units.append(FoldedUnit(token: token, kind: first.plainKind, start: start, end: end))
        }
    }

    /// Joins runs of blanks and of dashes, and drops blanks that are typography: around dashes, inside guillemets.
    private static func tidied(_ units: [FoldedUnit]) -> [FoldedUnit] {
        var result: [FoldedUnit] = []
        result.reserveCapacity(units.count)
        var dropsBlank = true
        for (index, unit) in units.enumerated() {
            switch unit.kind {
            case .blank:
                guard !dropsBlank, result.last?.kind != .blank else { continue }
                result.append(unit)
            case .dash:
                if result.last?.kind == .blank { result.removeLast() }
                if result.last?.kind == .dash {
                    result[result.count - 1].end = unit.end
                } else {
                    result.append(unit)
                }
                dropsBlank = true
            case .openingGuillemet, .closingGuillemet:
                // « mot » has its blanks inside; German »Wort« has none, and those outside stay.
                let isApartAfter = index + 1 == units.count || !units[index + 1].isWord
                let isApartBefore = index == 0 || !units[index - 1].isWord
                if unit.kind == .closingGuillemet, isApartAfter, result.last?.kind == .blank {
                    result.removeLast()
                }
                result.append(
                    FoldedUnit(token: unit.token, kind: .quotationMark, start: unit.start, end: unit.end)
                )
                dropsBlank = unit.kind == .openingGuillemet && isApartBefore
            default:
                result.append(unit)
                dropsBlank = false
            }
        }
        if result.last?.kind == .blank { result.removeLast() }
        return result
    }
}
