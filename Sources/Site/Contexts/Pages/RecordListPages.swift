import Addresses
import Mustache
import Newsroom

/// A page of the list of all articles, sources or profiles.
struct RecordListPage<Entry: TemplateShowable & Sendable>: PageContent {
    let title: String
    let description: String
    /// The entries of the page, in their groups.
    let groups: [RecordGroup<Entry>]
    /// Links to all groups, with the number of their records; empty for fewer than two.
    let contents: [GroupLink]
    let pagination: PaginationView

    /// Makes the page of a list without groups.
    init<Element: Record>(
        _ records: ListedRecords<Element>,
        _ list: RecordList,
        number: Int,
        in scope: PageScope,
        entry: (Element) -> Entry
    ) {
        self.init(records, list, number: number, in: scope, groups: [], groupOf: { _ in "" }, entry: entry)
    }

    /// Makes the page of a list in groups.
    /// - Parameters:
    ///   - groups: the groups of all records, in the order of the list: the id of each, its name, and the number of its records.
    ///   - groupOf: the id of a record's group.
    init<Element: Record>(
        _ records: ListedRecords<Element>,
        _ list: RecordList,
        number: Int,
        in scope: PageScope,
        groups: [(id: String, name: String, count: Int)],
        groupOf: (Element) -> String,
        entry: (Element) -> Entry
    ) {
        title = scope.words["\(list.rawValue).title"]
        description = scope.words["\(list.rawValue).introduction"]
        let names = Dictionary(groups.map { ($0.id, $0.name) }) { first, _ in first }
        var shown: [(id: String, entries: [Entry])] = []
        for record in records.entries {
            let group = groupOf(record)
            if shown.last?.id == group {
                shown[shown.count - 1].entries.append(entry(record))
            } else {
                shown.append((group, [entry(record)]))
            }
        }
        self.groups = shown.map { RecordGroup(id: $0.id, name: names[$0.id], entries: $0.entries) }
        var before = 0
        let links = groups.filter { $0.count > 0 }.map { group in
            let page = before / Pagination.pageSize + 1
            before += group.count
            let address = scope.links.to(.list(list, page: page), fragment: group.id)
            return GroupLink(link: Hyperlink(group.name, to: address), count: scope.words.number(group.count))
        }
        contents = links.count < 2 ? [] : links
        pagination = PaginationView(number: number, entryCount: records.total, in: scope) {
            .list(list, page: $0)
        }
    }

    var templateRecord: TemplateRecord {
        [
            "title": .text(title), "introduction": .text(description), "groups": .list(groups),
            "contents": .section(contents), "pagination": .record(pagination),
        ]
    }
}

/// A group of a list.
struct RecordGroup<Entry: TemplateShowable & Sendable>: TemplateShowable {
    let id: String
    /// The name; nil in a list without groups.
    let name: String?
    let entries: [Entry]

    var templateRecord: TemplateRecord {
        ["id": .text(id), "name": .text(name), "entries": .list(entries)]
    }
}

/// A link to a group of a list.
struct GroupLink: TemplateView {
    let link: Hyperlink
    let count: String

    static let fields: TemplateFields<Self> = [
        "text": { .text($0.link.text) },
        "address": { .text($0.link.address) },
        "count": { .text($0.count) },
    ]
}

/// A profile in a list.
struct ProfileCard: TemplateView {
    let person: PersonView
    let kind: String
    let description: String?
    /// The number of rated claims, in words; nil for none.
    let claims: String?

    init(_ profile: Profile, in scope: PageScope) {
        person = PersonView(profile.id, in: scope)
        kind = scope.words["profile-kind.\(profile.profileKind.rawValue)"]
        description = profile.description
        let count = scope.claims(by: profile).count
        claims = count == 0 ? nil : scope.words.count(count, "claim-count")
    }

    static let fields: TemplateFields<Self> = [
        "name": { .record($0.person) },
        "kind": { .text($0.kind) },
        "description": { .text($0.description) },
        "claims": { .text($0.claims) },
    ]
}

/// A source in the list of sources, with the number of rulings that use it.
struct ListedSource: TemplateShowable {
    let source: Shared<SourceView>
    let uses: String?

    init(_ source: Source, in scope: PageScope) {
        self.source = scope.view(source)
        let count = scope.claims(using: source).count
        uses = count == 0 ? nil : scope.words.count(count, "claim-count")
    }

    var templateRecord: TemplateRecord { source.templateRecord.merging(["uses": .text(uses)]) }
}

/// An article in the list of articles, with the number of its rated claims.
struct ListedArticle: TemplateShowable {
    let article: ArticleView
    let claims: String?

    init(_ article: Article, in scope: PageScope) {
        self.article = ArticleView(article, in: scope)
        let count = scope.ranked(scope.claims(in: article)).count
        claims = count == 0 ? nil : scope.words.count(count, "claim-count")
    }

    var templateRecord: TemplateRecord { article.templateRecord.merging(["claims": .text(claims)]) }
}
