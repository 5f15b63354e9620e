import Captures
import Diagnostics
import Digests
import Editorial
import Files

/// The captures that a newsroom has locked, as a command needs them.
enum LockedCaptures {
    /// The largest lock, in bytes: that of a hundred thousand captures.
    private static let sizeLimit = 64 * 1024 * 1024

    /// Reads the lock; an empty one where there is none.
    /// - Throws: a failure for a line that cannot be read.
    static func read(from folder: FileTree) throws(CommandFailure) -> CaptureLock {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try folder.contents(of: CapturePlace.lock, limit: sizeLimit)
        } catch {
            if error == .missing { return CaptureLock() }
            throw CommandFailure("`\(CapturePlace.lock)` cannot be read: \(error)")
        }
        let (lock, problems) = CaptureLock.read(bytes)
        guard let problem = problems.first else { return lock }
        let place = SourceFile(path: CapturePlace.lock, bytes: bytes).span(problem.range)
        throw CommandFailure("\(place.file):\(place.line): \(problem.message)")
    }

    /// The records that arguments name; nil for none.
    /// - Throws: a failure for a record without captures.
    static func records(
        named names: [String],
        in lock: CaptureLock
    ) throws(CommandFailure) -> Set<CapturedRecord>? {
        let known = Set(lock.captures.map(\.source))
        for name in names where !known.contains(CapturedRecord(name)) {
            let help = Suggestion.help(for: name, among: known.map(\.description).sorted())
            throw CommandFailure("nothing was captured of `\(name)`\(help.map { "; " + $0 } ?? "")")
        }
        return names.isEmpty ? nil : Set(names.map(CapturedRecord.init))
    }

    /// Compares captured files with the lock.
    /// - Returns: the number of those that are not here.
    /// - Throws: a failure for a file that has other bytes.
    static func compare(_ captures: [Capture], in folder: FileTree) async throws(CommandFailure) -> Int {
        let found = await captures.concurrentMap { capture -> Result<Digest, FileProblem> in
            Result { () throws(FileProblem) in try folder.digest(of: capture.file) }
        }
        for (capture, digest) in zip(captures, found) {
            switch digest {
            case .success(capture.sha256), .failure(.missing): continue
            case .success:
                throw CommandFailure(
                    "`\(capture.file)` is not the file that was captured: its SHA-256 is another than in the lock; restore it from git"
                )
            case .failure(let problem):
                throw CommandFailure("`\(capture.file)` cannot be read: \(problem)")
            }
        }
        return found.count { if case .failure = $0 { true } else { false } }
    }
}
