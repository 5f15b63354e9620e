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
        let last = values.count - 1
        return .list(
            values.enumerated().map { position, value in
                .record(value.templateRecord.merging(ListPlace.of(position, last: last)))
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

/// What an element of a list knows of its place; made once, because pages are full of lists.
private enum ListPlace {
    private static let only: TemplateRecord = ["first": .bool(true), "last": .bool(true)]
    private static let first: TemplateRecord = ["first": .bool(true), "last": .bool(false)]
    private static let middle: TemplateRecord = ["first": .bool(false), "last": .bool(false)]
    private static let last: TemplateRecord = ["first": .bool(false), "last": .bool(true)]

    static func of(_ position: Int, last lastPosition: Int) -> TemplateRecord {
        switch (position == 0, position == lastPosition) {
        case (true, true): only
        case (true, false): first
        case (false, true): last
        case (false, false): middle
        }
    }
}
