import Assay
import Checks
import Diagnostics
import Foundation
import Synchronization

/// Prints reports: findings for programs go to standard output, everything for people to standard error.
struct Console: Sendable {
    let format: DiagnosticFormat
    let isQuiet: Bool

    /// Prints what a run found, or only some of it.
    func print(_ report: Report, only findings: [Diagnostic]? = nil) {
        let all = findings ?? report.diagnostics
        let shown = isQuiet ? all.filter { $0.severity == .error } : all
        let style = TerminalStyle.suited(
            isTerminal: isatty(STDERR_FILENO) == 1,
            environment: ProcessInfo.processInfo.environment
        )
        let printer = format.printer(
            style: style,
            version: Version.current,
            rules: RuleCatalogue.descriptions
        )
        let text = printer.text(of: shown, sources: { report.files[$0] })
        Self.write(text, to: format == .text ? .standardError : .standardOutput)
    }

    /// Prints a line for people.
    func say(_ line: String) {
        if !isQuiet { Self.write(line + "\n", to: .standardError) }
    }

    /// Prints lines of a command's result; at once, so that they stand before what goes wrong after them.
    static func show(_ lines: String) { write(lines + "\n", to: .standardOutput) }

    /// Prints a line to standard error.
    static func warn(_ line: String) { write(line + "\n", to: .standardError) }

    private static func write(_ text: String, to handle: FileHandle) {
        LostReport.note(LostReport.write(Array(text.utf8), to: handle.fileDescriptor))
    }
}

/// A line at the foot of the terminal that counts; there is none when output is not a terminal.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let lastPercent = Mutex(-1)
    private let start = ContinuousClock.now

    init(isShown: Bool) { self.isShown = isShown && isatty(STDERR_FILENO) == 1 }

    /// Shows that so many of all files are done; nothing in the first half second, so that short builds stay quiet.
    func update(_ done: Int, of total: Int) {
        guard isShown, total > 0, ContinuousClock.now - start > .milliseconds(500) else { return }
        let percent = done * 100 / total
        let isNew = lastPercent.withLock { last in
            defer { last = max(last, percent) }
            return percent > last
        }
        if isNew { show("\rwriting \(percent) % of \(total) files") }
    }

    /// Takes the line away.
    func clear() {
        if isShown, lastPercent.withLock({ $0 >= 0 }) { show("\r\u{1B}[K") }
    }

    private func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
