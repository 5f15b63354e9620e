/// The first look: the claims that share the rarest words with a sentence (BM25F).
enum Retrieval {
    /// A claim with its sum of the worths of shared words.
    struct Hit: Sendable {
        let claim: Int
        let score: Float
    }

    /// The best claims, best first; of equal ones, the earlier in the index.
    static func best(_ limit: Int, of index: ClaimIndex, for question: Question) -> [Hit] {
        var scores = [Float](repeating: 0, count: index.count)
        scores.withUnsafeMutableBufferPointer { scores in
            index.postingClaims.withUnsafeBufferPointer { claims in
                index.postingWeights.withUnsafeBufferPointer { weights in
                    for (term, rarity) in question.terms where rarity > Self.leastRarity {
                        let end = Int(index.postingStarts[term + 1])
                        var place = Int(index.postingStarts[term])
                        while place < end {
                            scores[Int(claims[place])] += rarity * weights[place]
                            place += 1
                        }
                    }
                }
            }
        }
        return top(limit, of: scores)
    }

    private static func top(_ limit: Int, of scores: [Float]) -> [Hit] {
        // A heap would be shorter by little: the bar rises fast, and few claims get over it.
        var hits: [Hit] = []
        var bar: Float = 0
        for (claim, score) in scores.enumerated() where score > bar {
            hits.append(Hit(claim: claim, score: score))
            guard hits.count >= limit * 4 else { continue }
            hits = Array(hits.sorted(by: isBetter).prefix(limit))
            bar = hits[hits.count - 1].score
        }
        return Array(hits.sorted(by: isBetter).prefix(limit))
    }

    private static func isBetter(_ one: Hit, _ other: Hit) -> Bool {
        (one.score, other.claim) > (other.score, one.claim)
    }

    /// The rarity below which a word stands in nearly every claim and tells nothing.
    private static let leastRarity: Float = 0.05
}
