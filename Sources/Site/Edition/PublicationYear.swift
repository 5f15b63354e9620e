import Newsroom

/// A year with published verdicts.
package struct PublicationYear: Sendable {
    /// The year, as a date without month and day.
    package let period: CalendarDate
    /// The months of the year with published verdicts, newest first.
    package let months: [CalendarDate]

    /// The years in a list of years and months, newest first, each with its months.
    static func years(of periods: some Sequence<CalendarDate>) -> [PublicationYear] {
        Dictionary(grouping: periods, by: \.year).values
            .compactMap { periods in
                guard let year = periods.first(where: { $0.month == nil }) else { return nil }
                return PublicationYear(period: year, months: periods.filter { $0.month != nil }.sorted(by: >))
            }
            .sorted { $0.period > $1.period }
    }
}
