import Diagnostics
import Newsroom

/// A place in front matter or settings: the group of fields that it is in, and the field whose value it is in.
struct FieldCursor {
    /// The names of the fields around it, the outermost first.
    private(set) var path: [String] = []
    /// The field whose value it is in; nil where a name is typed.
    private(set) var name: String?
    /// The bytes of the word at it, without quotation marks.
    private(set) var word: Range<Int>
    /// The same with the quotation marks that may be around it.
    private(set) var quoted: Range<Int>
    /// Whether it is in an item of a list, right behind the dash.
    private(set) var beginsItem = false
    /// Whether a name with its colon stands there, where a name is typed.
    private(set) var hasColon = false
    /// Whether a colon stands right before it, without the blank that YAML needs.
    private(set) var needsBlank = false
    /// The names of the fields beside it.
    private(set) var siblings: [String] = []
    /// The values beside it in one line each, by name.
    private(set) var values: [String: String] = [:]

    private let lines: FieldLines

    /// Finds out where an offset is; nil outside the YAML, or in a comment.
    init?(at offset: Int, in lines: FieldLines) {
        guard offset >= lines.yaml.lowerBound, offset <= lines.yaml.upperBound else { return nil }
        self.lines = lines
        let file = lines.file
        let range = file.lineRange(around: offset)
        // The line that ends front matter is none of it.
        guard range.lowerBound < lines.yaml.upperBound || lines.yaml.upperBound == file.bytes.count else {
            return nil
        }
        let line = YAMLLine(file.bytes, range)
        guard line.isBlank || file.bytes[line.content] != UInt8(ascii: "#") else { return nil }
        word = offset..<offset
        quoted = word
        beginsItem = !line.dashes.isEmpty && line.name == nil
        let column = line.isBlank ? offset - range.lowerBound : line.column
        let isValue = line.name.map { offset > $0.upperBound } ?? false
        if let known = line.name, isValue { name = file.text(known) }
        findParents(offset, column: column, dash: line.dashes.last)
        findSiblings(offset, column: column)
        if let known = line.name, !isValue {
            hasColon = true
            word = known
            quoted = known
            return
        }
        needsBlank = isValue && offset > 0 && file.bytes[offset - 1] == UInt8(ascii: ":")
        takeWord(
            offset,
            in: Self.withoutComment(isValue ? line.value : line.start..<line.range.upperBound, in: file)
        )
    }

    // MARK: - What is around

    private mutating func findParents(_ offset: Int, column: Int, dash: Int?) {
        var (column, dash) = (column, dash)
        var isBeside = true
        for line in lines.lines(above: offset) {
            if let place = dash {
                // The list's owner stands at its column or before it, and has no dash at that column.
                isBeside = false
                guard line.dashes.last ?? -1 < place, line.column <= place, let known = line.name else {
                    continue
                }
                path.insert(lines.file.text(known), at: 0)
                (column, dash) = (line.column, line.dashes.last)
            } else if line.column == column {
                if isBeside { note(line) }
                dash = line.dashes.last
            } else if line.column < column {
                isBeside = false
                guard let known = line.name else { continue }
                path.insert(lines.file.text(known), at: 0)
                (column, dash) = (line.column, line.dashes.last)
            }
            if column == 0, dash == nil, !isBeside { break }
        }
    }

    private mutating func findSiblings(_ offset: Int, column: Int) {
        // What follows on deeper lines belongs to another group.
        for line in lines.lines(below: offset) {
            if line.column < column || !line.dashes.isEmpty && (line.dashes.first ?? 0) < column { break }
            if line.column == column, line.dashes.isEmpty { note(line) }
        }
    }

    private mutating func note(_ line: YAMLLine) {
        guard let known = line.name else { return }
        let name = lines.file.text(known)
        siblings.append(name)
        values[name] = lines.file.text(
            Self.bare(Self.withoutComment(line.value, in: lines.file), in: lines.file)
        )
    }

    // MARK: - The word

