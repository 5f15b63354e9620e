import Newsroom

/// What the desk does with items of the inbox. Pure: it answers with the new text of a file.
package enum InboxWork {
    /// The file of an item that a claim answers; nil for front matter in a form that only a person can edit.
    package static func answered(_ item: InboxItem, by claim: String) -> [UInt8]? {
        FieldLines.set([("claim", ["claim: \(claim)"]), ("dismissed", [])], of: item) {
            $0.claim?.value == claim && $0.dismissed == nil && $0.words.value == item.words.value
        }
    }

    /// The file of an item that is not checked, with the reason.
    package static func dismissed(_ item: InboxItem, because reason: String) -> [UInt8]? {
        FieldLines.set([("dismissed", ItemText.line("dismissed", reason)), ("claim", [])], of: item) {
            $0.dismissed?.value == reason && $0.claim == nil && $0.words.value == item.words.value
        }
    }

    /// The file of an item that is open again.
    package static func reopened(_ item: InboxItem) -> [UInt8]? {
        FieldLines.set([("dismissed", []), ("claim", [])], of: item) {
            $0.isOpen && $0.words.value == item.words.value
        }
    }

    /// The file of an item with what another one, which is the same claim, says more.
    package static func merged(_ item: InboxItem, with other: InboxItem) -> [UInt8]? {
        ItemGrowth(of: item, by: other).file
    }

    /// The items that are one claim but for case and punctuation, two or more each, the one that stays first.
    ///
    /// The one that stays is answered, or was asked about most, or comes first.
    package static func duplicates(in newsroom: Newsroom) -> [[InboxItem]] {
        Dictionary(grouping: newsroom.inbox, by: { ItemKey($0.words.value) }).values.filter { $0.count > 1 }
            .map { $0.sorted(by: precedes) }.sorted { $0[0].id < $1[0].id }
    }

    /// The items in the order in which a desk wants them: open ones first, then by how often they were asked about, then the newest.
    package static func inOrder(_ newsroom: Newsroom) -> [InboxItem] {
        newsroom.inbox.sorted { left, right in
            if left.isOpen != right.isOpen { return left.isOpen }
            if left.count != right.count { return left.count > right.count }
            let (first, second) = (left.seen?.value, right.seen?.value)
            if first != second { return (first ?? .distantPast) > (second ?? .distantPast) }
            return left.id < right.id
        }
    }

    /// What an item says for the draft of a claim: the fields that are known.
    package static func draft(of item: InboxItem, claimant: String?, in newsroom: Newsroom) -> [String:
        String]
    {
        var known = ["statement": item.words.value]
        known["stated"] = item.made?.value.description
        known["claimant"] = claimant ?? item.who.flatMap { KnownProfiles(newsroom)[$0.value] }
        return known
    }

    /// The claim whose statement has an item's words; nil where there is none.
    package static func claim(with item: InboxItem, in newsroom: Newsroom) -> Claim? {
        let key = ItemKey(item.words.value)
        return newsroom.claims.first { ItemKey($0.statement.value) == key }
    }

    /// The id that an item's words suggest for a claim.
    package static func claimID(for item: InboxItem) -> String {
        let key = ItemKey(item.words.value)
        let slug = key.slug()
        return slug.isEmpty ? "claim-" + key.mark : slug
    }

    private static func precedes(_ left: InboxItem, _ right: InboxItem) -> Bool {
        if (left.claim != nil) != (right.claim != nil) { return left.claim != nil }
        if left.isOpen != right.isOpen { return left.isOpen }
        return left.count != right.count ? left.count > right.count : left.id < right.id
    }
}

extension CalendarDate {
    /// A day before all others.
    fileprivate static var distantPast: CalendarDate? { CalendarDate(year: 1) }
}

private func > (left: CalendarDate?, right: CalendarDate?) -> Bool {
    guard let left, let right else { return left != nil }
    return right < left
}
