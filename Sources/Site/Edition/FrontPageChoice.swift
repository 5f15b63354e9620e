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

    /// The newest rulings; of one day those with more evidence first. Drafts come last: they lead nothing.
    private let newest: [RankedClaim]
    private var taken: Set<String> = []

    /// Chooses among all rated claims.
    init(of claims: RankedClaims) {
        let published = claims.drop { $0.published == nil }
        let drafts = claims.dropLast(published.count)
        newest = [published.prefix(Self.windowSize), drafts.prefix(Self.windowSize)].joined()
            .sorted(by: Self.precedes)
    }

    /// The order of the front page: newest first, of one day those with more evidence.
    static func precedes(_ left: RankedClaim, _ right: RankedClaim) -> Bool {
        switch (left.published, right.published) {
        case (.some, nil): true
        case (nil, .some): false
        case (.some(let first), .some(let second)) where first != second: first > second
        default:
            (right.evidenceCount, left.claimID) < (left.evidenceCount, right.claimID)
        }
    }

    /// The newest rulings that are not shown yet.
    mutating func takeNewest(_ count: Int) -> [RankedClaim] { take(count, of: newest) }

    /// The newest of some rulings that are not shown yet.
    mutating func take(_ count: Int, of claims: some Sequence<RankedClaim>) -> [RankedClaim] {
        let chosen = Array(claims.lazy.filter { [taken] in !taken.contains($0.claimID) }.prefix(count))
        taken.formUnion(chosen.map(\.claimID))
        return chosen
    }
}
