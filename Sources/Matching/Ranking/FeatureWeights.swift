/// The weights of features in their order, for sums.
struct FeatureWeights: Sendable {
    private let ordered: [Float]

    init(_ weights: [MatchFeatures.Name: Float]) {
        ordered = MatchFeatures.Name.allCases.map { weights[$0] ?? 0 }
    }

    /// The weighted sum.
    func sum(_ features: MatchFeatures) -> Float {
        var sum: Float = 0
        for (value, weight) in zip(features.values, ordered) { sum += value * weight }
        return sum
    }

    /// The weights by which matches are in order.
    static let ranking = FeatureWeights(RankingWeights.weights)
    /// The weights of a match's certainty.
    static let certainty = FeatureWeights(RankingWeights.certainty)
}
