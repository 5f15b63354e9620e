import Checks
import Diagnostics

extension RuleCatalogue {
    /// The rules as reports for programs (SARIF) list them.
    package static var descriptions: [RuleDescription] {
        guides.map { guide in
            RuleDescription(
                name: guide.name,
                summary: guide.summary,
                explanation: guide.why + "\n\n" + guide.fix,
                severity: guide.id.severity ?? .note
            )
        }
    }
}
