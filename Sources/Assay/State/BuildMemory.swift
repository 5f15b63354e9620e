import Diagnostics
import Digests
import Editorial
import Files
import Newsroom
import Site

/// The memory that is wrapped around a build: the state file in `.assay/`, read before it and written after it.
struct BuildMemory: Sendable {
    /// The state of the last build; nil when there is none that can be used.
    private let last: BuildState?
    /// The site of the last build, looked at while the newsroom is read.
    private let site: Task<PreviousSite, Never>
    /// Runs in the background, because it hashes the executable; await it only where needed.
    private let circumstances: Task<BuildState.Circumstances, Never>
    private let folder: OutputFolder
    private let tree: FileTree
    /// What was learnt of captured files.
    private let captures: CaptureMemory
    /// The files that loading does not hand on, as they were before it.
    private let others: [InputFile]

    private static let sizeLimit = 1024 * 1024 * 1024

    /// Reads the state of the last build into a folder.
    init(of folder: OutputFolder, for request: Request) async {
        self.folder = folder
        tree = request.folder
        captures = request.captures
        circumstances = Task.detached {
            BuildState.Circumstances(
                program: request.program ?? ProgramFingerprint.current,
                day: request.today.description,
                includesDrafts: request.includesDrafts
            )
        }
        let last = folder.state(limit: Self.sizeLimit).flatMap {
            BuildState($0, for: folder, mayBeCopy: request.restoresCache)
        }
        self.last = last
        site = Task.detached { await PreviousSite(last, in: folder) }
        others = InputListing.others(in: tree)
    }

    /// The report of a build: the last one's, if this one would do the same and nothing is left to write.
    /// - Parameter build: builds the site, and may ask for the last one's.
    func report(
        _ build: (BuildMemory) async throws(OutputProblem) -> Build
    ) async throws(OutputProblem) -> Report {
        if let report = await reportOfUnchanged() { return report }
        let build = try await build(self)
        if let remains = build.remains { await keep(remains, of: build) }
        return build.report
    }

    /// What the last build reported, if this one would do the same and nothing is left to write.
    private func reportOfUnchanged() async -> Report? {
        guard let last, let inputs = last.inputs, await last.circumstances == circumstances.value,
            await InputListing.are(inputs, in: tree, remembering: captures)
        else { return nil }
        let site = await site.value
        guard site.isComplete(in: folder) else { return nil }
        let shown = last.shownFiles.compactMap { path -> SourceFile? in
            tree.entry(at: path).flatMap { InputListing.bytes(of: $0, in: tree) }
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

    /// The site of the last build.
    /// - Parameter frame: the hash of what every page depends on now.
    func site(frame: Fingerprint) async -> PreviousSite {
        let site = await site.value
        guard let last, last.frame == frame, await last.circumstances.program == circumstances.value.program
        else { return site.withoutPageInputs }
        return site
    }

    /// Saves the state for the next build. A state that cannot be saved costs time and nothing else.
    private func keep(_ remains: Build.Remains, of build: Build) async {
        let report = build.report
        let named = report.diagnostics.flatMap { [$0.span].compactMap(\.self) + $0.labels.map(\.span) }
        let state = BuildState(
            circumstances: await circumstances.value,
            frame: remains.frame,
            inputs: report.hasErrors || remains.lacksImages ? nil : await inputs(of: build.checked),
            findings: report.diagnostics,
            shownFiles: Set(named.map(\.file)).filter { report.files[$0] != nil }.sorted(),
            pageCount: report.site?.pageCount ?? 0,
            units: remains.manifest.units,
            pageInputs: remains.manifest.pageInputs
        )
        if let bytes = state.bytes(for: folder) { try? folder.keepState(bytes) }
    }

    /// All files that a build read or listed, with their content.
    private func inputs(of checked: CheckedNewsroom) async -> [InputFile] {
        let compared = checked.state.loaded.snapshots.map {
            InputFile(path: $0.path, content: $0.digest.map(Fingerprint.init) ?? InputListing.absent)
        }
        // Media were hashed when the newsroom was linked; those that go out are hashed again as they are written.
        let media = checked.state.loaded.mediaFiles.compactMap { file in
            Digest(file.sha256).map { InputFile(path: file.path, content: Fingerprint($0)) }
        }
        return await InputListing.read(
            checked.files,
            unread: checked.unreadPaths,
            others: others + compared + media
        )
    }
}
