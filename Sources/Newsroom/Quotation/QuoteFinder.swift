/// A finder of quotes in an article's passages.
///
///     let finder = QuoteFinder(passages: ["He said: “We won’t yield.”"])
///     finder.find(quote: "We won't yield")   // .found, whatever the shape of the apostrophe
///
/// Ignored are differences in white space, in the shape of quotation marks and dashes, in blanks around dashes, in
/// characters without a shape, in vowel points, in Unicode's compatibility forms (NFKC), and in hyphens at line
/// ends. Case counts, and a quote consists of whole words: "war" is not in "warrant".
package struct QuoteFinder: Sendable {
    private let folder: TextFolder
    private let passages: [String]
    /// The units of all passages, with a separator after each.
    private let units: [FoldedUnit]
    /// The token of each unit, in an array of their own because the search reads only these.
    private let tokens: [UInt32]
    /// The index in `units` at which each passage starts.
    private let starts: [Int]
    /// The passages without hyphens; nil if no line ends with one.
    private let hyphenated: HyphenatedText?

    /// The largest number of pieces; a quote with more is not found.
    private static let pieceLimit = 50
    /// The largest number of places that are collected: a quote with more is ambiguous anyway.
    private static let placeLimit = 100

    /// Prepares passages for searching.
    package init(passages: [String]) {
        var folder = TextFolder()
        var units: [FoldedUnit] = []
        var starts: [Int] = []
        for passage in passages {
            starts.append(units.count)
            units += folder.fold(passage)
            units.append(.separator)
        }
        self.folder = folder
        self.passages = passages
        self.units = units
        tokens = units.map(\.token)
        self.starts = starts
        hyphenated = HyphenatedText.isNeeded(units) ? HyphenatedText(units) : nil
    }

    /// Finds a quote.
    ///
    /// `[...]`, `[…]`, `...` and `…` stand for omitted words, and `[word]` for words that the editor added or
    /// replaced. If the article has such marks itself, the literal reading wins.
    /// - Parameters:
    ///   - prefix: the words before the quote, to choose among several places.
    ///   - suffix: the words after it, for the same purpose.
    package func find(quote: String, prefix: String? = nil, suffix: String? = nil) -> QuoteMatch {
        var folder = folder
        let quoteUnits = folder.fold(quote)
        var lastPattern: QuotePattern?
        for reading in QuotePattern.Reading.allCases {
            let pattern = QuotePattern(quoteUnits, reading: reading)
            guard pattern.pieces.contains(where: { $0.units.contains(where: \.isWord) }),
                pattern.pieces.count <= Self.pieceLimit
            else { continue }
            lastPattern = pattern
            let found = places(of: pattern)
            if !found.isEmpty {
                return selected(
                    among: found,
                    prefix: folder.fold(prefix ?? ""),
                    suffix: folder.fold(suffix ?? "")
                )
            }
        }
        return .absent(nearest: lastPattern.flatMap { nearest(to: $0, quote: quote) })
    }

    // MARK: - Places

    /// The places of a whole quote, each as the unit ranges of its pieces.
    private func places(of pattern: QuotePattern) -> [[Range<Int>]] {
        var segments: [[[Range<Int>]]] = []
        for segment in pattern.segments {
            let found = PieceChain.joinedByInsertions(
                segment.map { occurrences(of: $0) },
                passage: passageIndex
            )
            guard !found.isEmpty else { return [] }
            segments.append(found)
        }
        let places = PieceChain.joinedByOmissions(segments, limit: Self.placeLimit)
        let inOnePassage = places.filter { place in
            Set(place.map { passageIndex(of: $0.lowerBound) }).count == 1
        }
        return inOnePassage.isEmpty ? places : inOnePassage
    }

    private func occurrences(of piece: QuotePattern.Piece) -> [Range<Int>] {
        let found = OccurrenceSearch.occurrences(of: piece, in: units, tokens: tokens)
        let hyphenated =
            hyphenated
            ?? (found.isEmpty && HyphenatedText.isNeeded(piece.units) ? HyphenatedText(units) : nil)
        guard let ranges = hyphenated?.ranges(of: piece), !ranges.isEmpty else { return found }
        return OccurrenceSearch.wholeWords(of: piece, ranges, in: units)
    }

    private func selected(
        among places: [[Range<Int>]],
        prefix: [FoldedUnit],
        suffix: [FoldedUnit]
    ) -> QuoteMatch {
        let before = prefix.withoutLeadingOmission.map(\.token)
        let after = suffix.withoutTrailingOmission.map(\.token)
        var chosen = places
        if places.count > 1 {
            let fitting = places.filter { place in
                stands(before, before: place.first?.lowerBound ?? 0)
                    && stands(after, after: place.last?.upperBound ?? 0)
            }
            if !fitting.isEmpty { chosen = fitting }
        }
        guard chosen.count == 1, let only = chosen.first else {
            return .ambiguous(chosen.compactMap { place in place.first.map(piece(of:)) })
        }
        return .found(only.map(piece(of:)))
    }

    private func stands(_ tokens: [UInt32], before index: Int) -> Bool {
        let end = index > 0 && units[index - 1].kind == .blank && !tokens.isEmpty ? index - 1 : index
        return end >= tokens.count
            && zip(units[(end - tokens.count)..<end], tokens).allSatisfy { $0.token == $1 }
    }

    private func stands(_ tokens: [UInt32], after index: Int) -> Bool {
        let start = index < units.count && units[index].kind == .blank && !tokens.isEmpty ? index + 1 : index
        return start + tokens.count <= units.count
            && zip(units[start...], tokens).allSatisfy { $0.token == $1 }
    }

    // MARK: - Back to the passages

    /// The index of the passage that contains a unit.
    private func passageIndex(of unit: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= unit { low = middle } else { high = middle }
        }
        return low
    }

    private func piece(of range: Range<Int>) -> QuotePiece {
        QuotePiece(
            passage: passageIndex(of: range.lowerBound),
            range: units[range.lowerBound].start..<units[range.upperBound - 1].end
        )
    }

    /// The passage nearest to the first piece that has no place.
    private func nearest(to pattern: QuotePattern, quote: String) -> NearPassage? {
        let pieces = pattern.pieces
        for piece in pieces where occurrences(of: piece).isEmpty {
            let ranges = starts.indices.map { index in
                starts[index]..<((index + 1 < starts.count ? starts[index + 1] : units.count) - 1)
            }
            return NearestWords(Array(piece.units))
                .nearest(in: units, passages: ranges)
                .map { near in
                    let place = self.piece(of: near.range)
                    let text = passages[place.passage]
                    return NearPassage(
                        text: text.utf8Slice(place.range),
                        differences: near.differences.map {
                            WordDifference(
                                quote: quote.utf8Slice($0.quote),
                                passage: text.utf8Slice($0.passage)
                            )
                        },
                        piece: place
                    )
                }
        }
        guard let first = pieces.first,
            let range = occurrences(of: first).first
        else { return nil }
        let place = piece(of: range)
        return NearPassage(
            text: passages[place.passage].utf8Slice(place.range),
            differences: [],
            piece: place
        )
    }
}

extension String {
    /// The text of a range of UTF-8 offsets.
    fileprivate func utf8Slice(_ range: Range<Int>) -> String {
        String(decoding: utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    }
}
