/// The dates and numbers in a text.
struct Figures {
    /// Dates in ISO 8601, with the text's own precision; a day without a year is "--07-19".
    private(set) var days: Set<String> = []
    /// Numbers in digits, without grouping, including number words from three on.
    private(set) var numbers: Set<String> = []

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ]

    private static let words = [
        "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]

    init(in text: String) {
        var rest = text
        for match in rest.matches(of: Self.written) {
            guard let index = Self.months.firstIndex(where: { $0 == match.output.3 }) else { continue }
            let year = match.output.4.map(String.init)
            guard year != nil || match.output.1 != nil else { continue }
            let prefix = (year ?? "-") + "-" + Self.twoDigits("\(index + 1)")
            if let first = match.output.1 {
                add(day: prefix + "-" + Self.twoDigits(first))
                if let last = match.output.2 { add(day: prefix + "-" + Self.twoDigits(last)) }
            } else {
                days.insert(prefix)
            }
            if let year { days.insert(year) }
        }
        rest = rest.replacing(Self.written, with: " ")
        for match in rest.matches(of: /\b(\d{4})-(\d{2})(?:-(\d{2}))?\b/) {
            add(day: String(match.output.0))
            days.insert(String(match.output.1))
        }
        rest = rest.replacing(/\b\d{4}-\d{2}(?:-\d{2})?\b/, with: " ")
        for match in rest.matches(of: /\b(?:19|20)\d{2}\b/) { days.insert(String(match.output)) }
        rest = rest.replacing(/\b(?:19|20)\d{2}\b/, with: " ")
        for match in rest.matches(of: /\d+(?:,\d{3})*(?:\.\d+)?/) {
            numbers.insert(match.output.filter { $0 != "," })
        }
        let spoken = Set(rest.lowercased().split { !$0.isLetter }.map(String.init))
        for (index, word) in Self.words.enumerated() where spoken.contains(word) {
            numbers.insert("\(index + 3)")
        }
    }

    /// The figures of both.
    func union(_ other: Figures) -> Figures {
        var both = self
        both.days.formUnion(other.days)
        both.numbers.formUnion(other.numbers)
        return both
    }

    /// A date in prose: a day or a span of days, the month, the year; day or year may be missing.
    private static var written: Regex<(Substring, Substring?, Substring?, Substring, Substring?)> {
        /(?:\b(\d{1,2})(?:[–-](\d{1,2}))? )?\b(January|February|March|April|May|June|July|August|September|October|November|December)\b(?: (\d{4}))?/
    }

    /// Adds a day, and the same day without its year, since a text may leave the year out later.
    private mutating func add(day: String) {
        days.insert(day)
        if day.hasPrefix("--") { return }
        let parts = day.split(separator: "-")
        if parts.count == 3 { days.insert("--\(parts[1])-\(parts[2])") }
    }

    private static func twoDigits(_ day: some StringProtocol) -> String {
        day.count == 1 ? "0" + day : String(day)
    }
}
