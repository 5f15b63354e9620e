/// A typed value that a template shows.
public protocol TemplateShowable {
    /// The value by the names that templates use.
    var templateRecord: TemplateRecord { get }
}

/// A value whose type says once what templates see of it.
public protocol TemplateView: TemplateShowable, Sendable {
    /// What templates see of a value of this type.
    static var fields: TemplateFields<Self> { get }

    /// What a name shows of the value; nil when its type does not have the name. Follows from `fields`.
    func shown(_ name: TemplateName) -> TemplateValue?
}

// These can be seen by other modules, so that each view has its own code for a look-up, and not one for all types that
// finds out at run time what it has before it.
extension TemplateView {
    /// The value by the names of its type.
    @inlinable public var templateRecord: TemplateRecord { TemplateRecord(self) }

    /// What a name shows of the value.
    @inlinable
    public func shown(_ name: TemplateName) -> TemplateValue? { Self.fields.value(of: name, in: self) }
}

/// The names by which templates see values of one type, and what each of them shows.
///
/// Written once for a type, so that a value is shown without a table of its own; what no template asks for is never made.
/// When a literal gives a name twice, the first counts.
public final class TemplateFields<View>: Sendable, ExpressibleByDictionaryLiteral {
    /// What a name shows of a value.
    public typealias Field = @Sendable (View) -> TemplateValue

    let names: [TemplateName]
    @usableFromInline let fields: [Field]
    /// The place of each name in `fields`, by the name's number; -1 for one that there is not.
    @usableFromInline let places: [Int16]

    /// Makes the fields of a type.
    public required init(dictionaryLiteral elements: (TemplateName, Field)...) {
        names = elements.map(\.0)
        fields = elements.map(\.1)
        var places = [Int16](repeating: -1, count: (names.map(\.number).max() ?? -1) + 1)
        for (place, name) in names.enumerated() where places[name.number] < 0 {
            places[name.number] = Int16(place)
        }
        self.places = places
    }

    /// What a name shows of a value; nil when the type does not have the name.
    @inlinable
    func value(of name: TemplateName, in view: View) -> TemplateValue? {
        guard name.number < places.count else { return nil }
        let place = Int(places[name.number])
        return place < 0 ? nil : fields[place](view)
    }
}
