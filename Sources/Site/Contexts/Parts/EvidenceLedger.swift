import Mustache
import Newsroom

/// A verdict's evidence: what supports the claim, what undermines it, and what gives context, side by side.
struct EvidenceLedger: TemplateShowable {
    /// The evidence of one stance.
    struct Column: TemplateShowable {
        let stance: Evidence.Stance
        let heading: String
        /// Empty when a verdict has none; that neither supports nor undermines is worth saying.
        let entries: [EvidenceView]

        var templateRecord: TemplateRecord {
            ["stance": .text(stance.rawValue), "heading": .text(heading), "evidence": .section(entries)]
        }
    }

    let columns: [Column]
    /// How many independent lines of evidence there are; nil when nothing supports or undermines.
    let lineages: String?

    /// - Returns: nil for a verdict without evidence.
    init?(_ verdict: Verdict, _ numbering: CitationNumbering, in scope: PageScope) {
        guard !verdict.evidence.isEmpty else { return nil }
        let entries = numbering.entries.map { EvidenceView($0, in: scope) }
        columns = Evidence.Stance.allCases.compactMap { stance in
            let own = entries.filter { $0.stance == stance }
            if stance == .context, own.isEmpty { return nil }
            return Column(stance: stance, heading: scope.words["stance.\(stance.rawValue)"], entries: own)
        }
        let directed = verdict.evidence.filter { $0.stance != .context }.map(\.reference)
        let lineage = Lineage(scope.edition.records)
        for document in directed.flatMap({ lineage.documents(behind: $0) }) { scope.note(.record(document)) }
        lineages =
            directed.isEmpty
            ? nil : scope.words.count(lineage.independentCount(of: directed), "lineage-count")
    }

    var templateRecord: TemplateRecord { ["columns": .list(columns), "lineages": .text(lineages)] }
}
