import ArgumentParser
import Assay
import Diagnostics
import Files

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with a newsroom's files; with --fix, mends what a program can.",
        discussion: """
            Paths limit the output to findings in these files or folders. All files are read, because records depend \
            on each other. Exits with 1 when what is shown has error severity, and with --diff when something would \
            change. Nothing is written without --fix.
            """
    )

    @Argument(
        help: ArgumentHelp("Files or folders of the newsroom; all of it if left out.", valueName: "path"),
        completion: .file()
    )
    var paths: [String] = []

    @OptionGroup var options: NewsroomOptions
    @OptionGroup var captures: CapturedFileOptions

    @Flag(
        help: "Apply the fixes of findings that are safe: all of them, or none if a file changes meanwhile."
    )
    var fix = false

    @Flag(help: "With --fix or --diff: also apply fixes that somebody has to look at afterwards.")
    var unsafe = false

    @Flag(help: "Show what --fix would change, as a unified diff, and write nothing.")
    var diff = false

    func validate() throws {
        if unsafe, !fix, !diff { throw ValidationError("`--unsafe` goes with `--fix` or `--diff`") }
        if diff, options.format != .text { throw ValidationError("`--diff` is a format of its own") }
    }

    func run() async throws {
        let start = ContinuousClock.now
        let request = try options.request(requiring: captures, from: startOfSearch())
        let scope = try CheckScope(paths, in: request.folder)
        let console = options.console(for: request.folder)
        let fixing = Fixing(isDiff: diff, includesUnsafe: unsafe)
        if diff { return try await fixing.show(request, scope, console) }
        let report = fix ? try await fixing.apply(request, scope, console) : await Pipeline.check(request)
        let shown = report.diagnostics.filter(scope.concerns)
        console.print(report, only: shown)
        let rest = report.diagnostics.count - shown.count
        console.say(
            "checked \(report.files.count) files in \(Duration.text(since: start)): \(FindingCounts(shown).sentence)"
                + (rest > 0 ? "; \(rest) more elsewhere" : "")
        )
        if let offer = Fixing.offer(for: shown, isFixed: fix, includesUnsafe: unsafe) { console.say(offer) }
        if shown.hasErrors { throw ExitCode.failure }
        // Exits without freeing the report: freeing thousands of records one by one takes time for nothing.
        withExtendedLifetime(report) { Self.exit() }
    }

    /// The folder where the search for the newsroom begins: that of the first path, or the current one.
    private func startOfSearch() throws(CommandFailure) -> String {
        guard let first = paths.first else { return "." }
        let (folder, _) = try CheckScope.place(of: first)
        return folder
    }
}

/// The files and folders to which `assay check PATH ...` limits its output.
struct CheckScope {
    /// Paths relative to the newsroom's folder; no path means the whole newsroom.
    private let paths: [String]

    init(_ typed: [String], in folder: FileTree) throws(CommandFailure) {
        var paths: [String] = []
        for path in typed {
            let (parent, name) = try Self.place(of: path)
            let full = name.isEmpty ? parent : parent + "/" + name
            guard full == folder.root || full.hasPrefix(folder.root + "/") else {
                throw CommandFailure("`\(path)` does not lie in the newsroom's folder \(folder.root)")
            }
            paths.append(String(full.dropFirst(folder.root.count).drop { $0 == "/" }))
        }
        self.paths = paths.contains("") ? [] : paths
    }

    /// Whether a finding points into the scope, with its span or a label. A finding without a file is always shown.
    func concerns(_ diagnostic: Diagnostic) -> Bool {
        guard !paths.isEmpty, let span = diagnostic.span else { return true }
        return ([span] + diagnostic.labels.map(\.span)).contains { place in
            paths.contains { place.file == $0 || place.file.hasPrefix($0 + "/") }
        }
    }

    /// The folder of a path, symbolic links resolved, and the file's name in it; the name is empty for a folder.
    /// - Throws: when nothing exists at the path.
    static func place(of path: String) throws(CommandFailure) -> (folder: String, name: String) {
        if let folder = try? FileTree(root: path) { return (folder.root, "") }
        let slash = path.lastIndex(of: "/")
        let parent = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
        let name = slash.map { String(path[path.index(after: $0)...]) } ?? path
        guard let folder = try? FileTree(root: parent), folder.exists(name) else {
            throw CommandFailure("there is no file or folder `\(path)`")
        }
        return (folder.root, name)
    }
}

extension Duration {
    /// The time since an instant, such as `340 ms` or `2.4 s`.
    static func text(since start: ContinuousClock.Instant) -> String { (ContinuousClock.now - start).text }

    /// The duration as text: milliseconds below a second, else seconds with one decimal.
    var text: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        return milliseconds < 1000
            ? "\(milliseconds) ms" : "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    }
}
