import Newsroom

/// The second at which something was written into a journal, in UTC.
public struct JournalTime: Hashable, Sendable {
    /// The day.
    public let day: CalendarDate
    /// As RFC 3339 writes it, to the second: `2026-11-21T06:30:07Z`.
    public let description: String

    /// The time so many seconds after 1 January 1970; nil outside the years 1 to 9999.
    public init?(secondsSinceEpoch seconds: Int) {
        let rest = (seconds % 86_400 + 86_400) % 86_400
        guard let day = CalendarDate(daysSinceEpoch: (seconds - rest) / 86_400) else { return nil }
        func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        self.day = day
        description = "\(day)T\(padded(rest / 3600)):\(padded(rest / 60 % 60)):\(padded(rest % 60))Z"
    }

    /// Reads a time as `description` writes it; nil for every other way of writing one.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == UInt8(ascii: "T"), bytes[19] == UInt8(ascii: "Z"),
            bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
            let day = CalendarDate(String(decoding: bytes[..<10], as: UTF8.self)), day.isDay
        else { return nil }
        for (start, limit) in [(11, 24), (14, 60), (17, 60)] {
            let digits = bytes[start..<start + 2]
            guard digits.allSatisfy({ (0x30...0x39).contains($0) }),
                let number = Int(String(decoding: digits, as: UTF8.self)), number < limit
            else { return nil }
        }
        self.day = day
        description = text
    }

    /// The first second of a day; nil for a month or a year.
    public init?(startOf day: CalendarDate) {
        guard let days = day.daysSinceEpoch else { return nil }
        self.init(secondsSinceEpoch: days * 86_400)
    }

    /// How many seconds after 1 January 1970 it is.
    public var secondsSinceEpoch: Int {
        let digits = Array(description.utf8)
        func number(at start: Int) -> Int { Int(digits[start] - 0x30) * 10 + Int(digits[start + 1] - 0x30) }
        return (day.daysSinceEpoch ?? 0) * 86_400 + number(at: 11) * 3600 + number(at: 14) * 60
            + number(at: 17)
    }

    /// The time as `ssh-keygen -O verify-time` takes it: `20261121063007Z`.
    var compact: String { String(description.filter { !"-:T".contains($0) }) }
}

extension JournalTime: Comparable, CustomStringConvertible {
    /// Orders by time.
    public static func < (left: JournalTime, right: JournalTime) -> Bool {
        left.description < right.description
    }
}
