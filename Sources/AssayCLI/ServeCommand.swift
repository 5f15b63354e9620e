import ArgumentParser
import Assay
import Diagnostics
import Files
import Foundation
import Newsroom
import Preview

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Shows the site while you write, drafts included, and reloads it when a file changes.",
        discussion: """
            The site is made in memory; nothing is written. Findings appear over the page and here. The board of all \
            claims is at /_desk/. Only this computer can open the preview, unless --host says otherwise. Ctrl-C stops it.
            """
    )

    @OptionGroup var options: NewsroomOptions

    @Option(
        name: [.short, .long],
        help: ArgumentHelp("The port; \(Self.firstPort), or the next one that is free.", valueName: "port")
    )
    var port: UInt16?

    @Option(
        help: ArgumentHelp(
            "Listen beyond this computer: an address to listen on (0.0.0.0 for all), or a name to answer to. Whoever can reach the port then reads the drafts.",
            valueName: "host"
        )
    )
    var host: [String] = []

    @Flag(help: "Open the preview in the browser.")
    var open = false

    private static let firstPort: UInt16 = 8000
    private static let portCount: UInt16 = 20

    func run() async throws {
        let request = try options.request(includesDrafts: true)
        let console = options.console(for: request.folder)
        let log = ServeLog(console: console)
        let start = ContinuousClock.now
        // A closed pipe at standard output must not end the preview.
        signal(SIGPIPE, SIG_IGN)
        let live = try await LivePreview(
            folder: request.folder,
            remembering: request.signatures,
            request.captures,
            today: day(in: request.folder),
            report: log.note
        )
        let server = try await listen(live, console)
        log.say("\(request.folder.root): loaded in \(Duration.text(since: start))")
        log.say("preview  \(server.address)")
        log.say("board    \(server.address)_desk/")
        if !host.isEmpty { log.say("others can reach it too: they read unpublished drafts") }
        if open { Browser.open(server.address) }
        let following = Task { await live.follow() }
        let problem = await Self.wait(for: server)
        following.cancel()
        if let problem { throw CommandFailure("\(problem); start it again") }
        log.say("\nstopped")
    }

    /// Runs the server until a signal stops it or it fails.
    /// - Returns: the failure; nil after a signal.
    private static func wait(for server: PreviewServer) async -> PreviewProblem? {
        let watch = Task {
            await Interruption.wait()
            // `waitUntilStopped` cannot be cancelled: only a stopped server ends it.
            await server.stop()
        }
        defer { watch.cancel() }
        do throws(PreviewProblem) { try await server.waitUntilStopped() } catch { return error }
        return nil
    }

    /// The current day, computed at each call, because a preview may stay open over midnight.
    private func day(in folder: FileTree) throws -> @Sendable () -> CalendarDate {
        let asked = options.today
        let today: @Sendable () throws -> CalendarDate = {
            try CommandDay.today(typed: asked, zone: SiteSettings.timeZone(in: folder))
        }
        let first = try today()
        return { (try? today()) ?? first }
    }

    /// Starts the server on the port asked for, or on the first free one of twenty, or on any free one.
    private func listen(_ live: LivePreview, _ console: Console) async throws -> PreviewServer {
        do throws(PreviewProblem) {
            guard port == nil else {
                return try await PreviewServer.start(live, port: port ?? 0, hosts: host)
            }
            for candidate in Self.firstPort..<(Self.firstPort + Self.portCount) {
                do throws(PreviewProblem) {
                    return try await PreviewServer.start(live, port: candidate, hosts: host)
                } catch .portIsBusy {
                    console.say("port \(candidate) is in use by another program; trying \(candidate + 1)")
                }
            }
            return try await PreviewServer.start(live, port: 0, hosts: host)
        } catch {
            var help = ""
            if case .portIsBusy = error {
                help = "; name another with --port, or leave --port out to take a free one"
            }
            throw CommandFailure("\(error)\(help)")
        }
    }
}
