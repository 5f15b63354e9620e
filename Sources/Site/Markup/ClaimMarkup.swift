import Diagnostics
import Newsroom

extension SchemaMarkup {
    /// Writes the `Claim` of a review (schema.org `itemReviewed`): claimants, date and appearances.
    func itemReviewed(_ claim: Claim, to json: inout JSONWriter) {
        let made = occasions(of: claim)
        json.object { json in
            json.add("@type", "Claim")
            json.oneOrMany("author", edition.profiles(claim.claimants), claimant)
            json.add("datePublished", Self.date(claim.stated?.value))
            json.add("firstAppearance", first(of: made).map { .article($0.article) }, creativeWork)
            let works =
                articles(of: made).map { Work.document(.article($0)) } + places(of: claim).map(Work.place)
            json.arrayUnlessEmpty("appearance", works, work)
        }
    }

    /// Something in which a claim appears: an article, or a place where a medium was seen.
    private enum Work {
        case document(EvidenceDocument)
        case place((appearance: MediumAppearance, medium: Medium))
    }

    private func work(_ work: Work, to json: inout JSONWriter) {
        switch work {
        case .document(let document): creativeWork(document, to: &json)
        case .place(let place): appearance(place, to: &json)
        }
    }

    /// The places where the media that are the claim were seen, but for those that deny it or take it back.
    private func places(of claim: Claim) -> [(appearance: MediumAppearance, medium: Medium)] {
        claim.shownIn.filter { $0.kind == .stated || $0.kind == .repeated }
            .compactMap { edition.medium($0.medium.value) }
            .flatMap { medium in medium.appearsAt.map { ($0, medium) } }
    }

    /// An article that makes the claim, with the date of the statement.
    private struct Occasion {
        let article: Article
        let kind: Appearance.Kind
        let date: DateSpan?
    }

    /// The appearances that state or repeat the claim; not those that deny it or take it back.
    private func occasions(of claim: Claim) -> [Occasion] {
        claim.appearances.compactMap { appearance in
            guard appearance.kind == .stated || appearance.kind == .repeated,
                let article = edition.article(appearance.article.value)
            else { return nil }
            return Occasion(
                article: article,
                kind: appearance.kind,
                date: appearance.date?.value ?? claim.stated?.value
            )
        }
    }

    /// The earliest dated occasion of kind `stated`; of several on one date, that in the article published first.
    private func first(of occasions: [Occasion]) -> Occasion? {
        occasions.filter { $0.kind == .stated }
            .compactMap { occasion in
                let published = occasion.article.published?.value
                return (occasion.date ?? published).map { (occasion, $0, published ?? $0) }
            }
            .min { ($0.1, $0.2) < ($1.1, $1.2) }?.0
    }

    private func articles(of occasions: [Occasion]) -> [Article] {
        var articles: [Article] = []
        for article in occasions.map(\.article) where !articles.contains(where: { $0.id == article.id }) {
            articles.append(article)
        }
        return articles
    }
}
