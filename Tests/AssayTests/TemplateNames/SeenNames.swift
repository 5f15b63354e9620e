import Mustache

/// The names that templates can use of a value, collected from many values of the same kind.
final class SeenNames {
    /// What values of the name were: "text", "HTML", "condition", "list", "record".
    private(set) var kinds: Set<String> = []
    /// The names in the order in which they were first seen.
    private(set) var order: [String] = []
    private(set) var members: [String: SeenNames] = [:]

    /// Takes the names of a record, without some at its top.
    func add(_ record: TemplateRecord, without left: Set<String> = []) {
        for name in record.names where !left.contains(name) && !["first", "last"].contains(name) {
            if members[name] == nil {
                members[name] = SeenNames()
                order.append(name)
            }
            if let value = record[name] { members[name]?.add(value) }
        }
    }

    private func add(_ value: TemplateValue) {
        switch value {
        case .text: kinds.insert("text")
        case .html: kinds.insert("HTML")
        case .bool: kinds.insert("condition")
        case .record(let record):
            kinds.insert("record")
            add(record)
        case .list(let list):
            kinds.insert("list")
            for place in 0..<list.count {
                if case .record(let record) = list[place] { add(record) } else { kinds.insert("of texts") }
            }
        case .null: break
        }
    }

    /// What the value is, in words.
    func meaning(_ shapes: [(name: String, names: Set<String>)]) -> (words: String, isNamed: Bool) {
        if kinds.contains("of texts") { return ("list of texts", true) }
        guard kinds.contains("record") || kinds.contains("list") else {
            return (kinds.sorted().joined(separator: " or "), true)
        }
        let isList = kinds.contains("list")
        if !isList, order == ["entries"], let entries = members["entries"] {
            let inner = entries.meaning(shapes)
            return ("section: `entries` is a \(inner.words)", inner.isNamed)
        }
        let shape = shapes.first { $0.names == Set(order) }
        if let shape { return (isList ? "list of \(shape.name)s" : shape.name, true) }
        return (isList ? "list of records" : "record", false)
    }

    /// The members whose names are listed below this one: a section's are those of its entries.
    var listed: (prefix: String, names: SeenNames) {
        if kinds == ["record"], order == ["entries"], let entries = members["entries"] {
            return (".entries", entries)
        }
        return ("", self)
    }
}
