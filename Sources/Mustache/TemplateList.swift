/// Values one after the other, for a section.
///
/// A list of views makes what templates see of each when its turn comes: many lists are only asked whether they are empty.
public struct TemplateList: Sendable, ExpressibleByArrayLiteral {
    private let values: any ListedValues

    /// How many values there are.
    public var count: Int { values.count }

    /// Whether there are none.
    public var isEmpty: Bool { count == 0 }

    /// Makes a list of values.
    public init(arrayLiteral elements: TemplateValue...) { self.init(elements) }

    /// Makes a list of values.
    public init(_ values: [TemplateValue]) { self.values = PlainList(values) }

    /// Makes a list of views. Each knows by `first` and `last` whether it is at an end, so that templates can set commas.
    @inlinable
    public init(_ views: [some TemplateShowable & Sendable]) { self.init(listed: ViewList(views)) }

    @usableFromInline init(listed values: any ListedValues) { self.values = values }

    /// The value at a place, counted from 0.
    public subscript(place: Int) -> TemplateValue { values.value(at: place) }
}

/// What is behind a list.
@usableFromInline protocol ListedValues: AnyObject, Sendable {
    var count: Int { get }

    func value(at place: Int) -> TemplateValue
}

private final class PlainList: ListedValues {
    private let values: [TemplateValue]

    init(_ values: [TemplateValue]) { self.values = values }

    var count: Int { values.count }

    func value(at place: Int) -> TemplateValue { values[place] }
}

@usableFromInline final class ViewList<View: TemplateShowable & Sendable>: ListedValues {
    @usableFromInline let views: [View]

    @inlinable init(_ views: [View]) { self.views = views }

    @usableFromInline var count: Int { views.count }

    @usableFromInline func value(at place: Int) -> TemplateValue {
        .record(views[place].templateRecord.placed(at: place, of: count))
    }
}
