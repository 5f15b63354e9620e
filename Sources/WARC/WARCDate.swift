/// A time in UTC with milliseconds, as in `WARC-Date` (a profile of ISO 8601).
package struct WARCDate: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Milliseconds since 1 January 1970, UTC.
    package let milliseconds: Int
    /// The date and the time of day, field by field.
    private let fields: [Int]

    /// Makes a time; nil outside the years 1 to 9999.
    package init?(milliseconds: Int) {
        let (day, rest) = milliseconds.quotientAndRemainderRoundingDown(by: 86_400_000)
        let (year, month, dayOfMonth) = Self.date(ofDay: day)
        guard (1...9999).contains(year) else { return nil }
        self.milliseconds = milliseconds
        fields = [
            year, month, dayOfMonth, rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60, rest % 1000,
        ]
    }

    /// Makes a time of whole seconds; nil outside the years 1 to 9999.
    package init?(seconds: Int) {
        guard (-100_000_000_000...300_000_000_000).contains(seconds) else { return nil }
        self.init(milliseconds: seconds * 1000)
    }

    /// Reads `2026-11-28T10:00:00Z`, with any number of fractional digits; and `20261128100000`, as indexes have it.
    package init?(_ text: String) {
        let digits = text.utf8.filter { (0x30...0x39).contains($0) }.map { Int($0 - 0x30) }
        let isCompact = text.utf8.count == 14 && digits.count == 14
        guard isCompact || Self.isDate(Array(text.utf8)), digits.count >= 14 else { return nil }
        func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + $1 } }
        let (year, month, day) = (number(0..<4), number(4..<6), number(6..<8))
        let (hour, minute, second) = (number(8..<10), number(10..<12), min(number(12..<14), 59))
        guard year > 0, (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60 else {
            return nil
        }
        let thousandths = (digits[14...].prefix(3) + [0, 0, 0]).prefix(3).reduce(0) { $0 * 10 + $1 }
        let days = Self.day(year, month, day)
        guard Self.date(ofDay: days) == (year, month, day) else { return nil }
        self.init(milliseconds: ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + thousandths)
    }

    /// `2026-11-28T10:00:00.000Z`.
    package var description: String { "\(text(0..<3, "-"))T\(text(3..<6, ":")).\(text(6..<7, ""))Z" }

    /// The time to the second: `2026-11-28T10:00:00Z`.
    package var seconds: String { "\(text(0..<3, "-"))T\(text(3..<6, ":"))Z" }

    /// The day: `2026-11-28`.
    package var day: String { text(0..<3, "-") }

    /// Fourteen digits, as in file names and indexes: `20261128100000`.
    package var digits: String { text(0..<6, "") }

    /// Orders by time, earlier first.
    package static func < (left: WARCDate, right: WARCDate) -> Bool { left.milliseconds < right.milliseconds }

    private func text(_ range: Range<Int>, _ separator: String) -> String {
        range.map { index in
            let width = index == 0 ? 4 : index == 6 ? 3 : 2
            let number = "\(fields[index])"
            return String(repeating: "0", count: width - number.utf8.count) + number
        }.joined(separator: separator)
    }

    /// Whether bytes have the form of a date with a time of day.
    private static func isDate(_ bytes: [UInt8]) -> Bool {
        let form = Array("0000-00-00T00:00:00".utf8)
        guard bytes.count > form.count, bytes.last == UInt8(ascii: "Z"), bytes.count <= 32 else {
            return false
        }
        let begins = zip(bytes, form).allSatisfy { byte, pattern in
            pattern == UInt8(ascii: "0") ? (0x30...0x39).contains(byte) : byte == pattern
        }
        let rest = bytes[form.count..<bytes.count - 1]
        return begins
            && (rest.isEmpty
                || rest.count > 1 && rest.first == UInt8(ascii: ".")
                    && rest.dropFirst().allSatisfy { (0x30...0x39).contains($0) })
    }

    /// The day since 1 January 1970 of a date in the Gregorian calendar.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Int {
        // Years begin in March, so that the leap day is a year's last.
        let year = month > 2 ? year : year - 1
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
    }

    /// The date of a day since 1 January 1970.
    private static func date(ofDay day: Int) -> (Int, Int, Int) {
        let (era, dayOfEra) = (day + 719_468).quotientAndRemainderRoundingDown(by: 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let part = (5 * dayOfYear + 2) / 153
        let month = part < 10 ? part + 3 : part - 9
        let year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * part + 2) / 5 + 1)
    }
}

extension Int {
    fileprivate func quotientAndRemainderRoundingDown(by divisor: Int) -> (Int, Int) {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
    }
}
