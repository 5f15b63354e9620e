import Foundation
import Newsroom
import Testing

@testable import Preview

/// A preview of a small newsroom on its own port, for one test.
struct RunningPreview {
    let room: SmallNewsroom
    let live: LivePreview
    let server: PreviewServer
    let client: PlainClient
    let today: @Sendable () -> CalendarDate

    /// The state in the form that the browser gets.
    struct State: Decodable {
        struct Finding: Decodable {
            let rule: String
            let severity: String
            let message: String
            let place: String?
            let excerpt: String
            let help: String?
        }

        let pages: String
        let complete: Bool
        let errors: Int
        let findings: [Finding]
    }

    /// Runs a preview for the time of a test.
    static func with(
        hosts: [String] = [],
        _ test: (RunningPreview) async throws -> Void
    ) async throws {
        let room = try SmallNewsroom()
        let day = try #require(CalendarDate("2026-11-21"))
        let live = await LivePreview(folder: try room.tree, today: { day })
        let server = try await PreviewServer.start(live, port: 0, hosts: hosts)
        let following = Task { await live.follow() }
        let outcome: Result<Void, any Error>
        do {
            try await test(
                RunningPreview(
                    room: room,
                    live: live,
                    server: server,
                    client: PlainClient(port: server.port),
                    today: { day }
                )
            )
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        following.cancel()
        await server.stop()
        await following.value
        try outcome.get()
    }

    /// The states from now on.
    func states() -> StateIterator {
        StateIterator(events: client.events("/_assay/events").makeAsyncIterator())
    }

    struct StateIterator {
        var events: AsyncThrowingStream<String, any Error>.AsyncIterator

        /// The next state that meets a condition; the client gives up if none comes.
        mutating func next(_ description: String, where isWanted: (State) -> Bool = { _ in true })
            async throws -> State
        {
            while let event = try await events.next() {
                let state = try JSONDecoder().decode(State.self, from: Data(event.utf8))
                if isWanted(state) { return state }
            }
            throw PlainClient.Failure(description: "the events ended before \(description)")
        }
    }
}
