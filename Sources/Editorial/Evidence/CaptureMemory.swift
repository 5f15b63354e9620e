import Digests
import Files
import Synchronization

/// What was learnt of captured files, so that the next check need not read them again: their digests, by the files' stamps; what
/// they hold and which quotations stand in them, by their digests.
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

    private struct State {
        var isRead = false
        var hasChanged = false
        var digests: [String: (stamp: FileStamp, digest: Digest)] = [:]
        var facts: [String: Facts] = [:]
        var quotes: Set<Digest> = []
        /// What this run asked for, which the next one will ask for, too.
        var used: Set<Digest> = []
    }

    /// The memory's file; nil for a memory of this process alone.
    private let path: String?
    private let trustsStamps: Bool
    private let state = Mutex(State())

    private static let heading = "assay captured files 1"
    private static let sizeLimit = 1 << 28
    /// The number of unused quotations that are kept before the memory drops them.
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

    /// Whether a quotation is known to stand in a page.
    func holds(_ quote: Digest) -> Bool {
        read { state in
            guard state.quotes.contains(quote) else { return false }
            state.used.insert(quote)
            return true
        }
    }

    /// Keeps quotations that were found.
    func keep(_ quotes: [Digest]) {
        guard !quotes.isEmpty else { return }
        read { state in
            state.quotes.formUnion(quotes)
            state.used.formUnion(quotes)
            state.hasChanged = true
        }
    }

    /// Writes what is new. A memory that cannot be written costs time and nothing else, so errors are ignored.
    func save() {
        read { state in
            guard let path, state.hasChanged else { return }
            if state.quotes.count > state.used.count + Self.slack { state.quotes = state.used }
            state.hasChanged = false
            try? StoredFile.replace(path, with: Array(Self.text(of: state).utf8))
        }
    }

    private func read<Result: Sendable>(_ body: (inout State) -> Result) -> Result {
        state.withLock { state in
            if !state.isRead {
                state.isRead = true
                path.flatMap { try? StoredFile.contents(of: $0, limit: Self.sizeLimit) }
                    .map { Self.fill(&state, from: $0) }
            }
            return body(&state)
        }
    }

    private static func key(_ digest: Digest, _ main: String?) -> String {
        "\(digest.hexadecimal) \(main ?? "-")"
    }
}

// MARK: - The file

extension CaptureMemory {
    /// A line for each thing that is known, with tabs between its parts.
    private static func text(of state: State) -> String {
        var lines = [heading]
        for (file, known) in state.digests.sorted(by: { $0.key < $1.key }) {
            let stamp = known.stamp
            lines.append(
                "F\t\(stamp.number)\t\(stamp.size)\t\(stamp.modified)\t\(stamp.changed)\t\(known.digest)\t\(file)"
            )
        }
        for (key, facts) in state.facts.sorted(by: { $0.key < $1.key }) {
            let clauses = facts.problems.map { "p" + $0 } + facts.secrets.map { "s" + $0 }
            let parts =
                ["P", key, facts.content.rawValue, facts.payload?.hexadecimal ?? "-"]
                + clauses.map(\.onOneLine)
            lines.append(parts.joined(separator: "\t"))
        }
        lines += state.quotes.map(\.hexadecimal).sorted().map { "Q\t\($0)" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func fill(_ state: inout State, from bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let first = lines.first, first.elementsEqual(heading.utf8) else { return }
        for line in lines.dropFirst() {
            let parts = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            switch parts[0] {
            case "F" where parts.count == 7:
                guard let number = UInt64(parts[1]), let size = Int(parts[2]), let modified = Int(parts[3]),
                    let changed = Int(parts[4]), let digest = Digest(parts[5])
                else { continue }
                let stamp = FileStamp(number: number, size: size, modified: modified, changed: changed)
                state.digests[parts[6]] = (stamp, digest)
            case "P" where parts.count >= 4:
                guard let content = Facts.Content(rawValue: parts[2]) else { continue }
                state.facts[parts[1]] = Facts(
                    content: content,
                    payload: Digest(parts[3]),
                    problems: parts[4...].filter { $0.hasPrefix("p") }.map { String($0.dropFirst()) },
                    secrets: parts[4...].filter { $0.hasPrefix("s") }.map { String($0.dropFirst()) }
                )
            case "Q" where parts.count == 2: if let digest = Digest(parts[1]) { state.quotes.insert(digest) }
            default: continue
            }
        }
    }
}

extension String {
    fileprivate var onOneLine: String { String(map { $0.isNewline || $0 == "\t" ? " " : $0 }) }
}
