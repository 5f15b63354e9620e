import Diagnostics

/// The findings of rendering one page: one for each place in the templates, up to a limit.
struct RenderFindings {
    static let limit = 100

    private struct Position: Hashable {
        let template: Int
        let offset: Int
    }

    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Position> = []

    /// An unknown name, and the names that are known in its place.
    struct UnknownName {
        let message: String
        let help: String?
        var typed: String?
        var known: Set<String> = []
    }

    /// Reports a name that a page does not have, once; with the nearest name that it has as a fix.
    mutating func reportName(
        _ template: CompiledTemplate,
        _ range: Range<Int>,
        _ finding: () -> UnknownName
    ) {
        guard isNew(template, range) else { return }
        let finding = finding()
        let fix = finding.typed.flatMap { typed -> Fix? in
            guard let place = template.source.place(ofID: typed, in: range) else { return nil }
            return Suggestion.fix(for: typed, at: place, in: template.source, among: finding.known)
        }
        diagnostics.append(
            Diagnostic(
                rule: .unknownName,
                message: finding.message,
                span: template.source.span(range),
                help: finding.help,
                fixes: [fix].compactMap(\.self)
            )
        )
    }

    private mutating func isNew(_ template: CompiledTemplate, _ range: Range<Int>) -> Bool {
        diagnostics.count < Self.limit
            && seen.insert(Position(template: template.index, offset: range.lowerBound)).inserted
    }

    /// Reports at a place, once. The texts are closures, evaluated only when needed.
    mutating func report(
        _ template: CompiledTemplate,
        _ range: Range<Int>,
        _ finding: () -> (rule: RuleID, severity: Diagnostic.Severity?, message: String, help: String?)
    ) {
        guard isNew(template, range) else { return }
        let finding = finding()
        diagnostics.append(
            Diagnostic(
                rule: finding.rule,
                severity: finding.severity,
                message: finding.message,
                span: template.source.span(range),
                help: finding.help
            )
        )
    }
}
