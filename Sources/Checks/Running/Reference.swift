import Markdown
import Newsroom

/// A place in a file that names a record.
struct Reference: Sendable {
    let id: String
    /// The kinds of record that may be meant, the usual one first.
    let kinds: [RecordKind]
    /// The bytes in the file.
    let range: Range<Int>

    /// The records that may be meant.
    var keys: [RecordKey] { kinds.map { RecordKey($0, id) } }

    init(_ id: Located<String>, _ kinds: RecordKind...) {
        self.init(id: id.value, kinds: kinds, range: id.range)
    }

    init(id: String, kinds: [RecordKind], range: Range<Int>) {
        self.id = id
        self.kinds = kinds
        self.range = range
    }

    init(_ reference: EvidenceReference) {
        switch reference {
        case .source(let id): self.init(id, .source)
        case .article(let id): self.init(id, .article)
        }
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
        switch record {
        case let article as Article:
            [Reference(article.publisher, .profile)]
                + (article.source.map { [Reference($0, .source)] } ?? [])
                // An author may be a plain name; it is a reference only where a profile has that id.
                + article.authors.filter { profiles.contains(id: $0.value) }.map { Reference($0, .profile) }
        case let claim as Claim:
            claim.claimants.map { Reference($0, .profile) }
                + claim.appearances.flatMap { appearance in
                    [Reference(appearance.article, .article)]
                        + (appearance.by.map { [Reference($0, .profile)] } ?? [])
                }
                + claim.timeline.flatMap { $0.sources.map { Reference($0, .source) } }
                + claim.related.map { Reference($0, .claim) }
        case let source as Source:
            source.readIn.map { Reference($0, .source) } + source.derivedFrom.map { Reference($0) }
        case let verdict as Verdict:
            [Reference(verdict.claim, .claim)]
                + (verdict.authors + verdict.reviewers + verdict.replies.map(\.from)).map {
                    Reference($0, .profile)
                }
                + verdict.evidence.map { Reference($0.reference) }
        case let profile as Profile: profile.affiliations.map { Reference($0, .profile) }
        default: []
        }
    }
}

extension SiteSettings {
    /// The references in the settings.
    var references: [Reference] {
        [Reference(publisher, .profile)] + navigation.map { Reference($0, .page) }
    }
}

extension MarkdownDocument {
    /// The references in a text: citations and links to records.
    var references: [Reference] {
        citationGroups.flatMap(\.citations).map {
            Reference(id: $0.id, kinds: [.source, .article], range: $0.range)
        }
            + recordLinks.compactMap { link in
                RecordKind(rawValue: link.kind).map {
                    Reference(id: link.id, kinds: [$0], range: link.range)
                }
            }
    }
}
