import Newsroom

extension Article: DraftedRecord {
    static var origins: [Origin] {
        [
            Origin { (source: Source, newsroom) in sameDocument(as: source, in: newsroom) },
            Origin { (profile: Profile, _) in ["publisher": .text(profile.id)] },
        ]
    }

    /// The fields of an article that is the same document as a source.
    private static func sameDocument(as source: Source, in newsroom: Newsroom) -> [String: DraftValue] {
        var values: [String: DraftValue] = ["title": .init(source.title), "source": .text(source.id)]
        let name = source.publisher.value.lowercased()
        values["publisher"] = newsroom.profiles.first { $0.name.value.lowercased() == name }
            .map { .text($0.id) }
        if !source.authors.isEmpty { values["authors"] = .init(source.authors) }
        values["published"] = source.published.map { .text($0.value.description) }
        values["url"] = source.url.map { .init($0) }
        if !source.archived.isEmpty { values["archived"] = .init(source.archived) }
        values["accessed"] = source.accessed.map { .text($0.value.description) }
        values["language"] = source.language.map { .text($0) }
        return values
    }
}

extension Claim: DraftedRecord {
    static var origins: [Origin] {
        [
            Origin { (article: Article, _) in appearance(in: article) },
            Origin { (claim: Claim, _) in related(to: claim) },
            Origin { (profile: Profile, _) in ["claimant": .text(profile.id)] },
        ]
    }

    /// The fields of a claim that appears in an article, dated by the article until more is known.
    private static func appearance(in article: Article) -> [String: DraftValue] {
        var values: [String: DraftValue] = ["appearances": .group(["article": article.id])]
        values["stated"] = article.published.map { .text($0.value.description) }
        return values
    }

    private static func related(to claim: Claim) -> [String: DraftValue] {
        var values: [String: DraftValue] = ["related": .text(claim.id), "claimant": .init(claim.claimants)]
        if !claim.topics.isEmpty { values["topics"] = .init(claim.topics) }
        return values
    }
}

extension Source: DraftedRecord {
    static var origins: [Origin] {
        [
            Origin { (article: Article, newsroom) in sameDocument(as: article, in: newsroom) },
            Origin { (source: Source, _) in ["derived-from": .text(source.id)] },
        ]
    }

    /// The fields of a source that is the same document as an article.
    private static func sameDocument(as article: Article, in newsroom: Newsroom) -> [String: DraftValue] {
        func name(_ id: Located<String>) -> String { newsroom.profiles[id.value]?.name.value ?? id.value }
        var values: [String: DraftValue] = [
            "title": .init(article.title), "publisher": .text(name(article.publisher)),
        ]
        if !article.authors.isEmpty { values["authors"] = .list(article.authors.map(name)) }
        values["published"] = article.published.map { .text($0.value.description) }
        values["url"] = article.url.map { .init($0) }
        if !article.archived.isEmpty { values["archived"] = .init(article.archived) }
        values["accessed"] = article.accessed.map { .text($0.value.description) }
        values["language"] = article.language.map { .text($0) }
        return values
    }
}

extension Verdict: DraftedRecord {
    static var origins: [Origin] { [Origin { (claim: Claim, _) in ["claim": .text(claim.id)] }] }
}

extension Profile: DraftedRecord {
    static var origins: [Origin] {
        [Origin { (profile: Profile, _) in ["affiliations": .text(profile.id)] }]
    }
}
