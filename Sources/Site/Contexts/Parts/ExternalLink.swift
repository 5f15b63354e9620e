import Addresses
import Mustache
import Newsroom

/// A link to another site.
struct ExternalLink: TemplateView {
    /// The address as it was typed.
    let text: String
    /// The checked address; nil if a page must not link to it.
    let address: String?
    /// The address's host; the typed text if the address is not checked.
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
