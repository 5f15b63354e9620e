/// The weights of the features, learnt on the training part of the benchmark by `Benchmarks/matching/learn.py`.
package enum RankingWeights {
    static let weights: [MatchFeatures.Name: Float] = [
        .worth: -0.2756,
        .standing: 3.8335,
        .covered: 0.0324,
        .statement: 1.8814,
        .title: 2.7084,
        .either: 0.9214,
        .neighbours: 2.3066,
        .run: -0.6516,
        .names: 0.8220,
        .claimNames: 0.6861,
        .numbers: -0.0425,
        .otherNumbers: -0.5405,
        .negation: -0.1060,
        .rarest: 2.9932,
        .count: -0.8825,
        .brevity: 0.1904,
    ]

    /// The constant of a match's certainty.
    static let certaintyConstant: Float = -6.1576
    /// The weight of its lead: its score minus the best other one.
    static let certaintyLead: Float = 0.9404
    static let certainty: [MatchFeatures.Name: Float] = [
        .worth: -0.1164,
        .standing: 1.3092,
        .covered: 0.5875,
        .statement: 0.6115,
        .title: 0.4638,
        .either: 0.5842,
        .neighbours: 0.2099,
        .run: -0.1482,
        .names: -0.1515,
        .claimNames: 0.1204,
        .numbers: 0.2247,
        .otherNumbers: 0.1109,
        .negation: -0.0737,
        .rarest: 1.7032,
        .count: 2.4861,
        .brevity: -2.5926,
    ]

    /// The bounds of the two words: logarithms of odds.
    static let likely: Float = 2.8216
    static let possible: Float = -1.5
}
