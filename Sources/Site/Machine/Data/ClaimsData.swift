import Diagnostics
import Newsroom

/// The published claims as data, for people who count and compare: `data/claims.json` and `data/claims.csv`.
///
/// `docs/data.md` describes both, and `data/claims.schema.json` the first to programs.
struct ClaimsData: Sendable {
    let edition: Edition

    /// Raised when a field changes its meaning or goes away; a new field raises nothing.
    static let version = 1
    /// How many bytes a claim takes as JSON.
    private static let usualClaimSize = 4_608

    /// The whole file, without a line end.
    func json() -> [UInt8] {
        let settings = edition.records.settings
        var writer = JSONObjectWriter(expecting: edition.publishedClaims.count * Self.usualClaimSize)
        writer.add([
            "$schema": .string(edition.address(.claimsSchema)),
            "version": .integer(Self.version),
            "name": .string(settings.name),
            "url": .string(edition.siteAddress),
            "language": .string(settings.language),
            "license": .optional(settings.license),
            "updated": .string("\(edition.lastChanged)"),
            "scale": .object([
                "version": .integer(settings.scale.version),
                "rulings": .array((settings.scale.steps + settings.scale.labels).map(definition)),
            ]),
            "topics": .array(
                settings.topics.map { .object(["id": .string($0.id), "name": .string($0.name)]) }
            ),
        ])
        writer.add("claims", edition.publishedClaims, claim)
        writer.add(["retracted": .array(unlessEmpty: edition.retractions.map(retracted))])
        return writer.finish()
    }

    private func definition(_ ruling: Ruling) -> JSONValue {
        .object([
            "id": .string(ruling.id), "label": .string(ruling.label),
            "number": ruling.number.map(JSONValue.integer),
            "meaning": .string(ruling.meaning), "url": .string(edition.address(.ruling(ruling.id))),
        ])
    }

    private func claim(_ rated: RatedClaim) -> JSONValue {
        let claim = rated.claim
        return .object([
            "id": .string(claim.id),
            "url": .string(edition.address(.claim(claim.id))),
            "statement": .string(claim.statement.value),
            "claimants": .array(edition.profiles(claim.claimants).map(profile)),
            "stated": Self.date(claim.stated?.value),
            "topics": .array(claim.topics.map { .string($0.value) }),
            "appearances": .array(claim.appearances.compactMap(appearance)),
            "verdict": verdict(rated),
            "history": edition.history(of: claim).map(history),
        ])
    }

    private func verdict(_ rated: RatedClaim) -> JSONValue {
        let verdict = rated.verdict
        return .object([
            "ruling": .string(rated.ruling.id),
            "title": .string(verdict.title.value),
            "summary": .string(verdict.summary.value),
            "authors": .array(edition.profiles(verdict.authors).map(profile)),
            "reviewers": .array(edition.profiles(verdict.reviewers).map(profile)),
            "published": .optional(verdict.published.map { "\($0.value)" }),
            "updated": .optional(verdict.updated.map { "\($0.value)" }),
            "evidence": .array(verdict.evidence.compactMap(evidence)),
            "parts": .array(
                verdict.parts.map { part in
                    .object([
                        "part": .string(part.part.value), "ruling": .string(part.ruling.value),
                        "note": .optional(part.note),
                    ])
                }
            ),
            "would_change": .optional(verdict.wouldChange?.value),
        ])
    }

    private func appearance(_ appearance: Appearance) -> JSONValue? {
        guard let article = edition.records.articles[appearance.article.value] else { return nil }
        let document = EvidenceDocument.article(article)
        return .object([
            "article": .string(article.id),
            "title": .string(article.title.value),
            "publisher": .optional(document.publisher(in: edition)),
            "url": .optional(document.url),
            "published": Self.date(document.published),
            "kind": .string(appearance.kind.rawValue),
            "by": appearance.by.flatMap { edition.records.profiles[$0.value] }.map(profile),
            "date": Self.date(appearance.date?.value),
            "quote": .string(appearance.quote.value),
            "locator": .optional(appearance.locator),
        ])
    }

    private func evidence(_ evidence: Evidence) -> JSONValue? {
        guard let document = edition.document(evidence.reference) else { return nil }
        let source: Source? = if case .source(let source) = document { source } else { nil }
        return .object([
            document.kind.rawValue: .string(document.id),
            "stance": .string(evidence.stance.rawValue),
            "shows": .string(evidence.shows.value),
            "title": .string(document.title),
            "publisher": .optional(document.publisher(in: edition)),
            "url": .optional(document.url),
            "archived": .array(unlessEmpty: document.archived.map(JSONValue.string)),
            "published": Self.date(document.published),
            "kind": .optional(source?.sourceKind.rawValue),
            "checked": .optional(source?.checked.rawValue),
            "locator": .optional(evidence.locator),
            "quote": .optional(evidence.quote?.value),
        ])
    }

    private func profile(_ profile: Profile) -> JSONValue {
        .object([
            "id": .string(profile.id),
            "name": .string(profile.name.value),
            "kind": .string(profile.profileKind.rawValue),
            "same_as": .array(unlessEmpty: profile.addressesElsewhere.map(JSONValue.string)),
        ])
    }

    /// A date as precise as it is known, or a span with a slash (ISO 8601).
    private static func date(_ span: DateSpan?) -> JSONValue? { .optional(span.map { "\($0)" }) }
}
