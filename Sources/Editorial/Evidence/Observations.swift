import Captures
import Diagnostics
import Files
import Newsroom
import Watching

extension LoadedNewsroom {
    /// The largest log: a line has some hundred bytes.
    private static var logLimit: Int { 256 * 1024 * 1024 }

    /// The newsroom with what was seen of its addresses since they were captured, and with what is wrong with the log.
    package func readingObservations(in tree: FileTree) -> LoadedNewsroom {
        guard let newsroom, let entry = tree.entry(at: CapturePlace.watchLog) else { return self }
        do throws(FileProblem) {
            let file = SourceFile(
                path: entry.path,
                bytes: try tree.contents(of: entry, limit: Self.logLimit)
            )
            let log = WatchLog(file.bytes)
            let findings = log.problems.map { problem in
                Diagnostic(
                    rule: .watchLog,
                    message: problem.message,
                    span: file.span(problem.range),
                    help: "restore the line from git, or take it out"
                )
            }
            return replacing(
                newsroom.replacing(captures: newsroom.captures.seen(log.states)),
                adding: findings,
                [file.path: file]
            )
        } catch {
            let finding = Diagnostic(
                rule: .watchLog,
                message: "the log of observations cannot be read: \(error)",
                span: SourceFile(path: entry.path, bytes: []).startSpan,
                help: "restore it from git"
            )
            return replacing(newsroom, adding: [finding], [:])
        }
    }
}
