import Mustache

extension TemplateValue {
    /// A text value; null for nil.
    static func text(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .null }

    /// A record value; null for nil.
    static func record(_ value: (some TemplateShowable)?) -> TemplateValue {
        value.map { .record($0.templateRecord) } ?? .null
    }

    /// A list value. Each element has `first` and `last`, so that templates can set commas.
    static func list(_ views: [some TemplateShowable & Sendable]) -> TemplateValue {
        .list(TemplateList(views))
    }

    /// An HTML value; null for empty HTML.
    static func html(unlessEmpty html: [UInt8]) -> TemplateValue { html.isEmpty ? .null : .html(html) }

    /// A record with the list `entries`; null for an empty list, so that a template can leave the heading out.
    static func section(_ views: [some TemplateShowable & Sendable]) -> TemplateValue {
        views.isEmpty ? .null : .record(Entries(list: TemplateList(views)))
    }
}

/// The record of a section, with its list.
private struct Entries: TemplateView {
    let list: TemplateList

    static let fields: TemplateFields<Self> = ["entries": { .list($0.list) }]
}
