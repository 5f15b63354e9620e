import Mustache
import Newsroom

/// Words that lead somewhere, or words alone where there is nothing to lead to.
struct Hyperlink: TemplateView {
    let text: String
    let address: String?

    init(_ text: String, to address: String?) {
        self.text = text
        self.address = address
    }

    static let fields: TemplateFields<Self> = [
        "text": { .text($0.text) },
        "address": { .text($0.address) },
    ]
}

extension PageScope {
    /// A profile by id; an id that leads to none is shown as it is.
    func profileLink(_ id: String) -> Hyperlink {
        guard let profile = profile(id) else { return Hyperlink(id, to: nil) }
        return Hyperlink(profile.name.value, to: links.to(.profile(id)))
    }

    /// Profiles by id.
    func profileLinks(_ ids: [Located<String>]) -> [Hyperlink] { ids.map { profileLink($0.value) } }

    /// Whose claim it is: "Vladimir Putin’s claim", or what is said of one that is only reported.
    func claimants(of claim: Claim, isReported: Bool = false) -> String {
        let names = profileLinks(claim.claimants).map(\.text)
        let form = names.count > 1 ? "article.claim-of-several" : "article.claim-of"
        return words.text(
            isReported ? "article.reported-claim" : form,
            ["name": names.joined(separator: words["list.and"])]
        )
    }

    /// An article by id.
    func articleLink(_ id: String) -> Hyperlink {
        guard let article = article(id) else { return Hyperlink(id, to: nil) }
        return Hyperlink(article.title.value, to: links.to(.article(id)))
    }

    /// A source by id.
    func sourceLink(_ id: String) -> Hyperlink {
        guard let source = source(id) else { return Hyperlink(id, to: nil) }
        return Hyperlink(source.title.value, to: links.to(.source(id)))
    }

    /// A topic by id.
    func topicLink(_ id: String) -> Hyperlink {
        guard let topic = settings.topic(id) else { return Hyperlink(id, to: nil) }
        return Hyperlink(topic.name, to: links.to(.topic(id)))
    }

    /// What a lineage points to.
    func link(to reference: EvidenceReference) -> Hyperlink {
        switch reference {
        case .source(let id): sourceLink(id.value)
        case .article(let id): articleLink(id.value)
        }
    }
}
