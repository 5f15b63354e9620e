import Foundation
import TestSupport
import Testing

@testable import Markdown

/// The examples of the CommonMark specification 0.30.
@Suite(.enabled(if: SharedMaterial.has(specification), SharedMaterial.isNeeded))
struct ConformanceTests {
    struct Example: Decodable {
        let markdown: String
        let html: String
        let example: Int
    }

    static func examples() throws -> [Example] {
        try JSONDecoder().decode([Example].self, from: Data(SharedMaterial.bytes(specification)))
    }

    @Test func everyExamplePassesWithRawHTML() throws {
        let examples = try Self.examples()
        #expect(examples.count == 652)
        for example in examples {
            let reading = Reading(example.markdown, as: .commonMark)
            #expect(reading.html == example.html, "example \(example.example)")
        }
    }

    @Test func safeModeDiffersOnlyWhereSomethingIsDropped() throws {
        var dialect = MarkdownDialect.commonMark
        dialect.allowsRawHTML = false
        var differing: [Int: DroppedContent.Kind] = [:]
        for example in try Self.examples() {
            let reading = Reading(example.markdown, as: dialect)
            let kinds = Set(reading.document.dropped.map(\.kind))
            if reading.html == example.html {
                #expect(kinds.isEmpty, "example \(example.example) drops something and still passes")
            } else {
                #expect(kinds.count == 1, "example \(example.example) has to give one reason")
                differing[example.example] = kinds.first
                for dropped in reading.document.dropped {
                    #expect(
                        example.html.contains(dropped.text),
                        "example \(example.example) does not hold what was dropped: \(dropped.text)"
                    )
                }
            }
        }
        #expect(differing == SafeModeExceptions.reasons)
    }

    @Test func noExampleLosesItsPlace() throws {
        for example in try Self.examples() {
            checkPlaces(of: example.markdown)
        }
    }
}

private let specification = "conformance/commonmark/spec-0.30.json"
