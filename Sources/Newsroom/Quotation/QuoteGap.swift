/// Words of an article that a quote omits with `[...]`, or replaces with the editor's own.
package struct QuoteGap: Hashable, Sendable {
    /// The omitted words, without whole sentences that lie between two quoted ones.
    package let omitted: String
    /// The place of the omitted words.
    package let piece: QuotePiece
    /// The quote's text in their place: `[clearly]`, `...`.
    package let mark: String
}

extension ArticleWords {
    /// The gaps of a quote: words that it omits from sentences it quotes.
    /// - Parameter pieces: the places of the quote's parts, from `locate`.
    package func gaps(in quote: String, at pieces: [QuotePiece]) -> [QuoteGap] {
        guard let marks = GapMarks(quote, pieces: pieces.map(text(of:))), let first = pieces.first,
            let last = pieces.last
        else { return [] }
        var gaps: [QuoteGap] = []
        if let mark = marks.leading, !text(of: first).hasPrefix(mark.text) {
            let bytes = bytes(first.passage)
            let start = SentencePart.lastPart(of: 0..<first.range.lowerBound, in: bytes)
            let omitted = mark.isOmission ? start : SentencePart.lastClause(of: start, in: bytes)
            gaps += gap(mark.text, in: first.passage, omitted)
        }
        for (mark, (before, after)) in zip(marks.between, zip(pieces, pieces.dropFirst())) {
            gaps += self.gaps(mark, between: before, and: after)
        }
        if let mark = marks.trailing, !text(of: last).hasSuffix(mark) {
            let bytes = bytes(last.passage)
            let rest = last.range.upperBound..<bytes.count
            gaps += gap(mark, in: last.passage, SentencePart.firstPart(of: rest, in: bytes))
        }
        return gaps
    }

    private func gaps(_ mark: String, between before: QuotePiece, and after: QuotePiece) -> [QuoteGap] {
        let bytes = bytes(before.passage)
        guard before.passage == after.passage else {
            let rest = before.range.upperBound..<bytes.count
            let other = self.bytes(after.passage)
            return gap(mark, in: before.passage, SentencePart.firstPart(of: rest, in: bytes))
                + gap(
                    mark,
                    in: after.passage,
                    SentencePart.lastPart(of: 0..<after.range.lowerBound, in: other)
                )
        }
        guard before.range.upperBound < after.range.lowerBound else { return [] }
        let between = before.range.upperBound..<after.range.lowerBound
        let first = SentencePart.firstPart(of: between, in: bytes)
        guard first.upperBound < between.upperBound else { return gap(mark, in: before.passage, between) }
        return gap(mark, in: before.passage, first)
            + gap(mark, in: before.passage, SentencePart.lastPart(of: between, in: bytes))
    }

    /// A list with the gap in a range; empty if the range has no letter or digit.
    private func gap(_ mark: String, in passage: Int, _ range: Range<Int>) -> [QuoteGap] {
        let omitted = String(decoding: bytes(passage)[range], as: UTF8.self)
        guard omitted.contains(where: { $0.isLetter || $0.isNumber }) else { return [] }
        return [QuoteGap(omitted: omitted, piece: QuotePiece(passage: passage, range: range), mark: mark)]
    }

    private func bytes(_ passage: Int) -> [UInt8] { Array(document.blocks[passage].plainText.utf8) }

    private func text(of piece: QuotePiece) -> String {
        String(decoding: bytes(piece.passage)[piece.range], as: UTF8.self)
    }
}

/// The marks of a quote that stand for words of the article.
private struct GapMarks {
    /// A mark at the quote's head: an omission (`[...]`), or the editor's words (`[He]`).
    struct Leading {
        let text: String
        let isOmission: Bool
    }

    private(set) var leading: Leading?
    private(set) var between: [String] = []
    private(set) var trailing: String?

