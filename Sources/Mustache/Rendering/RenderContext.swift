/// What a section has opened: a value, within what the sections around it have opened.
///
/// A chain of objects that never change, and no array that grows: looking a name up then copies nothing on the way.
final class RenderContext: Sendable {
    private let outer: RenderContext?
    /// What was opened, when it is a record: names are looked up in records alone.
    private let record: TemplateRecord?
    /// What was opened, when it is none.
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

    /// What was opened.
    private var value: TemplateValue { record.map { .record($0) } ?? other }

    /// The value of a reference: its first name is looked up from here outwards, what follows a dot in what stands before.
    func find(_ reference: Reference, of template: CompiledTemplate) -> TemplateValue? {
        find(template.names, reference.names)
    }

    /// The value of a path.
    func find(_ path: NamePath) -> TemplateValue? { find(path.parts, path.parts.indices) }

    /// The value of a name in the innermost record that has it.
    func find(_ name: TemplateName) -> TemplateValue? {
        if let found = record?.value(of: name) { return found }
        return outer?.find(name)
    }

    /// The names that can be looked up from here.
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
