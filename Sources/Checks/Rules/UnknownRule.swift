import Diagnostics
import Newsroom

/// An entry in the settings' `checks` for an unknown rule or a fixed one.
struct UnknownRule: Rule {
    static let guide = RuleGuide(
        RuleID("unknown-rule", .error),
        "The settings name only rules that exist.",
        why: "A misspelt rule is not turned off, and nobody notices.",
        fix: "Correct the name. docs/rules.md lists all rules.",
        wrong: "checks:\n  source-not-archive: off",
        right: "checks:\n  source-not-archived: off"
    )

    func check(_ context: CheckContext) -> [Finding] {
        let settings = context.newsroom.settings
        return settings.checks.compactMap { setting in
            let name = setting.rule.value
            guard let guide = RuleCatalogue.guide(name) else {
                return Finding(
                    "there is no rule `\(name)`",
                    at: settings.span(setting.rule),
                    help: Suggestion.help(for: name, among: RuleCatalogue.names) ?? "take the line out",
                    fixes: [
                        Suggestion.fix(
                            for: name,
                            at: setting.rule.range,
                            in: settings.file,
                            among: RuleCatalogue.names
                        )
                    ]
                )
            }
            guard !guide.id.isAdjustable else { return nil }
            return Finding(
                "the severity of `\(name)` cannot be changed",
                at: settings.span(setting.rule),
                notes: ["what it reports makes a file unreadable"],
                help: "take the line out"
            )
        }
    }
}
