/// One date, or the span between two: what is known of when something happened.
package struct DateSpan: Hashable, Sendable {
    /// The date, or the first of the span.
    package let start: CalendarDate
    /// The last of the span; nil for a single date.
    package let end: CalendarDate?

    /// Makes a span; nil when the end does not come after the start.
    package init?(start: CalendarDate, end: CalendarDate? = nil) {
        if let end, end.lastDay <= start.firstDay { return nil }
        self.start = start
        self.end = end
    }

    /// Makes a single date.
    package init(_ date: CalendarDate) {
        start = date
        end = nil
    }

    /// Reads a date, or two with a slash between them (ISO 8601 intervals); nil for anything else.
    package init?(_ text: String) {
        if let date = CalendarDate(text) {
            self.init(date)
            return
        }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard (1...2).contains(parts.count), let start = CalendarDate(parts[0]) else { return nil }
        if parts.count == 1 {
            self.init(start)
        } else if let end = CalendarDate(parts[1]) {
            self.init(start: start, end: end)
        } else {
            return nil
        }
    }

    /// The first day that the span can mean.
    package var firstDay: CalendarDate { start.firstDay }
    /// The last day that the span can mean.
    package var lastDay: CalendarDate { (end ?? start).lastDay }
}

extension DateSpan: CustomStringConvertible {
    /// As it is written in a file.
    package var description: String { end.map { "\(start)/\($0)" } ?? "\(start)" }
}

extension DateSpan: Comparable {
    /// Orders by start, then by end.
    package static func < (left: DateSpan, right: DateSpan) -> Bool {
        (left.start, left.lastDay) < (right.start, right.lastDay)
    }
}
