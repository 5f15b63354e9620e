import Assay
import Diagnostics
import Preview
import Synchronization

/// The terminal output of `assay serve`: a line for every change, and the errors whenever they differ from the last ones.
final class ServeLog: Sendable {
    private let console: Console
    private let lastErrors = Mutex<[Diagnostic]>([])

    /// The number of errors printed; the rest is counted, and the browser lists all.
    private static let shownErrors = 5

    init(console: Console) { self.console = console }

    /// Prints a line to standard error, unless the console is quiet.
    func say(_ line: String) { console.say(line) }

    /// Prints a change of files, or the result of a check.
    func note(_ occurrence: LivePreview.Occurrence) {
        switch occurrence {
        case .changed(let paths, let time):
            let others = paths.count > 3 ? " and \(paths.count - 3) more" : ""
            say("changed  \(paths.prefix(3).joined(separator: ", "))\(others) (\(time.text))")
        case .checked(let time, let report):
            show(report)
            say(
                "checked  \(report.files.count) files (\(time.text)): \(FindingCounts(report.diagnostics).sentence)"
            )
        }
    }

    private func show(_ report: Report) {
        let errors = report.diagnostics.filter { $0.severity == .error }
        let isNews = lastErrors.withLock { last in
            defer { last = errors }
            return last != errors
        }
        guard isNews, !errors.isEmpty else { return }
        console.print(report, only: Array(errors.prefix(Self.shownErrors)))
        if errors.count > Self.shownErrors {
            say("and \(errors.count - Self.shownErrors) more errors, which the preview shows over its pages")
        }
    }
}
