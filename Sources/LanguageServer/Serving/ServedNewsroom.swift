import Assay
import Diagnostics
import Editorial
import Files
import Matching
import Newsroom

/// A newsroom with the texts that editors have open over its files.
///
/// Changes are taken in when somebody asks, so that a burst of keystrokes is linked once.
actor ServedNewsroom {
    /// The folder on the disk.
    nonisolated let folder: FileTree
    /// The folder's path as the client writes it, which may lead over symbolic links.
    nonisolated let path: String
    /// The folders whose changes a newsroom wants to hear of.
    static let watchedFolders = NewsroomSession.watchedFolders

    /// The day that counts as today.
    nonisolated let today: @Sendable () -> CalendarDate

    private let opening: Task<NewsroomSession, Never>
    private var texts: [String: [UInt8]] = [:]
    private var changes: Set<FileChange> = []
    private var version = 0
    /// The latest of the updates, which follow each other, and how many are not done.
    private var updating: Task<Void, Never>?
    private var updateCount = 0
    private var checking: (version: Int, task: Task<Report?, Never>)?
    private var lastMoment: NewsroomMoment?
    private var indexing: (claims: [ClaimText], task: Task<ClaimIndex, Never>)?
    private let wishes = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))

    /// Begins to read the newsroom.
    init(_ folder: FileTree, path: String, today: @Sendable @escaping () -> CalendarDate) {
        self.folder = folder
        self.path = path
        self.today = today
        opening = Task.detached {
            await NewsroomSession(
                folder: folder,
                includesDrafts: true,
                showsPages: false,
                remembering: SignatureMemory(of: folder.root),
                CaptureMemory(of: folder.root),
                today: today
            )
        }
    }

    /// Takes the text that an editor has of a file; nil when it has none any more.
    func edit(_ path: String, _ text: [UInt8]?) {
        guard texts[path] != text else { return }
        texts[path] = text
        note([.file(path)])
    }

    /// Notes that files have changed on the disk.
    func note(_ changes: Set<FileChange>) {
        self.changes.formUnion(changes)
        version += 1
        // Its findings would be stale.
        checking?.task.cancel()
        wishes.continuation.yield()
    }

    /// The folder with the texts that editors have open over its files.
    var tree: FileTree { folder.with(FileOverlay(texts: texts)) }

    /// A stream with an element whenever findings may have changed.
    nonisolated var signals: AsyncStream<Void> { wishes.stream }

    /// The records as they are now.
    func moment() async -> NewsroomMoment {
        let moment = await current().moment()
        lastMoment = moment
        return moment
    }

    /// The records as they are now, or as they were a moment ago if they are not linked anew in a short time: a list to choose from need
    /// not wait.
    func recentMoment() async -> NewsroomMoment {
        guard let lastMoment else { return await moment() }
        let fresh = Task { await self.moment() }
        return await withTaskGroup(of: NewsroomMoment?.self) { group in
            group.addTask { await Self.value(of: fresh) }
            group.addTask {
                try? await Task.sleep(for: .milliseconds(30))
                return nil
            }
            let first = await group.next() ?? nil
            group.cancelAll()
            return first ?? lastMoment
        }
    }

    /// The value of a task; nil as soon as this task is cancelled.
    private static func value(of task: Task<NewsroomMoment, Never>) async -> NewsroomMoment? {
        let (stream, continuation) = AsyncStream.makeStream(of: NewsroomMoment.self)
        Task {
            continuation.yield(await task.value)
            continuation.finish()
        }
        return await stream.first { _ in true }
    }

    /// The index of the claims of a moment. It is made anew only when a claim or what was ruled on it has changed.
    func claimIndex(of newsroom: Newsroom) async -> ClaimIndex {
        let (claims, language) = (newsroom.claimTexts, newsroom.settings.language)
        if let indexing, indexing.claims == claims { return await indexing.task.value }
        let task = Task.detached { ClaimIndex(claims, language: language) }
        indexing = (claims, task)
        return await task.value
    }

    /// The findings on the files as they are now; nil when they changed meanwhile.
    func report() async -> Report? {
        let session = await current()
        if let checking, checking.version == version, !checking.task.isCancelled {
            return await checking.task.value
        }
        let task = Task.detached(priority: .utility) { await session.report() }
        checking = (version, task)
        return await task.value
    }

    /// The findings on some files as they are now, without a check of the whole newsroom; nil if only that can tell.
    func promptReport(on paths: Set<String>) async -> Report? { await current().promptReport(on: paths) }

    /// The findings on a file as it is now: at once, if that is possible.
    /// - Throws: when the request was taken back.
    func presentReport(on path: String) async throws -> Report {
        if let report = await promptReport(on: [path]) { return report }
        return try await settledReport()
    }

    /// The findings on the files as they are when nobody changes them any more.
    /// - Throws: when the request was taken back.
    func settledReport() async throws -> Report {
        while true {
            try Task.checkCancellation()
            if let report = await report() { return report }
        }
    }

    /// The session, with all changes taken in. Between its return and the caller's next wait nothing is missing.
    private func current() async -> NewsroomSession {
        let session = await opening.value
        while !changes.isEmpty || updateCount > 0 {
            if !changes.isEmpty {
                let (changes, texts, before) = (changes, texts, updating)
                self.changes = []
                updateCount += 1
                updating = Task {
                    await before?.value
                    _ = await session.update(changes, over: texts)
                    updateCount -= 1
                }
            }
            await updating?.value
        }
        return session
    }
}
