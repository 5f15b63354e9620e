import Mustache
import Newsroom

/// An entry of a claim's timeline: an appearance of the claim, or an event.
struct TimelineView: TemplateView {
    /// The date; nil if unknown. Undated entries come last.
    let date: DateView?
    let event: EventView?
    let appearance: AppearanceView?

    /// The appearances and events of a claim, in the order of their dates.
    ///
    /// A month without a day, such as "July 2018", comes after all days of that month. An article from some day in July may
    /// report an event of the 16th and must not stand before it.
    static func entries(of claim: Claim, in scope: PageScope) -> [TimelineView] {
        let appearances = claim.appearances.indices.map { index in
            (date: (claim.appearances[index].date ?? claim.stated)?.value, entry: Entry.appearance(index))
        }
        let events = claim.timeline.indices.map { index in
            (date: claim.timeline[index].date.value as DateSpan?, entry: Entry.event(index))
        }
        // Swift's sort is stable, so equal dates keep the order of the file.
        return (appearances + events).sorted { left, right in
            switch (left.date, right.date) {
            case (.some(let first), .some(let second)):
                // The last day of a month comes before the month itself.
                (first.start.lastDay, second.start.firstDay, first.lastDay)
                    < (second.start.lastDay, first.start.firstDay, second.lastDay)
            case (.some, nil): true
            case (nil, _): false
            }
        }.map { date, entry in
            let date = date.map { scope.view($0) }
            switch entry {
            case .appearance(let index):
                let view = AppearanceView(claim.appearances[index], in: scope)
                return TimelineView(date: date, event: nil, appearance: view)
            case .event(let index):
                let view = EventView(claim.timeline[index], in: scope)
                return TimelineView(date: date, event: view, appearance: nil)
            }
        }
    }

    /// The index of an appearance or an event in the claim.
    private enum Entry {
        case appearance(Int)
        case event(Int)
    }

    static let fields: TemplateFields<Self> = [
        "date": { .record($0.date) },
        "event": { .record($0.event) },
        "appearance": { .record($0.appearance) },
    ]
}

/// An event in a claim's timeline.
struct EventView: TemplateView {
    let text: String
    let sources: [Hyperlink]

    init(_ event: TimelineEvent, in scope: PageScope) {
        text = event.text.value
        sources = event.sources.map { scope.sourceLink($0.value) }
    }

    static let fields: TemplateFields<Self> = [
        "text": { .text($0.text) },
        "sources": { .list($0.sources) },
        "sourced": { .bool(!$0.sources.isEmpty) },
    ]
}
