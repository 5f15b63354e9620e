import Captures
import Diagnostics
import Newsroom
import Watching

/// The rulings that lean on one document: a source, an article or a medium.
///
///     let impact = ImpactReport(of: RecordKey(.source, "study"), in: newsroom, desk, today: today)
///     impact.affectsReaders   // whether readers see a ruling that follows from it
package struct ImpactReport: Sendable {
    /// The document.
    package let document: RecordKey
    /// The document's title, as published.
    package let title: String?
    /// The status of a source in its record: `live`, `dead` or `withdrawn`; nil for other kinds.
    package let status: Source.Status?
    /// Whether a source's page is gone, as far as its record or `assay watch` says, and nobody has a copy of it.
    package let isVanished: Bool
    /// What became of the page of a source or an article; nil where nobody looked, or it is as it was captured.
    package let seen: AddressState?
    /// The sources and articles that derive from the document, by however many steps.
    package let derived: [RecordKey]
    /// The rulings: those that readers see first, then by claim.
    package let rulings: [AffectedRuling]

    /// Finds what leans on a document.
    package init(
        of document: RecordKey,
        in newsroom: Newsroom,
        _ desk: Desk,
        today: CalendarDate
    ) {
        let lineage = Lineage(newsroom)
        self.document = document
        title =
            newsroom.sources[document.id].flatMap { document.kind == .source ? $0.title.value : nil }
            ?? newsroom.articles[document.id].flatMap { document.kind == .article ? $0.title.value : nil }
            ?? newsroom.media[document.id].flatMap { document.kind == .medium ? $0.alt?.value : nil }
        let source = document.kind == .source ? newsroom.sources[document.id] : nil
        status = source.map { $0.status?.value ?? .live }
        isVanished =
            source.map { source in
                newsroom.hasVanished(source)
                    || source.status?.value == .dead && !newsroom.hasCopy(of: source)
            } ?? false
        let record: CapturedRecord? =
            switch document.kind {
            case .source: .source(document.id)
            case .article: .article(document.id)
            default: nil
            }
        seen = record.flatMap { newsroom.captures.addresses[$0] }.flatMap {
            $0.condition == .ok ? nil : $0
        }
        let references =
            newsroom.sources.map { EvidenceReference.source(Located($0.id, at: $0.title.range)) }
            + newsroom.articles.map { EvidenceReference.article(Located($0.id, at: $0.title.range)) }
        derived = references.filter { RecordKey($0) != document }
            .filter { lineage.documents(behind: $0).contains(document) }.map { RecordKey($0) }.sorted()
        rulings = newsroom.verdicts.compactMap { verdict -> AffectedRuling? in
            guard let claim = desk.claims[verdict.claim.value],
                newsroom.verdict(on: claim.claim) === verdict
            else { return nil }
            return AffectedRuling(verdict, on: document, of: claim, in: newsroom, lineage, today: today)
        }.sorted { left, right in
            (left.isBeforeReaders ? 0 : 1, left.isCarried ? 0 : 1, left.verdict.claim.value)
                < (right.isBeforeReaders ? 0 : 1, right.isCarried ? 0 : 1, right.verdict.claim.value)
        }
    }

    /// Whether readers see a ruling that follows from the document.
    package var affectsReaders: Bool { rulings.contains { $0.isBeforeReaders && $0.isCarried } }

    /// Whether the document itself no longer stands, or can be shown to nobody.
    package var isFallen: Bool { status == .withdrawn || isVanished }

    /// The documents on which any evidence leans, those of which most rulings do first.
    package static func documents(in newsroom: Newsroom) -> [RecordKey] {
        let lineage = Lineage(newsroom)
        var counts: [RecordKey: Int] = [:]
        for verdict in newsroom.verdicts {
            let behind = verdict.evidence.reduce(into: Set<RecordKey>()) {
                $0.formUnion(lineage.documents(behind: $1.reference))
            }
            for document in behind { counts[document, default: 0] += 1 }
        }
        return counts.keys.filter { newsroom.contains($0) }
            .sorted { (-(counts[$0] ?? 0), $0) < (-(counts[$1] ?? 0), $1) }
    }
}
