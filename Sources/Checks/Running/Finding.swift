import Diagnostics
import Newsroom

/// A diagnostic without its rule and severity, as a rule returns it.
struct Finding: Sendable {
    let message: String
    let span: SourceSpan
    var caption: String?
    var labels: [Diagnostic.Label] = []
    var notes: [String] = []
    var help: String?
    /// Remedies that a program can carry out; those that are not possible here are left out.
    var fixes: [Fix]

    init(
        _ message: String,
        at span: SourceSpan,
        caption: String? = nil,
        labels: [Diagnostic.Label] = [],
        notes: [String] = [],
        help: String? = nil,
        fixes: [Fix?] = []
    ) {
        self.message = message
        self.span = span
        self.caption = caption
        self.labels = labels
        self.notes = notes
        self.help = help
        self.fixes = fixes.compactMap(\.self)
    }

    /// The finding as a diagnostic of a rule, with a severity.
    func diagnostic(of rule: RuleID, severity: Diagnostic.Severity) -> Diagnostic {
        Diagnostic(
            rule: rule,
            severity: severity,
            message: message,
            span: span,
            caption: caption,
            labels: labels,
            notes: notes,
            help: help,
            fixes: fixes
        )
    }
}

extension Record {
    /// The place of a value in the record's file.
    func span<Value>(_ located: Located<Value>) -> SourceSpan { file.span(located.range) }

    /// The record's kind and id for messages, such as: claim `trump-retreated`.
    var described: String { "\(Self.kind.rawValue) `\(id)`" }
}

extension SiteSettings {
    /// The place of a value in the settings.
    func span<Value>(_ located: Located<Value>) -> SourceSpan { file.span(located.range) }
}
