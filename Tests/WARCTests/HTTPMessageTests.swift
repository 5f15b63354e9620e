import Digests
import Testing

@testable import WARC

@Suite struct HTTPMessageTests {
    private static func message(_ head: String, _ body: [UInt8]) throws -> HTTPMessage {
        try #require(HTTPMessage(Array(head.utf8) + body))
    }

    private static func chunks(_ body: [UInt8], of size: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        for start in stride(from: 0, to: body.count, by: size) {
            let piece = body[start..<min(start + size, body.count)]
            bytes += Array((String(piece.count, radix: 16) + "\r\n").utf8) + piece + [0x0D, 0x0A]
        }
        return bytes + Array("0\r\n\r\n".utf8)
    }

    private static let chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

    @Test func aPayloadDigestDoesNotKnowChunks() throws {
        let body = (0..<2500).map { UInt8(truncatingIfNeeded: $0 * 7) }
        let records = try [7, 1000].map { size in
            WARCRecord.response(
                id: RecordID(derivedFrom: [1]),
                date: try #require(WARCDate(seconds: 0)),
                url: "http://example.org/",
                message: Array(Self.chunked.utf8) + Self.chunks(body, of: size)
            )
        }
        #expect(records[0].block != records[1].block)
        #expect(records[0]["WARC-Block-Digest"] != records[1]["WARC-Block-Digest"])
        for record in records {
            #expect(record["WARC-Payload-Digest"] == "sha256:\(Digest(of: body))")
            #expect(record.payload == body)
        }
    }

    @Test func keepsOddBytes() throws {
        let odd: [UInt8] = [0x01, 0xB3, 0xD2]
        let head =
            Array("HTTP/1.1 404 Art\u{ed}culo no encontrado\nP3P : CP=\"x\"\nSet-Cookie: a=".utf8) + odd
        let message = try #require(HTTPMessage(head + Array("\n\n<title>lamp</title>".utf8)))
        #expect(message.status == 404)
        #expect(message["p3p"] == "CP=\"x\"")
        #expect(message.fields(named: "set-cookie").first?.bytes == Array("a=".utf8) + odd)
        #expect(Array(message.body) == Array("<title>lamp</title>".utf8))
    }

    @Test func knowsABodyThatWasCutShort() throws {
        let short = try Self.message("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", [1, 2, 3])
        #expect(short.entityBody.bytes == [1, 2, 3])
        #expect(!short.entityBody.isWhole)
        let broken = try Self.message(Self.chunked, Array("3\r\nabc\r\nzz\r\n".utf8))
        #expect(broken.entityBody.bytes == Array("abc".utf8))
        #expect(!broken.entityBody.isWhole)
        let ended = try Self.message(Self.chunked, Array("5\r\nabc".utf8))
        #expect(ended.entityBody.bytes == Array("abc".utf8))
        #expect(!ended.entityBody.isWhole)
    }

    @Test func takesABodyThatOtherArchiversUnpacked() throws {
        let joined = try Self.message(Self.chunked, Array("<p>lamp</p>".utf8))
        #expect(joined.entityBody.bytes == Array("<p>lamp</p>".utf8))
        let plain = try Self.message("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", Array("lamp".utf8))
        #expect(try plain.decodedBody() == Array("lamp".utf8))
    }

    @Test func unpacksWhatCameCompressed() throws {
        let body = Array("a lamp, a lamp, a lamp".utf8)
        let gzip = try Self.message(
            "HTTP/1.1 200 OK\r\nContent-Encoding: x-gzip\r\n\r\n",
            Gzip.member(of: body)
        )
        #expect(try gzip.decodedBody() == body)
        let raw = try Self.message(
            "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n",
            Gzip.deflated(body)
        )
        #expect(try raw.decodedBody() == body)
        let brotli = try Self.message("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\n", body)
        #expect(throws: WARCProblem.unsupported("a body in the encoding `br`")) { try brotli.decodedBody() }
    }
}
