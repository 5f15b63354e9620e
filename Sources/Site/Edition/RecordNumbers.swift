import Newsroom

/// A number for every record of a newsroom, from 0 on without gaps, in the order of their keys.
///
/// What is kept for each record, or noted of many, is kept by number: names would be hashed again and again. An object, because
/// it is asked on every page.
final class RecordNumbers: Sendable {
    private let articles: Table<Article>
    private let claims: Table<Claim>
    private let pages: Table<StandingPage>
    private let profiles: Table<Profile>
    private let sources: Table<Source>
    private let verdicts: Table<Verdict>
    private let firstClaim, firstPage, firstProfile, firstSource, firstVerdict: Int
    /// How many records there are.
    let count: Int

    init(of newsroom: Newsroom) {
        articles = newsroom.articles
        claims = newsroom.claims
        pages = newsroom.pages
        profiles = newsroom.profiles
        sources = newsroom.sources
        verdicts = newsroom.verdicts
        firstClaim = articles.count
        firstPage = firstClaim + claims.count
        firstProfile = firstPage + pages.count
        firstSource = firstProfile + profiles.count
        firstVerdict = firstSource + sources.count
        count = firstVerdict + verdicts.count
    }

    /// The number of the first record of a kind; the others follow, by id.
    func first(_ kind: RecordKind) -> Int {
        switch kind {
        case .article: 0
        case .claim: firstClaim
        case .page: firstPage
        case .profile: firstProfile
        case .source: firstSource
        case .verdict: firstVerdict
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
        case ..<firstClaim: articles[number]
        case ..<firstPage: claims[number - firstClaim]
        case ..<firstProfile: pages[number - firstPage]
        case ..<firstSource: profiles[number - firstProfile]
        case ..<firstVerdict: sources[number - firstSource]
        default: verdicts[number - firstVerdict]
        }
    }
}
