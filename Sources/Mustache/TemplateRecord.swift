/// Named values, in the order given.
///
/// A name that the record lacks is unknown, and an error in a template; a name with the value `.null` is
/// known and empty. If a literal gives a name twice, the first value counts.
@usableFromInline package struct TemplateRecord: Sendable, ExpressibleByDictionaryLiteral {
    @usableFromInline let values: any NamedValues
    /// The record's position in a list.
    @usableFromInline let place: ListPlace?

    /// Makes a record of names and values.
    @usableFromInline package init(dictionaryLiteral elements: (TemplateName, TemplateValue)...) {
        self.init(ValueTable(elements), nil)
    }

    /// Makes a record of names that are known only at run time, and their values.
    package init(_ elements: [(String, TemplateValue)]) {
        self.init(ValueTable(elements.map { (TemplateName($0), $1) }), nil)
    }

    /// Makes a record of a view's fields, computed when they are asked for.
    @inlinable package init(_ view: some TemplateView) { self.init(ShownView(view), nil) }

    /// Makes a record of a view's fields, all computed at once: for parts that many pages show.
    package init(evaluating view: some TemplateView) { self.init(EvaluatedView(view), nil) }

    @usableFromInline init(_ values: any NamedValues, _ place: ListPlace?) {
        self.values = values
        self.place = place
    }

    /// The names, in the order given.
    package var names: [String] {
        let own = values.names.map(\.text)
        return place == nil ? own : own + ListPlace.names.map(\.text)
    }

    /// The value of a name; nil if the record does not have the name.
    package subscript(name: String) -> TemplateValue? { value(of: TemplateName(name)) }

    /// This record with the names of another added; the other's values win.
    package func merging(_ other: TemplateRecord) -> TemplateRecord {
        TemplateRecord(MergedValues(values, other.values), other.place ?? place)
    }

    /// This record as an element of a list, with the conditions `first` and `last`.
    package func placed(at position: Int, of count: Int) -> TemplateRecord {
        TemplateRecord(values, ListPlace(isFirst: position == 0, isLast: position == count - 1))
    }

    /// The value of a name. Rendering calls this for every tag.
    func value(of name: TemplateName) -> TemplateValue? {
        if let value = values.value(of: name) { return value }
        return place?.value(of: name)
    }
}

/// The position of an element in a list.
@usableFromInline struct ListPlace: Sendable {
    private static let first: TemplateName = "first"
    private static let last: TemplateName = "last"
    static let names = [first, last]

    let isFirst: Bool
    let isLast: Bool

    func value(of name: TemplateName) -> TemplateValue? {
        if name == Self.first { return .bool(isFirst) }
        if name == Self.last { return .bool(isLast) }
        return nil
    }
}
