import Captures
import Files

/// The one way to put captures into a newsroom's folder: the file first, then its line in the lock.
///
/// A command that is killed between the two leaves a file that nothing names, and no line without a file.
package struct CaptureStore: Sendable {
    /// A reason why a capture was not stored; nothing is left of it.
    package enum Problem: Error, Hashable, Sendable, CustomStringConvertible {
        /// There is a file at the capture's path, which is never overwritten.
        case taken(String)
        /// The lock has a line that cannot be read.
        case lock(String, line: Int)
        /// A file cannot be read or written.
        case file(String, FileProblem)

        /// The problem as a sentence without a full stop.
        package var description: String {
            switch self {
            case .taken(let path): "there is a file `\(path)` already, and captures are never overwritten"
            case .lock(let message, let line):
                "\(CapturePlace.lock):\(line): \(message); put it right first (`assay explain capture-lock`)"
            case .file(let path, let problem): "`\(path)` cannot be read or written: \(problem)"
            }
        }
    }

    private let tree: FileTree

    /// How often the lock is read again when another command changes it meanwhile.
    private static let attempts = 20

    /// Opens the store of a newsroom's folder.
    package init(_ tree: FileTree) { self.tree = tree }

    /// The lock as it is now.
    package func lock() throws(Problem) -> CaptureLock { try read().lock }

    /// Whether there is something at a path.
    package func isTaken(_ path: String) -> Bool { tree.exists(path) }

    /// Stores a capture with its file.
    /// - Parameter file: the file's content, whose digest the capture has.
    package func store(_ capture: Capture, _ file: [UInt8]) throws(Problem) {
        // Before anything is written: a lock that cannot be read would lose its lines.
        _ = try read()
        guard !isTaken(capture.file) else { throw .taken(capture.file) }
        let path = tree.root + "/" + capture.file
        do throws(FileProblem) {
            try tree.verify(folder: capture.source.folder)
            try DurableFile.replace(path, with: file)
        } catch {
            throw .file(capture.file, error)
        }
        do throws(Problem) {
            try change { $0.adding(capture) }
        } catch {
            DurableFile.remove(path)
            throw error
        }
    }

    /// Replaces the lock by what is made of it.
    private func change(_ edit: (CaptureLock) -> CaptureLock) throws(Problem) {
        let path = tree.root + "/" + CapturePlace.lock
        var last = FileProblem.system("other commands change it all the time")
        for _ in 0..<Self.attempts {
            let (lock, bytes) = try read()
            let changed = edit(lock).bytes
            do throws(AppendOnlyFile.Problem) {
                if bytes.isEmpty {
                    try AppendOnlyFile.append(changed, to: path, after: bytes)
                } else {
                    try AppendOnlyFile.replace(path, holding: bytes, with: changed)
                }
                return
            } catch {
                switch error {
                case .changed: continue
                case .file(let problem), .unconfirmed(let problem): last = problem
                }
                break
            }
        }
        throw .file(CapturePlace.lock, last)
    }

    private func read() throws(Problem) -> (lock: CaptureLock, bytes: [UInt8]) {
        let bytes: [UInt8]
        do throws(FileProblem) {
            bytes = try tree.contents(of: CapturePlace.lock, limit: LockFile.sizeLimit)
        } catch {
            if error == .missing || error == .notAFolder { return (CaptureLock(), []) }
            throw .file(CapturePlace.lock, error)
        }
        let reading = CaptureLock.read(bytes)
        if let problem = reading.problems.first {
            let line = 1 + bytes[..<problem.range.lowerBound].count { $0 == 0x0A }
            throw .lock(problem.message, line: line)
        }
        return (reading.lock, bytes)
    }
}
