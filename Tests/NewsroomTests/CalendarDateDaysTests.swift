import Testing

@testable import Newsroom

struct CalendarDateDaysTests {
    @Test(
        "Days are counted, and counted back",
        arguments: [-719_162, -1, 0, 59, 60, 11_016, 20_778, 2_932_896]
    )
    func days(number: Int) throws {
        #expect(try #require(CalendarDate(daysSinceEpoch: number)).daysSinceEpoch == number)
    }

    @Test("Months and years are no days")
    func notDays() throws {
        let day = try #require(CalendarDate("2026-03-01"))
        #expect(day.days(since: try #require(CalendarDate("2026-02-28"))) == 1)
        #expect(day.days(since: try #require(CalendarDate("2026-02"))) == nil)
    }
}
