/// The order of the claims that a first look finds: a weighted sum of their features.
package enum Ranking {
    /// A claim with what speaks for it.
    package struct Ranked: Sendable {
        /// Its number in the index.
        package let claim: Int
        package let features: MatchFeatures
        /// The sum.
        package let score: Float
    }

    /// How sure the match at a place of a list is.
    /// - Parameter count: the number of claims in the index.
    package static func certainty(of place: Int, in ranked: [Ranked], among count: Int) -> Certainty {
        let rival = place > 0 ? ranked[0].score : ranked.count > 1 ? ranked[1].score : 0
        let lead = ranked[place].score - rival
        let features = ranked[place].features
        guard count < smallCollection else { return CertaintyModel.certainty(features, lead: lead) }
        // Among few claims hardly one is a rival, so that any claim leads by far.
        return CertaintyModel.isAlike(features)
            ? CertaintyModel.certainty(features, lead: min(lead, largestLeadOfFew)) : .none
    }

    /// The number of claims below which a lead says less.
    private static let smallCollection = 2000
    /// The lead that counts at most then: with it, only nearly the same words are likely.
    private static let largestLeadOfFew: Float = 4.8

    /// The number of claims that are looked at more closely.
    package static let depth = 80

    /// The best claims for a sentence, best first.
    /// - Parameter hidden: claims that are passed over, as if they were not there.
    package static func claims(
        of index: ClaimIndex,
        like words: [Word],
        hiding hidden: Set<Int> = []
    ) -> [Ranked] {
        let question = Question(words, in: index)
        let hits = Retrieval.best(depth + hidden.count, of: index, for: question)
            .filter { !hidden.contains($0.claim) }
            .prefix(depth)
        let best = hits.first?.score ?? 0
        return hits.map { hit in
            let features = MatchFeatures(question, hit.claim, of: index, score: hit.score, best: best)
            return Ranked(claim: hit.claim, features: features, score: FeatureWeights.ranking.sum(features))
        }.sorted { ($0.score, $1.claim) > ($1.score, $0.claim) }
    }
}
