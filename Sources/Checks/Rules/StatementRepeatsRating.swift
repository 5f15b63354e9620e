import Diagnostics
import Newsroom

/// A claim's statement that contains its rating (schema.org `claimReviewed`).
struct StatementRepeatsRating: Rule {
    static let guide = RuleGuide(
        RuleID("statement-repeats-rating", .warning),
        "A claim's statement says what was claimed, not how it was rated.",
        why: """
            The statement is published as `claimReviewed` beside the rating. With the rating inside it, a machine reads that
            someone claimed "False: the earth is flat", and rates that.
            """,
        fix: "State the claim as its claimant meant it, and leave the rating to the verdict.",
        wrong: "statement: \"False: NASA hid the photographs\"",
        right: "statement: NASA hid the photographs."
    )

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        guard claim.statement.value.utf8.contains(where: Self.canPart) else { return [] }
        let statement = claim.statement.value.lowercased()
        let labels = context.newsroom.settings.scale.all.map(\.label)
        return labels.filter { repeats(statement, $0.lowercased()) }.prefix(1).map { label in
            Finding(
                "the statement holds the rating “\(label)”",
                at: claim.span(claim.statement),
                help: "state only what was claimed; the rating belongs to the verdict"
            )
        }
    }

    /// Whether a byte can belong to a separator between a label and the sentence.
    private static func canPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "["), UInt8(ascii: "("), 0x80...: true
        default: false
        }
    }

    /// Whether a label is set apart at either end: `False: …`, `[False] …`, `… (false)`, `… – false`.
    private func repeats(_ statement: String, _ label: String) -> Bool {
        guard !label.isEmpty else { return false }
        let openings = ["\(label):", "\(label) –", "\(label) —", "\(label) -", "[\(label)]", "(\(label))"]
        let bare = statement.last == "." ? String(statement.dropLast()) : statement
        let closings = [": \(label)", "– \(label)", "— \(label)", " - \(label)", "[\(label)]", "(\(label))"]
        return openings.contains { statement.hasPrefix($0) } || closings.contains { bare.hasSuffix($0) }
    }
}
