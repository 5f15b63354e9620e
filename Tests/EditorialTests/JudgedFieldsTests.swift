import Diagnostics
import Newsroom
import Testing

@testable import Editorial

/// Schema and canonical form, walked together: what a field's description says of it is what the form does.
@Suite("What is judged")
struct JudgedFieldsTests {
    /// A field of a record, or of a group in one.
    struct Field: CustomTestStringConvertible, Sendable {
        let kind: RecordKind
        let path: [String]
        let isJudged: Bool

        var testDescription: String { ([kind.rawValue] + path).joined(separator: " ") }
    }

    static let fields: [Field] = [RecordKind.article, .claim, .source, .verdict, .profile].flatMap { kind in
        all(kind.fields, of: kind)
    }

    private static func all(
        _ fields: [FieldDescription],
        of kind: RecordKind,
        in path: [String] = []
    ) -> [Field] {
        fields.flatMap { field -> [Field] in
            let here = path + [field.name]
            let this = Field(kind: kind, path: here, isJudged: field.judgement == .judged)
            switch field.type {
            case .group(let inner), .list(.group(let inner)): return [this] + all(inner, of: kind, in: here)
            default: return [this]
            }
        }
    }

    @Test(
        "a change of a field shows when its description says that it is judged, and only then",
        arguments: fields
    )
    func change(_ field: Field) throws {
        // Evidence is a source or an article: the field that takes the other's place has a record of its own.
        let isInstead = field.kind == .verdict && field.path == ["evidence", "article"]
        let before = try text(changing: nil, evidenceFromArticle: isInstead)
        let after = try text(changing: field, evidenceFromArticle: isInstead)
        #expect((before != after) == field.isJudged)
    }

    @Test("a record's own text is judged where it stands beside a ruling")
    func bodies() throws {
        let before = try text(changing: nil)
        for (kind, isJudged) in [
            (RecordKind.claim, true), (.source, true), (.verdict, true), (.profile, false),
        ] {
            let after = try text(changing: Field(kind: kind, path: [], isJudged: isJudged))
            #expect((before != after) == isJudged, "\(kind)")
        }
    }

    @Test("whatever makes a field free is said")
    func reasons() {
        for kind in RecordKind.allCases {
            for field in kind.fields {
                if case .free(let reason) = field.judgement { #expect(!reason.isEmpty) }
            }
        }
    }

    // MARK: - A newsroom in which every field has a value

    private func text(changing field: Field?, evidenceFromArticle: Bool = false) throws -> JudgedText {
        var files = SmallDesk.files()
        files["content/site.yaml"]?.append(
            "\ntopics:\n  - {id: one, name: One}\n  - {id: two, name: Two}\n"
        )
        for (kind, id) in [
            (RecordKind.article, "a"), (.claim, "a"), (.source, "a"), (.verdict, "a"), (.profile, "a"),
        ] {
            let changed = field?.kind == kind ? field : nil
            files["\(kind.folder)/\(id).md"] = record(kind, changed, evidenceFromArticle)
        }
        // What a reference can be changed to.
        files["content/claims/b.md"] = "---\nstatement: Other.\nclaimant: jo\n---\n"
        files["seeds/b.md"] =
            "---\ntitle: Other\npublisher: house\n---\n> before text after, and before other after\n"
        let newsroom = try SmallDesk.newsroom(files)
        let claim = try #require(newsroom.claims["a"])
        let verdict = try #require(newsroom.verdicts["a"])
        return JudgedText(on: claim, verdict, in: newsroom)
    }

    private func record(_ kind: RecordKind, _ changed: Field?, _ fromArticle: Bool) -> String {
        let lines = yaml(kind.fields, changed?.path, fromArticle, indent: "")
        let body =
            kind == .article
            ? "> before text after, and before other after\n"
            : changed?.path == [] ? "Another body.\n" : "A body.\n"
        return "---\n\(lines)---\n\(body)"
    }

    private func yaml(
        _ fields: [FieldDescription],
        _ changed: [String]?,
        _ fromArticle: Bool,
        indent: String
    ) -> String {
        fields.map { field in
            if field.alternative != nil || fields.contains(where: { $0.alternative == field.name }) {
                guard (field.alternative != nil) == fromArticle else { return "" }
            }
            let path = changed?.first == field.name ? changed.map { Array($0.dropFirst()) } : nil
            switch field.type {
            case .group(let inner):
                if path == [] { return "" }
                return "\(indent)\(field.name):\n" + yaml(inner, path, fromArticle, indent: indent + "  ")
            case .list(.group(let inner)):
                if path == [] { return "" }
                let group = yaml(inner, path, fromArticle, indent: indent + "    ")
                return "\(indent)\(field.name):\n\(indent)  -\n\(group)"
            default:
                return "\(indent)\(field.name): \(value(of: field, isChanged: path == []))\n"
            }
        }.joined()
    }

    private func value(of field: FieldDescription, isChanged: Bool) -> String {
        let (first, second) = values(field.type, field.name)
        return isChanged ? second : first
    }

    private func values(_ type: FieldType, _ name: String) -> (String, String) {
        switch type {
        case .text where name == "quote" || name == "part": ("text", "other")
        case .text where name == "prefix": ("before", "and before")
        case .text where name == "suffix": ("after", "after,")
        case .text where name == "language": ("en", "de")
        case .text: ("Some \(name)", "Other \(name)")
        case .flag: ("yes", "no")
        case .number: ("1", "2")
        case .day, .answer: ("2026-01-01", "2026-01-02")
        case .span: ("2026", "2025-12")
        case .address: ("https://example.org/1", "https://example.org/2")
        case .digest: (String(repeating: "a", count: 64), String(repeating: "b", count: 64))
        case .ruling: ("true", "false")
        case .topic: ("one", "two")
        case .lineage: ("report", "article:b")
        case .choice(let words): (words[0], words[1])
        case .reference(.article): ("a", "b")
        // The claim itself is another's by its id: the verdict on it is looked up by hand.
        case .reference(.claim): ("b", "it-is")
        case .reference(.source): ("a", "report")
        case .reference(.profile): ("a", "jo")
        case .reference: ("a", "b")
        case .list(let element): values(element, name)
        case .severities, .group: ("", "")
        }
    }
}
