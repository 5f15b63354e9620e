import ArgumentParser
import Assay
import Diagnostics
import Files

struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build",
        abstract: "Checks a newsroom and writes its website.",
        discussion: """
            An error in what readers would see stops it: nothing is written, and it exits with 1. An error in a text that \
            readers do not see, such as a draft, is reported; the rest is written, and it exits with 3. The output folder \
            must be empty or written by an earlier build. Ctrl-C leaves it as it was, or complete; the exit status is 130 then.
            """
    )

    @OptionGroup var options: NewsroomOptions
    @OptionGroup var captures: CapturedFileOptions

    @Option(
        name: [.customShort("o"), .customLong("out")],
        help: ArgumentHelp(
            "The output folder; _site in the newsroom's folder, or _drafts with --drafts.",
            valueName: "dir"
        ),
        completion: .directory
    )
    var output: String?

    @Option(
        help: ArgumentHelp("How many files are worked on at once; as many as processors.", valueName: "count")
    )
    var workers: Int?

    @Flag(help: "Show drafts, marked as such. Never publish what is built so.")
    var drafts = false

    @Flag(help: "Write the site although there are errors.")
    var keepGoing = false

    @Flag(
        help:
            "Go on with a site and its .assay folder that were copied here together, as a cache of continuous integration is. Never with copies that somebody else made."
    )
    var fromCache = false

    func validate() throws {
        if let workers, workers < 1 { throw ValidationError("a build needs at least 1 worker") }
    }

    func run() async throws {
        try await Workers.$count.withValue(workers ?? Workers.count) { try await build() }
    }

    private func build() async throws {
        let start = ContinuousClock.now
        let request = try options.request(
            includesDrafts: drafts,
            keepsGoing: keepGoing,
            restoresCache: fromCache,
            requiring: captures
        )
        let console = options.console(for: request.folder)
        let folder = output ?? request.folder.root + (drafts ? "/_drafts" : "/_site")
        let progress = ProgressLine(isShown: !options.quiet)
        let (report, signal): (Report, Int32?)
        do throws(OutputProblem) {
            let site = try OutputFolder(
                path: folder,
                root: request.folder.root,
                protected: Pipeline.inputFolders,
                isPublic: !drafts
            )
            (report, signal) = try await Interruption.cancelling { () throws(OutputProblem) in
                try await Pipeline.build(request, into: site, progress: progress.update)
            }
        } catch {
            progress.clear()
            throw CommandFailure(TerminalText.safe("\(error)\(Self.help(for: error))"))
        }
        progress.clear()
        if let signal, report.site == nil {
            console.say("interrupted: nothing was written, and \(folder) is as it was")
            throw ExitCode(128 + signal)
        }
        console.print(report)
        let findings = FindingCounts(report.diagnostics).sentence
        if let site = report.site {
            console.say("built \(Self.text(site)) in \(Duration.text(since: start)): \(findings)")
        } else {
            console.say("nothing was written: \(findings)")
        }
        if let signal {
            console.say("interrupted when the site was complete already")
            throw ExitCode(128 + signal)
        }
        if report.hasErrors {
            if report.site == nil || keepGoing { throw ExitCode.failure }
            console.say("the errors are in texts that readers do not see: none of them is in the site")
            throw Self.errorsOutsideTheSite
        }
        // Exits without freeing the report: freeing thousands of records one by one takes time for nothing.
        withExtendedLifetime(report) { Self.exit() }
    }

    /// Exit status 3: the site is written, and the errors are in texts outside it, such as drafts.
    private static let errorsOutsideTheSite = ExitCode(3)

    private static func text(_ site: BuiltSite) -> String {
        "\(site.pageCount) pages, \(site.fileCount) files (\(site.changedCount) new or changed, \(site.removedCount) removed) into \(site.folder)"
    }

    private static func help(for problem: OutputProblem) -> String {
        switch problem {
        case .notOurs, .otherSite: "; empty it, or name another folder with --out"
        case .misplaced: "; name another folder with --out"
        case .busy: "; wait until it is done"
        case .file: ""
        }
    }
}
