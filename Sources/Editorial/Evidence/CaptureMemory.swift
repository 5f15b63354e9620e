import Digests
import Files
import Stamps
import Synchronization

/// What was learnt of captured files, so that the next check need not read them again: their digests, by the files' stamps; what
/// they hold and which quotations stand in them, by their digests; and what authorities' replies prove, by their digests, too.
///
/// The memory is a file in the user's cache folder. In the newsroom's folder, whoever hands that folder on could forge it. A stamp
/// has the change time, which no program can set; `assay verify` reads every file all the same.
package final class CaptureMemory: Sendable {
    /// What was found in a file once, by its digest and the page that was looked at.
    struct Facts: Hashable, Sendable {
        /// What the page is.
        enum Content: String, Hashable, Sendable {
            case text, pdf, other, missing, unreadable
        }

        /// What the page is.
        let content: Content
        /// The SHA-256 of the page's entity-body.
        let payload: Digest?
        /// What is wrong with the file's records, as clauses.
        let problems: [String]
        /// The secrets in it.
        let secrets: [String]
    }

    /// What a reply of an authority proves of a list.
    struct Proof: Hashable, Sendable {
        /// The name in the certificate of the signer.
        let signer: String
        /// The name of the root that vouches; nil where none is known.
        let root: String?
        /// The name of the missing issuer, at which the chain ends without a known root.
        let missingIssuer: String?
        /// The time that is vouched for.
        let time: StampTime
        /// Whether the reply is a bare token.
        let isBareToken: Bool
    }

    struct State {
        var isRead = false
        var hasChanged = false
        var digests: [String: (stamp: FileStamp, digest: Digest)] = [:]
        var facts: [String: Facts] = [:]
        var quotes: Set<Digest> = []
        var proofs: [Digest: Proof] = [:]
        /// What this run asked for, which the next one will ask for, too: quotations and proofs.
        var used: Set<Digest> = []
    }

    /// The memory's file; nil for a memory of this process alone.
    private let path: String?
    private let trustsStamps: Bool
    private let state = Mutex(State())

    static let heading = "assay captured files 2"
    private static let sizeLimit = 1 << 28
    /// The number of unused quotations and proofs that are kept before the memory drops them.
    private static let slack = 100_000
    /// The age in nanoseconds at which a file counts as settled: one that is written at this moment may change once more
    /// without another stamp.
    private static let settled = 2_000_000_000

    /// Makes a memory of this process alone.
    package init() {
        path = nil
        trustsStamps = true
    }

    /// Opens the memory of a newsroom's folder.
    /// - Parameters:
    ///   - root: the folder's absolute path, without symbolic links.
    ///   - trustsStamps: whether a file with a known stamp need not be read; no where something is to be proved.
    package init(of root: String, trustingStamps trustsStamps: Bool = true) {
        self.trustsStamps = trustsStamps
        let name = Digest(of: Array(root.utf8)).hexadecimal.prefix(32)
        path = UserCache.path("captures/\(name)", outside: root)
    }

    /// The digest of a file that has this stamp.
    func digest(of file: String, _ stamp: FileStamp) -> Digest? {
        guard trustsStamps else { return nil }
        return read { state in state.digests[file].flatMap { $0.stamp == stamp ? $0.digest : nil } }
    }

    /// Keeps a digest, unless the file was written just now.
    func keep(_ digest: Digest, of file: String, _ stamp: FileStamp) {
        guard SystemClock.nanoseconds() - max(stamp.changed, stamp.modified) > Self.settled,
            !file.contains(where: \.isNewline)
        else { return }
        read { state in
            state.digests[file] = (stamp, digest)
            state.hasChanged = true
        }
    }

    /// The facts about a page in the file of a digest.
    func facts(_ digest: Digest, _ main: String?) -> Facts? { read { $0.facts[Self.key(digest, main)] } }

    /// Keeps facts.
    func keep(_ facts: Facts, _ digest: Digest, _ main: String?) {
        read { state in
            state.facts[Self.key(digest, main)] = facts
            state.hasChanged = true
        }
    }

    /// Whether quotations are known to stand in a page, by the name of both.
    func holds(_ quotes: Digest) -> Bool {
        read { state in
            guard state.quotes.contains(quotes) else { return false }
            state.used.insert(quotes)
            return true
        }
    }

    /// Keeps that quotations were found in a page.
    func keep(_ quotes: Digest) {
        read { state in
            state.quotes.insert(quotes)
            state.used.insert(quotes)
            state.hasChanged = true
        }
    }

    /// What a reply is known to prove, under a name made of the list, the reply and the certificates.
    func proof(_ name: Digest) -> Proof? {
        guard trustsStamps else { return nil }
        return read { state in
            guard let proof = state.proofs[name] else { return nil }
            state.used.insert(name)
            return proof
        }
    }

    /// Keeps what a reply proves.
    func keep(_ proof: Proof, _ name: Digest) {
        read { state in
            state.proofs[name] = proof
            state.used.insert(name)
            state.hasChanged = true
        }
    }

    /// Writes what is new. A memory that cannot be written costs time and nothing else, so errors are ignored.
    func save() {
        read { state in
            guard let path, state.hasChanged else { return }
            if state.quotes.count + state.proofs.count > state.used.count + Self.slack {
                state.quotes.formIntersection(state.used)
                state.proofs = state.proofs.filter { state.used.contains($0.key) }
            }
            state.hasChanged = false
            try? StoredFile.replace(path, with: Array(state.text.utf8))
        }
    }

    private func read<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
        state.withLock { state in
            if !state.isRead {
                state.isRead = true
                path.flatMap { try? StoredFile.contents(of: $0, limit: Self.sizeLimit) }
                    .map { state.fill(from: $0) }
            }
            return body(&state)
        }
    }

    private static func key(_ digest: Digest, _ main: String?) -> String {
        "\(digest.hexadecimal) \(main ?? "-")"
    }
}
