/// Named values, in the order in which they were given.
///
/// A name that a record does not have is an unknown name; one that it has with `.null` is known and empty.
/// When a literal gives a name twice, the first value counts.
public struct TemplateRecord: Sendable, ExpressibleByDictionaryLiteral {
    private var fields: [(TemplateName, TemplateValue)]
    /// The record that this one adds to: shared and not copied, because large records get a name or two in every list.
    private var base: Shared?

    /// A record that others add to.
    private final class Shared: Sendable {
        let record: TemplateRecord

        init(_ record: TemplateRecord) { self.record = record }

        func value(of name: TemplateName) -> TemplateValue? { record.value(of: name) }
    }

    /// Makes a record of names and values.
    public init(dictionaryLiteral elements: (TemplateName, TemplateValue)...) {
        fields = elements
    }

    private init(_ fields: [(TemplateName, TemplateValue)], addedTo base: TemplateRecord) {
        self.fields = fields
        self.base = base.fields.isEmpty ? base.base : Shared(base)
    }

    /// The names, in the order in which they were given.
    public var names: [String] { flat.fields.map(\.0.text) }

    /// The value of a name, or nil when the record does not have the name. Setting nil takes the name away.
    public subscript(name: String) -> TemplateValue? {
        get { value(of: TemplateName(name)) }
        set {
            self = flat
            set(TemplateName(name), newValue)
        }
    }

    /// This record with the names of another added; the other's values win.
    public func merging(_ other: TemplateRecord) -> TemplateRecord {
        TemplateRecord(other.flat.fields, addedTo: self)
    }

    /// The value of a name whose hash is known already: what rendering calls for every tag.
    func value(of name: TemplateName) -> TemplateValue? {
        if let index = index(of: name) { return fields[index].1 }
        return base?.value(of: name)
    }

    /// The same names and values without a base.
    private var flat: TemplateRecord {
        guard var flat = base?.record.flat else { return self }
        for (name, value) in fields { flat.set(name, value) }
        return flat
    }

    /// By index, because to walk the fields themselves would copy each.
    private func index(of name: TemplateName) -> Int? {
        fields.indices.first { fields[$0].0 == name }
    }

    private mutating func set(_ name: TemplateName, _ value: TemplateValue?) {
        switch (index(of: name), value) {
        case (let index?, let value?): fields[index].1 = value
        case (let index?, nil): fields.remove(at: index)
        case (nil, let value?): fields.append((name, value))
        case (nil, nil): break
        }
    }
}
