/// A sentence in the order of what is worth checking.
package struct Candidate: Sendable, Hashable {
    /// Its place in the text, in bytes of UTF-8.
    package let range: Range<Int>
    package let sentence: String
    /// The worth, from 0 to 1 by the model; by the plain rule in a language without one.
    package let worth: Float
    package let reasons: [SentenceSigns.Reason]
}

/// Puts sentences into the order in which they are worth checking. It leaves none out.
///
/// One value serves one task.
package final class CandidateOrder {
    private let reader: WordReader
    /// The weights of the language; nil if nobody has learnt any.
    private let model: CandidateModel?

    /// Makes an order.
    /// - Parameters:
    ///   - language: a language tag (BCP 47).
    ///   - usesModel: whether the learnt weights count, where there are some; else the plain rule.
    package init(language: String, usingModel usesModel: Bool = true) {
        reader = WordReader(language: language)
        model = usesModel ? CandidateModel.of(language) : nil
    }

    /// The order's name, for those who print it.
    package var isModel: Bool { model != nil }

    /// What tells about a sentence.
    package func signs(_ sentence: String) -> SentenceSigns {
        SentenceSigns(sentence, reader.read(sentence), reader.words)
    }

    /// The worth of a sentence.
    package func worth(_ signs: SentenceSigns) -> Float {
        guard let model else { return signs.rule }
        return model.probability(signs)
    }

    /// The sentence, judged.
    package func candidate(_ sentence: String, at range: Range<Int>) -> Candidate {
        let signs = signs(sentence)
        let reasons = signs.reasons.isEmpty ? [SentenceSigns.Reason.wording] : signs.reasons
        return Candidate(range: range, sentence: sentence, worth: worth(signs), reasons: reasons)
    }

    /// The sentences of a text, the worthiest first; of equal ones, the earlier.
    package func candidates(in text: String) -> [Candidate] {
        let bytes = Array(text.utf8)
        return Self.sorted(
            SentenceReader.sentences(of: text).map { range in
                let sentence = String(decoding: bytes[range], as: UTF8.self)
                return candidate(
                    sentence.split(whereSeparator: \.isWhitespace).joined(separator: " "),
                    at: range
                )
            }
        )
    }

    /// Candidates in their order.
    package static func sorted(_ candidates: [Candidate]) -> [Candidate] {
        candidates.sorted { ($0.worth, $1.range.lowerBound) > ($1.worth, $0.range.lowerBound) }
    }
}
