import Newsroom
import Testing

struct DateTests {
    @Test(
        "Only dates that the calendar has",
        arguments: [
            ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
            ("2018-04-31", false),
            ("2018-00-01", false), ("2018-1-1", false), ("2018", true), ("2018-07", true),
            ("18-07-16", false), ("2018-07-16-01", false),
            ("", false), ("0000", false), ("9999-12-31", true), ("+018-07", false), ("２０１８", false),
        ]
    )
    func calendar(text: String, isDate: Bool) {
        #expect((CalendarDate(text) != nil) == isDate)
        if isDate { #expect(CalendarDate(text)?.description == text) }
    }

    @Test(
        "Days since the epoch",
        arguments: [(0, "1970-01-01"), (-1, "1969-12-31"), (11_016, "2000-02-29"), (20_778, "2026-11-21")]
    )
    func epoch(days: Int, expected: String) {
        #expect(CalendarDate(daysSinceEpoch: days)?.description == expected)
    }

    @Test("Orders by the first day; the more exact first")
    func order() throws {
        let dates = try ["2018-07-16", "2018", "2018-01-01", "2017-12", "2018-07"].map {
            try #require(CalendarDate($0))
        }
        #expect(
            dates.sorted().map(\.description) == ["2017-12", "2018-01-01", "2018", "2018-07", "2018-07-16"]
        )
    }

    @Test(
        "A span ends after it starts",
        arguments: [
            ("2018-07-16/2018-07-22", true), ("2018-07-22/2018-07-16", false),
            ("2018-07-16/2018-07-16", false), ("2018-07/2018-08", true), ("2018-07-16/", false),
            ("a/b", false), ("2018/2019/2020", false),
        ]
    )
    func spans(text: String, isSpan: Bool) {
        #expect((DateSpan(text) != nil) == isSpan)
    }
}
