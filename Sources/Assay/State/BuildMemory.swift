import Diagnostics
import Digests
import Editorial
import Files
import Newsroom
import Site

/// What a build knows of the one before, and what it leaves to the next: the state file in `.assay/`.
struct BuildMemory: Sendable {
    /// What the last build left; nil when there is nothing that can be used.
    let last: BuildState?
    /// What is left of its site: looked at while the newsroom is read.
    let site: Task<KnownSite, Never>
    /// Known only when the program's file was read, for which nothing waits that does not need it.
    private let circumstances: Task<BuildState.Circumstances, Never>
    private let folder: OutputFolder
    private let tree: FileTree
    /// The files that loading does not hand on, as they were before it.
    private let others: [InputFile]

    private static let sizeLimit = 1024 * 1024 * 1024

    /// Reads the state of the last build into a folder.
    init(of folder: OutputFolder, for request: Request) async {
        self.folder = folder
        tree = request.folder
        circumstances = Task.detached {
            BuildState.Circumstances(
                program: request.program ?? ProgramFingerprint.current,
                day: request.today.description,
                includesDrafts: request.includesDrafts
            )
        }
        let last = folder.state(limit: Self.sizeLimit).flatMap { BuildState($0, for: folder) }
        self.last = last
        site = Task.detached { await KnownSite(last, in: folder) }
        others = InputFiles.others(in: tree)
    }

    /// What the last build reported, if this one would do the same and nothing is left to write.
    func reportOfUnchanged() async -> Report? {
        guard let last, let inputs = last.inputs, await last.circumstances == circumstances.value,
            await InputFiles.are(inputs, in: tree)
        else { return nil }
        let site = await site.value
        guard site.isComplete(in: folder) else { return nil }
        let shown = last.shownFiles.compactMap { path -> SourceFile? in
            tree.entry(at: path).flatMap { InputFiles.bytes(of: $0, in: tree) }
                .map { SourceFile(path: path, bytes: $0) }
        }
        return Report(
            diagnostics: last.findings,
            files: Dictionary(shown.map { ($0.path, $0) }) { first, _ in first },
            site: BuiltSite(
                folder: folder.path,
                pageCount: last.pageCount,
                fileCount: site.fileCount,
                changedCount: 0,
                removedCount: 0
            )
        )
    }

    /// What this build read: the files that it reports, and those that it does not.
    ///
    /// - Parameters:
    ///   - unread: the paths of files that were seen and not read.
    func inputs(
        _ files: [String: SourceFile],
        _ snapshots: [(path: String, digest: Digest)],
        unread: [String]
    ) async -> [InputFile] {
        let compared = snapshots.map { InputFile(path: $0.path, content: Fingerprint($0.digest)) }
        return await InputFiles.read(files, unread: unread, others: others + compared)
    }

    /// Keeps what the next build can use. A state that cannot be kept costs time and nothing else.
    func keep(_ print: PrintRun, _ report: Report, frame: Fingerprint, inputs: [InputFile]) async {
        let named = report.diagnostics.flatMap { [$0.span].compactMap(\.self) + $0.labels.map(\.span) }
        let state = BuildState(
            circumstances: await circumstances.value,
            frame: frame,
            inputs: report.hasErrors ? nil : inputs,
            findings: report.diagnostics,
            shownFiles: Set(named.map(\.file)).filter { report.files[$0] != nil }.sorted(),
            pageCount: report.site?.pageCount ?? 0,
            units: print.units,
            pageInputs: print.pageInputs
        )
        if let bytes = state.bytes(for: folder) { try? folder.keepState(bytes) }
    }

    /// What of the last build says how pages were made: nothing when the program or what all pages share is another.
    func pages(frame: Fingerprint) async -> BuildState? {
        guard let last, last.frame == frame, await last.circumstances.program == circumstances.value.program
        else { return nil }
        return last
    }
}
