import Diagnostics

/// The findings about one template's text.
struct TemplateFindings {
    /// The most findings reported for one template. More would cost time and say nothing new.
    static let limit = 100

    let source: SourceFile
    private(set) var diagnostics: [Diagnostic] = []

    init(source: SourceFile) { self.source = source }

    mutating func report(
        _ rule: RuleID,
        _ message: String,
        at range: Range<Int>,
        caption: String? = nil,
        label: (range: Range<Int>, text: String)? = nil,
        help: String? = nil,
        fixes: [Fix?] = []
    ) {
        guard diagnostics.count < Self.limit else { return }
        diagnostics.append(
            Diagnostic(
                rule: rule,
                message: message,
                span: source.span(range),
                caption: caption,
                labels: label.map { [Diagnostic.Label(source.span($0.range), $0.text)] } ?? [],
                help: help,
                fixes: fixes.compactMap(\.self)
            )
        )
    }
}
