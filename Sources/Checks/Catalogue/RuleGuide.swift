import Diagnostics

/// A rule's documentation: its entry in docs/rules.md and in `assay explain`.
package struct RuleGuide: Hashable, Sendable {
    /// The rule's name and default severity.
    package let id: RuleID
    /// The rule's demand, in one sentence with a full stop.
    package let summary: String
    /// The reason for the rule, in Markdown.
    package let why: String
    /// The way to satisfy the rule, in Markdown.
    package let fix: String
    /// An example that the rule reports.
    package let wrong: String
    /// The same example, corrected.
    package let right: String

    /// The rule's name, in kebab case.
    package var name: String { id.name }

    init(
        _ id: RuleID,
        _ summary: String,
        why: String,
        fix: String,
        wrong: String,
        right: String
    ) {
        self.id = id
        self.summary = summary
        self.why = why
        self.fix = fix
        self.wrong = wrong
        self.right = right
    }

    /// The rule's page in Markdown: summary, reason, fix and both examples.
    package var explanation: String { sections(level: 1) }

    /// The rule's page with its heading at a level from 1 to 6, to be set into a longer page.
    func sections(level: Int) -> String {
        """
        \(String(repeating: "#", count: level)) \(name)

        \(summary) Severity: \(id.severity?.rawValue ?? "off")\(id.isAdjustable ? "" : ", fixed").

        \(why)

        **How to fix it.** \(fix)

        Wrong:

        \(Self.fenced(wrong))

        Right:

        \(Self.fenced(right))

        """
    }

    private static func fenced(_ example: String) -> String { "```\n\(example)\n```" }
}
