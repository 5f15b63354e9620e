import Addresses
import Foundation
import Testing

@testable import Site

@Suite struct MachineDataTests {
    @Test(arguments: [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"),
        ("\u{200B}=1", "'\u{200B}=1"), ("\u{FEFF} \u{2060}@x", "'\u{FEFF} \u{2060}@x"),
        ("\u{202E}+1", "'\u{202E}+1"), ("\u{301}=1", "'\u{301}=1"), ("\u{1}-1", "'\u{1}-1"),
        ("\u{3000}=1", "'\u{3000}=1"),
        ("\u{200B}", "\u{200B}"), ("\u{200B}a=1", "\u{200B}a=1"), ("\tx", "'\tx"),
        ("  =1", "'  =1"), ("＝1", "'＝1"),
        ("plain - text", "plain - text"), ("", ""), ("1=1", "1=1"), ("\u{A0}=1", "'\u{A0}=1"),
    ])
    func noCellIsAFormula(cell: String, guarded: String) {
        #expect(CSVWriter.guarded(cell) == guarded)
    }

    @Test func cellsAreQuotedWhereTheyMustBe() {
        var writer = CSVWriter(header: ["a", "b"])
        writer.append(["x,y", "say \"no\"\nnow"])
        writer.append(["", "=A1,\r"])
        #expect(
            String(decoding: writer.bytes, as: UTF8.self)
                == "a,b\r\n\"x,y\",\"say \"\"no\"\"\nnow\"\r\n,\"'=A1,\r\"\r\n"
        )
    }

    @Test func everyClaimIsARow() async throws {
        let edition = try await Fixture("bridge").edition()
        let csv = FileContent.pieces(ClaimsData(edition: edition).writeCSV)
        let rows = String(decoding: csv.bytes, as: UTF8.self).split(separator: "\r\n")
        #expect(rows.count == edition.ratedClaims.count + 1)
        #expect(
            rows.first?.hasPrefix(
                "id,url,statement,claimants,stated,topics,ruling,ruling_label,ruling_number,"
            ) == true
        )
        let row = try #require(rows.first { $0.hasPrefix("bridge-cost,") })
        #expect(row.contains(",2026-05-04,roads; budget,mostly-false,Mostly false,2,"))
        #expect(row.contains(",2026-06-02,2026-06-10,1,2,1,"))
    }

    /// Checks with a small part of JSON Schema that each field is described, and each needed one present.
    @Test func theDataIsAsTheSchemaSays() async throws {
        let data = ClaimsData(edition: try await Fixture("bridge").edition())
        let schema = try ParsedJSON.object(data.schema().serialized())
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        var checkedCount = 0
        func check(_ value: Any, _ schema: [String: Any], _ path: String) {
            var schema = schema
            if let reference = schema["$ref"] as? String {
                schema = definitions[String(reference.split(separator: "/").last ?? "")] ?? [:]
            }
            checkedCount += 1
            if let object = value as? [String: Any] {
                let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
                for name in schema["required"] as? [String] ?? [] {
                    #expect(object[name] != nil, "\(path).\(name)")
                }
                for (name, value) in object where name != "$schema" {
                    guard let property = properties[name] else {
                        Issue.record("\(path).\(name) is not described")
                        continue
                    }
                    check(value, property, "\(path).\(name)")
                }
            } else if let list = value as? [Any] {
                for value in list { check(value, schema["items"] as? [String: Any] ?? [:], path + "[]") }
            } else if let choices = schema["enum"] as? [String] {
                #expect(choices.contains(value as? String ?? ""), "\(path)")
            } else {
                #expect(
                    schema["type"] as? String == (value is String ? "string" : "integer")
                        || schema["const"] != nil,
                    "\(path)"
                )
            }
        }
        let file = RenderedFile(.claimsJSON, longJSON: data.write)
        check(try ParsedJSON.object(file.bytes), schema, "")
        #expect(checkedCount > 100)
    }

    @Test func aCardIsFramedByItsAddress() throws {
        let edition = try Fixture.oneClaim().edition()
        let card = try ParsedJSON.object(
            OEmbed.file(try #require(edition.ratedClaims.first), of: edition).bytes
        )
        #expect(card["type"] as? String == "rich")
        #expect(card["version"] as? String == "1.0")
        #expect((card["html"] as? String)?.contains(#"src="https://x.example/news/embed/c/""#) == true)
    }
}
