import Diagnostics
import Editorial
import Newsroom

/// The set of published records: everything that published verdicts lead to.
///
/// A verdict is published from its `published` day on, if its claim and its ruling exist. With it come its claim, the
/// articles where the claim appears, the sources of both, the `read-in` and `derived-from` sources behind these, and all
/// profiles named in any of them. Claims with a retraction, standing pages and the team are always public.
struct PublishedRecords {
    private let newsroom: Newsroom
    private let numbers: RecordNumbers
    /// Whether each record is public, indexed by its number.
    private var isPublic: [Bool]

    init(of newsroom: Newsroom, today: CalendarDate, record: PublicRecord = .empty) {
        self.newsroom = newsroom
        numbers = RecordNumbers(of: newsroom)
        isPublic = Array(repeating: false, count: numbers.count)
        for (place, verdict) in newsroom.verdicts.enumerated() {
            // Only the first verdict of a claim by id counts, as in `Newsroom.verdict(on:)`.
            guard let published = verdict.published?.value, published <= today,
                newsroom.ruling(of: verdict) != nil,
                let claim = newsroom.claims.index(id: verdict.claim.value), !contains(.claim, claim)
            else { continue }
            add(newsroom.verdicts, place)
            add(verdict)
            addClaim(at: claim)
        }
        for history in record.histories.values where history.standing.retraction != nil {
            if let claim = newsroom.claims.index(id: history.claim) { addClaim(at: claim) }
        }
        for page in newsroom.pages.indices { add(newsroom.pages, page) }
        for profile in newsroom.profiles where profile.role != nil { addProfile(profile.id) }
        addProfile(newsroom.settings.publisher.value)
    }

    /// Whether a record is public, given by its kind and its index in the table of that kind.
    func contains(_ kind: RecordKind, _ place: Int) -> Bool { isPublic[numbers.first(kind) + place] }

    /// The keys of the public records.
    var references: Set<RecordKey> {
        Set(isPublic.indices.lazy.filter { isPublic[$0] }.map { RecordKey(of: numbers.record($0)) })
    }

    /// Makes the record at an index of a table public.
    /// - Returns: false if it was public already.
    @discardableResult
    private mutating func add<Element>(_ table: Table<Element>, _ place: Int) -> Bool {
        let number = numbers.first(Element.kind) + place
        defer { isPublic[number] = true }
        return !isPublic[number]
    }

    /// Adds the evidence and the profiles of a verdict.
    private mutating func add(_ verdict: Verdict) {
        for evidence in verdict.evidence { add(evidence.reference) }
        for profile in verdict.authors { addProfile(profile.value) }
        for profile in verdict.reviewers { addProfile(profile.value) }
        for reply in verdict.replies { addProfile(reply.from.value) }
    }

    private mutating func addClaim(at place: Int) {
        guard add(newsroom.claims, place) else { return }
        let claim = newsroom.claims[place]
        for claimant in claim.claimants { addProfile(claimant.value) }
        for appearance in claim.appearances {
            addArticle(appearance.article.value)
            if let speaker = appearance.by { addProfile(speaker.value) }
        }
        for event in claim.timeline {
            for source in event.sources { addSource(source.value) }
        }
    }

    private mutating func add(_ reference: EvidenceReference) {
        switch reference {
        case .source(let id): addSource(id.value)
        case .article(let id): addArticle(id.value)
        }
    }

    private mutating func addArticle(_ id: String) {
        guard let place = newsroom.articles.index(id: id), add(newsroom.articles, place) else { return }
        let article = newsroom.articles[place]
        addProfile(article.publisher.value)
        for author in article.authors { addProfile(author.value) }
        if let source = article.source { addSource(source.value) }
    }

    private mutating func addSource(_ id: String) {
        guard let place = newsroom.sources.index(id: id), add(newsroom.sources, place) else { return }
        let source = newsroom.sources[place]
        for original in source.readIn { addSource(original.value) }
        for original in source.derivedFrom { add(original) }
    }

    private mutating func addProfile(_ id: String) {
        guard let place = newsroom.profiles.index(id: id), add(newsroom.profiles, place) else { return }
        for organisation in newsroom.profiles[place].affiliations { addProfile(organisation.value) }
    }
}

/// The published records by key. An error in one of them stops a build; errors elsewhere do not.
package struct PublishedReach: Sendable {
    private let keys: Set<RecordKey>
    private let newsroom: Newsroom

    /// Collects the records published on a day.
    package init(of newsroom: Newsroom, today: CalendarDate, record: PublicRecord) {
        self.newsroom = newsroom
        keys = PublishedRecords(of: newsroom, today: today, record: record).references
    }

    /// Whether a record is published.
    package func contains(_ key: RecordKey) -> Bool { keys.contains(key) }

    /// Whether the file of any published record contains a record's id.
    ///
    /// A search for the bare text: it may find too much, since an id can be part of a word, but never too little.
    package func names(_ key: RecordKey) -> Bool {
        keys.contains { shown in
            guard let file = newsroom.file(of: shown) else { return false }
            return String(decoding: file.bytes, as: UTF8.self).contains(key.id)
        } || newsroom.settings.publisher.value == key.id
    }
}

extension Newsroom {
    fileprivate func file(of key: RecordKey) -> SourceFile? {
        switch key.kind {
        case .article: articles[key.id]?.file
        case .claim: claims[key.id]?.file
        case .source: sources[key.id]?.file
        case .verdict: verdicts[key.id]?.file
        case .profile: profiles[key.id]?.file
        case .page: pages[key.id]?.file
        }
    }
}
