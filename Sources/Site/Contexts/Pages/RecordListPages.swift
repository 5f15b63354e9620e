import Addresses
import Mustache
import Newsroom

/// A page of the list of all articles, sources or profiles.
struct RecordListPage<Entry: TemplateShowable & Sendable>: PageContent {
    let title: String
    let description: String
    let entries: [Entry]
    let pagination: PaginationView

    init<Element: Record>(
        _ records: ListedRecords<Element>,
        _ list: RecordList,
        number: Int,
        in scope: PageScope,
        entry: (Element) -> Entry
    ) {
        title = scope.words["\(list.rawValue).title"]
        description = scope.words["\(list.rawValue).introduction"]
        entries = records.entries.map(entry)
        pagination = PaginationView(number: number, entryCount: records.total, in: scope) {
            .list(list, page: $0)
        }
    }

    var templateRecord: TemplateRecord {
        [
            "title": .text(title), "introduction": .text(description), "entries": .list(entries),
            "pagination": .record(pagination),
        ]
    }
}

/// A profile in a list.
struct ProfileCard: TemplateView {
    let name: Hyperlink
    let kind: String
    let description: String?
    /// The number of rated claims, in words; nil for none.
    let claims: String?

    init(_ profile: Profile, in scope: PageScope) {
        name = scope.profileLink(profile.id)
        kind = scope.words["profile-kind.\(profile.profileKind.rawValue)"]
        description = profile.description
        let count = scope.claims(by: profile).count
        claims = count == 0 ? nil : scope.words.count(count, "claim-count")
    }

    static let fields: TemplateFields<Self> = [
        "name": { .record($0.name) },
        "kind": { .text($0.kind) },
        "description": { .text($0.description) },
        "claims": { .text($0.claims) },
    ]
}
