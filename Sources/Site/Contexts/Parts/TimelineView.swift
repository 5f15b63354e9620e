import Mustache
import Newsroom

/// One entry of a claim's history: an occasion on which it was made, or something else that happened.
struct TimelineView: TemplateView {
    /// Nil when it is not known; such entries come last.
    let date: DateView?
    let event: EventView?
    let appearance: AppearanceView?

    /// The appearances and the events of a claim, in the order of their dates.
    ///
    /// "July 2018" comes after all days of that month: an article of which no more is known than that it reported
    /// what happened on the 16th must not stand before it.
    static func entries(of claim: Claim, in scope: PageScope) -> [TimelineView] {
        let appearances = claim.appearances.indices.map { index in
            (date: (claim.appearances[index].date ?? claim.stated)?.value, entry: Entry.appearance(index))
        }
        let events = claim.timeline.indices.map { index in
            (date: claim.timeline[index].date.value as DateSpan?, entry: Entry.event(index))
        }
        // Swift's sort keeps the order of equal elements.
        return (appearances + events).sorted { left, right in
            switch (left.date, right.date) {
            case (.some(let first), .some(let second)):
                // Of a month and its last day, the day comes first.
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

    /// What is shown, by its place in the claim.
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

/// Something dated in a claim's history.
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
