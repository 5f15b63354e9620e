import Newsroom

/// The records that the ids in a text stand for: with ids alone, one record could be exchanged for another
/// unnoticed.
struct JudgedDocuments {
    private(set) var articles: [Article] = []
    private(set) var sources: [Source] = []
    private(set) var profiles: [Profile] = []
    private(set) var rulings: [Ruling] = []
    /// The media that the texts show, that are evidence, and their originals.
    private(set) var media: [Medium] = []
    /// The blocks of each article that contain a quote, by article id: each block once, in the article's order.
    private(set) var passages: [String: [String]] = [:]

    /// Collects the records. The second form adds lineage, people, rulings and passages.
    init(_ claim: Claim, _ verdict: Verdict, _ newsroom: Newsroom, _ format: JudgedText.Format) {
        var articles = Set(claim.appearances.map(\.article.value))
        var sources = Set(claim.timeline.flatMap { $0.sources.map(\.value) })
        for evidence in verdict.evidence {
            switch evidence.reference {
            case .source(let id): sources.insert(id.value)
            case .article(let id): articles.insert(id.value)
            case .medium: break
            }
        }
        if format != .first {
            Self.addLineage(&articles, &sources, newsroom)
            passages = Self.passages(claim, verdict, newsroom)
            rulings = Set([verdict.ruling.value] + verdict.parts.map(\.ruling.value)).sorted()
                .compactMap { newsroom.settings.scale.ruling($0) }
        }
        self.articles = articles.sorted().compactMap { newsroom.articles[$0] }
        self.sources = sources.sorted().compactMap { newsroom.sources[$0] }
        if format != .first { media = Self.media(claim, verdict, self.sources, newsroom) }
        if format != .first {
            profiles = Self.people(claim, verdict, self.articles).sorted().compactMap {
                newsroom.profiles[$0]
            }
        }
    }

    /// Adds the documents in the lineage of those that are there, to any depth.
    private static func addLineage(
        _ articles: inout Set<String>,
        _ sources: inout Set<String>,
        _ newsroom: Newsroom
    ) {
        var open = sources.map { RecordKey(.source, $0) } + articles.map { RecordKey(.article, $0) }
        while let document = open.popLast() {
            for next in newsroom.lineageParents(of: document) {
                let isNew =
                    next.kind == .source
                    ? sources.insert(next.id).inserted : articles.insert(next.id).inserted
                if isNew { open.append(next) }
            }
        }
    }

    private static func media(
        _ claim: Claim,
        _ verdict: Verdict,
        _ sources: [Source],
        _ newsroom: Newsroom
    ) -> [Medium] {
        guard newsroom.media.count > 0 else { return [] }
        var open =
            claim.shownIn.map(\.medium.value) + claim.mediaInText + verdict.mediaInText
            + sources.flatMap(\.mediaInText)
        for case .medium(let id) in verdict.evidence.map(\.reference) { open.append(id.value) }
        var found: [String: Medium] = [:]
        while let id = open.popLast() {
            guard found[id] == nil, let medium = newsroom.media[id] else { continue }
            found[id] = medium
            open += medium.mediaInText
            if let original = medium.originalMedium { open.append(original.value) }
        }
        return found.values.sorted { $0.id < $1.id }
    }

    private static func people(_ claim: Claim, _ verdict: Verdict, _ articles: [Article]) -> Set<String> {
        var people = Set(claim.claimants.map(\.value))
        people.formUnion(claim.appearances.compactMap { $0.by?.value })
        people.formUnion(claim.shownIn.compactMap { $0.by?.value })
        people.formUnion(verdict.authors.map(\.value))
        people.formUnion(verdict.written.replies.map(\.from.value))
        for article in articles {
            people.insert(article.publisher.value)
            // Authors that are plain names have no profile and drop out later.
            people.formUnion(article.authors.map(\.value))
        }
        return people
    }

    private static func passages(_ claim: Claim, _ verdict: Verdict, _ newsroom: Newsroom) -> [String:
        [String]]
    {
        var found: [String: [Int: String]] = [:]
        func add(_ quote: ArticleQuote, _ article: String) {
            guard let article = newsroom.articles[article] else { return }
            for passage in newsroom.quotes.passages(of: quote, in: article, newsroom) {
                found[article.id, default: [:]][passage.block] = passage.text
            }
        }
        for appearance in claim.appearances { add(ArticleQuote(appearance), appearance.article.value) }
        for evidence in verdict.evidence {
            guard case .article(let id) = evidence.reference, let quote = evidence.quote else { continue }
            add(ArticleQuote(quote.value), id.value)
        }
        return found.mapValues { blocks in blocks.sorted { $0.key < $1.key }.map(\.value) }
    }
}

