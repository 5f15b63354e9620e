import ArgumentParser
import Assay
import Dispatch
import Files
import Foundation
import LanguageProtocol
import LanguageServer
import Newsroom

struct LspCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lsp",
        abstract: "Helps while you write, in an editor that speaks the Language Server Protocol.",
        discussion: """
            An editor starts it, and talks to it over standard input and output (LSP 3.17). Changes go through \
            the editor; only the commands that you choose there (submit, review, new) write files. docs/editors.md has the settings for VS Code, Neovim, Helix, Zed and Emacs.
            """
    )

    @OptionGroup var place: NewsroomPlace

    @Option(help: ArgumentHelp("The day that counts as today, such as 2026-11-21.", valueName: "day"))
    var today: String?

    @Flag(help: "Taken for the editors that say so: there is no other way than standard input.")
    var stdio = false

    /// The largest piece that is read at once.
    private static let pieceSize = 64 * 1024

    func run() async throws {
        let folder = try place.directory.map { _ in try place.folder().root }
        let output = MessageOutput()
        // An editor that is gone must not end the server in the middle of a line.
        signal(SIGPIPE, SIG_IGN)
        let server = LanguageServer(
            LanguageServer.Surroundings(
                version: Version.current,
                rulesPage: Version.rulesPage,
                folder: folder,
                today: try day(),
                clock: .ofProcess,
                send: output.send,
                log: { Console.warn("assay lsp: \($0)") }
            )
        )
        let status = await Self.serve(server)
        await server.stop()
        output.finish()
        if status != 0 { throw ExitCode(status) }
    }

    /// Takes messages until the client ends the server, or its end of the line is closed.
    /// - Returns: the exit status.
    private static func serve(_ server: LanguageServer) async -> Int32 {
        var frames = MessageFrames()
        for await piece in input() {
            frames.append(piece)
            do throws(MessageFrames.Problem) {
                while let frame = try frames.next() {
                    switch frame {
                    case .message(let message): if let status = await server.take(message) { return status }
                    case .tooLong(let length): await server.refuse(tooLong: length)
                    }
                }
            } catch {
                Console.warn("assay lsp: \(error), so nobody can tell where the next one begins")
                return 1
            }
        }
        guard await !server.isShutDown else { return 0 }
        Console.warn("assay lsp: standard input was closed before the editor said `exit`")
        return 1
    }

    /// Standard input in pieces, read on a thread of its own, because reading waits.
    private static func input() -> AsyncStream<[UInt8]> {
        let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        DispatchQueue(label: "input").async {
            var piece = [UInt8](repeating: 0, count: pieceSize)
            while true {
                let count = piece.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { break }
                continuation.yield(Array(piece[..<count]))
            }
            continuation.finish()
        }
        return stream
    }

    /// The day in a newsroom, computed at each call, because an editor may stay open over midnight.
    private func day() throws -> @Sendable (FileTree) -> @Sendable () -> CalendarDate {
        let typed = today
        let first = try CommandDay.today(typed: typed, zone: .utc)
        return { folder in
            { (try? CommandDay.today(typed: typed, zone: SiteSettings.timeZone(in: folder))) ?? first }
        }
    }
}

/// Standard output, written in the order of the messages on a queue of its own, because an editor may be slow to read.
private struct MessageOutput: Sendable {
    private let queue = DispatchQueue(label: "output")

    func send(_ message: [UInt8]) {
        queue.async { Console.send(MessageFrames.frame(message)) }
    }

    /// Waits until everything is written.
    func finish() { queue.sync {} }
}
