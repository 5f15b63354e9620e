import Diagnostics
import Files
import Markdown
import Newsroom

/// The checking stage: applies the house rules to a linked newsroom.
package enum Checks {
    /// The diagnostics of loading and of all rules, sorted by place.
    ///
    /// An unreadable record is reported once, and not again wherever it is named. A cancelled task stops early: its result
    /// is incomplete and to be thrown away.
    ///
    ///     let loaded = await LoadedNewsroom.load(from: folder)
    ///     let diagnostics = await Checks.run(loaded, today: today)
    package static func run(_ loaded: LoadedNewsroom, today: CalendarDate) async -> [Diagnostic] {
        guard let newsroom = loaded.newsroom else { return loaded.diagnostics }
        let found = await run(newsroom, today: today, statics: loaded.statics)
        return (adjusted(loaded.diagnostics, by: newsroom.settings) + found).sorted()
    }

    /// Diagnostics of other stages with the severities from the settings' `checks`; rules set to `off` are left out.
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

    /// The findings of all active rules, made on all cores and sorted by place, then by rule.
    /// - Parameter today: the day for the checks, which separates published verdicts from drafts and past dates from future ones.
    package static func run(
        _ newsroom: Newsroom,
        today: CalendarDate,
        statics: StaticFiles = .none
    ) async -> [Diagnostic] {
        let rules = ActiveRule.all(newsroom.settings)
        let context = await CheckContext(newsroom, today: today, statics: statics)
        var found: [Diagnostic] = []
        for kind in RecordKind.allCases {
            found += await check(kind.recordType, rules, context)
        }
        context.mentions.add(newsroom.settings.references.map { RecordKey($0.kind, $0.id) })
        guard !Task.isCancelled else { return [] }
        found += rules.flatMap { $0.diagnostics($0.rule.check(context)) }
        return found.sorted()
    }

    /// The findings about some records only. Rules about the whole newsroom, such as `unused-source`, are not applied.
    package static func run(
        _ newsroom: Newsroom,
        only records: Set<RecordKey>,
        today: CalendarDate,
        statics: StaticFiles = .none
    ) async -> [Diagnostic] {
        let rules = ActiveRule.all(newsroom.settings)
        let context = await CheckContext(newsroom, today: today, statics: statics, only: records)
        var found: [Diagnostic] = []
        for (kind, keys) in Dictionary(grouping: records, by: \.kind).sorted(by: {
            $0.key.place < $1.key.place
        }) {
            found += await check(kind.recordType, rules, context, only: keys.map(\.id).sorted())
        }
        return found.sorted()
    }

    /// Checks the records of one kind on all cores, front matter and text.
    /// - Parameter ids: the only records that are checked; nil for all.
    private static func check<Element: Record>(
        _ type: Element.Type,
        _ rules: [ActiveRule],
        _ context: CheckContext,
        only ids: [String]? = nil
    ) async -> [Diagnostic] {
        let table: Table<Element> = context.newsroom.table()
        let records = ids.map { $0.compactMap { table[$0] } } ?? Array(table)
        let found = await records.concurrentMap { record -> [Diagnostic] in
            if Task.isCancelled { return [] }
            let document = MarkdownDocument(record.file, range: record.body)
            let body = RecordBody(record, document, in: context.newsroom)
            let fields = record as? any CheckedRecord
            var diagnostics: [Diagnostic] = []
            for active in rules {
                // Most rules find nothing in a record: the empty arrays are not mapped.
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

/// A rule that is not off, with the severity from the settings or else its default.
struct ActiveRule: Sendable {
    let rule: any Rule
    let id: RuleID
    let severity: Diagnostic.Severity

    /// The catalogue's rules without those set to `off`.
    static func all(_ settings: SiteSettings) -> [ActiveRule] {
        let chosen = settings.severities
        return RuleCatalogue.rules.compactMap { type in
            let id = type.guide.id
            return (chosen[id.name] ?? id.severity).map {
                ActiveRule(rule: type.init(), id: id, severity: $0)
            }
        }
    }

    /// Findings of this rule as diagnostics.
    func diagnostics(_ findings: [Finding]) -> [Diagnostic] {
        findings.map { $0.diagnostic(of: id, severity: severity) }
    }
}

extension SiteSettings {
    /// The configured severities by rule name; nil stands for `off`. The last setting of a rule wins.
    fileprivate var severities: [String: Diagnostic.Severity?] {
        checks.reduce(into: [:]) { $0.updateValue($1.severity, forKey: $1.rule.value) }
    }
}
