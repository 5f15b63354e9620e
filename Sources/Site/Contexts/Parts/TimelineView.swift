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
        let appearances = claim.appearances.map { appearance in
            let date = (appearance.date ?? claim.stated)?.value
            return (date, TimelineView(date, scope, appearance: AppearanceView(appearance, in: scope)))
        }
        let events = claim.timeline.map { event in
            (
                event.date.value as DateSpan?,
                TimelineView(event.date.value, scope, event: EventView(event, in: scope))
            )
        }
        // Swift's sort keeps the order of equal elements.
        return (appearances + events).sorted { left, right in
            switch (left.0, right.0) {
            case (.some(let first), .some(let second)):
                // Of a month and its last day, the day comes first.
                (first.start.lastDay, second.start.firstDay, first.lastDay)
                    < (second.start.lastDay, first.start.firstDay, second.lastDay)
            case (.some, nil): true
            case (nil, _): false
            }
        }.map(\.1)
    }

    private init(
        _ date: DateSpan?,
        _ scope: PageScope,
        event: EventView? = nil,
        appearance: AppearanceView? = nil
    ) {
        self.date = date.map { DateView($0, scope.words) }
        self.event = event
        self.appearance = appearance
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
