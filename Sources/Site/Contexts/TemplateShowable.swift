import Mustache

/// A typed value that a template shows.
protocol TemplateShowable {
    /// The value by the names that templates use.
    var templateRecord: TemplateRecord { get }
}

extension TemplateValue {
    /// Text, or nothing.
    static func text(_ text: String?) -> TemplateValue { text.map { .text($0) } ?? .null }

    /// A value, or nothing.
    static func record(_ value: (some TemplateShowable)?) -> TemplateValue {
        value.map { .record($0.templateRecord) } ?? .null
    }

    /// Values, each with `first` and `last`, so that templates can set commas.
    static func list(_ values: some Collection<some TemplateShowable>) -> TemplateValue {
        .list(
            values.enumerated().map { position, value in
                let place: TemplateRecord = [
                    "first": .bool(position == 0), "last": .bool(position == values.count - 1),
                ]
                return .record(value.templateRecord.merging(place))
            }
        )
    }

    /// HTML, or nothing where it is empty.
    static func html(unlessEmpty html: [UInt8]) -> TemplateValue { html.isEmpty ? .null : .html(html) }

    /// A section with a list and its heading: nothing where the list is empty.
    static func section(_ values: some Collection<some TemplateShowable>) -> TemplateValue {
        values.isEmpty ? .null : .record(["entries": .list(values)])
    }
}
