/// A list of values, for a section.
///
/// The records of a list of views are made lazily, because many lists are only asked whether they are empty.
@usableFromInline package struct TemplateList: Sendable, ExpressibleByArrayLiteral {
    private let values: any ListedValues

    /// The number of values.
    package var count: Int { values.count }

    /// Whether the list is empty.
    package var isEmpty: Bool { count == 0 }

    /// Makes a list of values.
    @usableFromInline package init(arrayLiteral elements: TemplateValue...) { self.init(elements) }

    /// Makes a list of values.
    package init(_ values: [TemplateValue]) { self.values = PlainList(values) }

    /// Makes a list of views. Each has the conditions `first` and `last`, so that templates can set commas.
    @inlinable
    package init(_ views: [some TemplateShowable & Sendable]) { self.init(listed: ViewList(views)) }

    @usableFromInline init(listed values: any ListedValues) { self.values = values }

    /// The value at a place, counted from 0.
    package subscript(place: Int) -> TemplateValue { values.value(at: place) }
}

/// The storage of a list.
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
