import Mustache
import Newsroom

/// How others cite a claim's page, and how they say that it is wrong.
struct PageCitation: TemplateView {
    /// Authors, title, site, day, address; nil for a draft, which nobody should cite.
    let text: String?
    /// Where readers report an error; nil when the newsroom has no such page.
    let report: Hyperlink?

    init(_ rated: RatedClaim, in scope: PageScope) {
        report = scope.reportLink
        text = rated.verdict.published.map { published in
            scope.words.text(
                "claim.citation",
                [
                    "authors": rated.verdict.authors.map { scope.profileLink($0.value).text }
                        .joined(separator: scope.words["list.and"]),
                    "title": rated.verdict.title.value, "site": scope.settings.name,
                    "date": scope.words.date(published.value),
                    "address": scope.edition.address(.claim(rated.claim.id)),
                ]
            )
        }
    }

    static let fields: TemplateFields<Self> = [
        "text": { .text($0.text) },
        "report": { .record($0.report) },
    ]
}

extension PageScope {
    /// Where readers report an error: the page to reach us, or else the one about corrections.
    var reportLink: Hyperlink? {
        note(.all(.page))
        let page = edition.page(.contact) ?? edition.page(.corrections)
        note(page)
        return page.map { Hyperlink(words["site.report"], to: links.to(.page($0.id))) }
    }
}
