import ArgumentParser
import Checks
import Diagnostics

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Explains a rule: what it asks for, why, and how to put it right."
    )

    @Argument(
        help: ArgumentHelp(
            "The rule's name, as findings show it in brackets; without it all rules are listed.",
            valueName: "rule"
        ),
        completion: .rules
    )
    var rule: String?

    func run() throws {
        guard let rule else {
            let width = RuleCatalogue.guides.map(\.name.count).max() ?? 0
            for guide in RuleCatalogue.guides {
                let severity = guide.id.severity?.rawValue.padded(to: 7) ?? "off    "
                Console.show("\(guide.name.padded(to: width)) \(severity) \(guide.summary)")
            }
            return
        }
        guard let text = RuleCatalogue.explain(rule) else {
            let help = Suggestion.help(for: rule, among: RuleCatalogue.names)
            throw ValidationError(
                "there is no rule `\(rule)`\(help.map { "; " + $0 } ?? "; `assay explain` lists all rules")"
            )
        }
        Console.show(text)
    }
}

extension String {
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
