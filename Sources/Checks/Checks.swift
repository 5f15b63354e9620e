import Diagnostics
import Files
import Markdown
import Newsroom

/// The house rules, applied to a newsroom.
public enum Checks {
    /// Applies all rules to what was loaded, and adds what loading found.
    ///
    /// A record whose file could not be read is not reported once more wherever it is named.
    public static func run(_ loaded: LoadedNewsroom, today: CalendarDate) async -> [Diagnostic] {
        guard let newsroom = loaded.newsroom else { return loaded.diagnostics }
        let found = await run(newsroom, today: today)
        return (adjusted(loaded.diagnostics, by: newsroom.settings) + found).sorted()
    }

    /// Diagnostics from elsewhere with the severities that the newsroom has set; without those that it turned off.
    public static func adjusted(_ diagnostics: [Diagnostic], by settings: SiteSettings) -> [Diagnostic] {
        let chosen = settings.severities
        return diagnostics.compactMap { diagnostic in
            guard let setting = chosen[diagnostic.rule],
                RuleCatalogue.guide(diagnostic.rule)?.isAdjustable ?? false
            else { return diagnostic }
            return setting.map { severity in
                var changed = diagnostic
                changed.severity = severity
                return changed
            }
        }
    }

    /// Applies all rules that the newsroom has not turned off, on all cores.
    ///
    /// The order of the diagnostics depends on nothing but the files: by place, then by rule.
    /// `today` decides what is published, overdue, or in the future.
    public static func run(_ newsroom: Newsroom, today: CalendarDate) async -> [Diagnostic] {
        let rules = ActiveRule.all(newsroom.settings)
        let words = await newsroom.articles.concurrentMap { ($0.id, ArticleWords(of: $0)) }
        var context = CheckContext(
            newsroom: newsroom,
            today: today,
            words: Dictionary(uniqueKeysWithValues: words)
        )
        let records: [any Record] =
            Array(newsroom.articles) + Array(newsroom.claims) + Array(newsroom.sources)
            + Array(newsroom.verdicts) + Array(newsroom.profiles) + Array(newsroom.pages)
        let checked = await records.concurrentMap { [context] in check($0, rules, context) }
        var diagnostics: [Diagnostic] = []
        context.mentions.add(newsroom.settings.references, of: nil)
        for record in checked {
            diagnostics += record.diagnostics
            context.mentions.add(record.mentions)
        }
        diagnostics += rules.flatMap { $0.diagnostics($0.rule.check(context)) }
        return diagnostics.sorted()
    }

    private static func check(
        _ record: any Record,
        _ rules: [ActiveRule],
        _ context: CheckContext
    ) -> (diagnostics: [Diagnostic], mentions: Mentions) {
        let document =
            type(of: record).kind == .article
            ? context.words[record.id]?.document ?? MarkdownDocument(record.file, range: record.body)
            : MarkdownDocument(record.file, range: record.body)
        let body = RecordBody(record: record, document: document)
        var mentions = Mentions()
        mentions.add(context.newsroom.references(of: record) + document.references, of: record)
        let diagnostics = rules.flatMap { active in
            active.diagnostics(
                frontMatterFindings(record, active.rule, context) + active.rule.check(body, context)
            )
        }
        return (diagnostics, mentions)
    }

    private static func frontMatterFindings(
        _ record: any Record,
        _ rule: any Rule,
        _ context: CheckContext
    ) -> [Finding] {
        switch record {
        case let article as Article: rule.check(article, context)
        case let claim as Claim: rule.check(claim, context)
        case let source as Source: rule.check(source, context)
        case let verdict as Verdict: rule.check(verdict, context)
        case let profile as Profile: rule.check(profile, context)
        case let page as StandingPage: rule.check(page, context)
        default: []
        }
    }
}

/// A rule with the severity that the newsroom gives it.
struct ActiveRule: Sendable {
    let rule: any Rule
    let name: String
    let severity: Diagnostic.Severity

    /// The rules that are not off.
    static func all(_ settings: SiteSettings) -> [ActiveRule] {
        let chosen = settings.severities
        return RuleCatalogue.rules.compactMap { type in
            let guide = type.guide
            return (chosen[guide.name] ?? guide.severity).map {
                ActiveRule(rule: type.init(), name: guide.name, severity: $0)
            }
        }
    }

    func diagnostics(_ findings: [Finding]) -> [Diagnostic] {
        findings.map { $0.diagnostic(of: name, severity: severity) }
    }
}

extension SiteSettings {
    /// The newsroom's severities by rule, nil for off; the last setting of a rule counts.
    fileprivate var severities: [String: Diagnostic.Severity?] {
        checks.reduce(into: [:]) { $0.updateValue($1.severity, forKey: $1.rule.value) }
    }
}
