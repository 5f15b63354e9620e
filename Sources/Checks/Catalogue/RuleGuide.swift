import Diagnostics

/// What a rule is about, for people: the page behind `assay explain`.
public struct RuleGuide: Hashable, Sendable {
    /// The rule's name, in kebab case.
    public let name: String
    /// The severity when a newsroom says nothing; nil for a rule that is off until it is turned on.
    public let severity: Diagnostic.Severity?
    /// What the rule asks for, in one sentence with a full stop.
    public let summary: String
    /// Why it matters, in Markdown.
    public let why: String
    /// How to put it right, in Markdown.
    public let fix: String
    /// An example that the rule reports.
    public let wrong: String
    /// The same, put right.
    public let right: String
    /// Whether `site.yaml` can change the severity: no for what makes a file unreadable.
    public let isAdjustable: Bool

    init(
        _ name: String,
        _ severity: Diagnostic.Severity?,
        _ summary: String,
        why: String,
        fix: String,
        wrong: String,
        right: String,
        isAdjustable: Bool = true
    ) {
        self.name = name
        self.severity = severity
        self.summary = summary
        self.why = why
        self.fix = fix
        self.wrong = wrong
        self.right = right
        self.isAdjustable = isAdjustable
    }

    /// The page about the rule, in Markdown: what, why, how to fix, wrong and right.
    public var explanation: String { sections(level: 1) }

    /// The page with its heading at a level, so that it can stand in a longer one.
    func sections(level: Int) -> String {
        """
        \(String(repeating: "#", count: level)) \(name)

        \(summary) Severity: \(severity?.rawValue ?? "off")\(isAdjustable ? "" : ", fixed").

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
