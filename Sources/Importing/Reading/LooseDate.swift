/// A date as other programs and people write it, read into the form 2018-07-16.
package struct LooseDate: Hashable, Sendable {
    /// The order of day and month where both are numbers: 3/4/2018.
    package enum Order: String, Hashable, Sendable, CaseIterable {
        case dayFirst = "day-first"
        case monthFirst = "month-first"
    }

    /// What reading a date came to.
    package enum Outcome: Hashable, Sendable {
        /// The date, and whether its form is an odd one.
        case date(String, isOdd: Bool)
        /// The date means two days.
        case ambiguous
        /// The text is no date.
        case unreadable
    }

    /// Reads a date; the time of day and its zone do not count.
    package static func read(_ text: String, order: Order? = nil) -> Outcome {
        if let outcome = plain(text) { return outcome }
        let tokens = tokens(of: text)
        guard let first = tokens.first else { return .unreadable }
        if let month = tokens.firstIndex(where: { monthNumber($0) != nil }) {
            return named(tokens, month)
        }
        let numbers = tokens.prefix { Int($0) != nil }
        if numbers.count == 1 { return single(first) }
        guard numbers.count >= 3 else { return .unreadable }
        let parts = numbers.prefix(3).compactMap { Int($0) }
        if first.utf8.count == 4 { return date(parts[0], parts[1], parts[2], isOdd: true) }
        guard numbers[2].utf8.count == 4 else { return .unreadable }
        return unordered(parts[0], parts[1], year: parts[2], order)
    }

    /// The common form: a day, month or year, with or without a time.
    private static func plain(_ text: String) -> Outcome? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 4 else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4) else { return nil }
        if bytes.count == 4 { return date(year, nil, nil, isOdd: false) }
        guard bytes[4] == UInt8(ascii: "-"), let month = number(5..<7) else { return nil }
        if bytes.count == 7 { return date(year, month, nil, isOdd: false) }
        guard bytes.count >= 10, bytes[7] == UInt8(ascii: "-"), let day = number(8..<10) else { return nil }
        if bytes.count == 10 { return date(year, month, day, isOdd: false) }
        guard bytes[10] == UInt8(ascii: "T") else { return nil }
        return date(year, month, day, isOdd: false)
    }

    /// The words and numbers of a text, in lower case.
    private static func tokens(of text: String) -> [String] {
        var tokens: [String] = []
        var isDigit = false
        var token = ""
        for character in text.prefix(80).lowercased() {
            let digit = character.isASCII && character.isNumber
            guard digit || character.isLetter else {
                if !token.isEmpty { tokens.append(token) }
                token = ""
                continue
            }
            if !token.isEmpty, digit != isDigit {
                tokens.append(token)
                token = ""
            }
            isDigit = digit
            token.append(character)
        }
        return token.isEmpty ? tokens : tokens + [token]
    }

    /// A date with the name of its month: 22 October 2019, Oct 22nd, 2019.
    private static func named(_ tokens: [String], _ place: Int) -> Outcome {
        let month = monthNumber(tokens[place])
        let numbers = tokens.enumerated().compactMap { index, token in
            Int(token).map { (index: index, value: $0, digits: token.utf8.count) }
        }
        guard let year = numbers.first(where: { $0.digits == 4 }) else { return .unreadable }
        let days = numbers.filter { $0.digits <= 2 && $0.index < max(year.index, place) }
        let day = days.last { $0.index < place } ?? days.first { $0.index > place }
        return date(year.value, month, day?.value, isOdd: true)
    }

    /// A number alone: 20191022, or seconds since 1970.
    private static func single(_ token: String) -> Outcome {
        guard let number = Int(token) else { return .unreadable }
        switch token.utf8.count {
        case 8: return date(number / 10_000, number / 100 % 100, number % 100, isOdd: true)
        case 10: return day(ofSeconds: number)
        case 13: return day(ofSeconds: number / 1000)
        default: return .unreadable
        }
    }

    private static func unordered(_ first: Int, _ second: Int, year: Int, _ order: Order?) -> Outcome {
        switch order {
        case .dayFirst: return date(year, second, first, isOdd: true)
        case .monthFirst: return date(year, first, second, isOdd: true)
        case nil:
            if first > 12 { return date(year, second, first, isOdd: true) }
            if second > 12 || first == second { return date(year, first, second, isOdd: true) }
            return .ambiguous
        }
    }

    private static func day(ofSeconds seconds: Int) -> Outcome {
        // Howard Hinnant's `civil_from_days`: eras of 400 years that start on 1 March.
        let shifted = seconds / 86_400 + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return date(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day, isOdd: true)
    }

    private static func date(_ year: Int, _ month: Int?, _ day: Int?, isOdd: Bool) -> Outcome {
        guard (1000...9999).contains(year) else { return .unreadable }
        guard let month else { return .date("\(year)", isOdd: isOdd) }
        guard (1...12).contains(month) else { return .unreadable }
        guard let day else { return .date("\(year)-\(padded(month))", isOdd: isOdd) }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
        guard (1...days).contains(day) else { return .unreadable }
        return .date("\(year)-\(padded(month))-\(padded(day))", isOdd: isOdd)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    /// The number of a month by its English, German, French or Spanish name, or the beginning of it.
    private static func monthNumber(_ word: String) -> Int? {
        guard word.utf8.count >= 3 else { return nil }
        return months.firstIndex { names in names.contains { $0 == word || $0.prefix(3) == word } }.map {
            $0 + 1
        }
            ?? (word == "sept" ? 9 : nil)
    }

    private static let months: [[String]] = [
        ["january", "januar", "janvier", "enero"], ["february", "februar", "février", "febrero"],
        ["march", "märz", "mars", "marzo"], ["april", "avril", "abril"], ["may", "mai", "mayo"],
        ["june", "juni", "juin", "junio"], ["july", "juli", "juillet", "julio"],
        ["august", "août", "agosto"], ["september", "septembre", "septiembre"],
        ["october", "oktober", "octobre", "octubre"], ["november", "novembre", "noviembre"],
        ["december", "dezember", "décembre", "diciembre"],
    ]
}
