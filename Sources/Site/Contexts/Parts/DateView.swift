import Mustache
import Newsroom
import Synchronization

/// A date or a span, for HTML's `time`.
struct DateView: TemplateView {
    /// The date in the language's form.
    let text: String
    /// The value of the `datetime` attribute; nil for a span, which HTML cannot express.
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

/// A cache of formatted dates. A site has few days and shows each on many pages.
final class DateCache: Sendable {
    private let views = Mutex<[CalendarDate: DateView]>([:])

    /// The view of a date, formatted at first use.
    func view(_ date: CalendarDate, _ words: Catalogue) -> DateView {
        if let view = views.withLock({ $0[date] }) { return view }
        let view = DateView(date, words)
        views.withLock { $0[date] = view }
        return view
    }
}

extension PageScope {
    /// The view of a date; nil for an unknown one.
    func view(_ date: Located<CalendarDate>?) -> DateView? { date.map { view($0.value) } }

    /// The view of a date or span; nil for an unknown one.
    func view(_ span: Located<DateSpan>?) -> DateView? { span.map { view($0.value) } }

    /// The view of a date or span.
    func view(_ span: DateSpan) -> DateView { span.end == nil ? view(span.start) : DateView(span, words) }

    private func view(_ date: CalendarDate) -> DateView { parts.dates.view(date, words) }
}
