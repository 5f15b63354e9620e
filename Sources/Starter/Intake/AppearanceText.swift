import Newsroom

/// One more occasion on which a claim was made, as lines of its file.
package struct AppearanceText: Sendable {
    private let fields: [(name: String, value: String)]

    /// Notes an occasion.
    package init(
        article: String,
        quote: String,
        kind: Appearance.Kind,
        date: String?,
        by: String?,
        locator: String?
    ) {
        var fields = [("article", article), ("quote", quote), ("kind", kind.rawValue)]
        if let by { fields.append(("by", by)) }
        if let locator { fields.append(("locator", locator)) }
        if let date { fields.append(("date", date)) }
        self.fields = fields
    }

    /// The lines for a person to write.
    package var lines: [String] { fields.map { "\($0.name): " + YAMLText.scalar($0.value) } }

    /// The claim's file with the occasion at the end of its appearances; nil for front matter in a form that only a person can edit.
    package func added(to claim: Claim) -> [UInt8]? {
        FieldLines.append(lines, to: "appearances", of: claim) { edited in
            edited.appearances.count == claim.appearances.count + 1
                && Array(edited.appearances.dropLast().map(\.quote.value))
                    == claim.appearances.map(\.quote.value)
                && edited.appearances.last?.quote.value == fields.first { $0.name == "quote" }?.value
                && edited.shownIn.count == claim.shownIn.count
                && edited.statement.value == claim.statement.value
        }
    }
}
