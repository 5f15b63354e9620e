import Mustache
import Newsroom

/// Text with a link, or text alone if there is no address.
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
    /// A link to a profile; the bare id if there is no such profile.
    func profileLink(_ id: String) -> Hyperlink {
        // Journals name people by their first id.
        let id = formerIDs.current(.record(.profile), id)
        guard let profile = profile(id) else { return Hyperlink(id, to: nil) }
        return Hyperlink(profile.name.value, to: links.to(.profile(id)))
    }

    /// Links to profiles.
    func profileLinks(_ ids: [Located<String>]) -> [Hyperlink] { ids.map { profileLink($0.value) } }

    /// The claimants in words, such as "Vladimir Putin’s claim".
    /// - Parameter isReported: whether an article only reports the claim, for which the catalogue has other words.
    func claimants(of claim: Claim, isReported: Bool = false) -> String {
        let names = profileLinks(claim.claimants).map(\.text)
        let form = names.count > 1 ? "article.claim-of-several" : "article.claim-of"
        return words.text(
            isReported ? "article.reported-claim" : form,
            ["name": names.joined(separator: words["list.and"])]
        )
    }

    /// A link to an article; the bare id if there is no such article.
    func articleLink(_ id: String) -> Hyperlink {
        guard let article = article(id) else { return Hyperlink(id, to: nil) }
        return Hyperlink(article.title.value, to: links.to(.article(id)))
    }

    /// A link to a source; the bare id if there is no such source.
    func sourceLink(_ id: String) -> Hyperlink {
        guard let source = source(id) else { return Hyperlink(id, to: nil) }
        return Hyperlink(source.title.value, to: links.to(.source(id)))
    }

    /// A link to a topic; the bare id if there is no such topic.
    func topicLink(_ id: String) -> Hyperlink {
        guard let topic = settings.topic(id) else { return Hyperlink(id, to: nil) }
        return Hyperlink(topic.name, to: links.to(.topic(id)))
    }

    /// A link to the source or article of a reference.
    func link(to reference: EvidenceReference) -> Hyperlink {
        switch reference {
        case .source(let id): sourceLink(id.value)
        case .article(let id): articleLink(id.value)
        case .medium(let id): mediumLink(id.value)
        }
    }
}
