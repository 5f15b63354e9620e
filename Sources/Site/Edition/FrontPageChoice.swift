import Newsroom

/// The choice of rulings for the front page's sections, each ruling once.
struct FrontPageChoice {
    /// The number of rulings beside the lead.
    static let besideCount = 3
    /// The number of rulings in a topic's section.
    static let topicCount = 4
    /// The number of further rulings at the end of the page.
    static let latestCount = 12

    /// The number of newest rulings to choose from. Only a bulk import has more on one day.
    private static let windowSize = 500

    /// The newest rulings, in the order of `precedes`. Drafts come last, so that none becomes the lead.
    private let newest: [RankedClaim]
    private var taken: Set<String> = []

    /// Chooses among all rated claims.
    init(of claims: RankedClaims) {
        let published = claims.drop { $0.published == nil }
        let drafts = claims.dropLast(published.count)
        newest = [published.prefix(Self.windowSize), drafts.prefix(Self.windowSize)].joined()
            .sorted(by: Self.precedes)
    }

    /// The order of the front page: by day, newest first; within a day, by number of evidence, largest first.
    static func precedes(_ left: RankedClaim, _ right: RankedClaim) -> Bool {
        switch (left.published, right.published) {
        case (.some, nil): true
        case (nil, .some): false
        case (.some(let first), .some(let second)) where first != second: first > second
        default:
            (right.evidenceCount, left.claimID) < (left.evidenceCount, right.claimID)
        }
    }

    /// The newest rulings that no section shows yet.
    mutating func takeNewest(_ count: Int) -> [RankedClaim] { take(count, of: newest) }

    /// The first of some rulings that no section shows yet.
    mutating func take(_ count: Int, of claims: some Sequence<RankedClaim>) -> [RankedClaim] {
        let chosen = Array(claims.lazy.filter { [taken] in !taken.contains($0.claimID) }.prefix(count))
        taken.formUnion(chosen.map(\.claimID))
        return chosen
    }

    /// The same, or none where there are fewer than a minimum.
    mutating func take(
        _ count: Int,
        orNoneBelow minimum: Int,
        of claims: some Sequence<RankedClaim>
    ) -> [RankedClaim] {
        let before = taken
        let chosen = take(count, of: claims)
        if chosen.count >= minimum { return chosen }
        taken = before
        return []
    }
}
