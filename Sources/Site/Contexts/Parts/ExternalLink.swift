import Addresses
import Mustache
import Newsroom

/// A link that leaves the site.
struct ExternalLink: TemplateView {
    /// The address as typed.
    let text: String
    /// The address, if it is one that a page may link to.
    let address: String?
    /// Where it goes.
    let host: String

    init(_ typed: String) {
        text = typed
        address = WebAddress.linkable(typed)
        host = address.flatMap(WebAddress.init)?.site ?? typed
    }

    static let fields: TemplateFields<Self> = [
        "text": { .text($0.text) },
        "address": { .text($0.address) },
        "host": { .text($0.host) },
    ]
}
