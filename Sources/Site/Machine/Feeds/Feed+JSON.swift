import Diagnostics

extension Feed {
    /// The feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/).
    func json() -> JSONValue {
        .object([
            "version": "https://jsonfeed.org/version/1.1",
            "title": .string(title),
            "home_page_url": .string(page),
            "feed_url": .string(route(.json).canonicalAddress(site: siteAddress)),
            "description": .optional(subtitle),
            "language": .string(language),
            "authors": publisher.map { .array([json($0)]) },
            "items": .array(entries.map(json)),
        ])
    }

    private func json(_ entry: Entry) -> JSONValue {
        .object([
            "id": .string(entry.id),
            "url": .string(entry.address),
            "title": .string(entry.title),
            "content_html": .string(Self.html(of: entry)),
            "summary": .string(entry.summary),
            "date_published": .string(Self.time(entry.published)),
            "date_modified": .string(Self.time(entry.updated)),
            "authors": .array(unlessEmpty: entry.authors.map(json)),
            "tags": .array(unlessEmpty: entry.topics.map { .string($0.name) }),
            "language": .string(language),
            // Extensions begin with an underscore. Programs get the ruling without reading HTML.
            "_claim_review": .object([
                "about": .string(Route.claimReviews.canonicalAddress(site: siteAddress)),
                "claim": .string(entry.statement),
                "claimants": .array(entry.claimants.map(JSONValue.string)),
                "ruling": .optional(entry.ruling?.id),
                "ruling_label": .optional(entry.ruling?.label),
                "ruling_number": entry.ruling?.number.map(JSONValue.integer),
            ]),
            "_notice": entry.notice.map { notice in
                .object([
                    "kind": .string(notice.kind), "text": .string(notice.text),
                    "earlier_ruling": .optional(notice.earlier?.ruling),
                    "earlier_digest": .optional(notice.earlier?.digest.hexadecimal),
                ])
            },
        ])
    }

    private func json(_ author: Author) -> JSONValue {
        .object(["name": .string(author.name), "url": .string(author.address)])
    }
}
