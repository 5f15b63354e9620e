import Diagnostics
import Newsroom

/// A house rule: looks at records and says what is wrong with them.
///
/// A rule implements those of the functions that it needs; the others find nothing. It is a pure function
/// of the context, so records can be checked in any order and on all cores.
protocol Rule: Sendable {
    /// What `assay explain` says about the rule.
    static var guide: RuleGuide { get }

    /// Makes the rule.
    init()

    /// Checks what belongs to no single record: the settings, and what is missing altogether.
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
