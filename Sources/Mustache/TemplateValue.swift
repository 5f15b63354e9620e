/// A value that a template can show. There is no `Any` and no reflection: every field of a page is spelt out.
@usableFromInline package enum TemplateValue: Sendable {
    /// Text; escaped for the place where it is shown.
    case text(String)
    /// HTML that Assay made safe, in UTF-8: the only value that is written raw.
    case html([UInt8])
    /// A list, for sections.
    case list(TemplateList)
    /// Named values.
    case record(TemplateRecord)
    /// A condition, for sections.
    case bool(Bool)
    /// A known name without a value: shows nothing, and its section is skipped.
    case null

    /// The kind of value, for messages: "text", "a list" …
    var kindName: String {
        switch self {
        case .text: "text"
        case .html: "HTML"
        case .list: "a list"
        case .record: "a record"
        case .bool: "a condition"
        case .null: "empty"
        }
    }
}

extension TemplateValue {
    /// A list of values.
    package static func list(_ values: [TemplateValue]) -> TemplateValue { .list(TemplateList(values)) }
}
