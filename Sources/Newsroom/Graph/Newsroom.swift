import Diagnostics

/// All records of a newsroom, linked: one immutable graph.
///
/// References to records that are not there have no link here; `Checks` reports them. A class, because it is handed on
/// everywhere, and a copy of its tables would count a reference to each.
package final class Newsroom: Sendable {
    /// What `site.yaml` says.
    package let settings: SiteSettings
    /// The articles.
    package let articles: Table<Article>
    /// The claims.
    package let claims: Table<Claim>
    /// The sources.
    package let sources: Table<Source>
    /// The verdicts.
    package let verdicts: Table<Verdict>
    /// The profiles.
    package let profiles: Table<Profile>
    /// The standing pages.
    package let pages: Table<StandingPage>

    /// Records whose file could not be read, or not in full: references to them are not to nothing, and what
    /// they seem to lack they may have.
    package let unreadable: Set<RecordKey>

    /// Where quotes stand in the articles.
    package let quotes: QuoteIndex

    private let links: BackLinks

    /// Links records. Every list of a back-link is in the order of the table that it comes from.
    package convenience init(
        settings: SiteSettings,
        articles: Table<Article>,
        claims: Table<Claim>,
        sources: Table<Source>,
        verdicts: Table<Verdict>,
        profiles: Table<Profile>,
        pages: Table<StandingPage>,
        unreadable: Set<RecordKey> = [],
        quotes: QuoteIndex = QuoteIndex()
    ) {
        self.init(
            settings: settings,
            articles: articles,
            claims: claims,
            sources: sources,
            verdicts: verdicts,
            profiles: profiles,
            pages: pages,
            unreadable: unreadable,
            quotes: quotes,
            links: BackLinks(articles: articles, claims: claims, sources: sources, verdicts: verdicts)
        )
    }

    private init(
        settings: SiteSettings,
        articles: Table<Article>,
        claims: Table<Claim>,
        sources: Table<Source>,
        verdicts: Table<Verdict>,
        profiles: Table<Profile>,
        pages: Table<StandingPage>,
        unreadable: Set<RecordKey>,
        quotes: QuoteIndex,
        links: BackLinks
    ) {
        self.settings = settings
        self.articles = articles
        self.claims = claims
        self.sources = sources
        self.verdicts = verdicts
        self.profiles = profiles
        self.pages = pages
        self.unreadable = unreadable
        self.quotes = quotes
        self.links = links
    }

    /// The newsroom of some of its records.
    ///
    /// - Parameter isKept: whether the record of a kind at a place in its table stays.
    package func keeping(_ isKept: (RecordKind, Int) -> Bool) -> Newsroom {
        let articles = articles.keeping(isKept)
        let claims = claims.keeping(isKept)
        let sources = sources.keeping(isKept)
        let verdicts = verdicts.keeping(isKept)
        return Newsroom(
            settings: settings,
            articles: articles,
            claims: claims,
            sources: sources,
            verdicts: verdicts,
            profiles: profiles.keeping(isKept),
            pages: pages.keeping(isKept),
            unreadable: [],
            quotes: quotes,
            // Profiles and standing pages point at nothing.
            links: links.replacing(
                articles: articles.count == self.articles.count ? nil : articles,
                claims: claims.count == self.claims.count ? nil : claims,
                sources: sources.count == self.sources.count ? nil : sources,
                verdicts: verdicts.count == self.verdicts.count ? nil : verdicts
            )
        )
    }

    /// The same newsroom with records in the places of those that have their ids.
    package func replacing(
        claims: [Claim] = [],
        sources: [Source] = [],
        _ verdicts: some Sequence<Verdict>
    ) -> Newsroom {
        let verdicts = Array(verdicts)
        let newClaims = self.claims.replacing(claims)
        let newSources = self.sources.replacing(sources)
        let newVerdicts = self.verdicts.replacing(verdicts)
        return Newsroom(
            settings: settings,
            articles: articles,
            claims: newClaims,
            sources: newSources,
            verdicts: newVerdicts,
            profiles: profiles,
            pages: pages,
            unreadable: unreadable,
            quotes: quotes,
            links: links.replacing(
                claims: claims.isEmpty ? nil : newClaims,
                sources: sources.isEmpty ? nil : newSources,
                verdicts: verdicts.isEmpty ? nil : newVerdicts
            )
        )
    }

    /// Whether there is a record of this kind and id, readable or not.
    package func isKnown(_ key: RecordKey) -> Bool {
        let isReadable =
            switch key.kind {
            case .article: articles.contains(id: key.id)
            case .claim: claims.contains(id: key.id)
            case .source: sources.contains(id: key.id)
            case .verdict: verdicts.contains(id: key.id)
            case .profile: profiles.contains(id: key.id)
            case .page: pages.contains(id: key.id)
            }
        return isReadable || unreadable.contains(key)
    }

    /// The ids of a kind, sorted, for "did you mean".
    package func ids(of kind: RecordKind) -> [String] {
        switch kind {
        case .article: articles.ids
        case .claim: claims.ids
        case .source: sources.ids
        case .verdict: verdicts.ids
        case .profile: profiles.ids
        case .page: pages.ids
        }
    }

    /// The verdict on a claim; of several the one whose id sorts first.
    package func verdict(on claim: Claim) -> Verdict? {
        links.verdicts.byClaim[claim.id].map { verdicts[$0] }
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
