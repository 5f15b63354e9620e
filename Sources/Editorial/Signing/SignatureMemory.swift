import Digests
import Files
import Synchronization

/// The signatures that were verified before, by the digest of the line and of the keys: what holds once holds always.
///
/// Kept in the user's cache folder and never in the newsroom's, because whoever hands on a newsroom's folder could
/// write into that whatever they like.
package final class SignatureMemory: Sendable {
    private struct State {
        var isRead = false
        var known: Set<Digest> = []
        var used: Set<Digest> = []
    }

    /// nil for a memory that lasts as long as the process.
    private let path: String?
    private let state = Mutex(State())

    private static let heading = "assay verified signatures 1"
    private static let sizeLimit = 1 << 30
    /// So many entries that were not asked for may stay, before they are forgotten.
    private static let slack = 100_000

    /// A memory that lasts as long as the process.
    package init() { path = nil }

    /// The memory of a newsroom's folder.
    /// - Parameter root: absolute, without symbolic links.
    package init(of root: String) {
        let name = Digest(of: Array(root.utf8)).hexadecimal.prefix(32)
        path = UserCache.path("signatures/\(name)", outside: root)
    }

    /// What a line is known by, with its keys.
    static func name(of line: some Sequence<UInt8>, _ signers: AllowedSigners) -> Digest {
        var bytes = Array(signers.digest.hexadecimal.utf8)
        bytes.append(contentsOf: line)
        return Digest(of: bytes)
    }

    /// Which of these were verified before.
    func known(_ names: [Digest]) -> Set<Digest> {
        guard !names.isEmpty else { return [] }
        return state.withLock { state in
            if !state.isRead {
                state.known = path.map(Self.read) ?? []
                state.isRead = true
            }
            let found = state.known.intersection(names)
            state.used.formUnion(found)
            return found
        }
    }

    /// Keeps what was verified. A memory that cannot be kept costs time and nothing else.
    func keep(_ names: [Digest]) {
        guard !names.isEmpty else { return }
        state.withLock { state in
            state.used.formUnion(names)
            state.known.formUnion(names)
            if state.known.count > state.used.count + Self.slack { state.known = state.used }
            guard let path else { return }
            let text =
                ([Self.heading] + state.known.map(\.hexadecimal).sorted()).joined(separator: "\n") + "\n"
            try? StoredFile.replace(path, with: Array(text.utf8))
        }
    }

    private static func read(_ path: String) -> Set<Digest> {
        guard let bytes = try? StoredFile.contents(of: path, limit: sizeLimit) else { return [] }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, first.elementsEqual(heading.utf8) else { return [] }
        return Set(lines.dropFirst().compactMap { Digest(String(decoding: $0, as: UTF8.self)) })
    }
}
