import Mustache
import Newsroom

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

extension PageScope {
    /// A date for readers, where it is known.
    func view(_ date: Located<CalendarDate>?) -> DateView? { date.map { DateView($0.value, words) } }

    /// A date or a span for readers, where it is known.
    func view(_ span: Located<DateSpan>?) -> DateView? { span.map { DateView($0.value, words) } }
}
