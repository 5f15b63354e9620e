import Diagnostics
import Newsroom

/// The record that a draft starts from, and the values that it gives to the draft.
enum Origin: Sendable {
    case article(Article)
    case claim(Claim)
    case source(Source)
    case profile(Profile)

    /// The kinds that a draft of a kind can start from.
    static func kinds(for kind: RecordKind) -> [RecordKind] {
        switch kind {
        case .article: [.source, .profile]
        case .claim: [.article, .claim, .profile]
        case .source: [.article, .source]
        case .verdict: [.claim]
        case .profile: [.profile]
        case .page: []
        }
    }

    /// Finds the record by id: `an-id`, or with its kind, `claim:an-id`.
    static func find(
        _ typed: String,
        for kind: RecordKind,
        in newsroom: Newsroom
    ) throws(DraftProblem) -> Origin {
        let wanted = kinds(for: kind)
        guard !wanted.isEmpty else { throw .noOrigin(kind) }
        let named = wanted.first { typed.hasPrefix($0.rawValue + ":") }
        let id = named.map { String(typed.dropFirst($0.rawValue.count + 1)) } ?? typed
        let candidates = named.map { [$0] } ?? wanted
        let found = candidates.compactMap { Origin($0, id, in: newsroom) }
        if found.count > 1 {
            throw .ambiguousOrigin(id, kinds: candidates.filter { newsroom.ids(of: $0).contains(id) })
        }
        if let origin = found.first { return origin }
        if let other = RecordKind.allCases.first(where: { newsroom.ids(of: $0).contains(id) }) {
            throw .wrongOrigin(RecordKey(other, id), wanted: wanted, for: kind)
        }
        let known = candidates.flatMap { newsroom.ids(of: $0) }
        throw .unknownOrigin(id, kinds: candidates, suggestion: Suggestion.nearest(to: id, among: known))
    }

    private init?(_ kind: RecordKind, _ id: String, in newsroom: Newsroom) {
        let origin: Origin? =
            switch kind {
            case .article: newsroom.articles[id].map(Origin.article)
            case .claim: newsroom.claims[id].map(Origin.claim)
            case .source: newsroom.sources[id].map(Origin.source)
            case .profile: newsroom.profiles[id].map(Origin.profile)
            case .verdict, .page: nil
            }
        guard let origin else { return nil }
        self = origin
    }

    /// The fields of a draft that follow from this record.
    func values(for kind: RecordKind, in newsroom: Newsroom) -> [String: DraftValue] {
        switch (self, kind) {
        case (.source(let source), .article): Self.sameDocument(as: source, in: newsroom)
        case (.profile(let profile), .article): ["publisher": .text(profile.id)]
        case (.article(let article), .claim): Self.appearance(in: article)
        case (.claim(let claim), .claim): Self.related(to: claim)
        case (.profile(let profile), .claim): ["claimant": .text(profile.id)]
        case (.article(let article), .source): Self.sameDocument(as: article, in: newsroom)
        case (.source(let source), .source): ["derived-from": .text(source.id)]
        case (.claim(let claim), .verdict): ["claim": .text(claim.id)]
        case (.profile(let profile), .profile): ["affiliations": .text(profile.id)]
        default: [:]
        }
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
