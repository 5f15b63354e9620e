/// Named values, in the order in which they were given.
///
/// A name that a record does not have is an unknown name; one that it has with `.null` is known and empty.
/// When a literal gives a name twice, the first value counts.
public struct TemplateRecord: Sendable, ExpressibleByDictionaryLiteral {
    @usableFromInline let values: any NamedValues
    /// Where the record stands in a list.
    @usableFromInline let place: ListPlace?

    /// Makes a record of names and values.
    public init(dictionaryLiteral elements: (TemplateName, TemplateValue)...) {
        self.init(ValueTable(elements), nil)
    }

    /// Makes a record of names and values that are not known when the program is written.
    public init(_ elements: [(String, TemplateValue)]) {
        self.init(ValueTable(elements.map { (TemplateName($0), $1) }), nil)
    }

    /// Makes a record that shows a value by the names of its type.
    @inlinable public init(_ view: some TemplateView) { self.init(ShownView(view), nil) }

    /// Makes a record that shows a value by the names of its type, and makes all that they show at once, not whenever it is
    /// asked for: for what many pages show.
    public init(evaluating view: some TemplateView) { self.init(EvaluatedView(view), nil) }

    @usableFromInline init(_ values: any NamedValues, _ place: ListPlace?) {
        self.values = values
        self.place = place
    }

    /// The names, in the order in which they were given.
    public var names: [String] {
        let own = values.names.map(\.text)
        return place == nil ? own : own + ListPlace.names.map(\.text)
    }

    /// The value of a name, or nil when the record does not have the name.
    public subscript(name: String) -> TemplateValue? { value(of: TemplateName(name)) }

    /// This record with the names of another added; the other's values win.
    public func merging(_ other: TemplateRecord) -> TemplateRecord {
        TemplateRecord(MergedValues(values, other.values), other.place ?? place)
    }

    /// This record as one of a list: it knows by `first` and `last` whether it is at an end.
    public func placed(at position: Int, of count: Int) -> TemplateRecord {
        TemplateRecord(values, ListPlace(isFirst: position == 0, isLast: position == count - 1))
    }

    /// The value of a name: what rendering calls for every tag.
    func value(of name: TemplateName) -> TemplateValue? {
        if let value = values.value(of: name) { return value }
        return place?.value(of: name)
    }
}

/// What an element of a list knows of its place.
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
