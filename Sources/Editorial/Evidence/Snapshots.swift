import Captures
import Diagnostics
import Digests
import Files
import Newsroom

extension LoadedNewsroom {
    /// The newsroom with what it holds of its sources and articles, and with what was found of these.
    ///
    /// A snapshot whose file is missing or has another SHA-256 than its record says is an error, and its record counts as one
    /// without a snapshot. A capture that is in the lock and not in this folder is neither: large files may lie elsewhere.
    /// - Parameters:
    ///   - memory: what was learnt of these files before.
    ///   - stamps: what vouches for the time of captures.
    ///   - requiresFiles: whether each capture has to be in the folder.
    package func comparingSnapshots(
        in tree: FileTree,
        remembering memory: CaptureMemory,
        stamps: VerifiedStamps,
        requiringFiles requiresFiles: Bool = false
    ) async -> LoadedNewsroom {
        defer { memory.save() }
        guard let newsroom else { return self }
        let lockFile = LockFile(in: tree)
        let documents = newsroom.capturedDocuments
        let hasCaptures = !documents.isEmpty || lockFile.file != nil || !lockFile.diagnostics.isEmpty
        guard hasCaptures || !stamps.manifests.isEmpty || !stamps.diagnostics.isEmpty else { return self }
        let paths = documents.compactMap { $0.snapshot?.file.value } + lockFile.lock.captures.map(\.file)
        let files = await CapturedFiles(Set(paths), in: tree, remembering: memory)
        let comparison = SnapshotComparison(lockFile, files, requiresFiles: requiresFiles)
        let problems = documents.compactMap { document in
            comparison.problem(of: document).map { (document: document, finding: $0) }
        }
        let broken = Set(problems.map { RecordKey(of: $0.document) })
        let held = HeldCaptures(lock: lockFile.lock, found: files.digests)
        let whole = documents.filter { !broken.contains(RecordKey(of: $0)) }
        let readings = await SnapshotReadings(whole, newsroom, held, lockFile, in: tree, remembering: memory)
        return replacing(
            newsroom.replacing(problems.map { $0.document.withoutSnapshot }, captures: held),
            adding: lockFile.diagnostics + problems.map(\.finding) + comparison.lockFindings(documents)
                + comparison.standingFindings(whole, stamps) + readings.diagnostics + stamps.diagnostics
                + stamps.changedCaptures(lockFile.lock) + stamps.earlyStamps(lockFile.lock),
            lockFile.file.map { [$0.path: $0] } ?? [:]
        )
    }

    /// The errors about snapshots, the lock and captured files.
    package var captureErrors: [Diagnostic] {
        let rules: Set<RuleID> = [.snapshotMissingFile, .snapshotDigest, .captureLock, .captureDamaged]
        return diagnostics.filter { rules.contains($0.rule) }
    }

    /// The paths of all captured files, with the digests of those that are here.
    package var snapshots: [(path: String, digest: Digest?)] {
        guard let captures = newsroom?.captures else { return [] }
        let paths = Set(captures.lock.captures.map(\.file)).union(captures.found.keys)
        return paths.sorted().map { ($0, captures.found[$0]) }
    }
}

extension Newsroom {
    /// The sources and articles that stand on a captured copy.
    var capturedDocuments: [any CapturedDocument] {
        let sources: [any CapturedDocument] = sources.filter { $0.snapshot != nil }
        return sources + articles.filter { $0.snapshot != nil }
    }
}

extension CapturedDocument {
    fileprivate var withoutSnapshot: any Record { Self(self, snapshot: nil) }
}
