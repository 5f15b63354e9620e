/// The immutable storage of a record: values by name.
@usableFromInline protocol NamedValues: AnyObject, Sendable {
    /// The names, in the order given.
    var names: [TemplateName] { get }

    /// The value of a name; nil if there is no such name.
    func value(of name: TemplateName) -> TemplateValue?
}

/// Storage in a table of names and values.
final class ValueTable: NamedValues {
    private let fields: [(name: TemplateName, value: TemplateValue)]

    init(_ fields: [(TemplateName, TemplateValue)]) { self.fields = fields }

    var names: [TemplateName] { fields.map(\.name) }

    func value(of name: TemplateName) -> TemplateValue? {
        // By index: iterating over the fields would copy each of them.
        for index in fields.indices where fields[index].name == name { return fields[index].value }
        return nil
    }
}

/// Storage that computes values from a view when they are asked for.
@usableFromInline final class ShownView<View: TemplateView>: NamedValues {
    @usableFromInline let view: View

    @inlinable init(_ view: View) { self.view = view }

    @usableFromInline var names: [TemplateName] { View.fields.names }

    @usableFromInline func value(of name: TemplateName) -> TemplateValue? { view.shown(name) }
}

/// Storage that computes all values of a view at once, for parts that many pages show.
final class EvaluatedView: NamedValues {
    let names: [TemplateName]
    private let places: [Int16]
    private let values: [TemplateValue]

    init<View: TemplateView>(_ view: View) {
        let fields = View.fields
        names = fields.names
        places = fields.places
        values = fields.fields.map { $0(view) }
    }

    func value(of name: TemplateName) -> TemplateValue? {
        guard name.number < places.count else { return nil }
        let place = Int(places[name.number])
        return place < 0 ? nil : values[place]
    }
}

/// Storage of two records merged; where both have a name, the second's value counts.
final class MergedValues: NamedValues {
    private let base: any NamedValues
    private let added: any NamedValues

    init(_ base: any NamedValues, _ added: any NamedValues) {
        self.base = base
        self.added = added
    }

    var names: [TemplateName] {
        let own = base.names
        return own + added.names.filter { !own.contains($0) }
    }

    func value(of name: TemplateName) -> TemplateValue? {
        added.value(of: name) ?? base.value(of: name)
    }
}
