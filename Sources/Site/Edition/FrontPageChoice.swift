import Newsroom

/// Which rulings the front page shows where: each once.
struct FrontPageChoice {
    /// How many rulings stand beside the lead.
    static let besideCount = 4
    /// How many rulings a topic shows.
    static let topicCount = 3
    /// How many further rulings close the page.
    static let latestCount = 6

    /// How many of the newest rulings the page is chosen from; so many on one day are a bulk import.
    private static let windowSize = 500

    private let edition: Edition
    /// The newest rulings; of one day those with more evidence first. Drafts come last: they lead nothing.
    private let newest: [RatedClaim]
    private var taken: Set<String> = []

    init(of edition: Edition) {
        self.edition = edition
        let published = edition.ratedClaims.drop { $0.verdict.published == nil }
        let drafts = edition.ratedClaims.prefix(edition.ratedClaims.count - published.count)
        newest = (published.prefix(Self.windowSize) + drafts.prefix(Self.windowSize)).sorted(
            by: Self.precedes
        )
    }

    /// The order of the front page: newest first, of one day those with more evidence.
    static func precedes(_ left: RatedClaim, _ right: RatedClaim) -> Bool {
        switch (left.verdict.published?.value, right.verdict.published?.value) {
        case (.some, nil): true
        case (nil, .some): false
        case (.some(let first), .some(let second)) where first != second: first > second
        default:
            (right.verdict.evidence.count, left.claim.id) < (left.verdict.evidence.count, right.claim.id)
        }
    }

    /// The newest rulings that are not shown yet.
    mutating func takeNewest(_ count: Int) -> [RatedClaim] { take(count, of: newest) }

    /// The newest rulings of a topic that are not shown yet.
    mutating func takeNewest(_ count: Int, about topic: Topic) -> [RatedClaim] {
        take(count, of: edition.claims(about: topic))
    }

    private mutating func take(_ count: Int, of claims: some Sequence<RatedClaim>) -> [RatedClaim] {
        let chosen = Array(claims.lazy.filter { [taken] in !taken.contains($0.claim.id) }.prefix(count))
        taken.formUnion(chosen.map(\.claim.id))
        return chosen
    }
}
