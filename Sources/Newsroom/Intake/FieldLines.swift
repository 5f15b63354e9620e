import Diagnostics

/// A record's file with other values in some fields, and nothing else changed.
package enum FieldLines {
    /// The file with the lines of fields set; nil for front matter in a form that only a person can edit.
    ///
    /// A field that is there at the margin is replaced with the lines that belong to it; else its lines come at the end. A field
    /// without lines is taken away. The result is decoded, and counts only if it says what is wanted.
    package static func set<Element: Record>(
        _ fields: [(name: String, lines: [String])],
        of record: Element,
        if isWanted: (Element) -> Bool
    ) -> [UInt8]? {
        guard var front = FrontMatterLines(of: record) else { return nil }
        for field in fields {
            let place = front.range(of: field.name) ?? front.close..<front.close
            front.lines.replaceSubrange(place, with: field.lines)
        }
        return front.file { ($0 as? Element).map(isWanted) ?? false }
    }

    /// The file with one more item in a list of groups; nil for front matter in a form that only a person can edit.
    /// - Parameter item: the lines of the item without its dash and indentation.
    package static func append<Element: Record>(
        _ item: [String],
        to field: String,
        of record: Element,
        if isWanted: (Element) -> Bool
    ) -> [UInt8]? {
        guard var front = FrontMatterLines(of: record) else { return nil }
        guard let place = front.range(of: field) else {
            front.lines.insert(contentsOf: ["\(field):"] + dashed(item, "  "), at: front.close)
            return front.file { ($0 as? Element).map(isWanted) ?? false }
        }
        let lines = front.lines[place]
        // What stands on the field's own line is in brackets, or one item: a person's form.
        guard lines.first.map({ $0.dropFirst(field.count + 1).allSatisfy { $0 == " " } }) ?? false,
            let last = lines.lastIndex(where: { line in line.drop { $0 == " " }.hasPrefix("- ") })
        else { return nil }
        let margin =
            lines.first { line in line.drop { $0 == " " }.hasPrefix("- ") }?.prefix { $0 == " " } ?? ""
        var end = last + 1
        while end < place.upperBound, Self.belongs(front.lines[end], below: margin.count) { end += 1 }
        front.lines.insert(contentsOf: dashed(item, String(margin)), at: end)
        return front.file { ($0 as? Element).map(isWanted) ?? false }
    }

    /// Whether a line stands deeper than a list's dashes.
    private static func belongs(_ line: String, below margin: Int) -> Bool {
        let depth = line.prefix { $0 == " " }.count
        return depth < line.count && depth > margin
    }

    private static func dashed(_ item: [String], _ margin: String) -> [String] {
        item.enumerated().map { margin + ($0.offset == 0 ? "- " : "  ") + $0.element }
    }
}
