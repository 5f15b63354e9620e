extension TextFolder {
    /// The units with runs of blanks and dashes joined, and without blanks around dashes and inside guillemets.
    static func tidied(_ units: [FoldedUnit], of bytes: [UInt8]) -> [FoldedUnit] {
        var result: [FoldedUnit] = []
        result.reserveCapacity(units.count)
        var dropsBlank = true
        for (index, unit) in units.enumerated() {
            switch unit.kind {
            case .blank:
                guard !dropsBlank, result.last?.kind != .blank else { continue }
                result.append(unit)
            case .dash, .hyphenAtLineEnd:
                if result.last?.kind == .blank { result.removeLast() }
                if let last = result.last, last.kind == .dash || last.kind == .hyphenAtLineEnd {
                    result[result.count - 1] = FoldedUnit(
                        token: unit.token,
                        kind: .dash,
                        start: last.start,
                        end: unit.end
                    )
                } else {
                    result.append(partsWord(units, at: index, of: bytes) ? unit.atLineEnd : unit)
                }
                dropsBlank = true
            case .openingGuillemet, .closingGuillemet:
                // French « mot » has blanks inside the marks; German »Wort« has them only outside, where they
                // count.
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

    /// Whether a dash is a hyphen at a line's end: after a letter, and before white space and a letter. YAML turns
    /// a line break in a text into a blank.
    private static func partsWord(_ units: [FoldedUnit], at index: Int, of bytes: [UInt8]) -> Bool {
        guard index > 0, isWordPart(units[index - 1]), index + 1 < units.count,
            units[index + 1].kind == .blank,
            let next = units[(index + 1)...].first(where: { $0.kind != .blank }), isWordPart(next),
            let scalar = String(decoding: bytes[units[index].start..<units[index].end], as: UTF8.self)
                .unicodeScalars.first
        else { return false }
        return scalar.isHyphen
    }

    /// Whether a unit is a letter and no digit: 10- 20 is not 1020.
    private static func isWordPart(_ unit: FoldedUnit) -> Bool {
        unit.isLetter && !(0x30...0x39).contains(unit.token)
    }
}

extension FoldedUnit {
    /// A copy of the unit as a hyphen at a line's end.
    fileprivate var atLineEnd: FoldedUnit {
        FoldedUnit(token: token, kind: .hyphenAtLineEnd, start: start, end: end)
    }
}
