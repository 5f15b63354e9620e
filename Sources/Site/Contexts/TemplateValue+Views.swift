import Mustache

extension TemplateValue {
    /// Text, or nothing.
    static func text(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .null }

    /// A value, or nothing.
    static func record(_ value: (some TemplateShowable)?) -> TemplateValue {
        value.map { .record($0.templateRecord) } ?? .null
    }

    /// Values, each with `first` and `last`, so that templates can set commas.
    static func list(_ views: [some TemplateShowable & Sendable]) -> TemplateValue {
        .list(TemplateList(views))
    }

    /// HTML, or nothing where it is empty.
    static func html(unlessEmpty html: [UInt8]) -> TemplateValue { html.isEmpty ? .null : .html(html) }

    /// A section with a list and its heading: nothing where the list is empty.
    static func section(_ views: [some TemplateShowable & Sendable]) -> TemplateValue {
        views.isEmpty ? .null : .record(Entries(list: TemplateList(views)))
    }
}

/// The list of a section.
private struct Entries: TemplateView {
    let list: TemplateList

    static let fields: TemplateFields<Self> = ["entries": { .list($0.list) }]
}
