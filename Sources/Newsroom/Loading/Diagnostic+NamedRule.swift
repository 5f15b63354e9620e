import Diagnostics

extension Diagnostic {
    /// Makes an error of a rule that the readers of YAML know by its name.
    init(
        rule name: String,
        severity: Severity,
        message: String,
        span: SourceSpan?,
        labels: [Label] = [],
        notes: [String] = [],
        help: String? = nil
    ) {
        let known: [RuleID] = [.yamlSyntax, .yamlTooComplex, .wordsLostToYAML, .wrongType]
        self.init(
            rule: known.first { $0.name == name } ?? RuleID(name, severity, isAdjustable: false),
            severity: severity,
            message: message,
            span: span,
            labels: labels,
            notes: notes,
            help: help
        )
    }
}
