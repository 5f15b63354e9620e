import Diagnostics
import Digests
import Newsroom

/// The members of a line, taken one by one.
struct LineFields {
    private var values = Values()
    private let bytes: [UInt8]

    /// At most one value for each member.
    private struct Values {
        private var values = [JSONValue?](repeating: nil, count: JournalLine.Member.allCases.count)

        subscript(member: JournalLine.Member) -> JSONValue? {
            get { values[member.place] }
            set { values[member.place] = newValue }
        }
    }

    init(_ members: [(JournalLine.Member, JSONValue)]) {
        bytes = []
        for (member, value) in members { values[member] = value }
    }

    init(_ value: JSONValue, bytes: [UInt8]) throws(LineProblem) {
        self.bytes = bytes
        guard case .object(let members) = value else {
            throw LineProblem(message: "a line is a JSON object", offset: 0)
        }
        for member in members {
            guard let known = JournalLine.Member(rawValue: member.name) else {
                throw LineProblem(
                    message: "a line has no member `\(member.name)`",
                    offset: Self.offset(of: member.name, in: bytes)
                )
            }
            values[known] = member.value
        }
    }

    mutating func line() throws(LineProblem) -> JournalLine {
        let mended: JournalLine.Predecessor? =
            values[.mended] == nil ? nil : .init(try predecessor(.mended))
        let line = JournalLine(
            previous: try predecessor(.previous),
            mended: mended,
            claim: try text(.claim),
            time: try value(.at, "a time such as 2026-11-21T06:30:07Z", JournalTime.init),
            author: try text(.by),
            name: optionalText(.name),
            event: try event(),
            signature: optionalText(.signature)
        )
        if let left = JournalLine.Member.allCases.first(where: { values[$0] != nil }) {
            throw problem(left, "`\(left.rawValue)` does not belong in a line of this kind")
        }
        return line
    }

    private mutating func event() throws(LineProblem) -> JournalEvent {
        let kind = try value(
            .event,
            "one of " + JournalEvent.Kind.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "),
            JournalEvent.Kind.init(rawValue:)
        )
        return JournalEvent(try kind.content.init(&self))
    }

    private mutating func predecessor(_ member: JournalLine.Member) throws(LineProblem) -> Digest? {
        if values[member] == .null {
            values[member] = nil
            return nil
        }
        return try digest(member)
    }

    mutating func digest(_ member: JournalLine.Member) throws(LineProblem) -> Digest {
        try value(member, "64 hexadecimal digits", Digest.init)
    }

    mutating func day(_ member: JournalLine.Member) throws(LineProblem) -> CalendarDate {
        try value(member, "a day such as 2026-11-21") { text in
            CalendarDate(text).flatMap { $0.isDay && $0.description == text ? $0 : nil }
        }
    }

    mutating func optionalDay(_ member: JournalLine.Member) throws(LineProblem) -> CalendarDate? {
        values[member] == nil ? nil : try day(member)
    }

    mutating func text(_ member: JournalLine.Member) throws(LineProblem) -> String {
        try value(member, "a text") { $0.isEmpty ? nil : $0 }
    }

    mutating func optionalText(_ member: JournalLine.Member) -> String? {
        guard let text = values[member]?.string, !text.isEmpty else { return nil }
        values[member] = nil
        return text
    }

    mutating func value<Value>(
        _ member: JournalLine.Member,
        _ expectation: @autoclosure () -> String,
        _ read: (String) -> Value?
    ) throws(LineProblem) -> Value {
        guard let found = values[member] else {
            throw LineProblem(message: "the line has no `\(member.rawValue)`", offset: 0)
        }
        values[member] = nil
        guard let value = found.string.flatMap(read) else {
            throw problem(member, "`\(member.rawValue)` is not \(expectation())")
        }
        return value
    }

    private func problem(_ member: JournalLine.Member, _ message: String) -> LineProblem {
        LineProblem(message: message, offset: Self.offset(of: member.rawValue, in: bytes))
    }

    /// Where a member's name stands. A text may hold the same letters, but not with these quotation marks.
    private static func offset(of name: String, in bytes: [UInt8]) -> Int {
        let wanted = Array("\"\(name)\":".utf8)
        guard bytes.count >= wanted.count else { return 0 }
        return (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
            ?? 0
    }
}
