import Testing
import WARC

@testable import Capturing

@Suite struct RefusalTests {
    private static func answer(_ head: String) throws -> HTTPMessage {
        try #require(HTTPMessage(Array((head + "\r\n\r\n").utf8)))
    }

    @Test(arguments: [
        "HTTP/1.1 403 Forbidden", "HTTP/1.1 200 OK\r\ncf-mitigated: challenge", "HTTP/1.1 429 Slow",
    ])
    func aRefusalIsKnown(head: String) throws { #expect(Refusal(try Self.answer(head)) != nil) }

    @Test(arguments: ["HTTP/1.1 200 OK", "HTTP/1.1 404 Not Found"])
    func anythingElseIsNone(head: String) throws { #expect(Refusal(try Self.answer(head)) == nil) }
}
