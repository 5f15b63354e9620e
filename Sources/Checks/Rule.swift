import Diagnostics
import Newsroom

/// A house rule, which returns findings about records.
///
/// A rule implements only the functions it needs; the default implementations find nothing. Rules are pure functions of
/// their arguments, so that records can be checked in any order and on all cores.
///
///     struct UnusedSource: Rule {
///         static let guide = RuleGuide(RuleID(...), "Every source is used somewhere.", ...)
///         func check(_ context: CheckContext) -> [Finding] { ... }
///     }
///
/// A new rule also needs its line in `RuleCatalogue.rules`.
protocol Rule: Sendable {
    /// The rule's name, default severity and page for `assay explain`.
    static var guide: RuleGuide { get }

    /// Makes the rule, which has no state.
    init()

    /// Checks the settings and the newsroom as a whole, after all records.
    func check(_ context: CheckContext) -> [Finding]
    /// Checks an article's front matter.
    func check(_ article: Article, _ context: CheckContext) -> [Finding]
    /// Checks a claim's front matter.
    func check(_ claim: Claim, _ context: CheckContext) -> [Finding]
    /// Checks a source's front matter.
    func check(_ source: Source, _ context: CheckContext) -> [Finding]
    /// Checks a verdict's front matter.
    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding]
    /// Checks a profile's front matter.
    func check(_ profile: Profile, _ context: CheckContext) -> [Finding]
    /// Checks a standing page's front matter.
    func check(_ page: StandingPage, _ context: CheckContext) -> [Finding]
    /// Checks a medium's front matter.
    func check(_ medium: Medium, _ context: CheckContext) -> [Finding]
    /// Checks the Markdown of a record of any kind.
    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding]
}

extension Rule {
    func check(_ context: CheckContext) -> [Finding] { [] }
    func check(_ article: Article, _ context: CheckContext) -> [Finding] { [] }
    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] { [] }
    func check(_ source: Source, _ context: CheckContext) -> [Finding] { [] }
    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] { [] }
    func check(_ profile: Profile, _ context: CheckContext) -> [Finding] { [] }
    func check(_ page: StandingPage, _ context: CheckContext) -> [Finding] { [] }
    func check(_ medium: Medium, _ context: CheckContext) -> [Finding] { [] }
    func check(_ body: RecordBody, _ context: CheckContext) -> [Finding] { [] }
}

/// A record of a kind for whose front matter rules have a function of their own.
///
/// The texts of all kinds are checked, and a rule for one kind alone can look at `RecordBody.record`.
protocol CheckedRecord: Record {
    /// What a rule finds in the front matter.
    func findings(of rule: any Rule, _ context: CheckContext) -> [Finding]
}

extension Article: CheckedRecord {
    func findings(of rule: any Rule, _ context: CheckContext) -> [Finding] { rule.check(self, context) }
}

extension Claim: CheckedRecord {
    func findings(of rule: any Rule, _ context: CheckContext) -> [Finding] { rule.check(self, context) }
}

extension Source: CheckedRecord {
    func findings(of rule: any Rule, _ context: CheckContext) -> [Finding] { rule.check(self, context) }
}

extension Verdict: CheckedRecord {
    func findings(of rule: any Rule, _ context: CheckContext) -> [Finding] { rule.check(self, context) }
}

extension Profile: CheckedRecord {
    func findings(of rule: any Rule, _ context: CheckContext) -> [Finding] { rule.check(self, context) }
}

extension StandingPage: CheckedRecord {
    func findings(of rule: any Rule, _ context: CheckContext) -> [Finding] { rule.check(self, context) }
}

extension Medium: CheckedRecord {
    func findings(of rule: any Rule, _ context: CheckContext) -> [Finding] { rule.check(self, context) }
}
