import Addresses
import Diagnostics
import Newsroom

/// The writer of schema.org JSON-LD for pages and data files.
///
/// The markup repeats facts of the page and adds none. Its vocabulary is schema.org's; its requirements are those of
/// Google's "Fact Check (ClaimReview) structured data".
struct SchemaMarkup<Reader: EditionReader> {
    let edition: Reader
    let policies: PublisherPolicies

    /// Makes the writer, and looks the publisher's policies up.
    init(_ edition: Reader) {
        self.init(edition, PublisherPolicies(edition))
    }

    /// Makes the writer with policies looked up already.
    init(_ edition: Reader, _ policies: PublisherPolicies) {
        self.edition = edition
        self.policies = policies
    }

    static var context: String { "https://schema.org" }
    /// The initial capacity for a block, in bytes, enough for most.
    private static var usualSize: Int { 6_144 }

    /// The contents of a page's JSON-LD `script` elements; empty for drafts and for pages without markup.
    func blocks(for subject: PageSubject, words: Catalogue) -> [[UInt8]] {
        switch subject {
        case .home: return [script(webSite)]
        case .record(.claim, let id, _):
            guard let rated = edition.claim(id).flatMap(edition.rated),
                let review = review(of: rated)
            else { return [] }
            return [
                script { claimReview(review, to: &$0) },
                script { newsArticle(review, to: &$0) },
                script { breadcrumbs(rated, words, to: &$0) },
            ]
        default: return []
        }
    }

    private func script(_ write: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter(.script)
        json.reserveCapacity(Self.usualSize)
        write(&json)
        return json.take()
    }

    private func webSite(to json: inout JSONWriter) {
        let settings = edition.settings
        json.object { json in
            json.add("@context", Self.context)
            json.add("@type", "WebSite")
            json.add("@id", edition.siteAddress + "#website")
            json.add("url", edition.siteAddress)
            json.add("name", settings.name)
            json.add("description", settings.description.isEmpty ? nil : settings.description)
            json.add("inLanguage", settings.language)
            json.add("license", settings.license)
            publisher("publisher", to: &json)
            json.object("potentialAction", searchAction)
        }
    }

    /// Writes the `SearchAction`: the search page with the words in its address.
    private func searchAction(to json: inout JSONWriter) {
        json.add("@type", "SearchAction")
        json.object("target") { json in
            json.add("@type", "EntryPoint")
            json.add("urlTemplate", edition.address(.search) + "?q={search_term_string}")
        }
        json.add("query-input", "required name=search_term_string")
    }

    /// Writes the `BreadcrumbList` of a claim: front page, all claims, the claim's first topic, claim.
    private func breadcrumbs(_ rated: RatedClaim, _ words: Catalogue, to json: inout JSONWriter) {
        let topic = rated.claim.topics.lazy.compactMap { edition.settings.topic($0.value) }.first
        var steps = [
            (name: edition.settings.name, route: Route.home),
            (name: words["claims.title"], route: Route.list(.claims)),
        ]
        if let topic { steps.append((name: topic.name, route: .topic(topic.id))) }
        steps.append((name: rated.verdict.title.value, route: .claim(rated.claim.id)))
        json.object { json in
            json.add("@context", Self.context)
            json.add("@type", "BreadcrumbList")
            json.array("itemListElement", steps.enumerated()) { place, json in
                json.object { json in
                    json.add("@type", "ListItem")
                    json.add("position", place.offset + 1)
                    json.add("name", place.element.name)
                    json.add("item", edition.address(place.element.route))
                }
            }
        }
    }
}

extension SchemaMarkup: Sendable where Reader: Sendable {}
