import Diagnostics
import Markdown
import Newsroom

extension JSONValue {
    /// A judged text's document with the present ids of all that it names; it was written with the first ones.
    /// - Parameter names: what was renamed.
    func named(by names: FormerIDs) -> JSONValue {
        names.isEmpty ? self : CurrentNames(names, in: self).value(self, in: "")
    }
}

/// The walk through a judged text's document that finds ids, by the names of lists and members.
private struct CurrentNames {
    private let names: FormerIDs
    private let sources: Set<String>
    private let articles: Set<String>

    init(_ names: FormerIDs, in document: JSONValue) {
        self.names = names
        func ids(_ list: String) -> Set<String> {
            Set((document["documents"]?[list]?.elements ?? []).compactMap { $0["id"]?.string })
        }
        sources = ids("sources")
        articles = ids("articles")
    }

    /// What the members of lists and groups name: a group's own id, and others'.
    private static let spaces: [String: [String: IDSpace]] = [
        "claim": [
            "id": .record(.claim), "claimants": .record(.profile), "topics": .topic,
            "related": .record(.claim),
        ],
        "appearances": ["article": .record(.article), "by": .record(.profile)],
        "shown-in": ["media": .record(.medium), "by": .record(.profile)],
        "timeline": ["sources": .record(.source)],
        "verdict": ["ruling": .ruling, "authors": .record(.profile)],
        "evidence": [
            "source": .record(.source), "article": .record(.article), "media": .record(.medium),
        ],
        "parts": ["ruling": .ruling],
        "replies": ["from": .record(.profile)],
        "articles": [
            "id": .record(.article), "publisher": .record(.profile), "authors": .record(.profile),
            "source": .record(.source),
        ],
        "sources": ["id": .record(.source), "read-in": .record(.source), "derived-from": .record(.source)],
        "profiles": ["id": .record(.profile)],
        "rulings": ["id": .ruling],
        "media": ["id": .record(.medium), "original": .record(.medium), "mark": .ruling],
    ]

    /// The members that hold Markdown.
    private static let texts: [String: Set<String>] = [
        "claim": ["context"], "verdict": ["reasoning"], "sources": ["note"], "media": ["words"],
    ]

    /// A value with its ids replaced.
    /// - Parameter group: the name of the list or member that it is in.
    func value(_ value: JSONValue, in group: String) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map { self.value($0, in: group) })
        case .object(let members): .object(members.map { .init($0.name, member($0, of: group)) })
        default: value
        }
    }

    private func member(_ member: JSONValue.Member, of group: String) -> JSONValue {
        if let space = Self.spaces[group]?[member.name] { return ids(member.value, space) }
        if Self.texts[group]?.contains(member.name) ?? false, let text = member.value.string {
            return .string(names.textWithCurrentIDs(text, cites: cited))
        }
        // Lists in a group, such as `evidence` in `verdict`, have names of their own.
        return value(member.value, in: member.name)
    }

    private func ids(_ value: JSONValue, _ space: IDSpace) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map { ids($0, space) })
        case .string(let id): .string(current(id, space))
        default: value
        }
    }

    private func current(_ id: String, _ space: IDSpace) -> String {
        // A lineage names an article behind the kind's word.
        let prefix = "article:"
        if id.hasPrefix(prefix) {
            return prefix + names.current(.record(.article), String(id.dropFirst(prefix.count)))
        }
        return names.current(space, id)
    }

    private func cited(_ id: String) -> RecordKind? {
        sources.contains(id) ? .source : articles.contains(id) ? .article : nil
    }
}
