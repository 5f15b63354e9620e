import Mustache
import Newsroom

/// The suggested citation of a claim's page, and the link to report an error.
struct PageCitation: TemplateView {
    /// The citation's text before and after the address: authors, title, site, day.
    struct Words: TemplateView {
        let before: String
        let address: String
        let after: String

        static let fields: TemplateFields<Self> = [
            "before": { .text($0.before) },
            "address": { .text($0.address) },
            "after": { .text($0.after) },
        ]
    }

    /// The citation; nil for a draft, which nobody should cite.
    let text: Words?
    /// The link to report an error; nil without a contact or corrections page.
    let report: Hyperlink?

    init(_ rated: RatedClaim, in scope: PageScope) {
        report = scope.reportLink
        text = rated.publication.published.map { published in
            let address = scope.address(.claim(rated.claim.id))
            let words = scope.words.text(
                "claim.citation",
                around: "address",
                [
                    "authors": rated.verdict.authors.map { scope.profileLink($0.value).text }
                        .joined(separator: scope.words["list.and"]),
                    "title": rated.verdict.title.value, "site": scope.settings.name,
                    "date": scope.words.date(published.value),
                ]
            )
            return Words(before: words?.before ?? "", address: address, after: words?.after ?? "")
        }
    }

    static let fields: TemplateFields<Self> = [
        "text": { .record($0.text) },
        "report": { .record($0.report) },
    ]
}

extension PageScope {
    /// The link to report an error: to the contact page, or else to the corrections page.
    var reportLink: Hyperlink? {
        (page(.contact) ?? page(.corrections)).map {
            Hyperlink(words["site.report"], to: links.to(.page($0.id)))
        }
    }
}
