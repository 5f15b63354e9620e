import Digests
import Files
import Synchronization

/// A cache of valid signatures, by a hash of line and keys: a signature that was valid once stays valid.
///
/// The cache is a file in the user's cache folder. In the newsroom's folder, whoever hands that folder on could
/// forge it.
package final class SignatureMemory: Sendable {
    private struct State {
        var isRead = false
        var known: Set<Digest> = []
        var used: Set<Digest> = []
    }

    /// The cache file; nil for a cache in memory alone.
    private let path: String?
    private let state = Mutex(State())

    private static let heading = "assay verified signatures 1"
    private static let sizeLimit = 1 << 30
    /// The number of unused entries that are kept before the cache drops them.
    private static let slack = 100_000

    /// Makes a cache in memory, for this process alone.
    package init() { path = nil }

    /// Opens the cache of a newsroom's folder.
    /// - Parameter root: the folder's absolute path, without symbolic links.
    package init(of root: String) {
        let name = Digest(of: Array(root.utf8)).hexadecimal.prefix(32)
        path = UserCache.path("signatures/\(name)", outside: root)
    }

    /// The cache key of a line: a hash of its bytes and of the keys.
    static func name(of line: some Sequence<UInt8>, _ signers: AllowedSigners) -> Digest {
        var bytes = Array(signers.digest.hexadecimal.utf8)
        bytes.append(contentsOf: line)
        return Digest(of: bytes)
    }

    /// The cache keys that are in the cache.
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

    /// Adds valid signatures. A cache that cannot be written costs time and nothing else, so errors are ignored.
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
