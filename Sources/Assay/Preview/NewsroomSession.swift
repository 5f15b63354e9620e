import Diagnostics
import Editorial
import Files
import Newsroom
import Site

/// A newsroom that is kept in memory while people write: after a change only the changed files are read again, pages
/// are made when they are asked for, and what cannot be used leaves the last good state standing.
///
/// Taking in a change is quick, because linking and checking wait until someone asks for them.
package actor NewsroomSession {
    /// What came of taking in changes.
    package struct Update: Sendable {
        /// The paths of the files that came, went, or changed, sorted.
        package let paths: [String]
        /// Whether pages may look different now.
        package let changesPages: Bool
        /// What is wrong with the changed files themselves; the house rules have not been applied yet.
        package let diagnostics: [Diagnostic]
        /// The changed files, by path, for printers that show lines.
        package let files: [String: SourceFile]
    }

    /// The folder that is kept in memory, as it is on the disk.
    package nonisolated let folder: FileTree
    /// The folders below it whose changes the session wants to hear of.
    package static let watchedFolders = ["content", "seeds", "templates", "static"]

    /// The day that counts as today.
    package nonisolated let today: @Sendable () -> CalendarDate
    private let stage: PreviewStage
    /// The texts of files that editors have open, by path: they count in the place of those on the disk.
    private var texts: [String: [UInt8]] = [:]
    private var files: NewsroomFiles
    private var memory: PreviewStage.Memory
    private var changeCount = 0
    private var linking: (key: LinkKey, task: Task<PreviewStage.State, Never>)?

    /// The version of the files, and the day, that a state was made for.
    private struct LinkKey: Hashable {
        let changeCount: Int
        let today: CalendarDate
    }

    /// Loads a newsroom.
    /// - Parameters:
    ///   - showsPages: whether anyone looks at pages; without it `proof` is always nil.
    ///   - address: the path at which the site is served; ends in `/`.
    ///   - today: the day that counts, asked anew for every state.
    package init(
        folder: FileTree,
        includesDrafts: Bool,
        showsPages: Bool = true,
        servedAt address: String = "/",
        remembering signatures: SignatureMemory = SignatureMemory(),
        _ captures: CaptureMemory = CaptureMemory(),
        today: @Sendable @escaping () -> CalendarDate
    ) async {
        self.folder = folder
        self.today = today
        stage = PreviewStage(includesDrafts: includesDrafts, showsPages: showsPages, address: address)
        memory = PreviewStage.Memory(signatures, captures)
        files = await NewsroomFiles(loading: folder)
    }

    /// Takes in what happened to the files.
    /// - Parameter texts: the texts that count in the place of files on the disk, by path; nil if they are as before. Files whose text came,
    ///   went or changed have to be among the changes.
    package func update(_ changes: Set<FileChange>, over texts: [String: [UInt8]]? = nil) async -> Update {
        if let texts { self.texts = texts }
        var files = files
        let records = await files.reload(changes, in: tree)
        self.files = files
        let themePaths = changes.themePaths
        if !themePaths.isEmpty { memory.themeVersion += 1 }
        let others = changes.pathsBesideRecords
        let paths = records.union(themePaths).union(others)
        if !paths.isEmpty { changeCount += 1 }
        let diagnostics = records.sorted().flatMap { files.diagnostics(of: $0) }
        let texts = records.compactMap { path in files.file(path).map { (path, $0) } }
        // An editor's scratch file beside a record is warned of, and shows on no page.
        let showsRecords = records.contains { path in
            (RecordKey(path: path) != nil || path == SiteSettings.path) && !files.isBroken(path)
        }
        return Update(
            paths: paths.sorted(),
            changesPages: !themePaths.isEmpty || !others.isEmpty || showsRecords,
            diagnostics: diagnostics,
            files: Dictionary(uniqueKeysWithValues: texts)
        )
    }

    /// The folder with the texts that count in the place of its files.
    private var tree: FileTree { folder.with(FileOverlay(texts: texts)) }

    /// The site as it is now, or as it last could be made; nil when there never were usable settings.
    package func proof() async -> Proof? { await state().proof }

    /// The site that readers have by the journals: what is published, in the approved words. Nil without usable settings.
    package func readersSite() async -> Proof? {
        let state = await state()
        let shown = state.linked.lastUsable
        return shown.filed.flatMap { newsroom in
            shown.edition(today: today(), includingDrafts: false).map {
                Proof(newsroom, edition: $0, theme: state.theme.lastUsable, servedAt: stage.address)
            }
        }
    }

    /// The desk of a newsroom that goes by its journals, as `proof` shows it; nil for any other.
    package func desk() async -> Desk? { await state().linked.lastUsable.desk }

    /// The records as they are now, or as they last could be used.
    package func moment() async -> NewsroomMoment {
        let state = await state().linked.lastUsable
        return NewsroomMoment(newsroom: state.loaded.newsroom, filed: state.filed, desk: state.desk)
    }

    /// The house rules' findings on the files as they are now; nil when the task is cancelled before all are applied.
    package func report() async -> Report? {
        let state = await state()
        let checked = await CheckedNewsroom(
            state.linked.current,
            today: today(),
            theme: state.theme.current
        )
        guard !Task.isCancelled else { return nil }
        return Report(diagnostics: checked.diagnostics, files: checked.files, site: nil)
    }

    /// The state that other texts in the place of some files would make.
    func trialState(_ trial: [String: [UInt8]]) async -> PreviewStage.State {
        var files = files
        let tree = folder.with(FileOverlay(texts: texts.merging(trial) { $1 }))
        await files.reload(Set(trial.keys.map(FileChange.file)), in: tree)
        return await stage.state(of: files, in: tree, today: today(), after: memory)
    }

    private func state() async -> PreviewStage.State {
        let key = LinkKey(changeCount: changeCount, today: today())
        if let linking, linking.key == key { return await linking.task.value }
        let task = Task.detached(priority: .userInitiated) { [stage, files, tree, memory] in
            await stage.state(of: files, in: tree, today: key.today, after: memory)
        }
        linking = (key, task)
        let state = await task.value
        memory.keep(state)
        return state
    }
}
