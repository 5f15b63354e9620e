import Foundation
import TestSupport
import Testing

@testable import Markdown

/// The examples of GFM's extensions. Those that are taken over must match; the others are listed with their
/// reasons.
@Suite(.enabled(if: SharedMaterial.has(material), SharedMaterial.isNeeded))
struct GFMTests {
    struct Example: Decodable {
        let file: String
        let section: String
        let example: Int
        let markdown: String
        let html: String

        var name: String { "\(file) \(example)" }
    }

    static func examples() throws -> [Example] {
        try JSONDecoder().decode([Example].self, from: Data(SharedMaterial.bytes(material)))
    }

    private static let dialect = MarkdownDialect(
        allowsRawHTML: true,
        readsExtensions: true,
        readsNewsroomSyntax: false
    )

    @Test func everyExampleIsReadAsThereOrListed() throws {
        let examples = try Self.examples()
        #expect(examples.count == 50)
        var differing: Set<String> = []
        for example in examples {
            let html = Self.plain(Reading(example.markdown, as: Self.dialect).html)
            let expected = Self.plain(example.html)
            if html == expected { continue }
            differing.insert(example.name)
            #expect(
                GFMExceptions.reasons[example.name] != nil,
                "\(example.name) is read as \(html.debugDescription) and not as \(expected.debugDescription)"
            )
        }
        #expect(differing == Set(GFMExceptions.reasons.keys))
    }

    /// The HTML without the additions of our tables, and with our form of tasks.
    private static func plain(_ html: String) -> String {
        var html = html
        html.replace(/<div class="table"[^>]*>\n?/, with: "")
        html.replace(/<\/div>\n?/, with: "")
        html.replace(" scope=\"col\"", with: "")
        html.replace(#/ (?:class="align-|align=")(\w+)"/#) { " align-\($0.output.1)" }
        html.replace("<input type=\"checkbox\" disabled=\"\" />", with: "\u{2610}")
        html.replace("<input type=\"checkbox\" checked=\"\" disabled=\"\" />", with: "\u{2611}")
        return html
    }
}

private let material = "conformance/gfm/extensions.json"
