import Assay
import Diagnostics
import Files
import Foundation
import Importing
import Newsroom
import Starter

/// The import of several files, which are all written, or none.
struct ImportRun {
    let opened: OpenedNewsroom
    let today: CalendarDate
    let command: ImportCommand
    let inputs: ImportInputs
    /// What the report says of it.
    private(set) var report = ImportReport()
    /// The tables whose columns nobody has named.
    private(set) var unmapped: [(name: String, table: Importing.Table)] = []
    private var files: [String: NewFiles.File] = [:]
    private var changes: [(path: String, before: [UInt8], after: [UInt8])] = []

    init(opened: OpenedNewsroom, today: CalendarDate, command: ImportCommand, inputs: ImportInputs) {
        self.opened = opened
        self.today = today
        self.command = command
        self.inputs = inputs
    }

    /// Reads a file, and works out what comes of it.
    mutating func read(_ path: String) throws(CommandFailure) {
        let bytes = try NamedInput.contents(of: path, limit: ImportLimits.file)
        let name = path == "-" ? "standard input" : path.split(separator: "/").last.map(String.init) ?? path
        let file: ImportedFile
        do throws(ImportedFile.Problem) {
            file = try ImportedFile(bytes, name: name, format: command.origin, map: inputs.map)
        } catch {
            throw CommandFailure(Self.message(for: error, name))
        }
        var findings = file.findings
        switch file.content {
        case .unmapped(let table): unmapped.append((name, table))
        case .transcript(let transcript): try take(transcript, name, file.format, findings)
        case .items(let items):
            let outcome = try take(items, name, &findings)
            report.add(name, file.format, read: items.count, findings, outcome)
            changes += outcome.changes
            try add(outcome.files)
        }
    }

    private func take(
        _ items: [IncomingItem],
        _ name: String,
        _ findings: inout ImportFindings
    ) throws(CommandFailure) -> IntakeOutcome {
        var intake = Intake(into: opened.newsroom, today: today, origin: name)
        switch command.target {
        case .items: return intake.takeItems(items, findings: &findings)
        case .sources: return intake.takeSources(items, findings: &findings)
        case .claims:
            let drafts = ClaimDrafts(
                ratings: inputs.ratings,
                author: try command.author.map { id throws(CommandFailure) in try profile(id, "--author") },
                claimants: command.claimants
            )
            return intake.takeClaims(items, drafts, findings: &findings)
        }
    }

    private func profile(_ typed: String, _ option: String) throws(CommandFailure) -> String {
        let id = RecordID.normalised(typed)
        guard opened.newsroom.profiles.contains(id: id) else {
            let help = Suggestion.help(for: typed, among: opened.newsroom.profiles.ids)
            throw CommandFailure(
                "there is no profile `\(typed)` for `\(option)`; \(help ?? "`assay new profile \(id)` makes one")"
            )
        }
        return id
    }

    private mutating func take(
        _ transcript: Transcript,
        _ name: String,
        _ format: ImportFormat,
        _ findings: ImportFindings
    ) throws(CommandFailure) {
        let options = command.transcript
        guard let typed = options.publisher else {
            throw CommandFailure(
                "`\(name)` is \(format.name), which becomes an article; name who published it with `--publisher PROFILE`"
            )
        }
        guard !transcript.passages.isEmpty else { throw CommandFailure("`\(name)` holds no words") }
        let base = name.split(separator: ".").dropLast().joined(separator: " ")
        let title = options.title ?? transcript.title ?? (base.isEmpty ? name : base)
        let id = RecordID.normalised(options.article ?? TranscriptArticle.id(for: title))
        if let problem = RecordID.problem(id) {
            throw CommandFailure("`\(id)` is no id for the article: \(problem); give one with `--id`")
        }
        let file = TranscriptArticle.file(
            transcript,
            .init(
                id: id,
                title: title,
                publisher: try profile(typed, "--publisher"),
                published: options.published,
                url: options.url
            )
        )
        var outcome = IntakeOutcome()
        if let known = opened.loaded.files[file.path] {
            guard known.bytes == file.bytes else {
                throw CommandFailure(
                    "there is \(file.path) already, with other words; give another id with `--id`"
                )
            }
        } else {
            outcome.files = [file]
            try add([file])
        }
        report.add(name, format, read: transcript.passages.count, findings, outcome)
    }

    private mutating func add(_ new: [NewFiles.File]) throws(CommandFailure) {
        for file in new {
            guard files.updateValue(file, forKey: file.path) == nil || files[file.path] == file else {
                throw CommandFailure(
                    "two of the files hold the same claim (\(file.path)); import one after the other; nothing was written"
                )
            }
        }
    }

    // MARK: - Writing

    /// Writes everything, or nothing.
    func write() throws(CommandFailure) {
        var edited = EditedFiles(opened.folder)
        do throws(EditProblem) {
            for change in changes {
                let source = SourceFile(path: change.path, bytes: change.before)
                let text = String(decoding: change.after, as: UTF8.self)
                try edited.apply([source.edit(0..<source.bytes.count, text)]) {
                    $0 == source.path ? source : nil
                }
            }
        } catch {
            throw CommandFailure("nothing was imported: \(error)")
        }
        let all = files.values.sorted { $0.path < $1.path }
        let changed = edited
        let problem: String?
        do throws(NewFilesProblem) {
            problem = try NewFiles.create(all, in: opened.folder.root) { () -> String? in
                do throws(EditProblem) {
                    try changed.write()
                    return nil
                } catch { return "\(error)" }
            }
        } catch {
            switch error {
            case .taken(let paths):
                problem = "there is \(paths.prefix(3).joined(separator: ", ")) already, and it cannot be read"
            case .file(let path, let reason): problem = "`\(path)` cannot be made: \(reason)"
            }
        }
        if let problem { throw CommandFailure("nothing was imported: \(problem)") }
    }

    /// Prints the proposed map of the first table.
    func propose() throws -> CommandFailure {
        guard let (name, table) = unmapped.first else { return CommandFailure("there is no table") }
        Console.show(MapProposal.text(for: table, name: name))
        return CommandFailure(
            "nothing was imported: `\(name)` is a table, and its columns need a map. What is proposed stands above: save it "
                + "(`assay import \(name) > columns.yaml`), correct it, and import with `--map columns.yaml`"
        )
    }

    private static func message(for problem: ImportedFile.Problem, _ name: String) -> String {
        switch problem {
        case .empty: "`\(name)` is empty"
        case .tooLarge(let size):
            "`\(name)` has \(size / 1_048_576) MB, and an import takes \(ImportLimits.file / 1_048_576); split it"
        case .unknownFormat:
            "`\(name)` is in none of the formats that are imported; `--from` names the format if it is one of them: "
                + ImportFormat.allCases.map(\.rawValue).joined(separator: ", ")
        case .unknownColumns(let columns, let known):
            "`\(name)` has no column \(columns.map { "`\($0)`" }.joined(separator: ", ")), which the map names; it has "
                + known.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
        }
    }
}
