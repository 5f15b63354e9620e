import Diagnostics

extension FieldReader {
    /// The number of unknown fields of a group that are listed; more are only counted.
    private static let listedUnknownFields = 50

    /// Reports fields of a group that its kind does not have.
    mutating func reportUnknownFields(owner: String) {
        var count = 0
        for (index, entry) in mapping.entries.enumerated()
        where !fields.contains(where: { $0.name == entry.key.value }) {
            count += 1
            if count > Self.listedUnknownFields { continue }
            let before = index > 0 ? mapping.entries[index - 1] : nil
            report(
                .unknownField,
                "\(owner) has no field `\(entry.key.value)`",
                at: entry.key.range,
                help: unknownFieldHelp(entry, after: before),
                fixes: [unknownFieldFix(entry, after: before)]
            )
        }
        if count > Self.listedUnknownFields {
            report(
                .unknownField,
                "\(owner) has \(count - Self.listedUnknownFields) more unknown fields",
                at: mapping.range,
                help: "docs/formats.md lists all fields"
            )
        }
    }

    private typealias Entry = (key: Located<String>, value: YAMLNode)

    private func unknownFieldHelp(_ entry: Entry, after before: Entry?) -> String {
        let name = entry.key.value
        if let odd = name.unicodeScalars.first(where: InvisibleSlip.isOddBlank) {
            return
                "the name holds a character that cannot be seen, \(InvisibleSlip.name(of: odd)): type it anew"
        }
        let known = fields.map(\.name)
        // In braces a comma ends a value, so the words after it look like a name.
        if entry.value.isEmpty, let before, case .scalar(let text) = before.value,
            file.bytes[text.range.upperBound..<max(text.range.upperBound, entry.key.range.lowerBound)]
                .contains(UInt8(ascii: ","))
        {
            let whole = YAMLLine.quoted(text.value + ", " + name)
            return "the comma ends the value before it; write `\(before.key.value): \(whole)`"
        }
        return Suggestion.help(for: name, among: known) ?? "known fields: \(known.joined(separator: ", "))"
    }

    private func unknownFieldFix(_ entry: Entry, after before: Entry?) -> Fix? {
        let name = entry.key.value
        if name.unicodeScalars.contains(where: InvisibleSlip.isOddBlank) {
            let plain = String(
                String.UnicodeScalarView(name.unicodeScalars.filter { !InvisibleSlip.isOddBlank($0) })
            )
            return isFree(plain) ? file.fix(name, at: entry.key.range, with: plain, .safe) : nil
        }
        if let rest = wordsAfterComma(entry, after: before) {
            return Fix("Write `\(rest.text)`", .safe, [file.edit(rest.range, rest.text)])
        }
        return Suggestion.fix(
            for: name,
            at: entry.key.range,
            in: file,
            among: fields.map(\.name).filter(isFree)
        )
    }

    /// Whether a field exists and the group does not have it.
    private func isFree(_ name: String) -> Bool {
        fields.contains { $0.name == name } && mapping[name] == nil
    }

    /// In braces a comma ends a value, so the words after it look like a name: the value with them, in quotation marks.
    private func wordsAfterComma(_ entry: Entry, after before: Entry?) -> (range: Range<Int>, text: String)? {
        guard entry.value.isEmpty, let before, case .scalar(let text) = before.value,
            text.range.upperBound <= entry.key.range.lowerBound,
            file.bytes[text.range.upperBound..<entry.key.range.lowerBound].contains(UInt8(ascii: ",")),
            file.bytes[text.range].elementsEqual(text.value.utf8)
        else { return nil }
        return (
            text.range.lowerBound..<entry.key.range.upperBound,
            YAMLLine.quoted(text.value + ", " + entry.key.value)
        )
    }
}
