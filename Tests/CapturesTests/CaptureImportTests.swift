import Digests
import Testing
import WARC

@testable import Captures

@Suite struct CaptureImportTests {
    private static let time = WARCDate("2026-11-28T10:00:00.123Z")

    private static func request(
        _ addresses: [String] = ["http://example.org/page"],
        main: String? = nil
    ) throws -> CaptureImport.Request {
        CaptureImport.Request(
            record: .source("minutes"),
            addresses: addresses,
            main: main,
            time: try #require(time),
            software: "Assay",
            newsroom: "The Lamp"
        )
    }

    private static func response(
        _ url: String,
        _ head: String = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n",
        _ body: String = "<title>Lamps</title><p>Eight lamps were lit.</p>"
    ) throws -> WARCRecord {
        .response(
            id: RecordID(derivedFrom: Array((url + head).utf8)),
            date: try #require(time),
            url: url,
            message: Array((head + "\r\n" + body).utf8)
        )
    }

    @Test func takesAFileByteForByte() throws {
        let file = [try Self.response("http://example.org/page")].archive
        let capture = try CaptureImport(file, name: "x.warc.gz", Self.request())
        #expect(capture.file == file)
        #expect(capture.capture.file == "content/captures/minutes/20261128100000.warc.gz")
        #expect(capture.capture.sha256 == Digest(of: file))
        #expect(capture.capture.status == 200)
        #expect(capture.capture.title == "Lamps")
        #expect(capture.capture.state == .ok)
        #expect(capture.capture.at == "2026-11-28T10:00:00Z")
    }

    @Test(arguments: [
        "https://example.org/page", "http://www.example.org/page/", "HTTP://EXAMPLE.ORG:80/page#part",
    ])
    func spellingsOfAnAddressAreOne(address: String) throws {
        let file = [try Self.response("http://example.org/page")].archive
        #expect(try CaptureImport(file, name: "x", Self.request([address])).capture.status == 200)
    }

    @Test func bracketsOfOtherProgramsDoNotMatter() throws {
        let plain = String(decoding: try Self.response("http://example.org/page").serialized, as: UTF8.self)
        let file = Array(
            plain.replacing("URI: http://example.org/page", with: "URI: <http://example.org/page>").utf8
        )
        let capture = try CaptureImport(file, name: "x.warc", Self.request()).capture
        #expect(capture.final == "http://example.org/page")
        #expect(capture.file.hasSuffix(".warc"))
    }

    @Test func followsRedirects() throws {
        let file = [
            try Self.response("http://example.org/page", "HTTP/1.1 302 Found\r\nLocation: /new\r\n", ""),
            try Self.response("http://example.org/style.css"),
            try Self.response("http://example.org/gone.png", "HTTP/1.1 404 Not Found\r\n"),
            try Self.response("http://example.org/new"),
        ].archive
        let capture = try CaptureImport(file, name: "x", Self.request()).capture
        #expect(capture.url == "http://example.org/page")
        #expect(capture.final == "http://example.org/new")
        #expect(capture.requisites == 1)
        #expect(capture.missing == 1)
    }

    @Test func aPageThatRedirectsToItselfIsFound() throws {
        let file = [
            try Self.response(
                "http://example.org/page",
                "HTTP/1.1 302 Found\r\nLocation: /page\r\nSet-Cookie: a=b\r\n",
                ""
            ),
            try Self.response("http://example.org/page"),
        ].archive
        #expect(try CaptureImport(file, name: "x", Self.request()).capture.status == 200)
    }

    @Test func saysWhichAddressesThereAre() throws {
        let file = [try Self.response("http://example.org/other")].archive
        #expect(
            throws: CaptureImportProblem.noPage(
                wanted: "http://example.org/page",
                there: ["http://example.org/other"]
            )
        ) { try CaptureImport(file, name: "x", Self.request()) }
        let chosen = try CaptureImport(file, name: "x", Self.request(main: "http://example.org/other"))
        #expect(chosen.capture.url == "http://example.org/other")
        let byID = try CaptureImport(file, name: "x", Self.request(main: chosen.capture.main))
        #expect(byID.capture == chosen.capture)
    }

    @Test func aWrongDigestIsNotImported() throws {
        let right = String(decoding: try Self.response("http://example.org/page").serialized, as: UTF8.self)
        let wrong = right.replacing("Eight lamps", with: "Seven lamp.")
        #expect {
            try CaptureImport(Array(wrong.utf8), name: "x", Self.request())
        } throws: { error in
            guard case CaptureImportProblem.damaged(let clauses) = error else { return false }
            return clauses.count == 2 && clauses[0].contains("WARC-Block-Digest")
        }
    }

    @Test func aRevisitOfNothingNamesItsRecord() throws {
        let page = try Self.response("http://example.org/page")
        let fields = page.fields.map { field in
            field.name == "WARC-Type" ? WARCRecord.Field("WARC-Type", "revisit") : field
        }
        let file = [page, WARCRecord(fields: fields, block: page.block)].archive
        #expect(
            throws: CaptureImportProblem.damaged([
                "the record \(try #require(page.id)) refers to an earlier capture, and does not say to which"
            ])
        ) { try CaptureImport(file, name: "x", Self.request()) }
    }

    @Test func aRefusalIsNoPage() throws {
        let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\ncf-mitigated: challenge\r\n"
        let file = [try Self.response("http://example.org/page", head)].archive
        #expect(try CaptureImport(file, name: "x", Self.request()).capture.state == .blocked)
        let denied = [try Self.response("http://example.org/page", "HTTP/1.1 403 Forbidden\r\n")].archive
        #expect(try CaptureImport(denied, name: "x", Self.request()).capture.state == .blocked)
    }

    @Test func aDocumentGetsAFileOfItsOwn() throws {
        let page = Array("<!doctype html><title>Lamps</title><p>Eight".utf8)
        let first = try CaptureImport(page, name: "saved.html", Self.request())
        let second = try CaptureImport(page, name: "saved.html", Self.request())
        #expect(first.file == second.file)
        #expect(first.capture.how == .imported)
        #expect(first.capture.status == nil)
        #expect(first.capture.title == "Lamps")
        #expect(try CaptureFile(first.file).page(first.capture.main)?.content == page)
        let picture = try CaptureImport([0x89, 0x50, 0x4E, 0x47, 1], name: "shot.png", Self.request())
        #expect(picture.page.record.targetURI == "urn:fullPage:http://example.org/page")
        #expect(picture.capture.text == nil)
        #expect(throws: CaptureImportProblem.unknownFormat) {
            try CaptureImport([1, 2, 3], name: "x.docx", Self.request())
        }
        #expect(throws: CaptureImportProblem.empty) { try CaptureImport([], name: "x.html", Self.request()) }
    }

    @Test func secretsAreNamed() throws {
        let head =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nSet-Cookie: PHPSESSID=1\r\nSet-Cookie: lang=en\r\n"
        let page = try Self.response("http://example.org/page", head)
        let asked = WARCRecord.request(
            id: RecordID(derivedFrom: [9]),
            date: try #require(Self.time),
            url: "http://example.org/page",
            message: Array("GET /page HTTP/1.1\r\nCookie: a=b\r\nAuthorization: [withheld]\r\n\r\n".utf8),
            response: RecordID(derivedFrom: [8])
        )
        let found = try CaptureImport([page, asked].archive, name: "x", Self.request())
        #expect(found.secrets == ["the cookie `PHPSESSID`", "the request header `Cookie`"])
    }
}
