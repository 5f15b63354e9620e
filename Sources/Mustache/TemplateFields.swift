/// A typed value that a template shows.
@usableFromInline package protocol TemplateShowable {
    /// The value by the names that templates use.
    var templateRecord: TemplateRecord { get }
}

/// A value whose type declares the fields that templates see.
///
///     struct Person: TemplateView {
///         let name: String
///         static let fields: TemplateFields<Person> = ["name": { .text($0.name) }]
///     }
@usableFromInline package protocol TemplateView: TemplateShowable, Sendable {
    /// The fields that templates see of values of this type.
    static var fields: TemplateFields<Self> { get }

    /// The value of a name; nil if the type does not have the name. The default looks it up in `fields`.
    func shown(_ name: TemplateName) -> TemplateValue?
}

// `@inlinable`, so that look-ups are specialised for each view type.
extension TemplateView {
    /// The value by the names of its type.
    @inlinable package var templateRecord: TemplateRecord { TemplateRecord(self) }

    /// The value of a name, found in `fields`.
    @inlinable
    package func shown(_ name: TemplateName) -> TemplateValue? { Self.fields.value(of: name, in: self) }
}

/// The names that templates can use of one type, each with a closure that computes its value.
///
/// A value needs no table of its own, and a field that no template asks for is never computed. If a literal
/// gives a name twice, the first counts.
@usableFromInline package final class TemplateFields<View>: Sendable, ExpressibleByDictionaryLiteral {
    /// The computation of one field.
    @usableFromInline package typealias Field = @Sendable (View) -> TemplateValue

    let names: [TemplateName]
    @usableFromInline let fields: [Field]
    /// The index into `fields` for each name's number; -1 for a name without a field.
    @usableFromInline let places: [Int16]

    /// Makes the fields of a type.
    @usableFromInline package required init(dictionaryLiteral elements: (TemplateName, Field)...) {
        names = elements.map(\.0)
        fields = elements.map(\.1)
        var places = [Int16](repeating: -1, count: (names.map(\.number).max() ?? -1) + 1)
        for (place, name) in names.enumerated() where places[name.number] < 0 {
            places[name.number] = Int16(place)
        }
        self.places = places
    }

    /// The value of a name; nil if the type does not have the name.
    @inlinable
    func value(of name: TemplateName, in view: View) -> TemplateValue? {
        guard name.number < places.count else { return nil }
        let place = Int(places[name.number])
        return place < 0 ? nil : fields[place](view)
    }
}
