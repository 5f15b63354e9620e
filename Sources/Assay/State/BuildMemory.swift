import Diagnostics
import Editorial
import Files
import Newsroom
import Site

/// What a build knows of the one before, and what it leaves to the next: the state file in `.assay/`.
struct BuildMemory: Sendable {
    /// What the last build left; nil when there is nothing that can be used.
    let last: BuildState?
    /// What is left of its site.
    let site: KnownSite
    private let circumstances: BuildState.Circumstances
    private let folder: OutputFolder
    private let tree: FileTree
    /// The files that loading does not hand on, as they were before it.
    private let others: [InputFile]

    private static let sizeLimit = 1024 * 1024 * 1024

    /// Reads the state of the last build into a folder.
    init(of folder: OutputFolder, for request: Request) async {
        self.folder = folder
        tree = request.folder
        circumstances = BuildState.Circumstances(
            program: request.program ?? ProgramFingerprint.current,
            day: request.today.description,
            includesDrafts: request.includesDrafts
        )
        last = (try? StoredFile.contents(of: folder.statePath, limit: Self.sizeLimit))
            .flatMap { BuildState($0, for: folder) }
        site = await KnownSite(last, in: folder)
        others = InputFiles.others(in: tree)
    }

    /// What the last build reported, if this one would do the same and nothing is left to write.
    func reportOfUnchanged() async -> Report? {
        guard let last, let inputs = last.inputs, last.circumstances == circumstances,
            site.isComplete(in: folder), await InputFiles.are(inputs, in: tree)
        else { return nil }
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

    /// Keeps what the next build can use. A state that cannot be kept costs time and nothing else.
    ///
    /// - Parameters:
    ///   - unread: the paths of files that were seen and not read.
    func keep(_ print: PrintRun, _ report: Report, frame: Fingerprint, unread: [String]) async {
        let named = report.diagnostics.flatMap { [$0.span].compactMap(\.self) + $0.labels.map(\.span) }
        let state = BuildState(
            circumstances: circumstances,
            frame: frame,
            inputs: report.hasErrors
                ? nil : await InputFiles.read(report.files, unread: unread, others: others),
            findings: report.diagnostics,
            shownFiles: Set(named.map(\.file)).filter { report.files[$0] != nil }.sorted(),
            pageCount: report.site?.pageCount ?? 0,
            units: print.units,
            pageInputs: print.pageInputs
        )
        try? StoredFile.replace(folder.statePath, with: state.bytes(for: folder))
    }

    /// What of the last build says how pages were made: nothing when the program or what all pages share is another.
    func pages(frame: Fingerprint) -> BuildState? {
        last.flatMap { $0.circumstances.program == circumstances.program && $0.frame == frame ? $0 : nil }
    }
}
