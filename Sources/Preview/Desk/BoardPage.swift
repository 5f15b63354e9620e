import Addresses
import Diagnostics
import Encodings
import Mustache
import Newsroom
import Site

/// The board's page.
struct BoardPage {
    let newsroom: Newsroom
    let today: CalendarDate
    let cards: [BoardCard]
    /// The address of the desk, whose pages of claims the board names; nil for readers' pages.
    var base: String? = nil

    /// The number of cards that a column shows unfolded, and the most that it shows at all.
    private static let openCards = 8
    private static let foldedCards = 200

    private static let templates = TemplateLibrary([
        "desk": SourceFile(path: "desk.html", bytes: PackageResources.desk_html),
        "desk-card": SourceFile(path: "desk-card.html", bytes: PackageResources.desk_card_html),
    ])

    /// The findings about the board's own templates. A test holds them at none.
    static var diagnostics: [Diagnostic] { templates.diagnostics }

    /// The page's HTML, and the findings of rendering it.
    var rendered: (html: [UInt8], diagnostics: [Diagnostic]) {
        var html: [UInt8] = []
        let diagnostics = Self.templates.render("desk", templateRecord, into: &html)
        return (html, diagnostics)
    }

    private var templateRecord: TemplateRecord {
        let byColumn = Dictionary(grouping: cards.sorted(), by: \.column)
        let columns = BoardColumn.allCases.map { column in
            TemplateValue.record(record(column, byColumn[column] ?? []))
        }
        let overdue = cards.count(where: \.isOverdue)
        let blocked = cards.count { $0.column.isOpen && !$0.blockers.isEmpty }
        return [
            "site": .text(newsroom.settings.name),
            "today": .text(today.description),
            "claims": .text(count(cards.count, "claim")),
            "overdue": overdue > 0 ? .text("\(overdue) overdue") : .null,
            "blocked": blocked > 0 ? .text("\(blocked) blocked") : .null,
            "columns": .list(columns),
            "people": people,
            "root": .text(base == nil ? "../" : "/"),
            "work": base.map(TemplateValue.text) ?? .null,
        ]
    }

    private func record(_ column: BoardColumn, _ cards: [BoardCard]) -> TemplateRecord {
        let folded = cards.dropFirst(Self.openCards).prefix(Self.foldedCards)
        let hidden = cards.count - Self.openCards - folded.count
        return [
            "id": .text(column.rawValue), "title": .text(column.title), "count": .text("\(cards.count)"),
            "empty": .bool(cards.isEmpty),
            "cards": .list(cards.prefix(Self.openCards).map { .record(record($0)) }),
            "folded": folded.isEmpty
                ? .null
                : .record([
                    "count": .text("\(folded.count) more"),
                    "cards": .list(folded.map { .record(record($0)) }),
                    "hidden": hidden > 0
                        ? .text("and \(hidden) more, which this page leaves out") : .null,
                ]),
        ]
    }

    private func record(_ card: BoardCard) -> TemplateRecord {
        let people = card.people.map(name)
        return [
            "id": .text(card.id), "title": .text(card.title), "address": .text(address(of: card)),
            "people": people.isEmpty ? .null : .text(people.joined(separator: ", ")),
            "since": card.since.map { .text($0.description) } ?? .null,
            "days": card.since.flatMap(days).map(TemplateValue.text) ?? .null,
            "overdue": .bool(card.isOverdue),
            "blockers": card.blockers.isEmpty
                ? .null : .record(["entries": .list(card.blockers.map { .record(["text": .text($0)]) })]),
        ]
    }

    /// Everyone who has open claims, those with overdue ones first.
    private var people: TemplateValue {
        var byPerson: [String: [BoardCard]] = [:]
        for card in cards where card.column.isOpen {
            for person in Set(card.people) { byPerson[person, default: []].append(card) }
        }
        let sorted = byPerson.map { (person: $0.key, cards: $0.value.sorted()) }.sorted { left, right in
            let overdue = (left.cards.count(where: \.isOverdue), right.cards.count(where: \.isOverdue))
            return overdue.0 != overdue.1
                ? overdue.0 > overdue.1
                : (right.cards.count, name(left.person), left.person)
                    < (left.cards.count, name(right.person), right.person)
        }
        guard !sorted.isEmpty else { return .null }
        return .record([
            "entries": .list(
                sorted.map { person, cards in
                    .record([
                        "name": .text(name(person)), "count": .text("\(cards.count)"),
                        "overdue": .text("\(cards.count(where: \.isOverdue))"),
                        "cards": .list(
                            cards.prefix(Self.openCards).map { card in
                                .record([
                                    "title": .text(card.title), "address": .text(address(of: card)),
                                    "column": .text(card.column.title.lowercased()),
                                    "overdue": .bool(card.isOverdue),
                                ])
                            }
                        ),
                    ])
                }
            )
        ])
    }

    private func address(of card: BoardCard) -> String {
        base.map { "\($0)claims/\(PercentEncoding.component(card.id))/" }
            ?? "../" + Route.claim(card.id).canonicalPath
    }

    private func name(_ profile: String) -> String { newsroom.profiles[profile]?.name.value ?? profile }

    private func days(since day: CalendarDate) -> String? {
        guard let days = today.days(since: day), days >= 0 else { return nil }
        return days == 0 ? "today" : count(days, "day")
    }

    private func count(_ number: Int, _ word: String) -> String {
        "\(number) \(word)\(number == 1 ? "" : "s")"
    }
}
