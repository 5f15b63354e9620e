import Newsroom

/// A record that was filled in by a form, as the text of its file.
///
///     FilledRecord(.claim, ["statement": .text("It is."), "claimant": .list(["jo"])], body: "").text
package struct FilledRecord: Sendable {
    /// A value of a field.
    package enum Value: Hashable, Sendable {
        /// A text; quotation marks are added where YAML needs them.
        case text(String)
        /// A list of texts; an empty one counts as no value.
        case list([String])
        /// Groups of fields, by the names of the fields; empty ones count as no value.
        case groups([[String: Value]])
    }

    private let kind: RecordKind
    private let values: [String: Value]
    private let body: String

    /// Makes a record. Names that the kind does not have are left out.
    package init(_ kind: RecordKind, _ values: [String: Value], body: String = "") {
        self.kind = kind
        self.values = values
        self.body = body
    }

    /// The file's text: the fields in the order of their description, then the body.
    package var text: String {
        let lines = kind.fields.flatMap { field in values[field.name].map { Self.lines(field, $0) } ?? [] }
        let front = (["---"] + lines + ["---"]).joined(separator: "\n") + "\n"
        return body.isEmpty ? front : front + (body.hasSuffix("\n") ? body : body + "\n")
    }

    /// The path of the file of a record with this id.
    package func path(of id: String) -> String { "\(kind.folder)/\(id).md" }

    private static func lines(_ field: FieldDescription, _ value: Value) -> [String] {
        guard !isEmpty(value) else { return [] }
        guard case .groups(let groups) = value else { return ["\(field.name): \(scalar(value))"] }
        let (inner, isList): ([FieldDescription], Bool) =
            switch field.type {
            case .list(.group(let fields)): (fields, true)
            case .group(let fields): (fields, false)
            default: ([], false)
            }
        let filled = groups.filter { !$0.values.allSatisfy(isEmpty) }
        let entries = (isList ? filled[...] : filled.prefix(1)).flatMap { group -> [String] in
            let lines = inner.compactMap { part in
                group[part.name].flatMap { isEmpty($0) ? nil : "\(part.name): \(scalar($0))" }
            }
            return lines.enumerated().map { index, line in
                (isList ? (index == 0 ? "  - " : "    ") : "  ") + line
            }
        }
        return entries.isEmpty ? [] : ["\(field.name):"] + entries
    }

    private static func scalar(_ value: Value) -> String {
        switch value {
        case .text(let text): YAMLText.scalar(text)
        case .list(let texts) where texts.count == 1: YAMLText.scalar(texts[0])
        case .list(let texts): YAMLText.list(texts)
        case .groups: ""
        }
    }

    private static func isEmpty(_ value: Value) -> Bool {
        switch value {
        case .text(let text): text.isEmpty
        case .list(let texts): texts.isEmpty
        case .groups(let groups): groups.allSatisfy { $0.values.allSatisfy(isEmpty) }
        }
    }
}
