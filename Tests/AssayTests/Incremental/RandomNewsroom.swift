/// A small newsroom with records of all kinds, whose references sometimes lead nowhere.
struct RandomNewsroom {
    private(set) var records: [RandomRecord] = []
    private var count = 0

    static let claims = ["it-is", "c2", "c3", "c4", "c5", "c6", "nowhere"]
    static let sources = ["report", "letter", "s3", "s4", "s5", "nowhere"]
    static let articles = ["paper", "a2", "a3", "nowhere"]
    static let people = ["desk", "jo", "pat", "kim", "org", "nowhere"]
    static let topics = ["elections", "media", "nothing"]
    private static let words = [
        "early", "late", "calm", "\u{E9}t\u{E9}", "`odd`", "<b>bold</b>", "five & six", "final",
    ]

    init(_ numbers: inout SeededNumbers) {
        for id in Self.claims.dropLast() {
            records.append(Self.claim(id, &numbers))
            records.append(Self.verdict(id, on: id, &numbers))
        }
        for id in Self.sources.dropLast() { records.append(Self.source(id, &numbers)) }
        for id in Self.articles.dropLast() { records.append(Self.article(id, &numbers)) }
        for id in Self.people.dropLast() { records.append(Self.profile(id, &numbers)) }
        for id in ["about", "corrections", "methodology"] { records.append(Self.page(id, &numbers)) }
    }

    /// Replaces one field of one record by a random value.
    mutating func edit(_ numbers: inout SeededNumbers) -> (path: String, text: String, field: String) {
        let index = Int.random(in: records.indices, using: &numbers)
        let field = numbers.one(of: records[index].fieldNames)
        records[index].throwAgain(field, &numbers)
        return (records[index].path, records[index].text, field)
    }

    mutating func add(_ numbers: inout SeededNumbers) -> (path: String, text: String) {
        count += 1
        let known = Set(records.map(\.path))
        let new = [
            Self.claim("new-\(count)", &numbers),
            Self.verdict("new-\(count)", on: numbers.one(of: Self.claims + ["new-\(count - 1)"]), &numbers),
            Self.source(numbers.one(of: Self.sources), &numbers),
            Self.article(numbers.one(of: Self.articles), &numbers),
            Self.profile(numbers.one(of: Self.people), &numbers), Self.page("page-\(count)", &numbers),
        ].filter { !known.contains($0.path) }
        let record = numbers.one(of: new)
        records.append(record)
        return (record.path, record.text)
    }

    mutating func remove(_ numbers: inout SeededNumbers) -> String {
        records.remove(at: Int.random(in: records.indices, using: &numbers)).path
    }

    mutating func rename(_ numbers: inout SeededNumbers) -> (old: String, new: String, text: String) {
        count += 1
        let index = Int.random(in: records.indices, using: &numbers)
        let old = records[index].path
        records[index].id = "renamed-\(count)"
        return (old, records[index].path, records[index].text)
    }

    private static func sentence(_ numbers: inout SeededNumbers) -> String {
        (0..<Int.random(in: 1...4, using: &numbers)).map { _ in numbers.one(of: words) }.joined(
            separator: " "
        )
    }

    private static func quoted(_ numbers: inout SeededNumbers) -> String { "\"\(sentence(&numbers))\"" }

    private static func list(_ items: [String]) -> String? {
        items.isEmpty ? nil : "[" + items.joined(separator: ", ") + "]"
    }

    private static func day(_ numbers: inout SeededNumbers) -> String {
        numbers.one(of: ["2025-03-04", "2026-10-31", "2026-11-02", "2026-11-20", "2026-11-21", "2026-11-23"])
    }

    private static func links(_ numbers: inout SeededNumbers) -> String {
        """
        \(sentence(&numbers)) [@\(numbers.one(of: sources))] and [this](claim:\(numbers.one(of: claims))), \
        [that](source:\(numbers.one(of: sources))), [them](profile:\(numbers.one(of: people))), \
        [there](article:\(numbers.one(of: articles))).
        """
    }

    private static func claim(_ id: String, _ numbers: inout SeededNumbers) -> RandomRecord {
        RandomRecord(
            "content/claims",
            id,
            [
                ("statement", { quoted(&$0) }),
                ("claimant", { list($0.some(of: people, upTo: 2)) }),
                ("stated", { $0.isOne(in: 3) ? nil : day(&$0) }),
                ("topics", { list($0.some(of: topics, upTo: 2)) }),
                (
                    "appearances",
                    { numbers in
                        list(
                            numbers.some(of: articles, upTo: 2).map {
                                "{article: \($0), kind: \(numbers.one(of: ["stated", "repeated"])), quote: \(numbers.one(of: ["Words about", "said so", "cybersecurity were"]))}"
                            }
                        )
                    }
                ),
                (
                    "timeline",
                    { numbers in
                        numbers.isOne(in: 2)
                            ? nil
                            : "[{date: \(day(&numbers)), text: \(quoted(&numbers)), sources: \(numbers.one(of: sources))}]"
                    }
                ),
                ("related", { $0.isOne(in: 2) ? nil : list($0.some(of: claims, upTo: 2)) }),
                ("body", { links(&$0) }),
            ],
            &numbers
        )
    }

