import Digests
import Editorial
import Newsroom
import Site

/// What some pages were made from, and what it was like when they were made; packed, because a build that has nothing to
/// do has no need of it.
struct PageInputTable: Sendable {
    let bytes: ArraySlice<UInt8>

    init(packed bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    /// - Parameter entries: in the order of their numbers.
    init(_ entries: [Entry] = []) {
        var writer = StateWriter()
        writer.add(list: entries) { writer, entry in
            writer.add(Int(entry.number.value))
            writer.add(entry.input)
            writer.add(entry.fingerprint)
        }
        bytes = writer.bytes[...]
    }

    /// An input with its number and its fingerprint.
    struct Entry: Sendable {
        let number: InputNumber
        let input: PageInput
        let fingerprint: Fingerprint

        init(_ number: InputNumber, _ input: PageInput, _ fingerprint: Fingerprint) {
            self.number = number
            self.input = input
            self.fingerprint = fingerprint
        }
    }

    /// The inputs in the order of their numbers; nil when they cannot be read.
    func entries() -> [Entry]? {
        var reader = StateReader(bytes)
        var previous = -1
        return try? reader.list { (reader) throws(UnreadableState) in
            let number = try reader.number()
            guard number > previous, number <= Int32.max else { throw UnreadableState() }
            previous = number
            return Entry(InputNumber(number), try reader.pageInput(), try reader.fingerprint())
        }
    }
}

/// The kinds of inputs by the numbers that stand for them.
private enum Tag: Int {
    case record, text, mentions, sharing, ruled, about, published, all, history, histories, template,
        everything
}

extension StateWriter {
    fileprivate mutating func add(_ input: PageInput) {
        switch input {
        case .record(let key): add(.record, key)
        case .text(of: let key): add(.text, key)
        case .mentions(of: let key): add(.mentions, key)
        case .claimsSharing(let key): add(.sharing, key)
        case .claimsRuled(let id): add(.ruled, id)
        case .claimsAbout(let id): add(.about, id)
        case .claimsPublished(let period): add(.published, period.description)
        case .all(let kind): add(.all, kind.rawValue)
        case .history(of: let id): add(.history, id)
        case .histories: add(Tag.histories.rawValue)
        case .template(let name): add(.template, name)
        case .everything: add(Tag.everything.rawValue)
        }
    }

    private mutating func add(_ tag: Tag, _ value: String) {
        add(tag.rawValue)
        add(value)
    }

    private mutating func add(_ tag: Tag, _ key: RecordKey) {
        add(tag.rawValue)
        add(RecordKind.allCases.firstIndex(of: key.kind) ?? -1)
        add(key.id)
    }
}

extension StateReader {
    fileprivate mutating func pageInput() throws(UnreadableState) -> PageInput {
        guard let tag = Tag(rawValue: try number()) else { throw UnreadableState() }
        switch tag {
        case .record: return .record(try recordKey())
        case .text: return .text(of: try recordKey())
        case .mentions: return .mentions(of: try recordKey())
        case .sharing: return .claimsSharing(try recordKey())
        case .ruled: return .claimsRuled(try text())
        case .about: return .claimsAbout(try text())
        case .published:
            guard let period = CalendarDate(try text()) else { throw UnreadableState() }
            return .claimsPublished(period)
        case .all:
            guard let kind = RecordKind(rawValue: try text()) else { throw UnreadableState() }
            return .all(kind)
        case .history: return .history(of: try text())
        case .histories: return .histories
        case .template: return .template(try text())
        case .everything: return .everything
        }
    }

    private mutating func recordKey() throws(UnreadableState) -> RecordKey {
        let kind = try number()
        guard RecordKind.allCases.indices.contains(kind) else { throw UnreadableState() }
        return RecordKey(RecordKind.allCases[kind], try text())
    }
}
