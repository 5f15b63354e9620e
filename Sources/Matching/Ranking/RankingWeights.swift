/// The weights of the features, learnt on the training part of the benchmark by `Benchmarks/matching/learn.py`.
package enum RankingWeights {
    static let weights: [MatchFeatures.Name: Float] = [
        .worth: -0.1046,
        .standing: 4.0685,
        .covered: -0.2307,
        .statement: 1.4895,
        .title: 3.1405,
        .either: 0.8719,
        .neighbours: 2.3273,
        .run: -0.4815,
        .names: 0.8509,
        .claimNames: 0.5534,
        .numbers: 0.3737,
        .otherNumbers: -0.1588,
        .negation: 0.0130,
        .rarest: 3.2547,
        .count: -0.4676,
        .brevity: 0.5066,
    ]

    /// The constant of a match's certainty.
    static let certaintyConstant: Float = -5.5772
    /// The weight of its lead: its score minus the best other one.
    static let certaintyLead: Float = 0.9735
    static let certainty: [MatchFeatures.Name: Float] = [
        .worth: -0.0965,
        .standing: 1.0986,
        .covered: 0.4383,
        .statement: 0.5899,
        .title: 0.4562,
        .either: 0.3110,
        .neighbours: 0.0555,
        .run: -0.2073,
        .names: -0.1918,
        .claimNames: 0.1993,
        .numbers: 0.0642,
        .otherNumbers: -0.2265,
        .negation: -0.1148,
        .rarest: 1.4879,
        .count: 2.2911,
        .brevity: -2.5582,
    ]

    /// The bounds of the two words: logarithms of odds.
    static let likely: Float = 2.1031
    static let possible: Float = -1.5
}
