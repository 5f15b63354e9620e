import Foundation
import Newsroom
import Testing

/// The fields in `docs/formats.md`, compared with the decoder's.
struct DocumentedFieldsTests {
    /// The page's section on one kind of file, up to the next heading.
    private func section(_ heading: String) throws -> String {
        let root = (1...3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
        }
        let page = try String(contentsOf: root.appending(path: "docs/formats.md"), encoding: .utf8)
        let start = try #require(page.range(of: "\n## \(heading): "), "no section on \(heading)")
        let rest = page[start.upperBound...]
        return String(rest[..<(rest.range(of: "\n## ")?.lowerBound ?? rest.endIndex)])
    }

    /// The names of fields that no text in backticks mentions.
    private func missing(_ fields: [FieldDescription], in section: String) -> [String] {
        fields.flatMap { field in
            (section.contains("`\(field.name)`") ? [] : [field.name])
                + missing(inGroup: field.type, in: section)
        }
    }

    private func missing(inGroup type: FieldType, in section: String) -> [String] {
        switch type {
        case .group(let fields): missing(fields, in: section)
        case .list(let element): missing(inGroup: element, in: section)
        default: []
        }
    }

    @Test("Every field of a record is in docs/formats.md", arguments: RecordKind.allCases)
    func records(kind: RecordKind) throws {
        let section = try section(kind.rawValue.capitalized)
        #expect(missing(kind.fields, in: section) == [])
    }

    @Test("Every field of the settings is in docs/formats.md")
    func settings() throws {
        let section = try section("Settings")
        #expect(missing(SiteSettings.fields, in: section) == [])
        #expect(missing(SiteSettings.fields, in: "").contains("minimum-lineages"))
    }
}
