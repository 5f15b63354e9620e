import Diagnostics
import Files
import Markdown
import Newsroom

/// The house rules, applied to a newsroom.
package enum Checks {
    /// Applies all rules to what was loaded, and adds what loading found.
    ///
    /// A record whose file could not be read is not reported once more wherever it is named. When the task is cancelled,
    /// the rules that are left are not applied, and what is returned is good for nothing.
    package static func run(_ loaded: LoadedNewsroom, today: CalendarDate) async -> [Diagnostic] {
        guard let newsroom = loaded.newsroom else { return loaded.diagnostics }
        let found = await run(newsroom, today: today)
        return (adjusted(loaded.diagnostics, by: newsroom.settings) + found).sorted()
    }

    /// Diagnostics from elsewhere with the severities that the newsroom has set; without those that it turned off.
    package static func adjusted(_ diagnostics: [Diagnostic], by settings: SiteSettings) -> [Diagnostic] {
        let chosen = settings.severities
        return diagnostics.compactMap { diagnostic in
            guard let setting = chosen[diagnostic.rule.name], diagnostic.rule.isAdjustable
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
    package static func run(_ newsroom: Newsroom, today: CalendarDate) async -> [Diagnostic] {
        let rules = ActiveRule.all(newsroom.settings)
        let context = await CheckContext(newsroom, today: today)
        var found: [Diagnostic] = []
        for kind in RecordKind.allCases {
            found += await check(kind.recordType, rules, context) { _ in true }
        }
        context.mentions.add(newsroom.settings.references.map { RecordKey($0.kind, $0.id) })
        guard !Task.isCancelled else { return [] }
        found += rules.flatMap { $0.diagnostics($0.rule.check(context)) }
        return found.sorted()
    }

    /// Applies to some records the rules that look at single records, as if only they were there to be checked.
    package static func run(
        _ newsroom: Newsroom,
        only records: Set<RecordKey>,
        today: CalendarDate
    ) async -> [Diagnostic] {
        let rules = ActiveRule.all(newsroom.settings)
        let context = await CheckContext(newsroom, today: today) { records.contains(RecordKey(.article, $0)) }
        var found: [Diagnostic] = []
        for kind in RecordKind.allCases {
            found += await check(kind.recordType, rules, context) { records.contains(RecordKey(kind, $0)) }
        }
        return found.sorted()
    }

    /// Checks records of one kind on all cores: their front matter, and their texts.
    /// - Parameter isChosen: whether the record of an id is checked.
    private static func check<Element: Record>(
        _ type: Element.Type,
        _ rules: [ActiveRule],
        _ context: CheckContext,
        _ isChosen: (String) -> Bool
    ) async -> [Diagnostic] {
        let table: Table<Element> = context.newsroom.table()
        let found = await table.filter { isChosen($0.id) }.concurrentMap { record -> [Diagnostic] in
            if Task.isCancelled { return [] }
            let document = MarkdownDocument(record.file, range: record.body)
            let body = RecordBody(record, document, in: context.newsroom)
            let fields = record as? any CheckedRecord
            var diagnostics: [Diagnostic] = []
            for active in rules {
                // Hardly any rule finds anything.
                let inFields = fields?.findings(of: active.rule, context) ?? []
                if !inFields.isEmpty { diagnostics += active.diagnostics(inFields) }
                let inText = active.rule.check(body, context)
                if !inText.isEmpty { diagnostics += active.diagnostics(inText) }
            }
            context.mentions.add(body.mentions)
            return diagnostics
        }
        return Array(found.joined())
    }
}

/// A rule with the severity that the newsroom gives it.
struct ActiveRule: Sendable {
    let rule: any Rule
    let id: RuleID
    let severity: Diagnostic.Severity

    /// The rules that are not off.
    static func all(_ settings: SiteSettings) -> [ActiveRule] {
        let chosen = settings.severities
        return RuleCatalogue.rules.compactMap { type in
            let id = type.guide.id
            return (chosen[id.name] ?? id.severity).map {
                ActiveRule(rule: type.init(), id: id, severity: $0)
            }
        }
    }

    func diagnostics(_ findings: [Finding]) -> [Diagnostic] {
        findings.map { $0.diagnostic(of: id, severity: severity) }
    }
}

extension SiteSettings {
    /// The newsroom's severities by rule, nil for off; the last setting of a rule counts.
    fileprivate var severities: [String: Diagnostic.Severity?] {
        checks.reduce(into: [:]) { $0.updateValue($1.severity, forKey: $1.rule.value) }
    }
}
