import Markdown
import Newsroom

/// A place in a file that names a record.
struct Reference: Sendable {
    let id: String
    /// The kind of record that is usually meant.
    let kind: RecordKind
    /// Another kind that may be meant.
    let otherKind: RecordKind?
    /// The bytes in the file.
    let range: Range<Int>

    /// The kinds of record that may be meant, the usual one first.
    var kinds: [RecordKind] { [kind] + (otherKind.map { [$0] } ?? []) }

    init(_ id: Located<String>, _ kind: RecordKind) {
        self.init(id: id.value, kind, range: id.range)
    }

    init(id: String, _ kind: RecordKind, or otherKind: RecordKind? = nil, range: Range<Int>) {
        self.id = id
        self.kind = kind
        self.otherKind = otherKind
        self.range = range
    }

    init(_ reference: EvidenceReference) {
        switch reference {
        case .source(let id): self.init(id, .source)
        case .article(let id): self.init(id, .article)
        }
    }

    /// Whether something holds for one of the kinds that may be meant.
    func canMean(_ isMeant: (RecordKind) -> Bool) -> Bool {
        isMeant(kind) || (otherKind.map(isMeant) ?? false)
    }
}

extension Newsroom {
    /// The table's ids of a kind.
    func ids(of kind: RecordKind) -> [String] {
        switch kind {
        case .article: articles.ids
        case .claim: claims.ids
        case .source: sources.ids
        case .verdict: verdicts.ids
        case .profile: profiles.ids
        case .page: pages.ids
        }
    }

    /// Whether there is a record of this kind and id.
    func contains(_ kind: RecordKind, _ id: String) -> Bool {
        switch kind {
        case .article: articles.contains(id: id)
        case .claim: claims.contains(id: id)
        case .source: sources.contains(id: id)
        case .verdict: verdicts.contains(id: id)
        case .profile: profiles.contains(id: id)
        case .page: pages.contains(id: id)
        }
    }

    /// The references in a record's front matter, in no order that matters.
    func references(of record: any Record) -> [Reference] {
        var references: [Reference] = []
        func add(_ ids: some Sequence<Located<String>>, _ kind: RecordKind) {
            for id in ids { references.append(Reference(id, kind)) }
        }
        switch record {
        case let article as Article:
            add([article.publisher], .profile)
            if let source = article.source { references.append(Reference(source, .source)) }
            // An author may be a plain name; it is a reference only where a profile has that id.
            add(article.authors.lazy.filter { self.profiles.contains(id: $0.value) }, .profile)
        case let claim as Claim:
            add(claim.claimants, .profile)
            for appearance in claim.appearances {
                references.append(Reference(appearance.article, .article))
                if let by = appearance.by { references.append(Reference(by, .profile)) }
            }
            for event in claim.timeline { add(event.sources, .source) }
            add(claim.related, .claim)
        case let source as Source:
            add(source.readIn, .source)
            for original in source.derivedFrom { references.append(Reference(original)) }
        case let verdict as Verdict:
            references.reserveCapacity(verdict.evidence.count + 8)
            references.append(Reference(verdict.claim, .claim))
            add(verdict.authors, .profile)
            add(verdict.reviewers, .profile)
            for reply in verdict.replies { references.append(Reference(reply.from, .profile)) }
            for evidence in verdict.evidence { references.append(Reference(evidence.reference)) }
        case let profile as Profile: add(profile.affiliations, .profile)
        default: break
        }
        return references
    }
}

extension SiteSettings {
    /// The references in the settings.
    var references: [Reference] {
        [Reference(publisher, .profile)] + navigation.map { Reference($0, .page) }
    }
}

extension MarkdownDocument {
    /// The references in a text: its citations, and its links to records.
    func references(_ citations: [Citation]) -> [Reference] {
        var references = citations.map { citation in
            Reference(id: citation.id, .source, or: .article, range: citation.range)
        }
        for link in recordLinks {
            if let kind = RecordKind(rawValue: link.kind) {
                references.append(Reference(id: link.id, kind, range: link.range))
            }
        }
        return references
    }
}
