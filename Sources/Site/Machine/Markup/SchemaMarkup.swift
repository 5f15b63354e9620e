import Diagnostics
import Newsroom

/// Makes schema.org JSON-LD from the records that the pages show.
///
/// One rule above all: nothing is said here that the page does not say, and nothing that the newsroom does not know. The rest follows
/// schema.org and Google's "Fact Check (ClaimReview) structured data".
struct SchemaMarkup: Sendable {
    let edition: Edition

    /// Makes the markup of an edition.
    init(_ edition: Edition) {
        self.edition = edition
    }

    static let context: JSONValue = "https://schema.org"

    /// What stands in the `script` elements of a page, one value each; empty for pages without markup and for drafts.
    func blocks(for subject: PageSubject) -> [JSONValue] {
        switch subject {
        case .home: return [webSite()]
        case .claim(let id):
            guard let claim = edition.records.claims[id], let rated = edition.rated(claim),
                let review = claimReview(rated)
            else { return [] }
            return [inContext(review), breadcrumbs(rated)]
        default: return []
        }
    }

    /// A value that stands alone, with schema.org as its vocabulary.
    func inContext(_ value: JSONValue) -> JSONValue { value.preceded(by: ["@context": Self.context]) }

    private func webSite() -> JSONValue {
        let settings = edition.records.settings
        return .object([
            "@context": Self.context,
            "@type": "WebSite",
            "@id": .string(edition.siteAddress + "#website"),
            "url": .string(edition.siteAddress),
            "name": .string(settings.name),
            "description": settings.description.isEmpty ? nil : .string(settings.description),
            "inLanguage": .string(settings.language),
            "license": .optional(settings.license),
            "publisher": publisher(),
        ])
    }

    /// The way from the front page to a claim.
    private func breadcrumbs(_ rated: RatedClaim) -> JSONValue {
        let steps = [
            (edition.records.settings.name, Route.home),
            (rated.claim.statement.value, Route.claim(rated.claim.id)),
        ]
        return .object([
            "@context": Self.context,
            "@type": "BreadcrumbList",
            "itemListElement": .array(
                steps.enumerated().map { index, step in
                    .object([
                        "@type": "ListItem", "position": .integer(index + 1), "name": .string(step.0),
                        "item": .string(edition.address(step.1)),
                    ])
                }
            ),
        ])
    }
}
