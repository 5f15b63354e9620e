import Diagnostics
import Digests
import Files
import Newsroom

extension LoadedNewsroom {
    /// The newsroom, without those snapshots whose files are missing or have another SHA-256 than their source
    /// says.
    ///
    /// Each of these is a finding, and its source counts as one without a snapshot. Files are hashed each time,
    /// because a time stamp must not vouch for evidence.
    package func comparingSnapshots(in tree: FileTree) async -> LoadedNewsroom {
        guard let newsroom else { return self }
        let captured = newsroom.sources.filter { $0.snapshot != nil }
        guard !captured.isEmpty else { return self }
        let problems = await captured.concurrentMap { source in
            source.snapshot?.problem(in: tree).map { (source: source, problem: $0) }
        }.compactMap(\.self)
        guard !problems.isEmpty else { return self }
        return replacing(
            newsroom.replacing(problems.map { Source($0.source, snapshot: nil) }),
            adding: problems.map { $0.problem.diagnostic(of: $0.source) },
            [:]
        )
    }

    /// The paths of all snapshots, with the digests in their sources.
    package var snapshots: [(path: String, digest: Digest)] {
        newsroom?.sources.compactMap { source in
            guard let snapshot = source.snapshot, let digest = snapshot.digest else { return nil }
            return (snapshot.file.value, digest)
        } ?? []
    }
}

extension FileTree {
    /// The largest file that is hashed, in bytes: no captured page or document comes near.
    private static let snapshotLimit = 4 * 1024 * 1024 * 1024

    /// The SHA-256 of a file, which is read in pieces.
    /// - Throws: a `FileProblem` if the file is missing, unreadable or too large.
    package func digest(of path: String) throws(FileProblem) -> Digest {
        guard let entry = entry(at: path) else { throw .missing }
        if let problem = entry.problem { throw problem }
        var hash = DigestBuilder()
        try readPieces(of: entry, limit: Self.snapshotLimit) { hash.add($0) }
        return hash.digest
    }
}

/// An error that makes a snapshot worthless as evidence.
private enum SnapshotProblem {
    /// The file is missing or cannot be read.
    case file(FileProblem)
    /// The file has this SHA-256, and not the one in its source.
    case digest(Digest)

    func diagnostic(of source: Source) -> Diagnostic {
        let snapshot = source.snapshot
        let path = snapshot?.file.value ?? ""
        let (message, help, range) =
            switch self {
            case .file(.missing):
                (
                    "there is no file `\(path)` in the newsroom's folder, so this source has no snapshot",
                    "name the file by its path in the newsroom's folder and put it there, or take `snapshot` out",
                    snapshot?.file.range
                )
            case .file(let problem):
                (
                    "the snapshot `\(path)` cannot be read: \(problem)",
                    "put the captured file itself into the newsroom's folder, or take `snapshot` out",
                    snapshot?.file.range
                )
            case .digest(let digest):
                (
                    "the SHA-256 of `\(path)` is \(digest), and not the one that stands here",
                    "restore the file from git; or, if it is the copy that was captured, write its SHA-256",
                    snapshot?.sha256.range
                )
            }
        return Diagnostic(
            rule: .brokenSnapshot,
            message: message,
            span: source.file.span(range ?? source.title.range),
            help: help
        )
    }
}

extension Snapshot {
    /// The digest in the source; nil if it is not 64 hexadecimal digits.
    fileprivate var digest: Digest? { Digest(sha256.value.lowercased()) }

    fileprivate func problem(in tree: FileTree) -> SnapshotProblem? {
        do throws(FileProblem) {
            let found = try tree.digest(of: file.value)
            return found == digest ? nil : .digest(found)
        } catch {
            return .file(error)
        }
    }
}
