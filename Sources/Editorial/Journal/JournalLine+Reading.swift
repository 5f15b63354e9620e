import Diagnostics
import Digests
import Newsroom

/// An error in a journal line, with the byte offset at which it stands.
struct LineProblem: Error, Hashable {
    let message: String
    let offset: Int
    var isCutOff = false
}

extension JournalLine {
    /// Reads a line without its line feed.
    /// - Throws: an error unless the line is in canonical form, byte for byte.
    init(parsing line: ArraySlice<UInt8>) throws(LineProblem) {
        if let members = PlainLine.members(of: line), let plain = Self(members) {
            self = plain
        } else {
            self = try Self(judging: Array(line))
        }
    }

    /// Makes a line from members in canonical order; nil if they are not a valid line.
    private init?(_ members: [(Member, JSONValue)]) {
        var fields = LineFields(members)
        guard let line = try? fields.line() else { return nil }
        self = line
    }

    /// Reads a line as JSON. Slower than `PlainLine`, but able to name the error.
    init(judging bytes: [UInt8]) throws(LineProblem) {
        let value: JSONValue
        do throws(JSONProblem) {
            value = try JSONValue(parsing: bytes, depth: 2)
        } catch {
            throw LineProblem(message: error.message, offset: error.offset, isCutOff: error.isCutOff)
        }
        var fields = try LineFields(value, bytes: bytes)
        self = try fields.line()
        guard self.bytes.dropLast().elementsEqual(bytes) else {
            let place = zip(self.bytes, bytes).enumerated().first { $1.0 != $1.1 }?.offset
            throw LineProblem(message: "the line is not in its canonical form", offset: place ?? bytes.count)
        }
    }
}

/// The members of a line that have not been consumed yet: what is left at the end does not belong there.
private struct LineFields {
    private var values = Values()
    private let bytes: [UInt8]

    /// A table with at most one value for each member.
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
        switch kind {
        case .assigned: return .assigned(to: try text(.to), note: optionalText(.note))
        case .submitted: return .submitted(try digest(.digest), note: optionalText(.note))
        case .signedOff:
            return .signedOff(try digest(.digest), ruling: try text(.ruling), note: optionalText(.note))
        case .changesRequested: return .changesRequested(try digest(.digest), note: try text(.note))
        case .commented: return .commented(note: try text(.note))
        case .adopted:
            return .adopted(
                Adoption(
                    digest: try digest(.digest),
                    ruling: try text(.ruling),
                    published: try day(.published),
                    updated: values[.updated] == nil ? nil : try day(.updated),
                    reviewers: optionalText(.reviewers),
                    note: optionalText(.note)
                )
            )
        case .published: return .published(try digest(.digest), ruling: try text(.ruling))
        case .corrected:
            return .corrected(
                Correction(
                    kind: try value(.correction, "a kind of correction", Correction.Kind.init(rawValue:)),
                    digest: try digest(.digest),
                    ruling: try text(.ruling),
                    earlier: try digest(.earlier),
                    note: try text(.note)
                )
            )
        case .retracted:
            return .retracted(try digest(.digest), ruling: try text(.ruling), note: try text(.note))
        case .reopened: return .reopened(note: try text(.note))
        case .replyAsked: return .replyAsked(from: try text(.from), note: optionalText(.note))
        case .replyReceived: return .replyReceived(from: try text(.from), note: optionalText(.note))
        }
    }

    private mutating func predecessor(_ member: JournalLine.Member) throws(LineProblem) -> Digest? {
        if values[member] == .null {
            values[member] = nil
            return nil
        }
        return try digest(member)
    }

    private mutating func digest(_ member: JournalLine.Member) throws(LineProblem) -> Digest {
        try value(member, "64 hexadecimal digits", Digest.init)
    }

    private mutating func day(_ member: JournalLine.Member) throws(LineProblem) -> CalendarDate {
        try value(member, "a day such as 2026-11-21") { text in
            CalendarDate(text).flatMap { $0.isDay && $0.description == text ? $0 : nil }
        }
    }

    private mutating func text(_ member: JournalLine.Member) throws(LineProblem) -> String {
        try value(member, "a text") { $0.isEmpty ? nil : $0 }
    }

    private mutating func optionalText(_ member: JournalLine.Member) -> String? {
        guard let text = values[member]?.string, !text.isEmpty else { return nil }
        values[member] = nil
        return text
    }

    private mutating func value<Value>(
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

    /// The offset of a member's name. Its quotation marks and colon tell it from the same letters in a text.
    private static func offset(of name: String, in bytes: [UInt8]) -> Int {
        let wanted = Array("\"\(name)\":".utf8)
        guard bytes.count >= wanted.count else { return 0 }
        return (0...bytes.count - wanted.count).first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
            ?? 0
    }
}
