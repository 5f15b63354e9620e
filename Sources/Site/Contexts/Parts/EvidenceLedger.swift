import Mustache
import Newsroom

/// A verdict's evidence in columns, one for each stance.
struct EvidenceLedger: TemplateView {
    /// The evidence of one stance.
    struct Column: TemplateView {
        let stance: Evidence.Stance
        let heading: String
        /// The evidence; empty for `supports` and `undermines` if there is none, because readers should see that.
        let entries: [EvidenceView]

        /// The number of pieces that are folded away, in words.
        let moreText: String

        /// The number of pieces that are open; further ones are folded away.
        fileprivate static let openCount = 12

        /// The pieces that are folded away. A single one is not, because that saves no room.
        private var folded: ArraySlice<EvidenceView> {
            entries.count > Self.openCount + 1 ? entries.dropFirst(Self.openCount) : []
        }

        static let fields: TemplateFields<Self> = [
            "stance": { .text($0.stance.rawValue) },
            "heading": { .text($0.heading) },
            "evidence": { .section(Array($0.entries.dropLast($0.folded.count))) },
            "more": { .section(Array($0.folded)) },
            "more-text": { .text($0.moreText) },
        ]
    }

    let columns: [Column]
    /// A sentence about the number of independent lines of evidence; nil if all evidence is context.
    let lineages: String?

    /// Sorts a verdict's evidence into columns; nil for a verdict without evidence.
    init?(_ verdict: Verdict, _ numbering: CitationNumbering, in scope: PageScope) {
        guard !verdict.evidence.isEmpty else { return nil }
        let entries = numbering.entries.map { EvidenceView($0, in: scope) }
        columns = Evidence.Stance.allCases.compactMap { stance in
            let own = entries.filter { $0.stance == stance }
            if stance == .context, own.isEmpty { return nil }
            return Column(
                stance: stance,
                heading: scope.words["stance.\(stance.rawValue)"],
                entries: own,
                moreText: scope.words.text(
                    "evidence.more",
                    ["count": scope.words.number(own.count - Column.openCount)]
                )
            )
        }
        let directed = verdict.evidence.filter { $0.stance != .context }.map(\.reference)
        lineages =
            directed.isEmpty
            ? nil : Self.lines(of: directed, scope.lineage(of: directed), scope.words)
    }

    /// A count of independent lines where all evidence was read and is known to be independent; else a more careful sentence,
    /// because an unstated derivation does not prove independence, and an unread document proves nothing.
    private static func lines(
        of directed: [EvidenceReference],
        _ lineage: Lineage,
        _ words: Catalogue
    ) -> String {
        let known = lineage.knownIndependentCount(of: directed)
        if known == lineage.independentCount(of: directed), directed.allSatisfy(lineage.isRead) {
            return words.count(known, "lineage-count")
        }
        return words.text(
            "evidence.known-lines",
            [
                "sources": words.count(Set(directed.map { RecordKey($0) }).count, "source-count"),
                "lines": words.count(known, "known-line-count"),
            ]
        )
    }

    static let fields: TemplateFields<Self> = [
        "columns": { .list($0.columns) },
        "lineages": { .text($0.lineages) },
    ]
}
