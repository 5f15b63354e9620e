import Diagnostics

/// What an id names: a record of a kind, a topic or a ruling. Each has ids of its own.
package enum IDSpace: Hashable, Sendable {
    /// Records of a kind, each with a file.
    case record(RecordKind)
    /// The topics in `site.yaml`.
    case topic
    /// The rulings of the scale in `site.yaml`.
    case ruling

    /// All spaces, in the order of the kinds.
    package static let all: [IDSpace] = RecordKind.allCases.map(IDSpace.record) + [.topic, .ruling]

    /// The word of commands and messages: `claim`, `topic`.
    package var word: String {
        switch self {
        case .record(let kind): kind.rawValue
        case .topic: "topic"
        case .ruling: "ruling"
        }
    }

    /// The space that a word names; nil if there is none.
    package init?(word: String) {
        guard let space = Self.all.first(where: { $0.word == word }) else { return nil }
        self = space
    }

    /// The kind of record; nil for topics and rulings.
    package var kind: RecordKind? { if case .record(let kind) = self { kind } else { nil } }
}

/// The ids that records, topics and rulings had before (`formerly`).
///
/// The first of them is the identity, which never changes: journals and judged texts are written with it, so that a rename changes
/// neither a line nor a digest. The others are addresses that lead on.
///
///     names.identity(.record(.source), "new")  // "old"
///     names.current(.record(.source), "old")   // "new"
package struct FormerIDs: Hashable, Sendable {
    private struct Key: Hashable {
        let space: IDSpace
        let id: String
    }

    /// The former ids by the current one, in the order of the file.
    private var lists: [Key: [String]] = [:]
    /// The current id by each former one.
    private var now: [Key: String] = [:]
    /// The current ids that differ from their identity, for a quick look into texts.
    private var renamed: Set<String> = []
    private var identities: Set<String> = []

    /// A newsroom in which nothing was ever renamed.
    package static let none = FormerIDs()

    /// Makes an empty list.
    package init() {}

    /// Whether nothing was renamed.
    package var isEmpty: Bool { lists.isEmpty }

    /// Adds the former ids of something. An id that something else had before stays with that.
    package mutating func add(_ former: [String], of id: String, in space: IDSpace) {
        guard let identity = former.first else { return }
        lists[Key(space: space, id: id), default: []] += former
        for old in former where old != id && now[Key(space: space, id: old)] == nil {
            now[Key(space: space, id: old)] = id
        }
        if identity != id {
            renamed.insert(id)
            identities.insert(identity)
        }
    }

    /// The id by which something is signed: the first that it had.
    package func identity(_ space: IDSpace, _ id: String) -> String {
        lists.isEmpty ? id : lists[Key(space: space, id: id)]?.first ?? id
    }

    /// The id that something has now, by any that it had; the id itself if nothing had it before.
    package func current(_ space: IDSpace, _ id: String) -> String {
        now.isEmpty ? id : now[Key(space: space, id: id)] ?? id
    }

    /// The former ids of something, without the one that it has now.
    package func former(_ space: IDSpace, _ id: String) -> [String] {
        (lists[Key(space: space, id: id)] ?? []).filter { $0 != id }
    }

    /// All ids that something had, the first one first; it may have one of them again.
    package func all(_ space: IDSpace, _ id: String) -> [String] { lists[Key(space: space, id: id)] ?? [] }

    /// Whether an id is a former one.
    package func isFormer(_ space: IDSpace, _ id: String) -> Bool { now[Key(space: space, id: id)] != nil }

    /// All former ids with the current ones, sorted.
    package var moves: [(space: IDSpace, from: String, to: String)] {
        now.map { ($0.key.space, $0.key.id, $0.value) }
            .sorted { ($0.0.word, $0.1) < ($1.0.word, $1.1) }
    }

    /// Whether a text may name something by an id that is not its identity, or by its identity.
    func mayBeNamed(in text: ArraySlice<UInt8>) -> Bool {
        guard !renamed.isEmpty else { return false }
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            index += 1
            guard byte == UInt8(ascii: "@") || byte == UInt8(ascii: ":") else { continue }
            let id = text[index...].prefix { byte in
                byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "%")
                    || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                    || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            }
            if id.contains(UInt8(ascii: "%")) { return true }
            let name = RecordID.normalised(String(decoding: id, as: UTF8.self))
            if renamed.contains(name) || identities.contains(name) { return true }
            // A full stop may end a sentence, and hyphens a word.
            let bare = name.split(separator: "-").joined(separator: "-")
            if renamed.contains(bare) || identities.contains(bare) { return true }
        }
        return false
    }
}
