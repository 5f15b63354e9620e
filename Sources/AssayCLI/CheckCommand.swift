import ArgumentParser
import Assay
import Diagnostics

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with a newsroom's files; writes nothing.",
        discussion: "Exits with 1 when there are findings of error severity."
    )

    @OptionGroup var options: NewsroomOptions

    func run() async throws {
        let console = Console(format: options.format, isQuiet: options.quiet)
        let start = ContinuousClock.now
        let report = try await Pipeline.check(options.request())
        console.print(report)
        console.say(
            "checked \(report.files.count) files in \(Duration.text(since: start)): \(FindingCounts(report.diagnostics).sentence)"
        )
        if report.hasErrors { throw ExitCode.failure }
        // All is said: what the report still holds goes with the process.
        withExtendedLifetime(report) { Self.exit() }
    }
}

extension Duration {
    /// The time since an instant, in milliseconds or seconds.
    static func text(since start: ContinuousClock.Instant) -> String { (ContinuousClock.now - start).text }

    /// The duration in milliseconds or seconds.
    var text: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        return milliseconds < 1000
            ? "\(milliseconds) ms" : "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    }
}
