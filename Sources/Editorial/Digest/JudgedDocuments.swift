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
            let names = newsroom.formerIDs
            rulings = Set([verdict.ruling.value] + verdict.parts.map(\.ruling.value))
                .compactMap { newsroom.settings.scale.ruling($0) }
                .sorted { names.identity(.ruling, $0.id) < names.identity(.ruling, $1.id) }
        }
        self.articles = newsroom.inOrder(articles.compactMap { newsroom.articles[$0] })
        self.sources = newsroom.inOrder(sources.compactMap { newsroom.sources[$0] })
        if format != .first { media = Self.media(claim, verdict, self.sources, newsroom) }
        if format != .first {
            profiles = newsroom.inOrder(
                Self.people(claim, verdict, self.articles).compactMap { newsroom.profiles[$0] }
            )
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
        return newsroom.inOrder(Array(found.values))
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
    /// Records in the order of their first ids, each once.
    fileprivate func inOrder<Element: Record>(_ records: [Element]) -> [Element] {
        var seen: Set<String> = []
        let once = records.filter { seen.insert($0.id).inserted }
        guard !formerIDs.isEmpty else { return once.sorted { $0.id < $1.id } }
        let space = IDSpace.record(Element.kind)
        return once.sorted { formerIDs.identity(space, $0.id) < formerIDs.identity(space, $1.id) }
    }

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
    /// The first id of a record.
    private func identity(of record: some Record) -> String {
        newsroom.formerIDs.identity(.record(type(of: record).kind), record.id)
    }

    mutating func members(of documents: JudgedDocuments) {
        list("articles", documents.articles) { form, article in
            form.members(of: article, documents.passages[article.id] ?? [])
        }
        list("sources", documents.sources) { $0.members(of: $1) }
        list("profiles", documents.profiles) { form, profile in
            form.string("id", form.identity(of: profile))
            form.text("name", profile.name)
            form.string("kind", profile.profileKind.rawValue)
            form.texts("same-as", profile.sameAs)
        }
        list("rulings", documents.rulings) { form, ruling in
            form.string("id", form.newsroom.formerIDs.identity(.ruling, ruling.id))
            form.text("label", ruling.label)
            form.text("meaning", ruling.meaning)
            form.string("step", ruling.number.map { "\($0) of \(form.newsroom.settings.scale.steps.count)" })
        }
        list("media", documents.media) { $0.members(of: $1) }
    }

    private mutating func members(of article: Article, _ passages: [String]) {
        string("id", identity(of: article))
        text("title", article.title)
        id("publisher", article.publisher, .record(.profile))
        // Names of people without a profile stay as they are.
        if isFull { texts("authors", article.authors, .record(.profile)) }
        date("published", article.published)
        text("url", article.url)
        guard isFull else { return }
        texts("archived", article.archived)
        string("accessed", article.accessed.map { "\($0.value)" })
        text("language", article.language)
        string("text", article.isFullText ? "full" : nil)
        id("source", article.source, .record(.source))
        strings("passages", passages.map(CanonicalText.folded))
    }

    private mutating func members(of medium: Medium) {
        string("id", identity(of: medium))
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
        text("original", medium.original.map { newsroom.formerIDs.identity(.record(.medium), $0.value) })
        text("warning", medium.warning)
        id("mark", medium.mark, .ruling)
        flag("keep-metadata", medium.keepsMetadata)
        body("words", of: medium)
    }

    private mutating func members(of source: Source) {
        string("id", identity(of: source))
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
        ids("read-in", source.readIn, .record(.source))
        let names = newsroom.formerIDs
        strings("derived-from", source.derivedFrom.map { $0.typed(names) })
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
    fileprivate func typed(_ names: FormerIDs) -> String {
        switch self {
        case .source(let id): names.identity(.record(.source), id.value)
        case .article(let id): "article:" + names.identity(.record(.article), id.value)
        case .medium(let id): "media:" + names.identity(.record(.medium), id.value)
        }
    }
}
