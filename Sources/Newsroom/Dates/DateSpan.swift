/// A date, or a span between two dates.
package struct DateSpan: Hashable, Sendable {
    /// The date, or the span's first.
    package let start: CalendarDate
    /// The span's last date; nil for a single date.
    package let end: CalendarDate?

    /// Makes a span; nil unless the end is later than the start.
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

    /// Reads a date, or two with a slash between them (ISO 8601 interval); nil for anything else.
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

    /// The first day of the span.
    package var firstDay: CalendarDate { start.firstDay }
    /// The last day of the span.
    package var lastDay: CalendarDate { (end ?? start).lastDay }
}

extension DateSpan: CustomStringConvertible {
    /// The form in files: `2018-07`, or `2018-07/2018-09`.
    package var description: String { end.map { "\(start)/\($0)" } ?? "\(start)" }
}

extension DateSpan: Comparable {
    /// Orders by start, then by end.
    package static func < (left: DateSpan, right: DateSpan) -> Bool {
        (left.start, left.lastDay) < (right.start, right.lastDay)
    }
}
