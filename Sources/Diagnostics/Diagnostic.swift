/// One finding about a newsroom's files, separate from how it is printed.
package struct Diagnostic: Hashable, Sendable {
    /// The weight of a finding.
    package enum Severity: String, Hashable, Sendable, CaseIterable {
        /// Stops the build.
        case error
        /// Needs a look.
        case warning
        /// Is worth knowing, and needs no action.
        case note
    }

    /// A further place that belongs to a finding, with a text for it.
    package struct Label: Hashable, Sendable {
        /// The place.
        package let span: SourceSpan
        /// The text for the place, in a few words.
        package let text: String

        /// Makes a label.
        package init(_ span: SourceSpan, _ text: String) {
            self.span = span
            self.text = text
        }
    }

    /// The rule that reported it.
    package let rule: RuleID

    /// The severity. That of most rules can be changed in `site.yaml`.
    package var severity: Severity

    /// The problem, in one sentence without a full stop.
    package let message: String

    /// The place; nil only if the finding is about no file.
    package let span: SourceSpan?

    /// A few words to print under the caret; nil prints the caret alone.
    package let caption: String?

    /// Further places.
    package let labels: [Label]

    /// Facts that help to understand the finding.
    package let notes: [String]

    /// The remedy, in one sentence.
    package let help: String?

    /// Remedies that a program can carry out, the likeliest first; each of them is enough.
    package var fixes: [Fix]

    /// Makes a diagnostic.
    ///
    /// - Parameter severity: the rule's own, unless this finding weighs something else; an error for a rule that is off.
    package init(
        rule: RuleID,
        severity: Severity? = nil,
        message: String,
        span: SourceSpan?,
        caption: String? = nil,
        labels: [Label] = [],
        notes: [String] = [],
        help: String? = nil,
        fixes: [Fix] = []
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity ?? .error
        self.message = message
        self.span = span
        self.caption = caption
        self.labels = labels
        self.notes = notes
        self.help = help
        self.fixes = fixes
    }
}

extension Diagnostic: Comparable {
    /// Orders by place, then by rule and message, so that output is the same on every run.
    package static func < (left: Diagnostic, right: Diagnostic) -> Bool {
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
    package var hasErrors: Bool { contains { $0.severity == .error } }
}
