import Checks
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

    /// The folder that is kept in memory.
    package nonisolated let folder: FileTree
    /// The folders below it whose changes the session wants to hear of.
    package static let watchedFolders = ["content", "seeds", "templates"]

    private let includesDrafts: Bool
    private let address: String
    /// The day that counts as today.
    package nonisolated let today: @Sendable () -> CalendarDate
    private var newsroomFiles: NewsroomFiles
    private var theme: KeptTheme?
    private var editorial: EditorialState.Memory
    private var changeCount = 0
    private var themeCount = 0
    private var linking: (key: LinkKey, task: Task<Linked, Never>)?

    /// What a linked state is made from, apart from the files.
    private struct LinkKey: Hashable {
        let changeCount: Int
        let today: CalendarDate
    }

    /// A theme, with what it depends on.
    private struct KeptTheme: Sendable {
        let count: Int
        let language: String?
        /// The theme as its files are now.
        let current: Theme
        /// The last one without mistakes.
        let standing: Theme
    }

    /// All that is made from one state of the files.
    private struct Linked: Sendable {
        let loaded: LoadedNewsroom
        let theme: KeptTheme
        let proof: Proof?
        let desk: Desk?
    }

    /// Loads a newsroom.
    /// - Parameters:
    ///   - address: the path at which the site is served; ends in `/`.
    ///   - today: the day that counts, asked anew for every state.
    package init(
        folder: FileTree,
        includesDrafts: Bool,
        servedAt address: String = "/",
        remembering signatures: SignatureMemory = SignatureMemory(),
        today: @Sendable @escaping () -> CalendarDate
    ) async {
        editorial = EditorialState.Memory(signatures: signatures)
        self.folder = folder
        self.includesDrafts = includesDrafts
        self.address = address
        self.today = today
        newsroomFiles = await NewsroomFiles(loading: folder)
    }

    /// Takes in what happened to the files.
    package func update(_ changes: Set<FileChange>) async -> Update {
        var files = newsroomFiles
        let records = await files.reload(changes)
        newsroomFiles = files
        let themePaths = Self.themePaths(in: changes, below: folder)
        if !themePaths.isEmpty { themeCount += 1 }
        let others = Self.otherPaths(in: changes)
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

    /// The site as it is now, or as it last could be made; nil when there never were usable settings.
    package func proof() async -> Proof? { await linked().proof }

    /// The desk of a newsroom that goes by its journals, as `proof` shows it; nil for any other.
    package func desk() async -> Desk? { await linked().desk }

    /// The house rules' findings on the files as they are now; nil when the task is cancelled before all are applied.
    package func report() async -> Report? {
        let linked = await linked()
        let found = await Checks.run(linked.loaded, today: today())
        guard !Task.isCancelled else { return nil }
        return Report(
            diagnostics: (found + linked.theme.current.diagnostics).sorted(),
            files: linked.loaded.files.merging(linked.theme.current.files) { record, _ in record },
            site: nil
        )
    }

    private func linked() async -> Linked {
        let key = LinkKey(changeCount: changeCount, today: today())
        if let linking, linking.key == key { return await linking.task.value }
        let task = Task.detached(priority: .userInitiated) {
            [self, newsroomFiles, theme, themeCount, editorial] in
            await Self.link(newsroomFiles, theme, themeCount, editorial, session: self, key)
        }
        linking = (key, task)
        let linked = await task.value
        theme = linked.theme
        editorial.desk = linked.desk
        return linked
    }

    private static func link(
        _ files: NewsroomFiles,
        _ kept: KeptTheme?,
        _ themeCount: Int,
        _ memory: EditorialState.Memory,
        session: NewsroomSession,
        _ key: LinkKey
    ) async -> Linked {
        let loaded = await files.current.comparingSnapshots(in: session.folder)
        let standing =
            files.standsOnOlderFiles ? await files.standing.comparingSnapshots(in: session.folder) : loaded
        let language = standing.newsroom?.settings.language
        let theme: KeptTheme
        if let kept, kept.count == themeCount, kept.language == language {
            theme = kept
        } else {
            let current = Theme.read(from: session.folder, language: language)
            let usable = current.diagnostics.hasErrors ? kept?.standing ?? current : current
            theme = KeptTheme(count: themeCount, language: language, current: current, standing: usable)
        }
        let edited = await EditorialState.apply(to: standing, in: session.folder, after: memory)
        let checked =
            files.standsOnOlderFiles
            ? await EditorialState.apply(to: loaded, in: session.folder, after: memory) : edited
        let proof = standing.newsroom.flatMap { newsroom in
            edited.newsroom(includingDrafts: session.includesDrafts).map { shown in
                let edition = Edition(
                    of: shown,
                    today: key.today,
                    includingDrafts: session.includesDrafts,
                    record: edited.record
                )
                return Proof(newsroom, edition: edition, theme: theme.standing, servedAt: session.address)
            }
        }
        return Linked(loaded: checked.loaded, theme: theme, proof: proof, desk: edited.desk)
    }

    private static func themePaths(in changes: Set<FileChange>, below folder: FileTree) -> Set<String> {
        Set(
            changes.compactMap { change in
                switch change {
                case .file(let path), .folder(let path):
                    path.isEmpty ? "templates" : path.hasPrefix("templates") ? path : nil
                }
            }
        )
    }

    /// Files of other folders than the records', which pages or the board may depend on: journals, snapshots.
    private static func otherPaths(in changes: Set<FileChange>) -> Set<String> {
        Set(
            changes.compactMap { change in
                let (path, depth) =
                    switch change {
                    case .file(let path): (path, 2)
                    case .folder(let path): (path, 1)
                    }
                let isRecord = RecordKind.allCases.contains { (path + "/").hasPrefix($0.folder + "/") }
                let isDeep = path.utf8.count { $0 == UInt8(ascii: "/") } >= depth
                return path.hasPrefix("content/") && isDeep && !isRecord ? path : nil
            }
        )
    }
}
