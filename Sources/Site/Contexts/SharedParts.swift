import Addresses
import Diagnostics
import Mustache
import Newsroom
import Synchronization

/// A part of a page that many pages show, with what templates see of it: made once, and handed around by reference.
final class Shared<View: TemplateView>: TemplateShowable, Sendable {
    let view: View
    let templateRecord: TemplateRecord

    init(_ view: View) {
        self.view = view
        templateRecord = TemplateRecord(evaluating: view)
    }
}

/// A cache of parts. Pages at the same depth share them, because their links are the same.
///
/// Each part keeps its dependencies; a page that shows it takes them over.
final class PartCache<Key: Hashable & Sendable, Part: Sendable>: Sendable {
    private struct Place: Hashable {
        let links: Links
        let key: Key
    }

    private struct Kept {
        let part: Part
        let inputs: [InputNumber]
        let diagnostics: [Diagnostic]
    }

    private let kept = Mutex<[Place: Kept]>([:])
    private let limit: Int

    /// - Parameter limit: how many parts are kept at most; when there are more, all go, and those in use come back.
    init(limit: Int = .max) { self.limit = limit }

    /// A part for a page; made when it is not there.
    func part(_ key: Key, in scope: PageScope, _ make: (PageScope) -> Part) -> Part {
        let place = Place(links: scope.links, key: key)
        if let known = kept.withLock({ $0[place] }) {
            scope.take(known.inputs, known.diagnostics)
            return known.part
        }
        let own = scope.fresh()
        let part = make(own)
        let inputs = own.inputs
        scope.take(inputs, own.diagnostics)
        kept.withLock { kept in
            if kept.count >= limit { kept.removeAll() }
            kept[place] = Kept(part: part, inputs: inputs, diagnostics: own.diagnostics)
        }
        return part
    }
}

/// What the pages of one site share.
struct SharedParts: Sendable {
    /// The images that were made before the pages.
    var images = SiteImages.none
    let frames = PartCache<PageSubject?, SiteFrame>()
    let feeds = PartCache<PageMetadata.Subscription, [PageMetadata.Alternate]>()
    let policies = PartCache<String, PublisherPolicies>()
    let rulings = PartCache<String, Shared<RulingView>>()
    let scales = PartCache<String?, DrawnScale>()
    /// By the places of the claims.
    let cards = PartCache<Int, ListedClaim>(limit: 40_000)
    let dates = DateCache()
    let sources = PartCache<String, Shared<SourceView>>(limit: 10_000)
}

extension PageScope {
    /// A ruling as a badge.
    func view(_ ruling: Ruling) -> Shared<RulingView> {
        parts.rulings.part(ruling.id, in: self) { Shared(RulingView(ruling, in: $0)) }
    }

    /// The rating scale, pointing at a ruling or at none.
    func scale(pointingAt ruling: Ruling?) -> DrawnScale {
        parts.scales.part(ruling?.id, in: self) { DrawnScale(ScaleView(pointingAt: ruling, in: $0), in: $0) }
    }

    /// A rated claim in a list.
    func listed(_ claim: RankedClaim) -> ListedClaim {
        parts.cards.part(claim.place, in: self) { ListedClaim(ClaimCard($0.read(claim), in: $0), in: $0) }
    }

    /// A source as lists and evidence show it.
    func view(_ source: Source) -> Shared<SourceView> {
        parts.sources.part(source.id, in: self) { Shared(SourceView(source, in: $0)) }
    }
}
