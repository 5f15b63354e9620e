import ArgumentParser

struct CaptureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "capture",
        abstract: "Keeps a copy of what a source or an article is, with its digest in the lock.",
        discussion: """
            `assay capture --import FILE SOURCE` takes what another program captured, and checks its digests. The file goes to \
            content/captures/SOURCE, its line into content/captures/captures.lock. The lines that it prints make the record stand on \
            it; `--write` writes them into its front matter. An article is named `article:ID`. Exits with 1 when the file has no such \
            page, when a digest is wrong, or when a quotation does not stand in it. Nothing on the network is asked.
            """
    )

    @Argument(help: ArgumentHelp("The source, by its id; `article:ID` for an article.", valueName: "source"))
    var sources: [String] = []

    @OptionGroup var importing: ImportOptions

    @Flag(help: "Write the snapshot into the record's front matter.")
    var write = false

    @OptionGroup var place: NewsroomPlace

    @Flag(name: [.short, .long], help: "Print the snapshot's lines and no more.")
    var quiet = false

    func validate() throws {
        guard importing.file != nil else { throw ValidationError("name a file to import: `--import FILE`") }
        guard sources.count == 1 else {
            throw ValidationError("name one source or article: `--import FILE SOURCE`")
        }
    }

    func run() async throws {
        guard let file = importing.file, let source = sources.first else { return }
        let task = CaptureImporting(
            opened: try await place.open(),
            options: importing,
            writes: write,
            console: Console(format: .text, isQuiet: quiet)
        )
        if try await !task.run(file, for: source) { throw ExitCode.failure }
    }
}
