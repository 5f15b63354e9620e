import Mustache
import Newsroom

/// A link that leaves the site.
struct ExternalLink: TemplateShowable {
    /// The address as typed.
    let text: String
    /// The address, if it is one that a page may link to.
    let address: String?
    /// Where it goes.
    let host: String

    init(_ typed: String) {
        text = typed
        address = WebAddress.checked(typed)
        host = address.map(WebAddress.host) ?? typed
    }

    var templateRecord: TemplateRecord {
        ["text": .text(text), "address": .text(address), "host": .text(host)]
    }
}
