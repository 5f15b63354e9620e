import Diagnostics

/// What goes wrong while a page is rendered: once for each place in the templates, and not without end.
struct RenderFindings {
    static let limit = 100

    private struct Position: Hashable {
        let template: Int
        let offset: Int
    }

    private(set) var diagnostics: [Diagnostic] = []
    private var seen: Set<Position> = []

    /// Reports at a place, unless it was reported before; the texts are made only when they are needed.
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
