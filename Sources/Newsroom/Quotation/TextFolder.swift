import Encodings

/// A folder of texts into comparable units, which numbers the characters beyond ASCII as it meets them.
///
/// Characters that are canonically or compatibly equivalent (UAX 15) share a number: `é` in one scalar or two, `ﬁ`
/// and `fi`, `２` and `2`. Only units of one folder, or of its copies, can be compared.
struct TextFolder: Sendable {
    private var numbers: [Character: UInt32] = [:]
    private var foldings: [Character: CharacterFolding] = [:]
    /// The tokens of raised digits, which are units of their own after a digit.
    private var raised: Set<UInt32> = []

    /// The units of a text: white space as one blank, one kind of quotation mark, one kind of dash without blanks
    /// around it, `...` for `…`, letters in compatibility form, and nothing without a shape.
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
            // Read together with what follows, because an ASCII letter may be the base of a combining mark.
            position = next
            while position < bytes.count, bytes[position] >= 0x80 { position += 1 }
            var offset = start
            for character in String(decoding: bytes[start..<position], as: UTF8.self) {
                let end = offset + character.utf8.count
                append(character, offset..<end, next: end < bytes.count ? bytes[end] : nil, to: &units)
                offset = end
            }
        }
        return Self.tidied(units, of: bytes)
    }

    /// The units of all ASCII characters, by value.
    private static let ascii = (0..<UInt8(0x80)).map { byte in
        let scalar = Unicode.Scalar(byte)
        let kind = scalar.foldedKind
        return FoldedUnit(
            token: kind.map(CharacterFolding.token(of:)) ?? scalar.value,
            kind: kind ?? scalar.plainKind,
            start: 0,
            end: 1
        )
    }

    /// Appends the units of one character.
    /// - Parameter next: the byte after the character; nil at the end.
    private mutating func append(
        _ character: Character,
        _ range: Range<Int>,
        next: UInt8?,
        to units: inout [FoldedUnit]
    ) {
        func append(_ part: CharacterFolding.Part) {
            units.append(
                FoldedUnit(token: part.token, kind: part.kind, start: range.lowerBound, end: range.upperBound)
            )
        }
        let scalars = character.unicodeScalars
        let only = scalars.index(after: scalars.startIndex) == scalars.endIndex ? scalars.first : nil
        if let only {
            if let part = Self.commonPart(of: only) { return append(part) }
            if only == "\u{AD}", next == UInt8(ascii: "\n") || next == UInt8(ascii: " ") {
                return append(CharacterFolding.Part(token: CharacterFolding.token(of: .dash), kind: .dash))
            }
        }
        let folding = folding(of: character)
        switch folding.afterDigit {
        case .itself(let part) where units.last.map(isDigit) ?? false: append(part)
        case .apart where units.last.map(isDigit) ?? false:
            append(CharacterFolding.blank)
            folding.parts.forEach(append)
        default: folding.parts.forEach(append)
        }
        // The case of the second letter follows the next one: Œuvre is Oeuvre, and ŒUVRE is OEUVRE.
        if only == "Æ" || only == "Œ", let next, (0x41...0x5A).contains(next) {
            units.removeLast()
            append(CharacterFolding.Part(token: UInt32(UInt8(ascii: "E")), kind: .letter))
        }
    }

    /// A fast path for the characters of nearly every text: ASCII, no-break spaces, dashes, curly quotation marks.
    private static func commonPart(of scalar: Unicode.Scalar) -> CharacterFolding.Part? {
        switch scalar.value {
        case 0..<0x80:
            let unit = ascii[Int(scalar.value)]
            return CharacterFolding.Part(token: unit.token, kind: unit.kind)
        case 0xA0: return CharacterFolding.blank
        case 0x2010...0x2015:
            return CharacterFolding.Part(token: CharacterFolding.token(of: .dash), kind: .dash)
        case 0x2018...0x201F:
            return CharacterFolding.Part(
                token: CharacterFolding.token(of: .quotationMark),
                kind: .quotationMark
            )
        default: return nil
        }
    }

    /// Whether a number can go on after a unit: a digit, a minus sign, or a raised digit.
    private func isDigit(_ unit: FoldedUnit) -> Bool {
        (0x30...0x39).contains(unit.token) || unit.kind == .dash || raised.contains(unit.token)
    }

    private mutating func folding(of character: Character) -> CharacterFolding {
        if let known = foldings[character] { return known }
        var parts: [CharacterFolding.Part] = []
        var rest = String.UnicodeScalarView()
        for scalar in character.unicodeScalars where !scalar.isIgnored {
            if scalar.foldedKind == nil {
                rest.append(scalar)
            } else {
                parts += plainParts(of: String(rest))
                rest = String.UnicodeScalarView()
                parts += CharacterFolding.parts(of: scalar) ?? []
            }
        }
        parts += plainParts(of: String(rest))
        let folding = CharacterFolding(parts: parts, afterDigit: afterDigit(character))
        foldings[character] = folding
        return folding
    }

    private mutating func afterDigit(_ character: Character) -> CharacterFolding.AfterDigit {
        guard let scalar = character.unicodeScalars.first, !scalar.isASCII else { return .same }
        switch scalar.properties.numericType {
        case .digit:
            let token = number(of: character)
            raised.insert(token)
            return .itself(CharacterFolding.Part(token: token, kind: .letter))
        case .numeric where UnicodeForm.compatible(String(scalar)).unicodeScalars.contains("\u{2044}"):
            return .apart
        default: return .same
        }
    }

    private mutating func plainParts(of text: String) -> [CharacterFolding.Part] {
        guard !text.isEmpty else { return [] }
        var parts: [CharacterFolding.Part] = []
        for character in CharacterFolding.spelling(of: text) {
            var scalars = String.UnicodeScalarView()
            scalars.append(contentsOf: character.unicodeScalars.lazy.filter { !$0.isIgnored })
            guard let first = scalars.first else { continue }
            if scalars.count == 1, let plain = CharacterFolding.parts(of: first) {
                parts += plain
            } else {
                let token = number(of: Character(String(scalars)))
                parts.append(CharacterFolding.Part(token: token, kind: first.plainKind))
            }
        }
        return parts
    }

    /// The token of a character beyond ASCII. Tokens start above Unicode's last scalar, so that none equals an
    /// ASCII value.
    private mutating func number(of character: Character) -> UInt32 {
        let token = numbers[character] ?? UInt32(0x11_0000 + numbers.count)
        numbers[character] = token
        return token
    }
}
