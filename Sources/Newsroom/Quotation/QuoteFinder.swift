/// Finds quotes in an article's words.
///
/// Two texts are the same when they differ only in white space, in the shape of quotation marks and dashes
/// (with or without blanks around a dash), in what has no shape of its own, in vowel points, in Unicode's
/// compatibility forms (NFKC), or in whether a word is parted at the end of a line. Case counts. A quote stands as whole words: "war" is not in "warrant".
package struct QuoteFinder: Sendable {
    private let folder: TextFolder
    private let passages: [String]
    /// All passages, each followed by a separator.
    private let units: [FoldedUnit]
    /// What each unit counts as: what is searched, in as little memory as can be.
    private let tokens: [UInt32]
    /// Where each passage starts in `units`.
    private let starts: [Int]
    /// The passages, where a hyphen in them may be none of its word's.
    private let hyphenated: HyphenatedText?

    /// The most pieces that a quote may have; one that is cut into more is not found.
    private static let pieceLimit = 50
    /// The most places that are told apart; further ones change nothing for an ambiguous quote.
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
    /// `[...]`, `[…]`, `...` and `…` in the quote stand for omitted words, `[word]` for an insertion of the
    /// editor's that adds to words or replaces some; where the article itself has such marks, they stand for
    /// themselves. Among several places the one is meant that has `prefix` before it and `suffix` after it.
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

    /// The places of a whole quote: for each the unit ranges of its pieces.
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
        let before = prefix.withoutLeadingEllipsis.map(\.token)
        let after = suffix.withoutTrailingEllipsis.map(\.token)
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

    /// The passage that holds a unit.
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

    /// What comes nearest to the first piece that stands nowhere.
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

extension [FoldedUnit] {
    /// A prefix typed as `… and then` means its words.
    fileprivate var withoutLeadingEllipsis: ArraySlice<FoldedUnit> {
        drop { $0.token == UInt32(UInt8(ascii: ".")) || $0.kind == .blank }
    }

    /// A suffix typed as `and then …` means its words; a single full stop is one.
    fileprivate var withoutTrailingEllipsis: ArraySlice<FoldedUnit> {
        let dots = reversed().prefix { $0.token == UInt32(UInt8(ascii: ".")) }.count
        guard dots >= 3 else { return self[...] }
        let rest = dropLast(dots)
        return rest.last?.kind == .blank ? rest.dropLast() : rest
    }
}
