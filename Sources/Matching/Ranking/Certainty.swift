/// How sure a match is, in words whose meaning is measured (docs/matching.md).
package enum Certainty: String, Sendable, Hashable, CaseIterable {
    /// Of a hundred matches with this word, ninety-five are right.
    case likely
    /// Worth a look: right more often than not, where it is the first of a sentence.
    case possible
    /// Nothing that was ruled on is like the sentence.
    case none
}

/// How sure a match is, from its features: a logistic regression with bounds for the two words.
enum CertaintyModel {
    /// The certainty of a ranked claim.
    /// - Parameter lead: its score minus that of the best other claim.
    static func certainty(_ features: MatchFeatures, lead: Float) -> Certainty {
        let odds = likeness(features) + RankingWeights.certaintyLead * lead
        return odds >= RankingWeights.likely ? .likely : odds >= RankingWeights.possible ? .possible : .none
    }

    /// Whether the texts alone, without any rival, are like each other.
    static func isAlike(_ features: MatchFeatures) -> Bool { likeness(features) >= leastLikeness }

    private static func likeness(_ features: MatchFeatures) -> Float {
        RankingWeights.certaintyConstant + FeatureWeights.certainty.sum(features)
    }

    /// Two shared names are above it, one shared word is below.
    private static let leastLikeness: Float = -3.4
}