    /// Reads a quote's marks; nil if it has none, or if no reading of it has these pieces.
    /// - Parameter words: the article's words for each piece of the quote.
    init?(_ quote: String, pieces words: [String]) {
        var folder = TextFolder()
        let units = folder.fold(quote)
        let bytes = Array(quote.utf8)
        let brackets = words.map { Self.brackets(in: folder.fold($0)[...]) }
        let readings = QuotePattern.Reading.allCases.dropFirst()
        guard
            let pieces = readings.lazy.map({ QuotePattern(units, reading: $0).pieces }).first(where: {
                $0.map { Self.brackets(in: $0.units) } == brackets
            }), let first = pieces.first?.units.first, let last = pieces.last?.units.last
        else { return nil }
        func text(_ start: Int, _ end: Int) -> String? {
            guard start < end else { return nil }
            let text = String(decoding: bytes[start..<end], as: UTF8.self)
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return words.isEmpty ? nil : words
        }
        func omission(_ mark: String?) -> String? {
            mark.flatMap { OmissionMark.isIn($0) ? $0 : nil }
        }
        leading = text(0, first.start).flatMap { mark in
            let isOmission = OmissionMark.isIn(mark)
            // The bracket of `[T]he` stands for a letter of the word, and for no words before it.
            let isApart = SentencePart.isBlank(bytes[first.start - 1])
            return isOmission || isApart ? Leading(text: mark, isOmission: isOmission) : nil
        }
        trailing = omission(text(last.end, bytes.count))
        between = zip(pieces, pieces.dropFirst()).map { one, next in
            text(one.units.last?.end ?? 0, next.units.first?.start ?? 0) ?? ""
        }
        if leading == nil, trailing == nil, between.isEmpty { return nil }
    }

    /// The number of square brackets, which tells a quote's readings apart.
    private static func brackets(in units: ArraySlice<FoldedUnit>) -> Int {
        units.count { $0.token == UInt32(UInt8(ascii: "[")) }
    }
}

/// A stretch of text cut at the ends of its sentences.
private enum SentencePart {
    /// The stretch up to its first sentence's end; empty if a sentence ends right before the stretch.
    static func firstPart(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        guard !endsSentence(before: range.lowerBound, in: bytes) else {
            return range.lowerBound..<range.lowerBound
        }
        let end = range.first { endsSentence(before: $0, in: bytes) && $0 > range.lowerBound }
        return range.lowerBound..<(end ?? range.upperBound)
    }

    /// The stretch from the start of its last sentence.
    static func lastPart(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        let start = range.reversed().first { endsSentence(before: $0, in: bytes) }
        return (start ?? range.lowerBound)..<range.upperBound
    }

    /// The words that an insertion may replace: those of a stretch after its last comma; all if none follow it.
    static func lastClause(of range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        let commas = range.filter { clauseMarks.contains(bytes[$0]) }
        guard let comma = commas.last, !bytes[(comma + 1)..<range.upperBound].allSatisfy(isBlank) else {
            return range
        }
        return (comma + 1)..<range.upperBound
    }

    /// Whether a sentence ends before an index: with a full stop or the like, white space, and no small letter.
    private static func endsSentence(before index: Int, in bytes: [UInt8]) -> Bool {
        guard index > 0, index < bytes.count, isBlank(bytes[index]) else {
            return index > 2 && fullStops.contains(Array(bytes[(index - 3)..<index]))
        }
        var mark = index - 1
        while mark > 0, closing.contains(bytes[mark]) { mark -= 1 }
        guard marks.contains(bytes[mark]) || index > 1 && bytes[(index - 2)..<index].elementsEqual("؟".utf8)
        else { return false }
        let next = bytes[index...].first { !isBlank($0) }
        return !(next.map { (0x61...0x7A).contains($0) } ?? false)
    }

    private static let marks = Set(".!?".utf8)
    private static let clauseMarks = Set(",;:".utf8)
    private static let closing = Set("\"')]”’".utf8)
    private static let fullStops: Set<[UInt8]> = [Array("。".utf8), Array("！".utf8), Array("？".utf8)]

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
}
