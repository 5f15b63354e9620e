import Assay
import Checks
import Diagnostics
import Foundation
import Synchronization

/// The only way to the terminal. Results, findings included, go to standard output; progress, summaries and failures go
/// to standard error. Control characters in texts from files, arguments and other programs are made visible here.
struct Console: Sendable {
    let format: DiagnosticFormat
    let isQuiet: Bool
    /// The newsroom's place in its repository, from which the paths in SARIF and GitHub output are made.
    var place = RepositoryPlace.unknown

    /// Prints a report's findings, or only the given ones of them.
    func print(_ report: Report, only findings: [Diagnostic]? = nil) {
        let all = findings ?? report.diagnostics
        let shown = isQuiet ? all.filter { $0.severity == .error } : all
        let style = TerminalStyle.suited(
            isTerminal: isatty(STDOUT_FILENO) == 1,
            environment: ProcessInfo.processInfo.environment
        )
        let printer = format.printer(
            style: style,
            version: Version.current,
            rules: RuleCatalogue.descriptions,
            place: place
        )
        // Not through `TerminalText`: the printer has escaped its texts already, and its colours have to stay.
        Self.write(printer.text(of: shown, sources: { report.files[$0] }), to: .standardOutput)
    }

    /// Prints a text that is made for a style, such as a difference in colours on a terminal.
    func show(_ text: (TerminalStyle) -> String) {
        let isTerminal = isatty(STDOUT_FILENO) == 1
        let style = TerminalStyle.suited(
            isTerminal: isTerminal,
            environment: ProcessInfo.processInfo.environment
        )
        // In a pipe it is a patch, byte for byte; in colours its texts are safe already.
        let isSafe = !isTerminal || style.isColored
        Self.write(isSafe ? text(style) : TerminalText.safe(text(style)), to: .standardOutput)
    }

    /// Prints a line to standard error, unless the console is quiet.
    func say(_ line: String) {
        if !isQuiet { Self.warn(line) }
    }

    /// Prints lines of a command's result, unbuffered, so that a later failure stands below them.
    static func show(_ lines: String) { write(TerminalText.safe(lines) + "\n", to: .standardOutput) }

    /// Prints JSON, whose writer has escaped all control characters already.
    static func show(json text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput)
    }

    /// Prints lines to standard error.
    static func warn(_ lines: String) { write(TerminalText.safe(lines) + "\n", to: .standardError) }

    /// Writes bytes to standard output as they are: messages for another program.
    static func send(_ bytes: [UInt8]) { LostReport.note(LostReport.write(bytes, to: STDOUT_FILENO)) }

    /// Whether standard error is a terminal, where a line may be shown and erased again.
    static var hasTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    /// Shows a line at the foot of a terminal in the place of the one before; an empty one erases it.
    static func progress(_ line: String) {
        let text = "\r" + TerminalText.safe(line).filter { !$0.isNewline } + "\u{1B}[K"
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
    }

    private static func write(_ text: String, to handle: FileHandle) {
        LostReport.note(LostReport.write(Array(text.utf8), to: handle.fileDescriptor))
    }
}

/// A progress line at the foot of the terminal. It shows nothing where standard error is not a terminal.
final class ProgressLine: Sendable {
    private let isShown: Bool
    private let lastPercent = Mutex(-1)
    private let start = ContinuousClock.now

    init(isShown: Bool) { self.isShown = isShown && Console.hasTerminal }

    /// Shows how many files are done. Nothing appears in the first half second, so that short builds stay quiet.
    func update(_ done: Int, of total: Int) {
        guard isShown, total > 0, ContinuousClock.now - start > .milliseconds(500) else { return }
        let percent = done * 100 / total
        let isNew = lastPercent.withLock { last in
            defer { last = max(last, percent) }
            return percent > last
        }
        if isNew { show("\rwriting \(percent) % of \(total) files") }
    }

    /// Erases the line.
    func clear() {
        if isShown, lastPercent.withLock({ $0 >= 0 }) { show("\r\u{1B}[K") }
    }

    private func show(_ text: String) { try? FileHandle.standardError.write(contentsOf: Data(text.utf8)) }
}