extension Newsroom {
    /// The direct parents in a document's lineage: read in, derived from, or the record of.
    fileprivate func lineageParents(of document: RecordKey) -> [RecordKey] {
        switch document.kind {
        case .source:
            guard let source = sources[document.id] else { return [] }
            return source.readIn.map { RecordKey(.source, $0.value) }
                + source.derivedFrom.map { RecordKey($0) }
        case .article: return articles[document.id]?.source.map { [RecordKey(.source, $0.value)] } ?? []
        default: return []
        }
    }
}

extension CanonicalForm {
    mutating func members(of documents: JudgedDocuments) {
        list("articles", documents.articles) { form, article in
            form.members(of: article, documents.passages[article.id] ?? [])
        }
        list("sources", documents.sources) { $0.members(of: $1) }
        list("profiles", documents.profiles) { form, profile in
            form.string("id", profile.id)
            form.text("name", profile.name)
            form.string("kind", profile.profileKind.rawValue)
            form.texts("same-as", profile.sameAs)
        }
        list("rulings", documents.rulings) { form, ruling in
            form.string("id", ruling.id)
            form.text("label", ruling.label)
            form.text("meaning", ruling.meaning)
            form.string("step", ruling.number.map { "\($0) of \(form.newsroom.settings.scale.steps.count)" })
        }
        list("media", documents.media) { $0.members(of: $1) }
    }

    private mutating func members(of article: Article, _ passages: [String]) {
        string("id", article.id)
        text("title", article.title)
        text("publisher", article.publisher)
        if isFull { texts("authors", article.authors) }
        date("published", article.published)
        text("url", article.url)
        guard isFull else { return }
        texts("archived", article.archived)
        string("accessed", article.accessed.map { "\($0.value)" })
        text("language", article.language)
        string("text", article.isFullText ? "full" : nil)
        text("source", article.source)
        strings("passages", passages.map(CanonicalText.folded))
    }

    private mutating func members(of medium: Medium) {
        string("id", medium.id)
        string("sha256", medium.content?.sha256)
        number("bytes", medium.content?.byteCount)
        string("pixels", medium.content?.inspected.size.map { "\($0.width) by \($0.height)" })
        text("file", medium.fileName)
        string("kind", medium.mediumKind.rawValue)
        text("url", medium.url)
        text("alt", medium.alt)
        text("caption", medium.caption)
        text("credit", medium.credit)
        text("licence", medium.licence)
        date("made", medium.made)
        list("appears-at", medium.appearsAt) { form, appearance in
            form.text("url", appearance.url)
            form.date("date", appearance.date)
            form.text("by", appearance.by)
            form.texts("archived", appearance.archived)
        }
        string("authenticity", medium.authenticity?.value.rawValue)
        text("original", medium.original)
        text("warning", medium.warning)
        text("mark", medium.mark)
        flag("keep-metadata", medium.keepsMetadata)
        body("words", of: medium)
    }

    private mutating func members(of source: Source) {
        string("id", source.id)
        text("title", source.title)
        if isFull { flag("title-described", source.isTitleDescribed) }
        text("publisher", source.publisher)
        if isFull { texts("authors", source.authors) }
        date("published", source.published)
        if isFull { string("accessed", source.accessed.map { "\($0.value)" }) }
        text("url", source.url)
        guard isFull else {
            flag("withdrawn", source.status?.value == .withdrawn)
            return
        }
        texts("also-at", source.alsoAt)
        texts("archived", source.archived)
        string("kind", source.sourceKind.rawValue)
        string("checked", source.checked.rawValue)
        ids("read-in", source.readIn)
        strings("derived-from", source.derivedFrom.map(\.typed))
        flag("own-access", source.hasOwnAccess)
        text("interest", source.interest)
        text("relation", source.relation)
        let status = source.status?.value ?? .live
        string("status", status == .live ? nil : status.rawValue)
        text("language", source.language)
        if let snapshot = source.snapshot {
            object("snapshot") { form in
                form.text("file", snapshot.file)
                form.string("sha256", snapshot.sha256.value.lowercased())
            }
        }
        body("note", of: source)
    }
}

extension EvidenceReference {
    /// The reference in the form of `derived-from`: `article:` before an article's id.
    fileprivate var typed: String {
        switch self {
        case .source(let id): id.value
        case .article(let id): "article:" + id.value
        case .medium(let id): "media:" + id.value
        }
    }
}
