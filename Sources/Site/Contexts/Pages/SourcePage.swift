import Mustache
import Newsroom

/// The page of a source: its description, how it was checked, and the rulings that use it.
struct SourcePage: PageContent, TemplateView {
    let title: String
    let description: String
    let isDraft: Bool
    let source: Shared<SourceView>
    let accessed: DateView?
    let alsoAt: [ExternalLink]
    let body: [UInt8]
    let readIn: [Hyperlink]
    let derivedFrom: [Hyperlink]
    let copies: [Hyperlink]
    let copy: HeldCopyView?
    let uses: [SourceUses]
    /// The original documents behind the source, unless it derives from all of them directly.
    let origins: [Hyperlink]
    let isWithdrawn: Bool
    /// The claims with this source in their timelines.
    let dated: [ListedClaim]

    init(_ source: Source, in scope: PageScope) {
        title = source.title.value
        description = scope.words.text(
            "source.description",
            ["title": source.title.value, "publisher": source.publisher.value]
        )
        isDraft = scope.isDraft(source)
        self.source = scope.view(source)
        accessed = scope.view(source.accessed)
        alsoAt = source.alsoAt.map { ExternalLink($0.value) }
        body = scope.bodyHTML(of: source)
        readIn = source.readIn.map { scope.sourceLink($0.value) }
        derivedFrom = source.derivedFrom.map { scope.link(to: $0) }
        copies = scope.copies(of: source).map { scope.sourceLink($0.id) }
        copy = scope.heldCopy(of: source)
        let uses = scope.claims(using: source).flatMap {
            SourceUse.all(of: source, in: scope.read($0), scope)
        }
        self.uses = SourceUses.groups(of: uses, words: scope.words)
        origins = scope.origins(of: source)
        isWithdrawn = source.status?.value == .withdrawn
        dated = scope.claims(datedBy: source).map { scope.listed($0) }
    }

    static let fields: TemplateFields<Self> = [
        "title": { .text($0.title) },
        "source": { .record($0.source) },
        "accessed": { .record($0.accessed) },
        "also-at": { .list($0.alsoAt) },
        "elsewhere": { .bool(!$0.alsoAt.isEmpty) },
        "body": { .html(unlessEmpty: $0.body) },
        "read-in": { .section($0.readIn) },
        "derived-from": { .section($0.derivedFrom) },
        "copies": { .section($0.copies) },
        "copy": { .record($0.copy) },
        "uses": { .section($0.uses) },
        "origins": { .section($0.origins) },
        "withdrawn": { .bool($0.isWithdrawn) },
        "dated": { .section($0.dated) },
    ]
}

/// One use of a source as evidence, with the verdict's claim.
struct SourceUse: TemplateView {
    let claim: ClaimReference
    let stance: Evidence.Stance
    let shows: String
    let locator: String?
    let quote: String?

    /// A verdict's uses of a source.
    static func all(of source: Source, in rated: RatedClaim, _ scope: PageScope) -> [SourceUse] {
        let claim = ClaimReference(rated, in: scope)
        return rated.verdict.evidence.compactMap { evidence in
            guard case .source(let id) = evidence.reference, id.value == source.id else { return nil }
            return SourceUse(
                claim: claim,
                stance: evidence.stance,
                shows: evidence.shows.value,
                locator: evidence.locator,
                quote: evidence.quote?.value
            )
        }
    }

    static let fields: TemplateFields<Self> = [
        "claim": { .record($0.claim) },
        "shows": { .text($0.shows) },
        "locator": { .text($0.locator) },
        "quote": { .text($0.quote) },
    ]
}

/// The uses of a source with one stance.
struct SourceUses: TemplateView {
    let stance: Evidence.Stance
    let heading: String
    let count: String
    let uses: [SourceUse]

    /// The uses grouped by stance; stances without uses are left out.
    static func groups(of uses: [SourceUse], words: Catalogue) -> [SourceUses] {
        Evidence.Stance.allCases.compactMap { stance in
            let own = uses.filter { $0.stance == stance }
            if own.isEmpty { return nil }
            return SourceUses(
                stance: stance,
                heading: words["stance.\(stance.rawValue)"],
                count: words.count(own.count, "claim-count"),
                uses: own
            )
        }
    }

    static let fields: TemplateFields<Self> = [
        "stance": { .text($0.stance.rawValue) },
        "heading": { .text($0.heading) },
        "count": { .text($0.count) },
        "uses": { .list($0.uses) },
    ]
}

extension PageScope {
    /// The original documents behind a source; none if it derives from all of them directly.
    fileprivate func origins(of source: Source) -> [Hyperlink] {
        let direct = Set(source.derivedFrom.map { RecordKey($0) })
        let origins = roots(of: source.derivedFrom)
        if origins.isSubset(of: direct) { return [] }
        return origins.sorted().map { $0.kind == .article ? articleLink($0.id) : sourceLink($0.id) }
    }
}
