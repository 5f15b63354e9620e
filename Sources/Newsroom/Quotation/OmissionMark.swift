/// The mark of words that a quotation leaves out: three full stops or more. Between brackets, round or square, blanks may part
/// them. `…` folds to three.
package enum OmissionMark {
    private static let dot = UInt32(UInt8(ascii: "."))
    private static let leastDots = 3

    /// Whether a text contains `...`, `. . .` or `…`: a cheap test, true for every mark.
    package static func isIn(_ text: String) -> Bool {
        let (dots, ellipsis): (UInt32, UInt32) = (0x2E_2E2E, 0xE2_80A6)
        var last = UInt32(0)
        for byte in text.utf8 where byte != UInt8(ascii: " ") {
            last = (last << 8 | UInt32(byte)) & 0xFF_FFFF
            if last == dots || last == ellipsis { return true }
        }
        return false
    }

    /// The end of the mark without brackets that begins at an index; nil if none does.
    static func end(in units: [FoldedUnit], from start: Int) -> Int? {
        let count = units[start...].prefix { isDot($0) }.count
        return count >= leastDots ? start + count : nil
    }

    /// Whether the content of a pair of brackets makes them a mark.
    static func isMark(inBrackets content: ArraySlice<FoldedUnit>) -> Bool {
        let words = content.filter { $0.kind != .blank }
        return words.count >= leastDots && words.allSatisfy(isDot)
    }

    static func isDot(_ unit: FoldedUnit) -> Bool { unit.token == dot }
}

extension [FoldedUnit] {
    /// The words of a prefix such as `… and then`.
    var withoutLeadingOmission: ArraySlice<FoldedUnit> {
        drop { OmissionMark.isDot($0) || $0.kind == .blank }
    }

    /// The words of a suffix such as `and then …`. A single full stop counts as one of its marks.
    var withoutTrailingOmission: ArraySlice<FoldedUnit> {
        let dots = reversed().prefix { OmissionMark.isDot($0) }.count
        guard OmissionMark.end(in: self, from: count - dots) != nil else { return self[...] }
        let rest = dropLast(dots)
        return rest.last?.kind == .blank ? rest.dropLast() : rest
    }
}
