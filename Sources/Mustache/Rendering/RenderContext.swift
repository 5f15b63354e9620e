/// The value that a section has opened, with a link to the context around it.
///
/// A linked list of immutable objects, so that a look-up copies nothing.
final class RenderContext: Sendable {
    private let outer: RenderContext?
    /// The opened value, if it is a record: names are looked up in records alone.
    private let record: TemplateRecord?
    /// The opened value, if it is not a record.
    private let other: TemplateValue

    init(_ value: TemplateValue, in outer: RenderContext? = nil) {
        self.outer = outer
        if case .record(let record) = value {
            self.record = record
            other = .null
        } else {
            record = nil
            other = value
        }
    }

    /// The opened value.
    private var value: TemplateValue { record.map { .record($0) } ?? other }

    /// The value of a reference. The first name is searched outwards through open sections, each later name
    /// in the value before its dot.
    func find(_ reference: NameReference, of template: CompiledTemplate) -> TemplateValue? {
        find(template.names, reference.names)
    }

    /// The value of a path.
    func find(_ path: NamePath) -> TemplateValue? { find(path.parts, path.parts.indices) }

    /// The value of a name in the innermost record that has it.
    func find(_ name: TemplateName) -> TemplateValue? {
        if let found = record?.value(of: name) { return found }
        return outer?.find(name)
    }

    /// All names that can be found from here.
    var names: Set<String> {
        let outerNames = outer?.names ?? []
        return record.map { outerNames.union($0.names) } ?? outerNames
    }

    private func find(_ names: [TemplateName], _ parts: Range<Int>) -> TemplateValue? {
        guard !parts.isEmpty else { return value }
        var found = find(names[parts.lowerBound])
        for part in parts.dropFirst() {
            switch found {
            case .record(let record): found = record.value(of: names[part])
            case .null: return .null
            default: return nil
            }
        }
        return found
    }
}
