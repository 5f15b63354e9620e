import ArgumentParser
import Assay
import Diagnostics
import Files
import Foundation
import Importing
import Newsroom
import Starter

extension ImportFormat: ExpressibleByArgument {}
extension Profile.ProfileKind: ExpressibleByArgument {}

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Takes claims, fact-checks, feeds and transcripts from files into the newsroom.",
        discussion: """
            Reads ClaimReview (an object, a list, a DataFeed, a saved page), answers of Google's Fact Check Tools, tables (CSV, \
            TSV, JSON), RSS, Atom, JSON Feed, and claims.json of another Assay site: each claim becomes a file in \
            content/inbox, which no reader ever sees. WebVTT, SRT and plain transcripts become articles. Nothing is fetched.

            A table needs a map of its columns: without --map, Assay prints the one that it proposes. Save it, correct it, \
            and give it with --map. Whatever is left out or mended is counted and named. The same import twice adds nothing.

            Examples: `assay import claimreview.json`, `assay import tips.csv > tips.map.yaml`, \
            `assay import tips.csv --map tips.map.yaml`, `curl … | assay import -`.
            """
    )

    /// What the items of a file become.
    enum Target: String, ExpressibleByArgument, CaseIterable {
        case items
        case claims
        case sources
    }

    @Argument(help: ArgumentHelp("The files; `-` is standard input.", valueName: "file"), completion: .file())
    var files: [String]

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "What the claims become: items of the inbox, drafts of claims and verdicts, or sources of the kind fact-check.",
            valueName: "items|claims|sources"
        )
    )
    var target = Target.items

    @Option(help: ArgumentHelp("What the columns of a table are.", valueName: "file"), completion: .file())
    var map: String?

    @Option(
        help: ArgumentHelp("The rulings of others in your own words, for --as claims.", valueName: "file"),
        completion: .file()
    )
    var ratings: String?

    @Option(
        help: ArgumentHelp("Who writes the verdicts, for --as claims.", valueName: "profile"),
        completion: .profiles
    )
    var author: String?

    @Option(
        help: ArgumentHelp(
            "What claimants are of whom the file does not say it, for --as claims.",
            valueName: "person|organisation"
        )
    )
    var claimants: Profile.ProfileKind?

    @Option(
        name: .customLong("from"),
        help: ArgumentHelp(
            "The format, where the file does not show it: \(ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
            valueName: "format"
        )
    )
    var origin: ImportFormat?

    @OptionGroup(title: "Transcripts") var transcript: TranscriptOptions

    @Flag(help: "Say what would come of it, and write nothing.")
    var dryRun = false

    @Option(help: ArgumentHelp("How the report is printed: text or json.", valueName: "format"))
    var format = StatusCommand.Format.text

    @OptionGroup var place: NewsroomPlace

    func validate() throws {
        if target != .claims, ratings != nil || author != nil || claimants != nil {
            throw ValidationError("`--ratings`, `--author` and `--claimants` belong to `--as claims`")
        }
        if files.count(where: { $0 == "-" }) > 1 { throw ValidationError("standard input can be read once") }
    }

    func run() async throws {
        let opened = try await place.open()
        let today = try CommandDay.today(zone: opened.newsroom.settings.timeZone)
        let inputs = try ImportInputs(map: map, ratings: ratings, opened.newsroom.settings.scale)
        var run = ImportRun(opened: opened, today: today, command: self, inputs: inputs)
        for file in files { try run.read(file) }
        if !run.unmapped.isEmpty { throw try run.propose() }
        if !dryRun { try run.write() }
        switch format {
        case .json: Console.show(json: run.report.json(isDry: dryRun).text(.pretty))
        case .text: Console.show(run.report.lines(isDry: dryRun).joined(separator: "\n"))
        }
        // Exits without freeing the newsroom: freeing thousands of records one by one takes time for nothing.
        Foundation.exit(run.report.isComplete ? EXIT_SUCCESS : EXIT_FAILURE)
    }
}

/// What a person says of a transcript.
struct TranscriptOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Its title; the file's own, or its name, if left out.", valueName: "text"))
    var title: String?

    @Option(
        help: ArgumentHelp("The profile of who published it.", valueName: "profile"),
        completion: .profiles
    )
    var publisher: String?

    @Option(help: ArgumentHelp("When it was published, such as 2026-11-21.", valueName: "day"))
    var published: String?

    @Option(help: ArgumentHelp("Where it is.", valueName: "address"))
    var url: String?

    @Option(name: .customLong("id"), help: ArgumentHelp("The id of its article.", valueName: "id"))
    var article: String?

    func validate() throws {
        if let published, DateSpan(published) == nil {
            throw ValidationError("`\(published)` is no date; write it like 2026-11-21")
        }
    }
}

/// The map and the table that a person gives with an import.
struct ImportInputs {
    let map: ColumnMap?
    let ratings: RatingsTable?

    /// Reads the files.
    init(map: String?, ratings: String?, _ scale: RatingScale) throws(CommandFailure) {
        self.map = try map.map { name throws(CommandFailure) in
            try Self.decoded(name) { ColumnMap.decode($0) }
        }
        self.ratings = try ratings.map { name throws(CommandFailure) in
            try Self.decoded(name) { RatingsTable.decode($0, scale) }
        }
    }

    private static func decoded<Value>(
        _ name: String,
        _ decode: (SourceFile) -> (Value?, [Diagnostic])
    ) throws(CommandFailure) -> Value {
        let bytes = try NamedInput.contents(of: name, limit: 4 * 1024 * 1024)
        let (value, diagnostics) = decode(SourceFile(path: name, bytes: bytes))
        guard let value, !diagnostics.hasErrors else {
            let problem = diagnostics.first { $0.severity == .error }
            let place = problem?.span.map { "\($0.file):\($0.line):\($0.column): " } ?? "\(name): "
            let help = problem?.help.map { "; \($0)" } ?? ""
            throw CommandFailure("\(place)\(problem?.message ?? "it cannot be read")\(help)")
        }
        return value
    }
}