    private static func verdict(_ id: String, on claim: String, _ numbers: inout SeededNumbers)
        -> RandomRecord
    {
        RandomRecord(
            "content/verdicts",
            id,
            [
                ("claim", { _ in claim }),
                ("ruling", { $0.one(of: ["true", "false", "half", "unproven", "no-such"]) }),
                ("title", { quoted(&$0) }),
                ("summary", { quoted(&$0) }),
                ("authors", { list([$0.one(of: people)]) }),
                ("reviewers", { list($0.some(of: people, upTo: 1)) }),
                ("published", { $0.isOne(in: 5) ? nil : day(&$0) }),
                ("updated", { $0.isOne(in: 3) ? day(&$0) : nil }),
                (
                    "evidence",
                    { numbers in
                        let used =
                            numbers.some(of: sources, upTo: 4).map { "source: \($0)" }
                            + numbers.some(of: articles, upTo: 1).map { "article: \($0)" }
                        return list(
                            used.map {
                                "{\($0), stance: \(numbers.one(of: ["supports", "undermines", "context"])), shows: \(quoted(&numbers))}"
                            }
                        )
                    }
                ),
                (
                    "replies",
                    {
                        $0.isOne(in: 3)
                            ? "[{from: \($0.one(of: people)), asked: \(day(&$0)), answered: none}]" : nil
                    }
                ),
                ("would-change", { $0.isOne(in: 2) ? quoted(&$0) : nil }),
                ("body", { links(&$0) }),
            ],
            &numbers
        )
    }

    private static func source(_ id: String, _ numbers: inout SeededNumbers) -> RandomRecord {
        RandomRecord(
            "content/sources",
            id,
            [
                ("title", { quoted(&$0) }),
                ("publisher", { quoted(&$0) }),
                ("kind", { $0.one(of: ["research", "primary-document", "news-report"]) }),
                ("checked", { $0.one(of: ["read", "cited"]) }),
                ("url", { $0.isOne(in: 3) ? nil : "https://example.org/\($0.one(of: ["r", "s", "t"]))" }),
                ("derived-from", { list($0.some(of: sources, upTo: 1)) }),
                ("read-in", { list($0.some(of: sources, upTo: 1)) }),
                ("status", { $0.isOne(in: 3) ? $0.one(of: ["live", "dead", "withdrawn"]) : nil }),
                ("body", { links(&$0) }),
            ],
            &numbers
        )
    }

    private static func article(_ id: String, _ numbers: inout SeededNumbers) -> RandomRecord {
        RandomRecord(
            "seeds",
            id,
            [
                ("title", { quoted(&$0) }),
                ("publisher", { $0.one(of: people) }),
                ("authors", { list($0.some(of: people, upTo: 1)) }),
                ("published", { $0.isOne(in: 3) ? nil : day(&$0) }),
                ("url", { $0.isOne(in: 3) ? nil : "https://example.org/\($0.one(of: ["a", "b"]))" }),
                ("language", { $0.isOne(in: 4) ? "fr" : nil }),
                ("source", { $0.isOne(in: 3) ? $0.one(of: sources) : nil }),
                (
                    "body",
                    {
                        "\(sentence(&$0))\n\n> Words about \($0.one(of: ["cybersecurity", "other things"])) were said so.\n>\n> — P1\n"
                    }
                ),
            ],
            &numbers
        )
    }

    private static func profile(_ id: String, _ numbers: inout SeededNumbers) -> RandomRecord {
        RandomRecord(
            "content/profiles",
            id,
            [
                ("name", { quoted(&$0) }),
                ("kind", { $0.one(of: ["person", "organisation"]) }),
                ("description", { $0.isOne(in: 2) ? quoted(&$0) : nil }),
                ("role", { $0.isOne(in: 2) ? $0.one(of: ["desk", "reviewer"]) : nil }),
                ("url", { $0.isOne(in: 2) ? "https://example.org/\($0.one(of: ["x", "y"]))" : nil }),
                ("affiliations", { list($0.some(of: people, upTo: 1)) }),
                ("body", { links(&$0) }),
            ],
            &numbers
        )
    }

    private static func page(_ id: String, _ numbers: inout SeededNumbers) -> RandomRecord {
        RandomRecord(
            "content/pages",
            id,
            [
                ("title", { quoted(&$0) }),
                ("summary", { $0.isOne(in: 2) ? quoted(&$0) : nil }),
                (
                    "role",
                    {
                        $0.isOne(in: 2)
                            ? $0.one(of: ["methodology", "corrections", "contact", "funding"]) : nil
                    }
                ),
                ("body", { links(&$0) }),
            ],
            &numbers
        )
    }
}