    /// The word at an offset in a value, and the field that it belongs to where several stand on the line: `[a, b]`, `{ id: a }`.
    private mutating func takeWord(_ offset: Int, in value: Range<Int>) {
        let bytes = lines.file.bytes
        guard let first = bytes[value].first, first == UInt8(ascii: "[") || first == UInt8(ascii: "{") else {
            let isBefore = value.isEmpty || offset < value.lowerBound
            quoted = isBefore ? offset..<offset : value.joined(offset)
            word = Self.bare(quoted, in: lines.file)
            return
        }
        var start = value.lowerBound + 1
        var end = value.upperBound
        var brackets: [UInt8] = []
        for index in value {
            switch bytes[index] {
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if index < offset {
                    brackets.append(bytes[index])
                    start = index + 1
                }
            case UInt8(ascii: ","):
                if index < offset { start = index + 1 } else { end = min(end, index) }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                if index < offset { brackets = Array(brackets.dropLast()) } else { end = min(end, index) }
            default: break
            }
        }
        var part = Self.trimmed(start..<max(start, end), in: lines.file).joined(offset)
        if brackets.last == UInt8(ascii: "{") {
            if let field = name { path.append(field) }
            name = nil
            if let colon = bytes[part].firstIndex(of: UInt8(ascii: ":")), colon < offset {
                name = lines.file.text(Self.trimmed(part.lowerBound..<colon, in: lines.file))
                part = Self.trimmed(colon + 1..<part.upperBound, in: lines.file).joined(offset)
            }
        }
        beginsItem = false
        quoted = part
        word = Self.bare(part, in: lines.file)
    }

    private static func trimmed(_ range: Range<Int>, in file: SourceFile) -> Range<Int> {
        var range = range
        while let byte = file.bytes[range].first, byte == UInt8(ascii: " ") { range = range.dropFirst() }
        while let byte = file.bytes[range].last, byte == UInt8(ascii: " ") { range = range.dropLast() }
        return range
    }

    /// A value without the comment behind it.
    private static func withoutComment(_ value: Range<Int>, in file: SourceFile) -> Range<Int> {
        guard value.lowerBound <= value.upperBound, let first = file.bytes[value].first,
            first != UInt8(ascii: "\""), first != UInt8(ascii: "'")
        else { return value }
        for index in value where file.bytes[index] == UInt8(ascii: "#") {
            if index == value.lowerBound { return value.lowerBound..<value.lowerBound }
            if file.bytes[index - 1] == UInt8(ascii: " ") {
                return trimmed(value.lowerBound..<index, in: file)
            }
        }
        return value
    }

    /// A value without the quotation marks around it.
    private static func bare(_ range: Range<Int>, in file: SourceFile) -> Range<Int> {
        guard range.count >= 2, let first = file.bytes[range].first, first == file.bytes[range].last,
            first == UInt8(ascii: "\"") || first == UInt8(ascii: "'")
        else { return range }
        return range.lowerBound + 1..<range.upperBound - 1
    }
}

extension FieldCursor {
    /// The fields of the group that it is in; nil if no description knows the group.
    var group: [FieldDescription]? {
        var fields = lines.fields
        for name in path {
            guard let field = fields.first(where: { $0.name == name }),
                case .group(let inner) = field.type.element
            else { return nil }
            fields = inner
        }
        return fields
    }

    /// The description of the field whose value it is in. In a list of values without names that is the list's field.
    var field: FieldDescription? {
        if let name { return group?.first { $0.name == name } }
        guard let last = path.last else { return nil }
        var outer = self
        outer.path.removeLast()
        return outer.group?.first { field in
            if case .group = field.type.element { return false }
            return field.name == last
        }
    }

    /// The name of a field at it, with its description.
    func fieldName(at offset: Int) -> FieldDescription? {
        let line = YAMLLine(lines.file.bytes, lines.file.lineRange(around: offset))
        guard let known = line.name, known.meets(offset..<offset) else { return nil }
        return group?.first { $0.name == lines.file.text(known) }
    }
}

extension FieldType {
    /// The type of a list's elements, or the type itself.
    var element: FieldType { if case .list(let element) = self { element } else { self } }
}

extension Range<Int> {
    /// The range up to a place that may lie behind it.
    fileprivate func joined(_ offset: Int) -> Range<Int> {
        Swift.min(lowerBound, offset)..<Swift.max(upperBound, offset)
    }

    fileprivate func dropFirst() -> Range<Int> { lowerBound + 1..<upperBound }
    fileprivate func dropLast() -> Range<Int> { lowerBound..<upperBound - 1 }
}
