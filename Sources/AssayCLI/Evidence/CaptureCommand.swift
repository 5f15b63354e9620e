import ArgumentParser
import Captures
import Capturing
import Editorial
import Newsroom

struct CaptureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture",
        abstract: "Keeps a copy of what a source or an article is, with its digest in the lock.",
        discussion: """
            `assay capture SOURCE` fetches the page of a record, with its redirects, style sheets, pictures and scripts, and keeps \
            every byte as it came; `--due 30` captures what has no capture of the last 30 days. `--import FILE` takes what another \
            program captured, and asks nothing on the network; `--with 'CMD {url} {out}'` runs such a program. The file goes to \
            content/captures/SOURCE, its line into content/captures/captures.lock. The lines that it prints make the record stand on \
            it; `--write` writes them into its front matter. What was fetched is stamped at once, as `assay stamp` does it. An article \
            is named `article:ID`. Exits with 1 when a page could not be captured, a digest is wrong, or a quotation does not stand in it.

            `assay capture export SOURCE --wacz FILE` writes what was captured of a source into one file for others.
            """
    )

    @OptionGroup var choice: RecordChoice

    @Option(
        help: ArgumentHelp(
            "Only those that have no usable capture of the last days; of all records where none is named.",
            valueName: "days"
        )
    )
    var due: Int?

    @Flag(help: "Say what would be captured, and ask nothing.")
    var dryRun = false

    @Flag(help: "Write the snapshot into the record's front matter.")
    var write = false

    @Flag(
        name: .customLong("no-stamp"),
        help: "Do not have the captures stamped now; `assay stamp` does it later, for many at once."
    )
    var leavesOutStamp = false

    @OptionGroup var place: NewsroomPlace

    @Flag(name: [.short, .long], help: "Print the snapshot's lines and no more.")
    var quiet = false

    @OptionGroup(title: "What other programs captured") var importing: ImportOptions

    @OptionGroup(title: "Other programs") var crawling: CrawlerOptions

    @OptionGroup(title: "Handing over") var export: ExportOptions

    @OptionGroup(title: "What is fetched") var fetching: FetchOptions

    @OptionGroup(title: "Network options") var network: NetworkOptions

    func validate() throws {
        if export.wacz != nil {
            guard choice.sources.count == 2, choice.sources.first == ExportOptions.word, !choice.all,
                due == nil, importing.file == nil, crawling.command == nil
            else {
                throw ValidationError("name one source: `assay capture export SOURCE --wacz FILE`")
            }
        }
        if importing.file != nil {
            guard choice.sources.count == 1, !choice.all, due == nil else {
                throw ValidationError("name one source or article: `--import FILE SOURCE`")
            }
            guard crawling.command == nil else {
                throw ValidationError("`--import` and `--with` are two ways; give one of them")
            }
        }
        if let due, !(0...36_500).contains(due) { throw ValidationError("--due is from 0 to 36500 days") }
        guard choice.all || due != nil || !choice.sources.isEmpty else {
            throw ValidationError(
                "name the sources to capture, or all with --all, or those that are due with --due DAYS"
            )
        }
    }

    func run() async throws {
        let console = Console(format: .text, isQuiet: quiet)
        if let file = importing.file, let source = choice.sources.first {
            let task = CaptureImporting(
                opened: try await place.open(),
                options: importing,
                writes: write,
                console: console
            )
            if try await !task.run(file, for: source) { throw ExitCode.failure }
            return
        }
        let words = try crawling.words()
        let room = try await EvidenceRoom.open(place)
        if let file = export.wacz, let source = choice.sources.last {
            return try CaptureExport(room: room, console: console).write(source, to: file)
        }
        try requireNoExport(room.newsroom)
        let subjects = try subjects(in: room)
        guard !subjects.isEmpty else { return console.say("nothing is due") }
        if dryRun {
            return Console.show(subjects.map { "\($0.record) \($0.url)" }.joined(separator: "\n"))
        }
        let run = CaptureRun(
            room: room,
            visitor: try network.visitor(for: room.newsroom),
            settings: fetching.settings(for: room.newsroom),
            writes: write,
            isInsecure: network.insecureTls,
            console: console
        )
        let isGood =
            if let words {
                try await run.capture(subjects, with: words, seconds: crawling.timeLimit, importing)
            } else {
                try await run.capture(subjects, jobs: fetching.jobs)
            }
        if !leavesOutStamp { try await run.stamp(place, network.settings(for: room.newsroom)) }
        if !isGood { throw ExitCode.failure }
    }

    /// Says what an export needs, where no source has that name.
    private func requireNoExport(_ newsroom: Newsroom) throws {
        guard choice.sources.first == ExportOptions.word, !newsroom.sources.contains(id: ExportOptions.word)
        else { return }
        throw ValidationError("name the file, too: `assay capture export SOURCE --wacz FILE`")
    }

    private func subjects(in room: EvidenceRoom) throws -> [CaptureChoice.Subject] {
        let captures = CaptureChoice(room.newsroom, room.lock)
        guard let due else { return try choice.subjects(in: captures, room.newsroom) }
        let named = choice.sources.isEmpty ? captures.all : try choice.subjects(in: captures, room.newsroom)
        guard let now = room.now else { throw CommandFailure("the clock says a time that no file can have") }
        return captures.due(named, after: due, at: now)
    }
}
