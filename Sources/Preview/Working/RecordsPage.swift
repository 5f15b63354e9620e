import Encodings
import Mustache
import Newsroom

extension WritingDesk {
    /// The list of all records, or of those that a word finds.
    func recordsPage(_ query: SentForm, in scene: DeskScene) -> HTTPResponse {
        let words = query["q"].lowercased().split(separator: " ").map(String.init)
        let kinds = RecordKind.allCases.compactMap { kind -> TemplateValue? in
            let found = scene.newsroom.ids(of: kind).sorted().compactMap {
                id -> (title: String, path: String)? in
                guard let record = scene.newsroom.record(RecordKey(kind, id)) else { return nil }
                let title = record.titleAtDesk
                let text = "\(id) \(title)".lowercased()
                return words.allSatisfy(text.contains) ? (title, record.file.path) : nil
            }
            guard !found.isEmpty else { return nil }
            return .record([
                "kind": .text(kind.rawValue), "count": .text("\(found.count)"),
                "entries": .list(
                    found.prefix(Self.listedRecords).map { entry in
                        .record([
                            "title": .text(entry.title), "path": .text(entry.path),
                            "address": .text(
                                "\(scene.base)edit/?path=\(PercentEncoding.component(entry.path))"
                            ),
                        ])
                    }
                ),
                "hidden": found.count > Self.listedRecords
                    ? .text("and \(found.count - Self.listedRecords) more; a word above finds them") : .null,
            ])
        }
        return scene.page(
            "desk-records",
            title: "Records",
            [
                "query": .text(query["q"]),
                "kinds": kinds.isEmpty ? .null : .record(["entries": .list(kinds)]),
                "address": .text("\(scene.base)records/"),
            ]
        )
    }

    /// The most records of a kind that the list shows.
    private static let listedRecords = 200
}

extension Record {
    /// What the desk calls a record: its title, or else the words that stand for it.
    var titleAtDesk: String {
        switch self {
        case let claim as Claim: claim.statement.value
        case let article as Article: article.title.value
        case let source as Source: source.title.value
        case let verdict as Verdict: verdict.title.value
        case let profile as Profile: profile.name.value
        case let page as StandingPage: page.title.value
        case let medium as Medium: medium.caption?.value ?? medium.fileName.value
        default: id
        }
    }
}
