extension Newsroom {
    /// How someone who judges a claim is bound to someone who made it.
    package enum Relation: Hashable, Sendable {
        /// They are the same.
        case same
        /// They belong to the claimant.
        case member
        /// The claimant belongs to them.
        case organisation
    }

    /// Longer chains of affiliation say little.
    private static let affiliationDepth = 8

    /// How a profile is bound to a claimant; nil when it is not.
    package func relation(of person: String, to claimant: String) -> Relation? {
        if person == claimant { return .same }
        if organisations(of: person).contains(claimant) { return .member }
        return organisations(of: claimant).contains(person) ? .organisation : nil
    }

    /// All that someone belongs to, directly or through an organisation.
    package func organisations(of id: String) -> Set<String> {
        var found: Set<String> = []
        var level = [id]
        for _ in 0..<Self.affiliationDepth {
            level = level.flatMap { profiles[$0]?.affiliations.map(\.value) ?? [] }
                .filter { found.insert($0).inserted }
        }
        return found
    }
}
