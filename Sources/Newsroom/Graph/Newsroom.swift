import Diagnostics

/// All records of a newsroom, linked: one immutable graph.
///
/// References to records that are not there have no link here; `Checks` reports them. A class, because it is handed on
/// everywhere, and a copy of its tables would count a reference to each.
package final class Newsroom: Sendable {
    /// What `site.yaml` says.
    package let settings: SiteSettings

    /// Records whose file could not be read, or not in full: references to them are not to nothing, and what
    /// they seem to lack they may have.
    package let unreadable: Set<RecordKey>

    /// The ids that records, topics and rulings had before.
    package let formerIDs: FormerIDs

    /// Where quotes stand in the articles.
    package let quotes: QuoteIndex

    /// What the newsroom holds of its sources and articles.
    package let captures: HeldCaptures

    /// What journals say of the publication of verdicts, by the verdicts' ids; empty where no journals decide.
    private let publications: [String: VerdictPublication]
    /// The tables, in the order of the kinds.
    private let tables: [any RecordTable]
    private let links: BackLinks

    /// Links records. Every list of a back-link is in the order of the table that it comes from.
    /// - Parameters:
    ///   - tables: one a kind, in the order of the kinds.
    ///   - links: those of the records, where they are known already.
    init(
        settings: SiteSettings,
        tables: [any RecordTable],
        publications: [String: VerdictPublication] = [:],
        unreadable: Set<RecordKey> = [],
        formerIDs: FormerIDs = .none,
        quotes: QuoteIndex = QuoteIndex(),
        captures: HeldCaptures = .none,
        links: BackLinks? = nil
    ) {
        self.settings = settings
        self.tables = tables
        self.publications = publications
        self.unreadable = unreadable
        self.formerIDs = formerIDs
        self.quotes = quotes
        self.captures = captures
        self.links = links ?? BackLinks(tables, publications)
    }

    /// The newsroom of some of its records.
    ///
    /// - Parameter isKept: whether the record of a kind at a place in its table stays.
    package func keeping(_ isKept: (RecordKind, Int) -> Bool) -> Newsroom {
        let kept = tables.map { $0.keeping(isKept) }
        let changed = RecordKind.allCases.filter { kept[$0.place].count != tables[$0.place].count }
        return Newsroom(
            settings: settings,
            tables: kept,
            publications: publications,
            formerIDs: formerIDs,
            quotes: quotes,
            captures: captures,
            links: links.updated(from: Set(changed), kept, publications)
        )
    }

    /// The same newsroom with other records under ids that it has.
    /// - Parameters:
    ///   - publications: what journals say of the publication of verdicts, by the verdicts' ids.
    ///   - captures: what is held; nil leaves it as it is.
    package func replacing(
        _ records: [any Record] = [],
        publications: [String: VerdictPublication] = [:],
        captures: HeldCaptures? = nil
    ) -> Newsroom {
        var tables = tables
        // What a journal says of reviewers is linked from the verdicts.
        var changed: Set<RecordKind> = publications.isEmpty ? [] : [.verdict]
        for (kind, records) in Dictionary(grouping: records, by: { type(of: $0).kind }) {
            tables[kind.place] = tables[kind.place].replacing(records)
            changed.insert(kind)
        }
        let publications = self.publications.merging(publications) { $1 }
        return Newsroom(
            settings: settings,
            tables: tables,
            publications: publications,
            unreadable: unreadable,
            formerIDs: formerIDs,
            quotes: quotes,
            captures: captures ?? self.captures,
            links: links.updated(from: changed, tables, publications)
        )
    }

    /// The same newsroom with records as they are now: in the places of those that have their ids, or beside them.
    ///
    /// Links are made anew only if a record names others than before, so that the edit of a text takes no time.
    /// - Parameters:
    ///   - gone: the records that are there no more.
    ///   - unreadable: all records whose file cannot be read, or not in full.
    ///   - publications: what journals say of the publication of some verdicts, by the verdicts' ids.
    package func updating(
        _ records: [any Record],
        without gone: Set<RecordKey> = [],
        unreadable: Set<RecordKey>,
        publications: [String: VerdictPublication] = [:]
    ) -> Newsroom {
        var all = self.publications
        for (verdict, publication) in publications { all[verdict] = publication }
        var tables = tables
        let touched = Set(records.map { RecordKey(of: $0) }).union(gone)
            .union(publications.keys.map { RecordKey(.verdict, $0) })
        for kind in Set(touched.map(\.kind)) {
            tables[kind.place] = tables[kind.place].updating(
                records.filter { type(of: $0).kind == kind },
                without: Set(gone.filter { $0.kind == kind }.map(\.id))
            )
        }
        let changed = touched.filter { key in
            guard let old = record(key) else { return true }
            let table = tables[key.kind.place]
            guard let place = table.index(id: key.id) else { return true }
            return !BackLinks.areSame(old, table.record(at: place), (self.publications, all))
        }
        return Newsroom(
            settings: settings,
            tables: tables,
            publications: all,
            unreadable: unreadable,
            formerIDs: formerIDs,
            quotes: quotes,
            captures: captures,
            links: links.updated(from: Set(changed.map(\.kind)), tables, all)
        )
    }

    /// The records of the kind that is asked for: `claims` is `table()` of claims.
    package func table<Element: Record>() -> Table<Element> { tables.typed() }

    /// The table of a kind that is known at run time only.
    package func table(of kind: RecordKind) -> any RecordTable { tables[kind.place] }

    /// Whether there is a record of this kind and id, readable or not.
    package func isKnown(_ key: RecordKey) -> Bool { contains(key) || unreadable.contains(key) }

    /// Whether there is a record of this kind and id.
    package func contains(_ key: RecordKey) -> Bool { table(of: key.kind).index(id: key.id) != nil }

    /// The record of a kind and an id.
    package func record(_ key: RecordKey) -> (any Record)? {
        let table = table(of: key.kind)
        return table.index(id: key.id).map { table.record(at: $0) }
    }

    /// The ids of a kind, sorted, for "did you mean".
    package func ids(of kind: RecordKind) -> [String] { table(of: kind).ids }

    /// The verdict on a claim; of several the one whose id sorts first.
    package func verdict(on claim: Claim) -> Verdict? {
        links.verdicts.byClaim[claim.id].map { verdicts[$0] }
    }

    /// What readers are told of a verdict's publication: what its claim's journal says, and else its file.
    package func publication(of verdict: Verdict) -> VerdictPublication {
        publications[verdict.id] ?? verdict.written
    }

    /// The claim that a verdict rules on.
    package func claim(of verdict: Verdict) -> Claim? { claims[verdict.claim.value] }

    /// The ruling that a verdict gives.
    package func ruling(of verdict: Verdict) -> Ruling? { settings.scale.ruling(verdict.ruling.value) }

    /// The verdicts that use a source as evidence.
    package func verdicts(using source: Source) -> [Verdict] {
        all(links.verdicts.bySource[source.id], verdicts)
    }

    /// The verdicts that give a ruling.
    package func verdicts(ruled ruling: Ruling) -> [Verdict] {
        all(links.verdicts.byRuling[ruling.id], verdicts)
    }

    /// The verdicts that someone wrote or reviewed.
    package func verdicts(signedBy profile: Profile) -> [Verdict] {
        all(links.verdicts.byProfile[profile.id], verdicts)
    }

    /// The claims that appear in an article.
    package func claims(in article: Article) -> [Claim] { all(links.claims.byArticle[article.id], claims) }

    /// The claims that someone made.
    package func claims(by profile: Profile) -> [Claim] { all(links.claims.byProfile[profile.id], claims) }

    /// The claims of a topic.
    package func claims(about topic: Topic) -> [Claim] { all(links.claims.byTopic[topic.id], claims) }

    /// The claims whose timeline names a source.
    package func claims(datedBy source: Source) -> [Claim] { all(links.claims.bySource[source.id], claims) }

    /// The verdicts that use an article as evidence.
    package func verdicts(citing article: Article) -> [Verdict] {
        all(links.verdicts.byArticle[article.id], verdicts)
    }

    /// The articles of a publisher.
    package func articles(of publisher: Profile) -> [Article] {
        all(links.articles.byPublisher[publisher.id], articles)
    }

    /// The sources that copy or relay a source.
    package func copies(of source: Source) -> [Source] { all(links.sources.byOriginal[source.id], sources) }

    private func all<Element>(_ positions: [Int]?, _ table: Table<Element>) -> [Element] {
        (positions ?? []).map { table[$0] }
    }
}

extension [any RecordTable] {
    /// The table of a kind; an empty one where there is none.
    func typed<Member: Record>() -> Table<Member> {
        self[Member.kind.place] as? Table<Member> ?? Table()
    }
}
