import Testing

@testable import LanguageProtocol

@Suite("Frames of messages")
struct MessageFramesTests {
    private static let texts = ["{}", "", "{\"a\":\"é\"}", String(repeating: "x", count: 300), "\r\n\r\n"]
    private static let stream = texts.flatMap { MessageFrames.frame(Array($0.utf8)) }

    private static func frames(_ pieces: [ArraySlice<UInt8>], limit: Int = 1000) throws -> [MessageFrames
        .Frame]
    {
        var frames = MessageFrames(sizeLimit: limit)
        var found: [MessageFrames.Frame] = []
        for piece in pieces {
            frames.append(piece)
            while let frame = try frames.next() { found.append(frame) }
        }
        #expect(!frames.isWithinMessage)
        return found
    }

    @Test("messages are the same wherever the stream is cut once")
    func cutOnce() throws {
        let expected = Self.texts.map { MessageFrames.Frame.message(Array($0.utf8)) }
        for cut in 0...Self.stream.count {
            #expect(try Self.frames([Self.stream[..<cut], Self.stream[cut...]]) == expected)
        }
    }

    @Test("messages are the same in pieces of any one length", arguments: 1...40)
    func pieces(_ length: Int) throws {
        let pieces = stride(from: 0, to: Self.stream.count, by: length).map { start in
            Self.stream[start..<min(start + length, Self.stream.count)]
        }
        #expect(try Self.frames(pieces) == Self.texts.map { .message(Array($0.utf8)) })
    }

    @Test("names are read in any case, other lines are passed over, and LF alone ends a line")
    func forms() throws {
        for header in [
            "content-length: 2\r\n\r\n", "X-A: b\r\nCONTENT-LENGTH:2\r\n\r\n", "Content-Length: 2\n\n",
            "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\nContent-Length: 2\r\n\r\n",
            "Content-Length: 2\r\nContent-Type: a; charset=utf8\r\nContent-Length: 2\r\n\r\n",
        ] {
            #expect(try Self.frames([Array((header + "{}").utf8)[...]]) == [.message(Array("{}".utf8))])
        }
    }

    @Test(
        "a header without a usable length is an error",
        arguments: [
            "\r\n{}", "X: 1\r\n\r\n", "Content-Length: -2\r\n\r\n", "Content-Length: 2 2 x\r\n\r\n",
            "Content-Length: \r\n\r\n",
            "Content-Length: 99999999999999999999\r\n\r\n", "Content-Length: 2\r\nContent-Length: 3\r\n\r\n",
            "nonsense\r\n\r\n", "Content-Type: a; charset=latin-1\r\nContent-Length: 2\r\n\r\n",
        ]
    )
    func badHeaders(_ text: String) {
        var frames = MessageFrames()
        frames.append(text.utf8)
        #expect(throws: MessageFrames.Problem.self) { try frames.next() }
    }

    @Test("an endless header is refused before it is kept")
    func endlessHeader() {
        for text in [String(repeating: "a", count: 5000), String(repeating: "a: b\r\n", count: 2000)] {
            var frames = MessageFrames()
            frames.append(text.utf8)
            #expect(throws: MessageFrames.Problem.self) { try frames.next() }
        }
        var frames = MessageFrames()
        #expect(throws: MessageFrames.Problem.self) {
            for _ in 0..<1000 {
                frames.append(Array(repeating: UInt8(ascii: "a"), count: 10))
                _ = try frames.next()
            }
        }
    }

    @Test("a message that is too long is passed over, in any pieces", arguments: [1, 7, 100, 5000])
    func tooLong(_ length: Int) throws {
        let long = Array(repeating: UInt8(ascii: "y"), count: 1001)
        let stream = MessageFrames.frame(long) + MessageFrames.frame(Array("{}".utf8))
        let pieces = stride(from: 0, to: stream.count, by: length).map {
            stream[$0..<min($0 + length, stream.count)]
        }
        #expect(try Self.frames(pieces) == [.tooLong(1001), .message(Array("{}".utf8))])
    }

    @Test("a long stream of messages is read without keeping what was read")
    func longStream() throws {
        var frames = MessageFrames()
        var count = 0
        for _ in 0..<2000 {
            frames.append(MessageFrames.frame(Array(repeating: 0x20, count: 100)))
            while try frames.next() != nil { count += 1 }
        }
        #expect(count == 2000)
    }

    @Test("a stream that ends within a message says so")
    func cutOff() throws {
        var frames = MessageFrames()
        frames.append("Content-Length: 10\r\n\r\n{".utf8)
        #expect(try frames.next() == nil)
        #expect(frames.isWithinMessage)
    }
}
