/// A claim that is like a sentence.
package struct Match: Sendable, Hashable {
    /// The claim's texts.
    package let claim: ClaimText
    /// How sure the match is.
    package let certainty: Certainty
    /// The score by which matches are in order.
    package let score: Float
    /// The words of the sentence that the claim has, too: places in bytes of UTF-8.
    package let words: [Range<Int>]
    /// The words of the claim's statement that the sentence has.
    package let statementWords: [Range<Int>]
    /// The words of the headline that the sentence has.
    package let titleWords: [Range<Int>]
    /// The numbers, dates, names and negations in which they differ.
    package let differences: [Difference]
}

/// Finds the claims that are like a sentence.
///
/// One value serves one task.
package final class Matcher {
    /// The claims.
    package let index: ClaimIndex
    private let reader: WordReader

    /// Makes a matcher.
    package init(_ index: ClaimIndex) {
        self.index = index
        reader = WordReader(language: index.language)
    }

    /// The claims that are like a sentence, best first; empty if none is.
    /// - Parameters:
    ///   - limit: the largest number of claims.
    ///   - hidden: the ids of claims that are passed over, such as the one that is being written.
    package func matches(for sentence: String, limit: Int = 5, hiding hidden: Set<String> = []) -> [Match] {
        let words = reader.read(String(sentence.prefix(Self.longestSentence)))
        let passed = hidden.isEmpty ? [] : Set((0..<index.count).filter { hidden.contains(index.id(of: $0)) })
        let ranked = Ranking.claims(of: index, like: words, hiding: passed)
        var matches: [Match] = []
        for (place, one) in ranked.prefix(limit).enumerated() {
            let certainty = Ranking.certainty(of: place, in: ranked, among: index.count)
            guard certainty != .none else { continue }
            let match = match(one, certainty, sentence, words)
            // What shares only words that every text has is like nothing, however few claims there are.
            if !match.words.isEmpty { matches.append(match) }
        }
        return matches
    }

    private func match(
        _ ranked: Ranking.Ranked,
        _ certainty: Certainty,
        _ sentence: String,
        _ words: [Word]
    ) -> Match {
        let claim = index.text(of: ranked.claim)
        let asked = TextWords(sentence, reader)
        let statement = TextWords(claim.statement, reader)
        let title = TextWords(claim.title, reader)
        let said = marked(asked.words)
        let known = marked(statement.words + title.words)
        return Match(
            claim: claim,
            certainty: certainty,
            score: ranked.score,
            words: Self.places(of: known, in: asked),
            statementWords: Self.places(of: said, in: statement),
            titleWords: Self.places(of: said, in: title),
            differences: Differences(sentence: asked, claim: statement).all
        )
    }

    /// The terms of words that are worth a mark: not "the".
    private func marked(_ words: [Word]) -> Set<String> {
        Set(
            words.filter { word in
                guard let term = index.number(of: word) else { return false }
                return index.rarity(term) > Self.leastMarked
            }.map(\.term)
        )
    }

    /// The places of terms in a text; words with only a blank between them are one place.
    private static func places(of terms: Set<String>, in text: TextWords) -> [Range<Int>] {
        var places: [Range<Int>] = []
        for word in text.words where terms.contains(word.term) {
            if let last = places.last, word.range.lowerBound <= last.upperBound + 1 {
                places[places.count - 1] = last.lowerBound..<max(last.upperBound, word.range.upperBound)
            } else {
                places.append(word.range)
            }
        }
        return places
    }

    /// The length in characters above which something is no sentence, and its end is not read.
    private static let longestSentence = 2000
    /// The rarity at which a word is worth a mark.
    private static let leastMarked: Float = 1.8
}

extension ClaimIndex {
    /// The id of a claim.
    package func id(of claim: Int) -> String { text(of: claim).id }
}
