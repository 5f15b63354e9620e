import Addresses
import Newsroom

/// A person, source or article that readers search by name.
package struct SearchName: Sendable, Hashable {
    /// The kind of a named record.
    package enum Kind: String, Sendable, CaseIterable {
        case person, source, article
    }

    /// The path of its page from the site's root, percent-encoded.
    package let address: String
    /// The name or title.
    package let name: String
    /// The record's kind.
    package let kind: Kind

    /// Makes a name.
    package init(address: String, name: String, kind: Kind) {
        self.address = address
        self.name = name
        self.kind = kind
    }

    /// The published people, organisations, sources and articles of an edition.
    static func all(of edition: Edition) -> [SearchName] {
        let published = edition.includesDrafts ? edition.withoutDrafts : edition
        let links = edition.records.settings.links
        func name(_ kind: Kind, _ name: String, _ route: Route) -> SearchName {
            SearchName(address: route.path(in: links), name: name, kind: kind)
        }
        return published.profiles.map { name(.person, $0.name.value, .profile($0.id)) }
            + published.sources.map { name(.source, $0.title.value, .source($0.id)) }
            + published.articles.map { name(.article, $0.title.value, .article($0.id)) }
    }

    /// The name as a document for the index, with all other fields empty.
    var document: SearchDocument {
        let none = SearchDocument.Choice(id: "", name: "")
        return SearchDocument(
            address: address,
            statement: name,
            title: "",
            summary: "",
            claimants: [],
            ruling: none,
            tone: "",
            topics: [],
            published: "",
            publishedText: ""
        )
    }
}
