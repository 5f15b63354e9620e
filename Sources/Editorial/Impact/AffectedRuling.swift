import Diagnostics
import Markdown
import Newsroom

/// A ruling that leans on a document, and what is left of it without.
package struct AffectedRuling: Sendable {
    /// One way in which the ruling leans on the document.
    package struct Lean: Hashable, Sendable {
        /// The place in a claim or verdict.
        package enum Place: Hashable, Sendable {
            /// A piece of evidence: its number in the list, and its direction.
            case evidence(Int, Evidence.Stance)
            /// A citation in the verdict's or the claim's text.
            case citation
            /// An event of the claim's timeline.
            case timeline
            /// The document is where the claim was made.
            case appearance
        }

        /// The place.
        package let place: Place
        /// The records from what is named in that place to the document, both of them included.
        package let way: [RecordKey]
        /// Where it stands in the files.
        package let span: SourceSpan

        /// Whether the ruling follows from it: evidence that is not context.
        package var carriesRuling: Bool {
            if case .evidence(_, let stance) = place { stance != .context } else { false }
        }

        /// Whether the document itself is named.
        package var isDirect: Bool { way.count < 2 }
    }

    /// How many independent lineages a rating has.
    package struct Lineages: Hashable, Sendable {
        /// What the policy asks for.
        package let needed: Int
        /// With the document, and without all that leans on it.
        package let now, without: Int

        /// Whether there are enough without the document.
        package var hold: Bool { without >= needed }
    }

    /// The verdict.
    package let verdict: Verdict
    /// Where it stands today.
    package let state: ClaimState
    /// Whether readers see the ruling.
    package let isBeforeReaders: Bool
    /// All ways in which it leans on the document.
    package let leans: [Lean]
    /// The lineages; nil for a label, and where the verdict says why one lineage suffices.
    package let lineages: Lineages?
    /// The numbers of pieces of evidence, without context, that are left: those that support and those that undermine.
    package let left: (supporting: Int, undermining: Int)
    private let keepsJournals: Bool

    /// Whether the ruling follows from the document, if only in part.
    package var isCarried: Bool { leans.contains(where: \.carriesRuling) }

    /// A ruling as far as it leans on a document; nil if it does not.
    init?(
        _ verdict: Verdict,
        on document: RecordKey,
        of claim: DeskClaim,
        in newsroom: Newsroom,
        _ lineage: Lineage,
        today: CalendarDate
    ) {
        let leans = Self.leans(of: verdict, on: document, in: newsroom, lineage)
        guard !leans.isEmpty else { return nil }
        let policy = newsroom.settings.policy
        let pieces = verdict.evidence.filter { $0.stance != .context }
        let left = pieces.filter { lineage.way(from: $0.reference, to: document) == nil }
        self.verdict = verdict
        self.leans = leans
        self.left = (
            left.count { $0.stance == .supports }, left.count { $0.stance == .undermines }
        )
        let isRating = newsroom.ruling(of: verdict)?.number != nil && verdict.singleLineageReason == nil
        lineages =
            isRating
            ? Lineages(
                needed: policy.minimumLineages,
                now: lineage.independentCount(of: pieces.map(\.reference)),
                without: lineage.independentCount(of: left.map(\.reference))
            ) : nil
        state = claim.state(on: today, in: policy.mode)
        keepsJournals = policy.mode == .newsroom
        isBeforeReaders =
            keepsJournals
            ? claim.history.standing.publication != nil : newsroom.isPublished(verdict, on: today)
    }

    private static func leans(
        of verdict: Verdict,
        on document: RecordKey,
        in newsroom: Newsroom,
        _ lineage: Lineage
    ) -> [Lean] {
        var leans = verdict.evidence.enumerated().compactMap { place, piece -> Lean? in
            guard let way = lineage.way(from: piece.reference, to: document) else { return nil }
            return Lean(
                place: .evidence(place + 1, piece.stance),
                way: way,
                span: verdict.file.span(piece.reference.id.range)
            )
        }
        let claim = newsroom.claim(of: verdict)
        if let claim { leans += self.leans(of: claim, on: document, lineage) }
        let records: [any Record] = [verdict] + (claim.map { [$0] } ?? [])
        for record in records {
            let text = MarkdownDocument(record.file, range: record.body)
            let groups = text.citationGroups {
                newsroom.sources.contains(id: $0) || newsroom.articles.contains(id: $0)
            }
            leans += groups.flatMap(\.citations).compactMap { citation in
                let kind: RecordKind = newsroom.sources.contains(id: citation.id) ? .source : .article
                guard RecordKey(kind, citation.id) == document else { return nil }
                return Lean(place: .citation, way: [document], span: record.file.span(citation.range))
            }
        }
        return leans
    }

    private static func leans(of claim: Claim, on document: RecordKey, _ lineage: Lineage) -> [Lean] {
        let dated = claim.timeline.flatMap(\.sources).compactMap { source -> Lean? in
            guard let way = lineage.way(from: .source(source), to: document) else { return nil }
            return Lean(place: .timeline, way: way, span: claim.file.span(source.range))
        }
        let seen =
            claim.appearances.map { (RecordKey(.article, $0.article.value), $0.article.range) }
            + claim.shownIn.map { (RecordKey(.medium, $0.medium.value), $0.medium.range) }
        return dated
            + seen.filter { $0.0 == document }.map {
                Lean(place: .appearance, way: [document], span: claim.file.span($0.1))
            }
    }

    /// What the ruling needs if the document falls away, each in a sentence without a full stop.
    package var needs: [String] {
        guard isCarried else {
            return [isBeforeReaders ? "say in the text what became of it" : "nothing, but for the text"]
        }
        var needs: [String] = []
        let (supporting, undermining) = left
        if supporting + undermining == 0 {
            needs.append(
                "no other evidence supports or undermines the claim: find some, or take the ruling back"
            )
        } else if let lineages, !lineages.hold {
            let missing = lineages.needed - lineages.without
            needs.append(
                "\(missing) more independent lineage\(missing == 1 ? "" : "s"): \(lineages.without) of \(lineages.needed) would be left"
            )
        } else {
            needs.append(
                "look again whether the rest carries the ruling: \(supporting) supporting, \(undermining) undermining"
            )
        }
        guard isBeforeReaders else { return needs }
        let claim = verdict.claim.value
        needs.append(
            keepsJournals
                ? "then `assay correct \(claim)` with what changed, or `assay retract \(claim)`"
                : "then tell readers: change the text, and set `updated`"
        )
        return needs
    }
}
