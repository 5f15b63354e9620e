import Assay
import Editorial
import Foundation
import Newsroom
import Testing

@testable import Preview

/// The desk of a small newsroom on its own port, for one test. The desk's organisation is at it.
struct RunningDesk {
    let room: SmallNewsroom
    let live: LivePreview
    let desk: WritingDesk
    let client: PlainClient

    /// Runs a desk for the time of a test.
    static func with(as person: String? = "desk", _ test: (RunningDesk) async throws -> Void) async throws {
        let room = try SmallNewsroom()
        let day = try #require(CalendarDate("2026-11-21"))
        let live = await LivePreview(folder: try room.tree, today: { day })
        // 21 November 2026, noon.
        let desk = WritingDesk(live, as: person, clock: DeskClock(sourceDateEpoch: "1795262400"))
        let server = try await PreviewServer.start(live, port: 0, desk: desk)
        let outcome: Result<Void, any Error>
        do {
            try await test(
                RunningDesk(room: room, live: live, desk: desk, client: PlainClient(port: server.port))
            )
            outcome = .success(())
        } catch {
            outcome = .failure(error)
        }
        await server.stop()
        try outcome.get()
    }

    var base: String { desk.path }
    var token: String { String(base.dropFirst("/_desk/".count).dropLast()) }
    var origin: String { "http://127.0.0.1:\(client.port)" }

    func get(_ path: String, further: [String] = []) async throws -> PlainClient.Response {
        try await client.request("GET", base + path, further: further)
    }

    /// Sends a form as a browser does from a page of the desk.
    /// - Parameters:
    ///   - headers: what the browser says of where the form comes from; as from the desk if nil.
    ///   - token: the random word in the form; the right one if nil.
    func post(
        _ path: String,
        _ fields: [(String, String)],
        headers: [String]? = nil,
        token: String? = nil,
        type: String = "application/x-www-form-urlencoded"
    ) async throws -> PlainClient.Response {
        let body = ([("token", token ?? self.token)] + fields).map { name, value in
            "\(Self.encoded(name))=\(Self.encoded(value))"
        }.joined(separator: "&")
        let further =
            ["Content-Type: \(type)", "Content-Length: \(body.utf8.count)"]
            + (headers ?? ["Origin: \(origin)", "Sec-Fetch-Site: same-origin"])
        return try await client.request("POST", base + path, further: further, body: body)
    }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            return character.isASCII && (character.isLetter || character.isNumber)
                ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// The page to which an answer leads.
    func page(after response: PlainClient.Response) async throws -> PlainClient.Response {
        let target = try #require(response.headers["location"], "\(response.status): \(response.text)")
        return try await client.get(target)
    }
}
