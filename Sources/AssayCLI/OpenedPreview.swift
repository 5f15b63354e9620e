import Assay
import Diagnostics
import Files
import Foundation
import Newsroom
import Preview

/// A newsroom that is kept in memory for a preview, with what the preview prints.
struct OpenedPreview {
    let folder: FileTree
    let live: LivePreview
    let console: Console
    let log: ServeLog

    /// Loads the newsroom that a command's options name.
    init(_ options: NewsroomOptions) async throws {
        let request = try options.request(includesDrafts: true)
        folder = request.folder
        console = options.console(for: request.folder)
        log = ServeLog(console: console)
        let start = ContinuousClock.now
        // A closed pipe at standard output must not end the preview.
        signal(SIGPIPE, SIG_IGN)
        live = try await LivePreview(
            folder: request.folder,
            remembering: request.signatures,
            request.captures,
            today: Self.day(options.today, in: request.folder),
            report: log.note
        )
        log.say("\(folder.root): loaded in \(Duration.text(since: start))")
    }

    /// The newsroom; nil without usable settings.
    var newsroom: Newsroom? { get async { await live.newsroom } }

    /// Follows the files and answers until a signal comes, or the server fails.
    func serve(_ server: PreviewServer) async throws {
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
    private static func day(
        _ asked: String?,
        in folder: FileTree
    ) throws -> @Sendable () -> CalendarDate {
        let today: @Sendable () throws -> CalendarDate = {
            try CommandDay.today(typed: asked, zone: SiteSettings.timeZone(in: folder))
        }
        let first = try today()
        return { (try? today()) ?? first }
    }
}

/// The port of a preview: the one asked for, or the first free one of twenty, or any free one.
struct PreviewPort {
    private let port: UInt16?

    /// The first port that is tried.
    static let first: UInt16 = 8000
    private static let count: UInt16 = 20

    init(_ port: UInt16?) { self.port = port }

    /// Starts a server.
    /// - Parameters:
    ///   - hosts: addresses and names beyond this computer's own.
    ///   - desk: the desk that may write; nil for a preview that only shows.
    func listen(
        _ live: LivePreview,
        _ console: Console,
        hosts: [String] = [],
        desk: WritingDesk? = nil
    ) async throws -> PreviewServer {
        do throws(PreviewProblem) {
            guard port == nil else {
                return try await PreviewServer.start(live, port: port ?? 0, hosts: hosts, desk: desk)
            }
            for candidate in Self.first..<(Self.first + Self.count) {
                do throws(PreviewProblem) {
                    return try await PreviewServer.start(live, port: candidate, hosts: hosts, desk: desk)
                } catch .portIsBusy {
                    console.say("port \(candidate) is in use by another program; trying \(candidate + 1)")
                }
            }
            return try await PreviewServer.start(live, port: 0, hosts: hosts, desk: desk)
        } catch {
            var help = ""
            if case .portIsBusy = error {
                help = "; name another with --port, or leave --port out to take a free one"
            }
            throw CommandFailure("\(error)\(help)")
        }
    }
}
