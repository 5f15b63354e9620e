/// A quote, split at omissions and at insertions.
struct QuotePattern: Sendable {
    /// An interpretation of a quote's brackets and ellipses.
    enum Reading: CaseIterable, Sendable {
        /// Literal: all of the quote is in the article as typed.
        case literal
        /// With omissions: `...`, `[...]` and `(...)` stand for omitted words, other brackets for themselves.
        case omissions
        /// With omissions and insertions: `[word]` also stands for the editor's words.
        case omissionsAndInsertions
    }

    /// Consecutive words of the article.
    struct Piece: Sendable {
        var units: ArraySlice<FoldedUnit>
        /// Whether the piece may start inside a word, as `e` does in `[W]e`.
        var mayStartInWord: Bool
        /// Whether the piece may end inside a word, as in `suggest[ed]`.
        var mayEndInWord: Bool
    }

    /// The parts between omissions, in order; each is a list of the pieces between insertions.
    let segments: [[Piece]]

    /// All pieces, in order.
    var pieces: [Piece] { segments.flatMap(\.self) }

    /// Splits a quote; one without words has no segments.
    init(_ quote: [FoldedUnit], reading: Reading) {
        var segments: [[Piece]] = [[]]
        var pieceStart = 0
        var followsInsertion = false
        func close(at end: Int, beforeInsertion: Bool) {
            let units = Self.trimmed(quote[pieceStart..<end])
            guard units.contains(where: { $0.isWord || reading == .literal }) else { return }
            segments[segments.count - 1].append(
                Piece(
                    units: units,
                    mayStartInWord: followsInsertion && units.startIndex == pieceStart,
                    mayEndInWord: beforeInsertion && units.endIndex == end
                )
            )
        }
        var index = 0
        while index < quote.count {
            guard reading != .literal, let gap = Self.gap(in: quote, at: index),
                gap.isOmission || reading == .omissionsAndInsertions
            else {
                index += 1
                continue
            }
            close(at: index, beforeInsertion: !gap.isOmission)
            if gap.isOmission { segments.append([]) }
            index = gap.end
            pieceStart = gap.end
            followsInsertion = !gap.isOmission
        }
        close(at: quote.count, beforeInsertion: false)
        self.segments = segments.filter { !$0.isEmpty }
    }

    /// The omission or insertion that starts at an index; nil if none does.
    private static func gap(in quote: [FoldedUnit], at index: Int) -> (end: Int, isOmission: Bool)? {
        if let end = OmissionMark.end(in: quote, from: index) { return (end, true) }
        switch quote[index].token {
        case UInt32(UInt8(ascii: "[")), UInt32(UInt8(ascii: "(")):
            let isSquare = quote[index].token == UInt32(UInt8(ascii: "["))
            let closing = UInt32(isSquare ? UInt8(ascii: "]") : UInt8(ascii: ")"))
            // Insertions are short, so the search for the closing bracket is too.
            let limit = min(quote.count, index + insertionLimit)
            guard let close = quote[index..<limit].firstIndex(where: { $0.token == closing }) else {
                return nil
            }
            if OmissionMark.isMark(inBrackets: quote[(index + 1)..<close]) { return (close + 1, true) }
            return isSquare ? (close + 1, false) : nil
        default: return nil
        }
    }

    /// The longest insertion, and the most words that one replaces, in characters.
    static let insertionLimit = 120

    private static func trimmed(_ units: ArraySlice<FoldedUnit>) -> ArraySlice<FoldedUnit> {
        var units = units
        while units.first?.kind == .blank { units.removeFirst() }
        while units.last?.kind == .blank { units.removeLast() }
        return units
    }
}
