import Matching

/// How long a sentence takes against a collection, and how long the index takes to make.
enum Latency {
    static func print(_ claimPath: String, _ queryPath: String, copies: Int) throws {
        let some = try claims(claimPath)
        let all = (0..<copies).flatMap { copy in
            some.map {
                ClaimText(
                    id: "\($0.id)-\(copy)",
                    statement: $0.statement,
                    title: $0.title,
                    summary: $0.summary
                )
            }
        }
        let clock = ContinuousClock()
        var made: ClaimIndex?
        let making = clock.measure { made = ClaimIndex(all, language: "en") }
        guard let index = made else { return }
        let sentences = try table(queryPath).prefix(200).map { $0[1] }
        let reader = WordReader(language: "en")
        var times: [Duration] = []
        for sentence in sentences {
            times.append(clock.measure { _ = Ranking.claims(of: index, like: reader.read(sentence)) })
        }
        times.sort()
        Swift.print(
            "claims\t\(index.count)\nmaking\t\(making)\nmedian\t\(times[times.count / 2])\n95 %\t\(times[times.count * 95 / 100])\nmost\t\(times[times.count - 1])"
        )
    }
}
