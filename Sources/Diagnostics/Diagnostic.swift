/// One finding about a newsroom's files, separate from how it is printed.
public struct Diagnostic: Hashable, Sendable {
    /// The weight of a finding.
    public enum Severity: String, Hashable, Sendable, CaseIterable {
        /// Stops the build.
        case error
        /// Needs a look.
        case warning
        /// Is worth knowing, and needs no action.
        case note
    }

    /// A further place that belongs to a finding, with a text for it.
    public struct Label: Hashable, Sendable {
        /// The place.
        public let span: SourceSpan
        /// The text for the place, in a few words.
        public let text: String

        /// Makes a label.
        public init(_ span: SourceSpan, _ text: String) {
            self.span = span
            self.text = text
        }
    }

    /// The rule that reported it.
    public let rule: RuleID

    /// The severity. That of most rules can be changed in `site.yaml`.
    public var severity: Severity

    /// The problem, in one sentence without a full stop.
    public let message: String

    /// The place; nil only if the finding is about no file.
    public let span: SourceSpan?

    /// A few words to print under the caret; nil prints the caret alone.
    public let caption: String?

    /// Further places.
    public let labels: [Label]

    /// Facts that help to understand the finding.
    public let notes: [String]

    /// The remedy, in one sentence.
    public let help: String?

    /// Makes a diagnostic.
    ///
    /// - Parameter severity: the rule's own, unless this finding weighs something else; an error for a rule that is off.
    public init(
        rule: RuleID,
        severity: Severity? = nil,
        message: String,
        span: SourceSpan?,
        caption: String? = nil,
        labels: [Label] = [],
        notes: [String] = [],
        help: String? = nil
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity ?? .error
        self.message = message
        self.span = span
        self.caption = caption
        self.labels = labels
        self.notes = notes
        self.help = help
    }
}

extension Diagnostic: Comparable {
    /// Orders by place, then by rule and message, so that output is the same on every run.
    public static func < (left: Diagnostic, right: Diagnostic) -> Bool {
        switch (left.span, right.span) {
        case (nil, .some): true
        case (.some, nil): false
        case (.some(let first), .some(let second)) where first != second: first < second
        default: (left.rule, left.message) < (right.rule, right.message)
        }
    }
}

extension Sequence<Diagnostic> {
    /// Whether any finding stops the build.
    public var hasErrors: Bool { contains { $0.severity == .error } }
}
