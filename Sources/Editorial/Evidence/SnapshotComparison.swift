import Captures
import Diagnostics
import Digests
import Files
import Newsroom

/// Snapshots, the lock and the files of captures, compared with each other.
struct SnapshotComparison {
    private let lockFile: LockFile
    private let files: CapturedFiles
    private let requiresFiles: Bool

    init(_ lockFile: LockFile, _ files: CapturedFiles, requiresFiles: Bool) {
        self.lockFile = lockFile
        self.files = files
        self.requiresFiles = requiresFiles
    }

    /// The error that makes a record's snapshot worthless as evidence; nil if there is none.
    func problem(of document: any CapturedDocument) -> Diagnostic? {
        guard let snapshot = document.snapshot else { return nil }
        let path = snapshot.file.value
        let locked = lockFile.lock[path]
        switch files.standings[path] {
        case .found(let digest):
            guard digest != snapshot.digest else { return nil }
            let isAsLocked = locked?.sha256 == digest
            return Diagnostic(
                rule: .snapshotDigest,
                message: "the SHA-256 of `\(path)` is \(digest), and not the one that stands here",
                span: document.file.span(snapshot.sha256.range),
                labels: locked.map { [.init(lockFile.span(of: $0), "the lock's line")] } ?? [],
                help: isAsLocked
                    ? "the lock has the file's digest: write it here, if this is the copy that the record stands on"
                    : "restore the file from git; or, if it is the copy that was captured, write its SHA-256"
            )
        case .problem(.missing), nil:
            if let locked, locked.sha256 == snapshot.digest, !requiresFiles { return nil }
            return missing(path, snapshot, document, locked)
        case .problem(let problem):
            return Diagnostic(
                rule: .snapshotMissingFile,
                message: "the snapshot `\(path)` cannot be read: \(problem)",
                span: document.file.span(snapshot.file.range),
                help: "put the captured file itself into the newsroom's folder, or take `snapshot` out"
            )
        }
    }

    private func missing(
        _ path: String,
        _ snapshot: Snapshot,
        _ document: any CapturedDocument,
        _ locked: Capture?
    ) -> Diagnostic {
        if let locked, locked.sha256 != snapshot.digest {
            return Diagnostic(
                rule: .snapshotDigest,
                message:
                    "the lock says of `\(path)` that its SHA-256 is \(locked.sha256), and not the one that stands here",
                span: document.file.span(snapshot.sha256.range),
                labels: [.init(lockFile.span(of: locked), "the lock's line")],
                help: "write the digest that the lock has, if this is the copy that the record stands on"
            )
        }
        return Diagnostic(
            rule: .snapshotMissingFile,
            message: locked == nil
                ? "there is no file `\(path)` in the newsroom's folder, so this record has no snapshot"
                : "the capture `\(path)` is not in this folder",
            span: document.file.span(snapshot.file.range),
            help: locked == nil
                ? "name the file by its path in the newsroom's folder and put it there, or take `snapshot` out"
                : "get it from where the newsroom keeps its captures (`git lfs pull`), or leave `--require-files` out"
        )
    }

    /// The findings about captures that are not what the lock says of them. Where a record stands on one, it has an error of its own.
    func lockFindings(_ documents: [any CapturedDocument]) -> [Diagnostic] {
        let named = Set(documents.compactMap { $0.snapshot?.file.value })
        return lockFile.lock.captures.compactMap { capture in
            let message: String
            switch files.standings[capture.file] {
            case .found(let digest) where digest != capture.sha256:
                message = "`\(capture.file)` is not what was captured: its SHA-256 is \(digest)"
            case .problem(.missing), nil:
                guard requiresFiles, !named.contains(capture.file) else { return nil }
                message = "`\(capture.file)` is not in this folder"
            case .problem(let problem): message = "`\(capture.file)` cannot be read: \(problem)"
            default: return nil
            }
            return Diagnostic(
                rule: .captureDamaged,
                message: message,
                span: lockFile.span(of: capture),
                help: "restore the file from git, or from another copy; captures are never changed"
            )
        }
    }

    /// The findings about what records stand on: an unknown file, a refusal, a capture without a time stamp.
    func standingFindings(_ documents: [any CapturedDocument], _ stamps: VerifiedStamps) -> [Diagnostic] {
        documents.flatMap { document -> [Diagnostic] in
            guard let snapshot = document.snapshot else { return [] }
            let path = snapshot.file.value
            let span = document.file.span(snapshot.file.range)
            guard let capture = lockFile.lock[path] else {
                return path.hasPrefix(CapturePlace.folder + "/") ? [unknown(path, document, span)] : []
            }
            var found: [Diagnostic] = []
            if capture.source != document.captured {
                found.append(
                    Diagnostic(
                        rule: .snapshotUnknown,
                        message: "the lock has this capture as one of `\(capture.source)`",
                        span: span,
                        labels: [.init(lockFile.span(of: capture), "the lock's line")],
                        help:
                            "name a capture of this record; `assay capture --import FILE \(document.captured)` makes one"
                    )
                )
            }
            if !capture.state.isUsable { found.append(blocked(capture, document, span)) }
            if !stamps.manifests.isEmpty, !stamps.isStamped(path, capture.sha256) {
                found.append(
                    Diagnostic(
                        rule: .captureNotStamped,
                        message: "no time stamp covers this capture",
                        span: span,
                        help: "`assay stamp` has all new captures stamped at once"
                    )
                )
            }
            return found
        }
    }

    private func unknown(
        _ path: String,
        _ document: any CapturedDocument,
        _ span: SourceSpan
    ) -> Diagnostic {
        Diagnostic(
            rule: .snapshotUnknown,
            message:
                "the lock has no line for `\(path)`, so nobody knows when and from where it was captured",
            span: span,
            help: "`assay capture --import \(path) \(document.captured)` makes a capture of it, with its line"
        )
    }

    private func blocked(
        _ capture: Capture,
        _ document: any CapturedDocument,
        _ span: SourceSpan
    ) -> Diagnostic {
        let status = capture.status.map { " with the status \($0)" } ?? ""
        return Diagnostic(
            rule: .captureBlocked,
            message: capture.state == .blocked
                ? "what was captured is the site's refusal\(status), and not the page"
                : "what was captured is an error\(status), and not the page",
            span: span,
            labels: [.init(lockFile.span(of: capture), "the lock's line")],
            help:
                "capture the page in a browser (ArchiveWeb.page, browsertrix) and give `assay capture --import FILE \(document.captured)`"
        )
    }
}
