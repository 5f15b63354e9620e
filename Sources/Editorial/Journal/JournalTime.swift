import Newsroom

/// The time of a journal event, in UTC, to the second.
package struct JournalTime: Hashable, Sendable {
    /// Seconds since 1 January 1970 (UTC).
    package let secondsSinceEpoch: Int
    private let dayInUTC: CalendarDate
    /// The time in RFC 3339: `2026-11-21T06:30:07Z`.
    package let description: String

    /// Makes a time from seconds since 1 January 1970; nil outside the years 1 to 9999.
    package init?(secondsSinceEpoch seconds: Int) {
        let rest = (seconds % 86_400 + 86_400) % 86_400
        guard let day = NewsroomTimeZone.utc.day(ofSecond: seconds) else { return nil }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        secondsSinceEpoch = seconds
        dayInUTC = day
        description = "\(day)T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
    }

    /// Reads a time in the form of `description`; nil for any other form.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)),
            let days = day.daysSinceEpoch
        else { return nil }
        var second = 0
        for (start, limit) in [(11, 24), (14, 60), (17, 60)] {
            let digits = bytes[start..<start + 2]
            guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(String(decoding: digits, as: UTF8.self)), number < limit
            else { return nil }
            second = second * 60 + number
        }
        secondsSinceEpoch = days * 86_400 + second
        dayInUTC = day
        description = text
    }

    /// The calendar day of the time in a newsroom's zone.
    package func day(in zone: NewsroomTimeZone) -> CalendarDate {
        // At the calendar's two ends, another zone's day can be outside it.
        zone.day(ofSecond: secondsSinceEpoch) ?? dayInUTC
    }

    /// The day and the time of day in a newsroom's zone, for people: `2026-11-21 07:30`.
    package func clock(in zone: NewsroomTimeZone) -> String {
        "\(day(in: zone)) \(zone.clock(ofSecond: secondsSinceEpoch))"
    }

    /// Midnight at the start of a day, in UTC; nil for a month or a year.
    package init?(startOf day: CalendarDate) {
        guard let days = day.daysSinceEpoch else { return nil }
        self.init(secondsSinceEpoch: days * 86_400)
    }

    /// The form that `ssh-keygen -O verify-time` accepts: `20261121063007Z`.
    var compact: String { String(description.filter { !"-:T".contains($0) }) }
}

extension JournalTime: Comparable, CustomStringConvertible {
    /// Orders by time, earlier first.
    package static func < (left: JournalTime, right: JournalTime) -> Bool {
        left.description < right.description
    }
}
