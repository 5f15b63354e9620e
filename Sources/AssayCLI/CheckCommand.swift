import ArgumentParser
import Assay
import Diagnostics
import Files

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Says what is wrong with a newsroom's files; writes nothing.",
        discussion: """
            With paths, only what concerns these files or folders is shown; the whole newsroom is read all the same, \
            because a record is right or wrong together with those that it names. Exits with 1 when what is shown \
            has error severity.
            """
    )

    @Argument(
        help: ArgumentHelp("Files or folders of the newsroom; all of it if left out.", valueName: "path")
    )
    var paths: [String] = []

    @OptionGroup var options: NewsroomOptions

    func run() async throws {
        let start = ContinuousClock.now
        let request = try options.request(from: startOfSearch())
        let scope = try CheckScope(paths, in: request.folder)
        let console = options.console(for: request.folder)
        let report = await Pipeline.check(request)
        let shown = report.diagnostics.filter(scope.concerns)
        console.print(report, only: shown)
        let rest = report.diagnostics.count - shown.count
        console.say(
            "checked \(report.files.count) files in \(Duration.text(since: start)): \(FindingCounts(shown).sentence)"
                + (rest > 0 ? "; \(rest) more elsewhere" : "")
        )
        if shown.hasErrors { throw ExitCode.failure }
        // All is said: what the report still holds goes with the process.
        withExtendedLifetime(report) { Self.exit() }
    }

    /// The folder of the first path; the search for the newsroom begins there.
    private func startOfSearch() throws(CommandFailure) -> String {
        guard let first = paths.first else { return "." }
        let (folder, _) = try CheckScope.place(of: first)
        return folder
    }
}

/// The files that a check is asked about.
struct CheckScope {
    /// Paths in the newsroom's folder; an empty one means all of it. No path means all, too.
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

    /// Whether a finding is about one of the files, or names one of them; what is about no file concerns everyone.
    func concerns(_ diagnostic: Diagnostic) -> Bool {
        guard !paths.isEmpty, let span = diagnostic.span else { return true }
        return ([span] + diagnostic.labels.map(\.span)).contains { place in
            paths.contains { place.file == $0 || place.file.hasPrefix($0 + "/") }
        }
    }

    /// The folder of a path without links, and the file's name in it; no name for a folder.
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
    /// The time since an instant, in milliseconds or seconds.
    static func text(since start: ContinuousClock.Instant) -> String { (ContinuousClock.now - start).text }

    /// The duration in milliseconds or seconds.
    var text: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        return milliseconds < 1000
            ? "\(milliseconds) ms" : "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s"
    }
}
