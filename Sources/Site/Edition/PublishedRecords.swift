import Editorial
import Newsroom

/// The records that published verdicts reach: all that readers may see, and nothing else.
///
/// A verdict is published from its `published` day on, if its claim and its ruling exist. It brings its
/// claim; those bring the articles in which the claim appears, the sources that they use and what those were
/// read in or derived from, and everyone named in any of them. Standing pages are always public.
struct PublishedRecords {
    private(set) var references: Set<RecordKey> = []
    private let newsroom: Newsroom

    init(of newsroom: Newsroom, today: CalendarDate, record: PublicRecord = .empty) {
        self.newsroom = newsroom
        var ruledClaims: Set<String> = []
        for verdict in newsroom.verdicts where Self.isPublished(verdict, in: newsroom, today: today) {
            // One verdict a claim: of several, the first by id, as `Newsroom.verdict(on:)` has it.
            if ruledClaims.insert(verdict.claim.value).inserted { add(verdict) }
        }
        for history in record.histories.values where history.standing.retraction != nil {
            if let claim = newsroom.claims[history.claim] { add(claim) }
        }
        for page in newsroom.pages { references.insert(RecordKey(of: page)) }
        for profile in newsroom.profiles where profile.role != nil { addProfile(profile.id) }
        addProfile(newsroom.settings.publisher.value)
    }

    private static func isPublished(_ verdict: Verdict, in newsroom: Newsroom, today: CalendarDate) -> Bool {
        guard let published = verdict.published?.value, published <= today else { return false }
        return newsroom.claim(of: verdict) != nil && newsroom.ruling(of: verdict) != nil
    }

    private mutating func add(_ verdict: Verdict) {
        references.insert(RecordKey(of: verdict))
        for evidence in verdict.evidence { add(evidence.reference) }
        for profile in verdict.authors + verdict.reviewers + verdict.replies.map(\.from) {
            addProfile(profile.value)
        }
        if let claim = newsroom.claim(of: verdict) { add(claim) }
    }

    private mutating func add(_ claim: Claim) {
        references.insert(RecordKey(of: claim))
        for claimant in claim.claimants { addProfile(claimant.value) }
        for appearance in claim.appearances {
            addArticle(appearance.article.value)
            if let speaker = appearance.by { addProfile(speaker.value) }
        }
        for source in claim.timeline.flatMap(\.sources) { addSource(source.value) }
    }

    private mutating func add(_ reference: EvidenceReference) {
        switch reference {
        case .source(let id): addSource(id.value)
        case .article(let id): addArticle(id.value)
        }
    }

    private mutating func addArticle(_ id: String) {
        guard let article = newsroom.articles[id], references.insert(RecordKey(of: article)).inserted
        else { return }
        addProfile(article.publisher.value)
        for author in article.authors { addProfile(author.value) }
        if let source = article.source { addSource(source.value) }
    }

    private mutating func addSource(_ id: String) {
        guard let source = newsroom.sources[id], references.insert(RecordKey(of: source)).inserted
        else { return }
        for original in source.readIn { addSource(original.value) }
        for original in source.derivedFrom { add(original) }
    }

    private mutating func addProfile(_ id: String) {
        guard let profile = newsroom.profiles[id], references.insert(RecordKey(of: profile)).inserted
        else { return }
        for organisation in profile.affiliations { addProfile(organisation.value) }
    }
}
