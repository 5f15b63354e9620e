/// Why a text is no date, and what to write.
struct DateProblem {
    let message: String
    let help: String

    /// - Parameter wantsDay: whether the field needs year, month and day.
    init(_ typed: String, wantsDay: Bool) {
        let example =
            wantsDay
            ? "write year, month and day, such as 2018-07-16"
            : "write a date such as 2018-07-16, 2018-07 or 2018, or two with a slash"
        let numbers = typed.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        if wantsDay, let date = CalendarDate(typed), !date.isDay {
            message = "`\(typed)` has no day"
            help = example
        } else if numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
            typed.utf8.count == 10, (1...9999).contains(year)
        {
            if (1...12).contains(month) {
                let count = CalendarDate.dayCount(year: year, month: month)
                message = "there is no day \(day) in month \(month) of \(year), which has \(count)"
                help = "look up the day"
            } else {
                message = "there is no month \(month)"
                help = example + " (the month comes second)"
            }
        } else if let slash = typed.firstIndex(of: "/"), CalendarDate(String(typed[..<slash])) != nil,
            CalendarDate(String(typed[typed.index(after: slash)...])) != nil
        {
            message = "the span `\(typed)` does not end after it starts"
            help = wantsDay ? example : "write the earlier date first"
        } else {
            message = "`\(typed)` is not a date"
            help = example
        }
    }
}
