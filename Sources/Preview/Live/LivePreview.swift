import Assay
import Diagnostics
import Editorial
import Files
import Newsroom

/// A preview that follows the files: reloads what changed, tells the browsers, and runs the house rules in
/// the background.
package actor LivePreview {
    /// An event for a line on the terminal.
    package enum Occurrence: Sendable {
        /// Files changed and browsers were told: the paths, and the time it took.
        case changed([String], Duration)
        /// The house rules ran: the time it took, and the report.
        case checked(Duration, Report)
    }

    nonisolated let session: NewsroomSession
    private let changes: AsyncStream<Set<FileChange>>
    private let report: @Sendable (Occurrence) -> Void
    /// An identifier of this run of the server, part of every state's name.
    private let run = String(UInt32.random(in: 0...UInt32.max), radix: 36)
    private var pagesCount = 0
    private var boardCount = 0
    private var changeCount = 0
    private var findings = LiveFindings()
    private var listeners: [Int: Listener] = [:]
    /// The files that each requested page was made from, by the page's path.
    private var sources: [String: Set<String>] = [:]
    private var nextListener = 0
    private let checks = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    /// The latest run of the house rules, which may be on an older state.
    private var check: Task<Report?, Never>?

    /// A page in a browser.
    private struct Listener {
        /// The page's path; nil if it is no page of the site.
        let page: String?
        let events: AsyncStream<[UInt8]>.Continuation
    }

    /// The interval of the comments that keep connections to browsers alive.
    private static let heartbeatInterval = Duration.seconds(10)

    /// Loads a newsroom, and watches it from then on.
    /// - Parameters:
    ///   - signatures: the cache of verified signatures.
    ///   - captures: the cache of what captured files hold.
    ///   - report: called with each occurrence, from any task.
    package init(
        folder: FileTree,
        remembering signatures: SignatureMemory = SignatureMemory(),
        _ captures: CaptureMemory = CaptureMemory(),
        today: @Sendable @escaping () -> CalendarDate,
        report: @Sendable @escaping (Occurrence) -> Void = { _ in }
    ) async {
        // The watch starts first, so that files that change during loading are read again.
        changes = FolderWatch.changes(in: folder, folders: NewsroomSession.watchedFolders)
        session = await NewsroomSession(
            folder: folder,
            includesDrafts: true,
            remembering: signatures,
            captures,
            today: today
        )
        self.report = report
    }

    /// The newest state of the pages.
    var pages: String { "\(run)-\(pagesCount)" }

    /// The newest state of the desk's board.
    var boardState: String { "\(pages)-\(boardCount)" }

    /// Follows the files until the task is cancelled.
    package func follow() async {
        await withTaskGroup { group in
            group.addTask { await self.followChanges() }
            group.addTask(priority: .background) { await self.followChecks() }
            group.addTask { await self.beat() }
            checks.continuation.yield()
            await group.waitForAll()
        }
        for listener in listeners.values { listener.events.finish() }
    }

    /// The number of listening browsers.
    var listenerCount: Int { listeners.count }

    /// The events for one browser: the current state, and that after every change.
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

    /// Adds the findings of rendering a page.
    func note(_ diagnostics: [Diagnostic], pages: String) {
        if pages == self.pages, !diagnostics.isEmpty, findings.take(rendered: diagnostics) { tell() }
    }

    /// Records the files that a page was made from.
    func note(page: String, madeFrom files: Set<String>) { sources[page] = files }

    /// The page of the desk's board; the waiting page if there is no newsroom.
    /// - Parameter base: the address of the desk, whose pages of claims the board names; nil for readers' pages.
    func board(at base: String? = nil) async -> [UInt8] {
        guard let newsroom = await session.proof()?.newsroom else { return WaitingPage.html }
        let today = session.today()
        var desk = await session.desk()
        if desk == nil { desk = await Desk.load(newsroom, from: session.folder) }
        guard let desk else { return WaitingPage.html }
        let builder = BoardBuilder(newsroom, desk, today: today, findings: findings.all)
        let (html, diagnostics) = BoardPage(
            newsroom: newsroom,
            today: today,
            cards: builder.cards,
            base: base
        ).rendered
        note(diagnostics, pages: pages)
        return html
    }

    /// The newsroom as its files are; nil when there never were usable settings.
    package var newsroom: Newsroom? { get async { await session.moment().filed } }

    /// All findings, as far as they are known.
    var allFindings: [Diagnostic] { findings.all }

    private func unsubscribe(_ number: Int) { listeners[number] = nil }

    private func tell() {
        for listener in listeners.values { listener.events.yield(event(for: listener.page)) }
    }

    private func event(for page: String?) -> [UInt8] {
        StateEvent.event(
            pages: pages,
            board: boardState,
            findings: findings,
            madeFrom: page.flatMap { sources[$0] } ?? []
        )
    }

    private func followChanges() async {
        for await change in changes { await take(change) }
    }

    /// Takes in what happened to the files. The desk calls it for what it wrote itself, so that the next page has it.
    func take(_ change: Set<FileChange>) async {
        let start = ContinuousClock.now
        let update = await session.update(change)
        guard !update.paths.isEmpty else { return }
        changeCount += 1
        // Its findings would be stale, and the writer waits for the new page.
        check?.cancel()
        if update.changesPages { pagesCount += 1 }
        let errors = findings.errors
        findings.take(changed: update.paths, update.diagnostics, update.files)
        if findings.errors != errors { boardCount += 1 }
        tell()
        report(.changed(update.paths, ContinuousClock.now - start))
        checks.continuation.yield()
    }

    /// Runs the house rules after changes. Another change cancels the run and starts a new one.
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
            for listener in listeners.values { listener.events.yield(StateEvent.heartbeat) }
        }
    }
}
