/// The message and advice for a text that is not a date.
struct DateProblem {
    let message: String
    let help: String
    /// The dates that may be meant, in ISO 8601.
    let meant: [String]

    /// Finds the likeliest mistake in a text.
    /// - Parameter wantsDay: whether the field needs year, month and day.
    init(_ typed: String, wantsDay: Bool) {
        let example =
            wantsDay
            ? "write year, month and day, such as 2018-07-16"
            : "write a date such as 2018-07-16, 2018-07 or 2018, or two with a slash"
        meant = Self.days(meantBy: typed) ?? []
        if !meant.isEmpty {
            message = "`\(typed)` is not a date as files write it"
            help =
                "write " + meant.joined(separator: " or ")
                + (meant.count > 1 ? ", whichever day is meant" : "")
            return
        }
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

    /// The possible meanings of a date in another form, in ISO 8601: two for `3/4/2018`. Nil if there are none.
    private static func days(meantBy typed: String) -> [String]? {
        let parts = typed.split { " ./,-".contains($0) }.map(String.init)
        guard parts.count == 3 else { return nil }
        let numbers = parts.map { Int($0.filter(\.isNumber)) }
        if let place = parts.firstIndex(where: { month($0) != nil }), place < 2,
            let month = month(parts[place]),
            let year = numbers[2], let day = numbers[1 - place]
        {
            return [date(year, month, day)].compactMap(\.self).nilIfEmpty
        }
        guard let first = numbers[0], let second = numbers[1], let third = numbers[2],
            parts.allSatisfy({ $0.allSatisfy(\.isNumber) })
        else { return nil }
        if parts[0].count == 4 {
            // Ten characters with hyphens are our own form, so such a date is impossible and not just written
            // otherwise.
            let isOurs = typed.contains("-") && typed.utf8.count == 10
            return isOurs ? nil : [date(first, second, third)].compactMap(\.self).nilIfEmpty
        }
        guard parts[2].count == 4 else { return nil }
        let days = [date(third, second, first), date(third, first, second)].compactMap(\.self)
        return (days.count == 2 && days[0] == days[1] ? [days[0]] : days).nilIfEmpty
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int) -> String? {
        func two(_ number: Int) -> String { (number < 10 ? "0" : "") + "\(number)" }
        let text = "\(year)-\(two(month))-\(two(day))"
        return CalendarDate(text) == nil ? nil : text
    }

    /// The number of an English month, from at least its first three letters; nil if it is none.
    private static func month(_ word: String) -> Int? {
        let names = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
        ]
        guard word.count >= 3 else { return nil }
        return names.firstIndex { $0.hasPrefix(word.lowercased()) }.map { $0 + 1 }
    }
}

extension [String] {
    fileprivate var nilIfEmpty: [String]? { isEmpty ? nil : self }
}
