import Diagnostics

/// What a rule is about, for people: the page behind `assay explain`.
package struct RuleGuide: Hashable, Sendable {
    /// The rule, with its severity.
    package let id: RuleID
    /// What the rule asks for, in one sentence with a full stop.
    package let summary: String
    /// Why it matters, in Markdown.
    package let why: String
    /// How to put it right, in Markdown.
    package let fix: String
    /// An example that the rule reports.
    package let wrong: String
    /// The same, put right.
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

    /// The page about the rule, in Markdown: what, why, how to fix, wrong and right.
    package var explanation: String { sections(level: 1) }

    /// The page with its heading at a level, so that it can stand in a longer one.
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
