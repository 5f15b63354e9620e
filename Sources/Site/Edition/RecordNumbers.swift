import Newsroom

/// A number for every record of a newsroom, from 0 on without gaps, in the order of their keys.
///
/// What is kept for each record, or noted of many, is kept by number: names would be hashed again and again.
struct RecordNumbers: Sendable {
    private let articles: Table<Article>
    private let claims: Table<Claim>
    private let pages: Table<StandingPage>
    private let profiles: Table<Profile>
    private let sources: Table<Source>
    private let verdicts: Table<Verdict>

    init(of newsroom: Newsroom) {
        articles = newsroom.articles
        claims = newsroom.claims
        pages = newsroom.pages
        profiles = newsroom.profiles
        sources = newsroom.sources
        verdicts = newsroom.verdicts
    }

    /// How many records there are.
    var count: Int { first(.verdict) + verdicts.count }

    /// The number of the first record of a kind; the others follow, by id.
    func first(_ kind: RecordKind) -> Int {
        switch kind {
        case .article: 0
        case .claim: articles.count
        case .page: first(.claim) + claims.count
        case .profile: first(.page) + pages.count
        case .source: first(.profile) + profiles.count
        case .verdict: first(.source) + sources.count
        }
    }

    /// The number of a record; nil when there is none of this kind and id.
    func number(_ kind: RecordKind, _ id: String) -> Int? {
        let place =
            switch kind {
            case .article: articles.index(id: id)
            case .claim: claims.index(id: id)
            case .page: pages.index(id: id)
            case .profile: profiles.index(id: id)
            case .source: sources.index(id: id)
            case .verdict: verdicts.index(id: id)
            }
        return place.map { first(kind) + $0 }
    }

    /// The number of what a piece of evidence is.
    func number(_ reference: EvidenceReference) -> Int? {
        switch reference {
        case .source(let id): number(.source, id.value)
        case .article(let id): number(.article, id.value)
        }
    }

    /// The record of a number.
    func record(_ number: Int) -> any Record {
        switch number {
        case ..<first(.claim): articles[number]
        case ..<first(.page): claims[number - first(.claim)]
        case ..<first(.profile): pages[number - first(.page)]
        case ..<first(.source): profiles[number - first(.profile)]
        case ..<first(.verdict): sources[number - first(.source)]
        default: verdicts[number - first(.verdict)]
        }
    }
}
