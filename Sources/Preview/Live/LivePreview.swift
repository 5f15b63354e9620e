import Assay
import Diagnostics
import Editorial
import Files
import Newsroom

/// A preview that follows the files: takes in changes, tells the browsers, and checks in the background.
public actor LivePreview {
    /// What happened, for a line on the terminal.
    public enum Occurrence: Sendable {
        /// Files changed and browsers were told; how long that took.
        case changed([String], Duration)
        /// The house rules were applied: how long that took, and what they found.
        case checked(Duration, Report)
    }

    nonisolated let session: NewsroomSession
    private let changes: AsyncStream<Set<FileChange>>
    private let report: @Sendable (Occurrence) -> Void
    /// Tells the states of different runs of the server from each other.
    private let run = String(UInt32.random(in: 0...UInt32.max), radix: 36)
    private var pagesCount = 0
    private var boardCount = 0
    private var changeCount = 0
    private var findings = LiveFindings()
    private var listeners: [Int: Listener] = [:]
    /// The files of the records that pages were made from, by the pages' paths: of those that somebody looked at.
    private var sources: [String: Set<String>] = [:]
    private var nextListener = 0
    private let checks = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    /// The house rules being applied to the newest state but one, perhaps.
    private var check: Task<Report?, Never>?

    /// A page in a browser.
    private struct Listener {
        /// Its path; nil for what is no page of the site.
        let page: String?
        let events: AsyncStream<[UInt8]>.Continuation
    }

    /// How often browsers hear that the preview is still there.
    private static let heartbeatInterval = Duration.seconds(10)

    /// Loads a newsroom, and watches it from then on.
    /// - Parameters:
    ///   - signatures: those that were verified before.
    ///   - report: told what happened; called from any task.
    public init(
        folder: FileTree,
        remembering signatures: SignatureMemory = SignatureMemory(),
        today: @Sendable @escaping () -> CalendarDate,
        report: @Sendable @escaping (Occurrence) -> Void = { _ in }
    ) async {
        // The watch comes first: what changes while the newsroom is being read is read again.
        changes = FolderWatch.changes(in: folder, folders: NewsroomSession.watchedFolders)
        session = await NewsroomSession(
            folder: folder,
            includesDrafts: true,
            remembering: signatures,
            today: today
        )
        self.report = report
    }

    /// Which state of the pages is the newest.
    var pages: String { "\(run)-\(pagesCount)" }

    /// Which state of the desk's board is the newest.
    var boardState: String { "\(pages)-\(boardCount)" }

    /// Follows the files until the task is cancelled.
    public func follow() async {
        await withTaskGroup { group in
            group.addTask { await self.followChanges() }
            group.addTask(priority: .background) { await self.followChecks() }
            group.addTask { await self.beat() }
            checks.continuation.yield()
            await group.waitForAll()
        }
        for listener in listeners.values { listener.events.finish() }
    }

    /// How many browsers listen.
    var listenerCount: Int { listeners.count }

    /// The events for one browser: the state now, and after every change.
    /// - Parameter page: the path of the page that listens.
    func subscribe(to page: String?) -> AsyncStream<[UInt8]> {
        let (stream, continuation) = AsyncStream.makeStream(
            of: [UInt8].self,
            bufferingPolicy: .bufferingNewest(4)
        )
        let number = nextListener
        nextListener += 1
        listeners[number] = Listener(page: page, events: continuation)
        continuation.onTermination = { _ in Task { await self.unsubscribe(number) } }
        continuation.yield(event(for: page))
        return stream
    }

    /// Takes in what was found while a page was made.
    func note(_ diagnostics: [Diagnostic], pages: String) {
        if pages == self.pages, !diagnostics.isEmpty, findings.take(rendered: diagnostics) { tell() }
    }

    /// Takes note of the files of the records that a page was made from.
    func note(page: String, madeFrom files: Set<String>) { sources[page] = files }

    /// The desk's board as a page; the waiting page without a newsroom.
    func board() async -> [UInt8] {
        guard let newsroom = await session.proof()?.newsroom else { return WaitingPage.html }
        let today = session.today()
        var desk = await session.desk()
        if desk == nil { desk = await Desk.load(newsroom, from: session.folder) }
        guard let desk else { return WaitingPage.html }
        let reading = BoardReading(newsroom, desk, today: today, findings: findings.all)
        let (html, diagnostics) = BoardPage(newsroom: newsroom, today: today, cards: reading.cards).rendered
        note(diagnostics, pages: pages)
        return html
    }

    private func unsubscribe(_ number: Int) { listeners[number] = nil }

    private func tell() {
        for listener in listeners.values { listener.events.yield(event(for: listener.page)) }
    }

    private func event(for page: String?) -> [UInt8] {
        StateMessage.event(
            pages: pages,
            board: boardState,
            findings: findings,
            madeFrom: page.flatMap { sources[$0] } ?? []
        )
    }

    private func followChanges() async {
        for await change in changes {
            let start = ContinuousClock.now
            let update = await session.update(change)
            guard !update.paths.isEmpty else { continue }
            changeCount += 1
            // What it would find is old already, and whoever writes waits for the new page.
            check?.cancel()
            if update.changesPages { pagesCount += 1 }
            let errors = findings.errors
            findings.take(changed: update.paths, update.diagnostics, update.files)
            if findings.errors != errors { boardCount += 1 }
            tell()
            report(.changed(update.paths, ContinuousClock.now - start))
            checks.continuation.yield()
        }
    }

    /// Applies the house rules after changes; a change that comes meanwhile ends the run, and begins another one.
    private func followChecks() async {
        for await _ in checks.stream {
            let start = ContinuousClock.now
            let count = changeCount
            let check = Task(priority: .background) { [session] in await session.report() }
            self.check = check
            let found = await withTaskCancellationHandler {
                await check.value
            } onCancel: {
                check.cancel()
            }
            guard let found, count == changeCount else { continue }
            let errors = findings.errors
            findings.take(checked: found.diagnostics, found.files)
            if findings.errors != errors { boardCount += 1 }
            tell()
            report(.checked(ContinuousClock.now - start, found))
        }
    }

    private func beat() async {
        while (try? await Task.sleep(for: Self.heartbeatInterval)) != nil {
            for listener in listeners.values { listener.events.yield(StateMessage.heartbeat) }
        }
    }
}
