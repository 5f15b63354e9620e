import Mustache
import Newsroom
import Synchronization

/// A date as people and machines read it.
struct DateView: TemplateView {
    /// In the words of the language.
    let text: String
    /// For the `datetime` attribute; nil for a span, which HTML has no form for.
    let machine: String?

    init(_ date: CalendarDate, _ words: Catalogue) {
        text = words.date(date)
        machine = date.description
    }

    init(_ span: DateSpan, _ words: Catalogue) {
        text = words.span(span)
        machine = span.end == nil ? span.start.description : nil
    }

    static let fields: TemplateFields<Self> = [
        "text": { .text($0.text) },
        "machine": { .text($0.machine) },
    ]
}

/// Dates that were written out already: a site has few days, and shows each on many pages.
final class DateCache: Sendable {
    private let views = Mutex<[CalendarDate: DateView]>([:])

    /// A date in the words of a site.
    func view(_ date: CalendarDate, _ words: Catalogue) -> DateView {
        if let view = views.withLock({ $0[date] }) { return view }
        let view = DateView(date, words)
        views.withLock { $0[date] = view }
        return view
    }
}

extension PageScope {
    /// A date for readers, where it is known.
    func view(_ date: Located<CalendarDate>?) -> DateView? { date.map { view($0.value) } }

    /// A date or a span for readers, where it is known.
    func view(_ span: Located<DateSpan>?) -> DateView? { span.map { view($0.value) } }

    /// A date or a span for readers.
    func view(_ span: DateSpan) -> DateView { span.end == nil ? view(span.start) : DateView(span, words) }

    private func view(_ date: CalendarDate) -> DateView { parts.dates.view(date, words) }
}
