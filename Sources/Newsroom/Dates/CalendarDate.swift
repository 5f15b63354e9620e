/// A date of the proleptic Gregorian calendar, with the precision of a year, a month or a day, and no time zone.
///
///     CalendarDate("2018-07")?.lastDay   // 2018-07-31
package struct CalendarDate: Hashable, Sendable {
    // Four bytes, because a newsroom has hundreds of thousands of dates; 0 for an unknown part.
    private let storedYear: Int16
    private let storedMonth: Int8
    private let storedDay: Int8

    /// The year, 1 to 9999.
    package var year: Int { Int(storedYear) }
    /// The month, 1 to 12; nil if unknown.
    package var month: Int? { storedMonth == 0 ? nil : Int(storedMonth) }
    /// The day of the month; nil if unknown, and always nil without a month.
    package var day: Int? { storedDay == 0 ? nil : Int(storedDay) }

    /// Makes a date; nil if the calendar has no such date.
    package init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day, !(1...Self.dayCount(year: year, month: month)).contains(day) { return nil }
        } else if day != nil {
            return nil
        }
        storedYear = Int16(year)
        storedMonth = Int8(month ?? 0)
        storedDay = Int8(day ?? 0)
    }

    /// Reads `2018`, `2018-07` or `2018-07-16` (ISO 8601, with all digits); nil for anything else.
    package init?(_ text: String) {
        let count = text.utf8.count
        guard count == 4 || count == 7 || count == 10 else { return nil }
        // Year, month and day, as far as they are given.
        var (year, month, day) = (0, 0, 0)
        for (index, byte) in text.utf8.enumerated() {
            if index == 4 || index == 7 {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard (0x30...0x39).contains(byte) else { return nil }
            let digit = Int(byte - 0x30)
            switch index {
            case ..<4: year = year * 10 + digit
            case ..<7: month = month * 10 + digit
            default: day = day * 10 + digit
            }
        }
        self.init(year: year, month: count > 4 ? month : nil, day: count > 7 ? day : nil)
    }

    /// Whether the date has the precision of a day.
    package var isDay: Bool { day != nil }

    /// The first day of the year, month or day.
    package var firstDay: CalendarDate {
        CalendarDate(year: year, month: month ?? 1, day: day ?? 1) ?? self
    }

    /// The last day of the year, month or day.
    package var lastDay: CalendarDate {
        let lastMonth = month ?? 12
        return CalendarDate(
            year: year,
            month: lastMonth,
            day: day ?? Self.dayCount(year: year, month: lastMonth)
        ) ?? self
    }

    /// Makes the date of a day by its distance from 1 January 1970, in days; nil outside the years 1 to 9999.
    package init?(daysSinceEpoch days: Int) {
        // A range far wider than the calendar, within which no sum overflows.
        guard (-1_000_000...4_000_000).contains(days) else { return nil }
        // Howard Hinnant's `civil_from_days`: eras of 400 years that start on 1 March.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        )
    }

    static func dayCount(year: Int, month: Int) -> Int {
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    }
}

extension CalendarDate: Comparable {
    /// Orders by first day, and then by precision: a day before its month, a month before its year.
    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month ?? 1, left.day ?? 1, left.precision)
            < (right.year, right.month ?? 1, right.day ?? 1, right.precision)
    }

    private var precision: Int { day != nil ? 0 : month != nil ? 1 : 2 }
}

extension CalendarDate: CustomStringConvertible {
    /// The date in ISO 8601, with its own precision.
    package var description: String {
        // Ten characters at most, so Swift stores the string inline.
        String(unsafeUninitializedCapacity: 10) { text in
            var count = 0
            func append(_ byte: UInt8) {
                text[count] = byte
                count += 1
            }
            func append(twoDigits number: Int) {
                append(UInt8(ascii: "0") + UInt8(number / 10))
                append(UInt8(ascii: "0") + UInt8(number % 10))
            }
            append(twoDigits: year / 100)
            append(twoDigits: year % 100)
            for part in [month, day] {
                guard let part else { break }
                append(UInt8(ascii: "-"))
                append(twoDigits: part)
            }
            return count
        }
    }
}
