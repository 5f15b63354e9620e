/// A simple scanner for our own HTML, whose form is regular: tags with unescaped attributes. Foreign parsers check
/// the same pages elsewhere.
struct HTMLScan {
    struct Tag: Equatable {
        let name: String
        let attributes: [String: String]
    }

    let tags: [Tag]

    init(_ html: String) {
        tags = html.matches(of: /<([a-z][a-z0-9]*)((?:\s+[A-Za-z-]+(?:="[^"]*")?)*)\s*\/?>/).map { match in
            var attributes: [String: String] = [:]
            for attribute in match.2.matches(of: /([A-Za-z-]+)(?:="([^"]*)")?/) {
                attributes[String(attribute.1)] = Self.unescaped(String(attribute.2 ?? ""))
            }
            return Tag(name: String(match.1), attributes: attributes)
        }
    }

    /// The values of an attribute, in the order of the page.
    func values(_ attribute: String) -> [String] { tags.compactMap { $0.attributes[attribute] } }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
            .reduce(text) { $0.replacing($1.0, with: $1.1) }
    }
}
