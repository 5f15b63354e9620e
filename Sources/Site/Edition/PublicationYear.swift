import Newsroom

/// A year in which verdicts were published.
package struct PublicationYear: Sendable {
    /// The year.
    package let period: CalendarDate
    /// Its months that have verdicts, newest first.
    package let months: [CalendarDate]

    /// The years among some years and months, newest first.
    static func years(of periods: some Sequence<CalendarDate>) -> [PublicationYear] {
        Dictionary(grouping: periods, by: \.year).values
            .compactMap { periods in
                guard let year = periods.first(where: { $0.month == nil }) else { return nil }
                return PublicationYear(period: year, months: periods.filter { $0.month != nil }.sorted(by: >))
            }
            .sorted { $0.period > $1.period }
    }
}
