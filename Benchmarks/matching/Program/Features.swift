import Matching

/// A line for each claim that was found for a sentence: what was hidden, the sentence, the claim, whether it is right, the score, the features.
enum Features {
    static func print(_ claimPath: String, _ queryPath: String, _ qrelPath: String, language: String) throws {
        let claims = try claims(claimPath)
        let index = ClaimIndex(claims, language: language)
        let numbers = Dictionary(claims.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var right: [String: Set<Int>] = [:]
        for row in try table(qrelPath) where row.count > 2 {
            if let number = numbers[row[2]] { right[row[0], default: []].insert(number) }
        }
        let reader = WordReader(language: language)
        var lines: [String] = []
        for row in try table(queryPath) {
            guard let own = right[row[0]] else { continue }
            let words = reader.read(row[1])
            for (condition, hidden) in [("all", []), ("hidden", own)] {
                let found = Ranking.claims(of: index, like: words, hiding: hidden)
                for (place, ranked) in found.enumerated() {
                    let isRight = own.contains(ranked.claim) ? "1" : "0"
                    let values = ranked.features.values.map { "\($0)" }
                    lines.append(
                        ([condition, row[0], claims[ranked.claim].id, isRight, "\(ranked.score)"] + values + [
                            "\(Ranking.certainty(of: place, in: found, among: index.count))"
                        ])
                        .joined(separator: "\t")
                    )
                }
            }
        }
        Swift.print(
            (["condition", "query", "claim", "right", "score"] + MatchFeatures.Name.allCases.map { "\($0)" }
                + ["certainty"]).joined(separator: "\t")
        )
        Swift.print(lines.joined(separator: "\n"))
    }
}
