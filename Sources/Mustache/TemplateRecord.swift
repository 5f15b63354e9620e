/// Named values, in the order in which they were given.
///
/// A name that a record does not have is an unknown name; one that it has with `.null` is known and empty.
/// When a literal gives a name twice, the first value counts.
public struct TemplateRecord: Sendable, ExpressibleByDictionaryLiteral {
    private var fields: [(name: TemplateName, value: TemplateValue)]

    /// Makes a record of names and values.
    public init(dictionaryLiteral elements: (TemplateName, TemplateValue)...) {
        fields = elements
    }

    /// The names, in the order in which they were given.
    public var names: [String] { fields.map(\.name.text) }

    /// The value of a name, or nil when the record does not have the name. Setting nil takes the name away.
    public subscript(name: String) -> TemplateValue? {
        get { value(of: TemplateName(name)) }
        set { set(TemplateName(name), newValue) }
    }

    /// This record with the names of another added; the other's values win.
    public func merging(_ other: TemplateRecord) -> TemplateRecord {
        var merged = self
        merged.fields.reserveCapacity(fields.count + other.fields.count)
        for field in other.fields { merged.set(field.name, field.value) }
        return merged
    }

    /// The value of a name whose hash is known already: what rendering calls for every tag.
    func value(of name: TemplateName) -> TemplateValue? {
        index(of: name).map { fields[$0].value }
    }

    /// By index, because to walk the fields themselves would copy each.
    private func index(of name: TemplateName) -> Int? {
        fields.indices.first { fields[$0].name == name }
    }

    private mutating func set(_ name: TemplateName, _ value: TemplateValue?) {
        switch (index(of: name), value) {
        case (let index?, let value?): fields[index].value = value
        case (let index?, nil): fields.remove(at: index)
        case (nil, let value?): fields.append((name, value))
        case (nil, nil): break
        }
    }
}
