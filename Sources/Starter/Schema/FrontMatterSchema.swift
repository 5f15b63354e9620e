import Checks
import Diagnostics
import Newsroom

/// A JSON Schema of front matter or settings, made from the field descriptions that the decoder uses.
///
/// Assay reads a scalar as typed, but an editor sees YAML's types: the title `2018` is a number, and the
/// ruling `true` a boolean. So a text field of the schema takes every scalar.
package struct FrontMatterSchema: Sendable {
    /// The draft of JSON Schema that a schema names. All keywords used mean the same in both, but a validator
    /// may know only one.
    package enum Draft: String, Hashable, Sendable, CaseIterable {
        /// The latest draft.
        case draft2020 = "2020-12"
        /// The draft that most editors know.
        case draft7 = "7"

        /// The address of the draft, for `$schema`.
        var address: String {
            switch self {
            case .draft2020: "https://json-schema.org/draft/2020-12/schema"
            case .draft7: "http://json-schema.org/draft-07/schema#"
            }
        }
    }

    /// The subject of the schema.
    package let subject: SchemaSubject
    /// The draft that it names.
    package let draft: Draft
    /// The address that a release publishes it at, for `$id`; nil if it is not published.
    private let address: String?

    /// Makes the schema of a subject.
    /// - Parameter release: where the program is released. Releases publish the draft that editors know.
    package init(_ subject: SchemaSubject, draft: Draft = .draft2020, release: ReleasePlace? = nil) {
        self.subject = subject
        self.draft = draft
        address = draft == .draft7 ? release?.schema(subject) : nil
    }

    /// The file name: `verdict.schema.json`.
    package var fileName: String { subject.name + ".schema.json" }

    /// The schema as indented JSON that ends with a line end.
    package var text: String { document.text(.pretty) + "\n" }

    /// The schema.
    var document: JSONValue {
        .object(
            [.init("$schema", .string(draft.address))]
                + (address.map { [.init("$id", .string($0))] } ?? []) + [
                    .init("title", .string(subject.name)),
                    .init("description", .string(subject.summary)),
                ] + Self.group(subject.fields)
        )
    }

    // MARK: - Fields

    private static func group(_ fields: [FieldDescription]) -> [JSONValue.Member] {
        let properties = fields.map { JSONValue.Member($0.name, property($0)) }
        let needed = fields.filter { $0.isNeeded }.map(\.name)
        let replaced = Set(fields.compactMap(\.alternative))
        let choices = fields.map(\.name).filter(replaced.contains).map { name in
            exactlyOne(of: [name] + fields.filter { $0.alternative == name }.map(\.name))
        }
        return [
            .init("type", "object"),
            .init("properties", .object(properties)),
            .init("required", .strings(needed)),
            .init("additionalProperties", false),
        ] + (choices.isEmpty ? [] : [.init("allOf", .array(choices))])
    }

    private static func exactlyOne(of names: [String]) -> JSONValue {
        let present = names.map { name -> JSONValue in
            ["required": [.string(name)], "properties": .object([.init(name, ["not": ["type": "null"]])])]
        }
        return ["oneOf": .array(present)]
    }

    /// The schema of a field's value. An optional field may also be empty.
    private static func property(_ field: FieldDescription) -> JSONValue {
        let description = JSONValue.Member("description", .string(field.meaning))
        var alternatives: [JSONValue]
        if case .list(let element) = field.type {
            let count: [JSONValue.Member] = field.isNeeded ? [.init("minItems", 1)] : []
            let items = [JSONValue.Member("type", "array"), .init("items", .object(members(element)))]
            alternatives = [.object(members(element)), .object(items + count)]
        } else {
            alternatives = [.object(members(field.type))]
        }
        if !field.isNeeded { alternatives.append(["type": "null"]) }
        if alternatives.count == 1 { return .object([description] + members(field.type)) }
        return .object([description, .init("anyOf", .array(alternatives))])
    }

    // MARK: - Types

    private static func members(_ type: FieldType) -> [JSONValue.Member] {
        switch type {
        case .text, .ruling, .topic: scalar(pattern: #"\S"#)
        case .flag:
            [.init("enum", [true, false, "yes", "no", "Yes", "No", "YES", "NO"])]
        case .number:
            [
                .init("type", ["integer", "string"]), .init("minimum", 1),
                .init("pattern", "^0*[1-9][0-9]*$"),
            ]
        case .day: [.init("type", "string"), .init("pattern", .string("^\(Pattern.day)$"))]
        case .span:
            [
                .init("type", ["string", "integer"]), .init("minimum", 1), .init("maximum", 9999),
                .init("pattern", .string("^\(Pattern.date)(/\(Pattern.date))?$")),
            ]
        case .answer: [.init("type", "string"), .init("pattern", .string("^(none|\(Pattern.day))$"))]
        case .address: [.init("type", "string"), .init("pattern", .string(Pattern.address))]
        case .digest: scalar(pattern: "^[0-9A-Fa-f]{64}$")
        case .reference: scalar(pattern: "^\(Pattern.id)$")
        case .lineage: scalar(pattern: "^(article:\\s*)?\(Pattern.id)$")
        case .choice(let words): [.init("enum", .strings(words))]
        case .severities: severities
        case .group(let fields): group(fields)
        case .list(let element): [.init("type", "array"), .init("items", .object(members(element)))]
        }
    }

    /// The schema of any scalar. The pattern applies to those that YAML reads as strings.
    private static func scalar(pattern: String) -> [JSONValue.Member] {
        [.init("type", ["string", "number", "boolean"]), .init("pattern", .string(pattern))]
    }

    private static var severities: [JSONValue.Member] {
        let words: [String] = Diagnostic.Severity.allCases.map(\.rawValue) + ["off"]
        let rules = RuleCatalogue.guides.filter(\.id.isAdjustable).map { guide in
            JSONValue.Member(
                guide.name,
                ["description": .string(guide.summary), "enum": .strings(words)]
            )
        }
        return [
            .init("type", "object"), .init("properties", .object(rules)),
            .init("additionalProperties", false),
        ]
    }
}

/// Regular expressions with the same meaning in ECMA 262, which JSON Schema uses, and in Python.
private enum Pattern {
    private static let monthAndDay = "(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"
    private static let year = "(?!0000)[0-9]{4}"

    static let day = "\(year)-\(monthAndDay)"
    static let date = "\(year)(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"

    /// Lower-case ASCII letters and digits, and everything beyond ASCII: Unicode classes are not portable.
    private static let idLetter = #"[^\u0000-\u002F\u003A-\u0060\u007B-\u007F]"#
    static let id = "\(idLetter)+(-+\(idLetter)+)*"

    /// A scheme, a host with a dot or `localhost`, and only characters that an address can hold.
    static let address =
        #"^[Hh][Tt][Tt][Pp][Ss]?://([^\s/?#<>"{}|\\^`]+\.[^\s/?#<>"{}|\\^`]+|localhost(:[0-9]+)?)([/?#][^\s<>"{}|\\^`]*)?$"#
}
