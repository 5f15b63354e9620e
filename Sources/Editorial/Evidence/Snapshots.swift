import Diagnostics
import Digests
import Files
import Newsroom

extension LoadedNewsroom {
    /// The newsroom with the snapshots whose files are there and have the SHA-256 that their sources name.
    ///
    /// Any other is a finding, and its source counts as one without a snapshot: a digest that nobody compared proves nothing.
    /// Files are compared each time, because a copy that is evidence must not be vouched for by its time stamp.
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

    /// The files of all snapshots, with their digests.
    package var snapshots: [(path: String, digest: Digest)] {
        newsroom?.sources.compactMap { source in
            guard let snapshot = source.snapshot, let digest = snapshot.digest else { return nil }
            return (snapshot.file.value, digest)
        } ?? []
    }
}

extension FileTree {
    /// A file larger than this is no captured page or document, in bytes.
    private static let snapshotLimit = 4 * 1024 * 1024 * 1024

    /// The SHA-256 of a file, which is read piece by piece.
    package func digest(of path: String) throws(FileProblem) -> Digest {
        guard let entry = entry(at: path) else { throw .missing }
        if let problem = entry.problem { throw problem }
        var hash = DigestBuilder()
        try readPieces(of: entry, limit: Self.snapshotLimit) { hash.add($0) }
        return hash.digest
    }
}

/// Why a snapshot proves nothing.
private enum SnapshotProblem {
    /// The file cannot be read.
    case file(FileProblem)
    /// It has another SHA-256.
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
    /// The digest that the source names.
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
