import Diagnostics

/// A record's file with another archived copy in its front matter, and nothing else changed.
package enum ArchivedEdit {
    /// The file with the address of a copy behind those of `archived`; nil for front matter in a form that only a person can edit.
    ///
    /// The result is decoded, and counts only if it says what is wanted.
    package static func applied(_ address: String, to document: any CapturedDocument) -> [UInt8]? {
        // Other characters could end the value, or begin another one.
        guard !address.isEmpty,
            address.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
        else { return nil }
        guard var front = FrontMatterLines(of: document) else { return nil }
        let place = front.range(of: "archived") ?? front.close..<front.close
        guard let written = lines(adding: address, to: Array(front.lines[place])) else { return nil }
        front.lines.replaceSubrange(place, with: written)
        let wanted = document.archived.map(\.value) + [address]
        return front.file { edited in edited.archived.map(\.value) == wanted }
    }

    /// The lines of the field with another address; nil for a form that is not edited.
    private static func lines(adding address: String, to field: [String]) -> [String]? {
        let name = "archived:"
        guard let first = field.first else { return [name, "  - \(address)"] }
        let typed = first.dropFirst(name.count).trimmed
        if typed.isEmpty {
            // A list with an item a line.
            guard let last = field.lastIndex(where: { $0.trimmed.hasPrefix("- ") }) else { return nil }
            let margin = field[last].prefix { $0 == " " }
            var lines = field
            lines.insert("\(margin)- \(address)", at: last + 1)
            return lines
        }
        guard field.dropFirst().allSatisfy({ $0.trimmed.isEmpty }) else { return nil }
        if typed.hasPrefix("["), typed.hasSuffix("]") {
            let items = typed.dropFirst().dropLast().trimmed
            return ["\(name) [\(items.isEmpty ? "" : "\(items), ")\"\(address)\"]"] + field.dropFirst()
        }
        return [name, "  - \(typed)", "  - \(address)"] + field.dropFirst()
    }
}

extension StringProtocol {
    /// The text without blanks around it.
    fileprivate var trimmed: String {
        let start = drop { $0 == " " || $0 == "\t" }
        let end = start.lastIndex { $0 != " " && $0 != "\t" }
        return end.map { String(start[...$0]) } ?? ""
    }
}
