import Captures
import Diagnostics
import Files

/// The lock as it lies in a newsroom's folder, with what is wrong with its lines.
struct LockFile: Sendable {
    /// The captures that can be read.
    let lock: CaptureLock
    /// The findings about its lines.
    let diagnostics: [Diagnostic]
    /// The file; nil where there is none.
    let file: SourceFile?
    private let lines: [String: Range<Int>]

    /// The largest lock: a line has about a kilobyte.
    static let sizeLimit = 256 * 1024 * 1024

    /// Reads the lock; a newsroom without one has captured nothing.
    init(in tree: FileTree) {
        guard let entry = tree.entry(at: CapturePlace.lock) else {
            lock = CaptureLock()
            diagnostics = []
            file = nil
            lines = [:]
            return
        }
        do throws(FileProblem) {
            let file = SourceFile(
                path: entry.path,
                bytes: try tree.contents(of: entry, limit: Self.sizeLimit)
            )
            let reading = CaptureLock.read(file.bytes)
            lock = reading.lock
            lines = reading.lines
            self.file = file
            diagnostics = reading.problems.map { problem in
                Diagnostic(
                    rule: .captureLock,
                    message: problem.message,
                    span: file.span(problem.range),
                    help: "restore the line from git, or take it out and import the capture again"
                )
            }
        } catch {
            lock = CaptureLock()
            file = nil
            lines = [:]
            diagnostics = [
                Diagnostic(
                    rule: .captureLock,
                    message: "the lock of captures cannot be read: \(error)",
                    span: SourceFile(path: entry.path, bytes: []).startSpan,
                    help: "restore it from git"
                )
            ]
        }
    }

    /// The place of a capture's line.
    func span(of capture: Capture) -> SourceSpan {
        guard let file, let range = lines[capture.file] else {
            return SourceFile(path: CapturePlace.lock, bytes: []).startSpan
        }
        return file.span(range)
    }
}
