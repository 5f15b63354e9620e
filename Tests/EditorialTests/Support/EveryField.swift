import Newsroom
import Testing

/// Records in which every field of the schema has a value, with one of them changed if wanted.
enum EveryField {
    /// A field of a record, or of a group in a record.
    struct Field: CustomTestStringConvertible, Sendable {
        let kind: RecordKind
        let path: [String]
        let isJudged: Bool

        var testDescription: String { ([kind.rawValue] + path).joined(separator: " ") }
    }

    /// The fields of all records that a ruling belongs to.
    static let all: [Field] = [RecordKind.article, .claim, .source, .verdict, .profile, .medium].flatMap {
        kind in
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

    /// The small newsroom with these records.
    /// - Parameters:
    ///   - field: the one whose value is another; nil for none, its empty path for the record's body.
    ///   - instead: the field that stands in the place of another one, such as `article` in evidence.
    static func files(changing field: Field?, instead: String? = nil) -> [String: String] {
        var files = SmallDesk.files()
        files["content/site.yaml"]?.append(
            "\ntopics:\n  - {id: one, name: One}\n  - {id: two, name: Two}\n"
        )
        for (kind, id) in [
            (RecordKind.article, "a"), (.claim, "a"), (.source, "a"), (.verdict, "a"), (.profile, "a"),
            (.medium, "a"),
        ] {
            let changed = field?.kind == kind ? field : nil
            files["\(kind.folder)/\(id).md"] = record(kind, changed, instead)
        }
        // Other values for references.
        files["content/claims/b.md"] = "---\nstatement: Other.\nclaimant: jo\n---\n"
        files["seeds/b.md"] =
            "---\ntitle: Other\npublisher: house\n---\n> before text after, and before other after\n"
        return files
    }

    private static func record(_ kind: RecordKind, _ changed: Field?, _ instead: String?) -> String {
        let lines = yaml(kind.fields, changed?.path, instead, indent: "")
        let body =
            kind == .article
            ? "> before text after, and before other after\n"
            : changed?.path == [] ? "Another body.\n" : "A body.\n"
        return "---\n\(lines)---\n\(body)"
    }

    private static func yaml(
        _ fields: [FieldDescription],
        _ changed: [String]?,
        _ instead: String?,
        indent: String
    ) -> String {
        fields.map { field in
            let choice = field.alternative ?? field.name
            let choices = fields.filter { $0.name == choice || $0.alternative == choice }.map(\.name)
            if choices.count > 1 {
                guard field.name == (choices.contains(instead ?? "") ? instead : choice) else { return "" }
            }
            let path = changed?.first == field.name ? changed.map { Array($0.dropFirst()) } : nil
            switch field.type {
            case .group(let inner):
                if path == [] { return "" }
                return "\(indent)\(field.name):\n" + yaml(inner, path, instead, indent: indent + "  ")
            case .list(.group(let inner)):
                if path == [] { return "" }
                let group = yaml(inner, path, instead, indent: indent + "    ")
                return "\(indent)\(field.name):\n\(indent)  -\n\(group)"
            default:
                return "\(indent)\(field.name): \(value(of: field, isChanged: path == []))\n"
            }
        }.joined()
    }

    private static func value(of field: FieldDescription, isChanged: Bool) -> String {
        let (first, second) = values(field.type, field.name)
        return isChanged ? second : first
    }

    private static func values(_ type: FieldType, _ name: String) -> (String, String) {
        switch type {
        case .text where name == "quote" || name == "part": ("text", "other")
        case .text where name == "prefix": ("before", "and before")
        case .text where name == "suffix": ("after", "after,")
        case .text where name == "language": ("en", "de")
        case .text where name == "formerly": ("earlier", "older")
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
        // A claim under another id: its verdict is looked up by hand.
        case .reference(.claim): ("b", "it-is")
        case .reference(.source): ("a", "report")
        case .reference(.profile): ("a", "jo")
        case .reference: ("a", "b")
        case .list(let element): values(element, name)
        case .severities, .group: ("", "")
        }
    }
}
