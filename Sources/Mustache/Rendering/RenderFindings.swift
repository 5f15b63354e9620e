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

    /// Reports at a place, once. The texts are closures, evaluated only when needed.
    mutating func report(
        _ template: CompiledTemplate,
        _ range: Range<Int>,
        _ finding: () -> (rule: RuleID, severity: Diagnostic.Severity?, message: String, help: String?)
    ) {
        guard diagnostics.count < Self.limit,
            seen.insert(Position(template: template.index, offset: range.lowerBound)).inserted
        else { return }
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
