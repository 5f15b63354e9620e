import Newsroom

/// The writer of a draft's text, from the same field descriptions that the decoder uses.
struct DraftWriter {
    let kind: RecordKind
    let values: [String: DraftValue]
    let settings: SiteSettings

    /// The widest line of an explanation, in characters.
    private static let width = 100

    /// The text with only the fields that are needed or known.
    var plainText: String {
        let lines = fields.filter { $0.isNeeded || values[$0.name] != nil }
            .flatMap { field in value(of: field, isExplained: false) }
        return (["---"] + lines + ["---"]).joined(separator: "\n") + "\n"
    }

    /// The text with every field and its meaning; optional fields are commented out.
    func explainedText(id: String) -> String {
        var lines = ["---"]
        lines += comment("\(kind.rawValue.capitalisedFirst) `\(id)`: \(kind.meaning).")
        lines += comment(
            """
            A line that starts with # and a blank explains. Where a field's name follows the # at once, the field \
            can be left out; take the # away to use it. `assay check` says what is still missing.
            """
        )
        for field in fields {
            lines.append("")
            lines += comment(explanation(of: field))
            lines += choices(of: field.type) + innerFields(of: field.type)
            lines += value(of: field, isExplained: true)
        }
        if !ignored.isEmpty {
            lines.append("")
            lines += comment(
                """
                There is no \(ignored.joined(separator: ", no ")) here: with `mode: newsroom` the journal says that. \
                `assay submit` asks for a review, `assay review` signs the text off, `assay publish` puts it before readers.
                """
            )
        }
        lines.append("")
        lines += comment("Below the next line stands \(kind.bodyMeaning).")
        return (lines + ["---"]).joined(separator: "\n") + "\n"
    }

    /// The fields that have an effect in this newsroom.
    private var fields: [FieldDescription] {
        kind.fields.filter { !ignored.contains("`\($0.name)`") }
    }

    /// The fields that the journal replaces in newsroom mode.
    private var ignored: [String] {
        kind == .verdict && settings.policy.mode == .newsroom
            ? ["`published`", "`updated`", "`reviewers`"] : []
    }

    // MARK: - Explanations

    private func explanation(of field: FieldDescription) -> String {
        let start = "\(field.name)\(field.isNeeded ? " (needed)" : ""): \(field.meaning)."
        return (hint(for: field.type).map { "\(start) Write \($0)." } ?? start) + ending(for: field.type)
    }

    /// The end of an explanation, which leads to the lines after it.
    private func ending(for type: FieldType) -> String {
        switch type {
        case .group: " A group of these fields:"
        case .list(.group): " A list of groups of these fields:"
        case .list(.topic) where !settings.topics.isEmpty: " One of these, or a list in [ ]:"
        case .ruling: " One of these:"
        default: ""
        }
    }

    /// The value to write, in a few words; nil if the meaning says enough or a table follows.
    private func hint(for type: FieldType) -> String? {
        switch type {
        case .text, .group, .list(.group), .ruling: nil
        case .list(.topic) where !settings.topics.isEmpty: nil
        case .list(.text): "one, or a list in [ ]"
        case .list(let element): "\(hint(for: element) ?? element.expectation), or a list in [ ]"
        case .choice(let words): words.joined(separator: ", ")
        default: type.expectation
        }
    }

    /// The choices for a type, if the settings define them.
    private func choices(of type: FieldType) -> [String] {
        switch type {
        case .ruling: table(settings.scale.all.map { ($0.id, "\($0.label). \($0.meaning)") })
        case .list(.topic): table(settings.topics.map { ($0.id, $0.description ?? $0.name) })
        default: []
        }
    }

    /// The meanings of a group's fields, written above it: a comment behind a value would be read as part of
    /// the value.
    private func innerFields(of type: FieldType) -> [String] {
        switch type {
        case .group(let inner), .list(.group(let inner)):
            table(
                inner.map { field in
                    let hint = hint(for: field.type).map { " (\($0))" } ?? ""
                    return (field.name, "\(field.isNeeded ? "needed: " : "")\(field.meaning)\(hint)")
                }
            )
        default: []
        }
    }

    private func table(_ rows: [(id: String, text: String)]) -> [String] {
        let width = rows.map(\.id.count).max() ?? 0
        return rows.flatMap { row in
            row.text.onOneLine.wrapped(to: max(40, Self.width - width - 6)).enumerated().map { index, line in
                let id = index == 0 ? row.id.onOneLine : ""
                return "#   \(id)\(String(repeating: " ", count: max(0, width - id.count)))  \(line)"
            }
        }
    }

    private func comment(_ text: String) -> [String] {
        text.onOneLine.wrapped(to: Self.width - 2).map { "# " + $0 }
    }

    // MARK: - Values

    /// The lines of a field and its value.
    private func value(of field: FieldDescription, isExplained: Bool) -> [String] {
        switch values[field.name] {
        case .text(let text): return ["\(field.name): \(YAMLText.scalar(text))"]
        case .list(let texts) where texts.count == 1: return ["\(field.name): \(YAMLText.scalar(texts[0]))"]
        case .list(let texts): return ["\(field.name): \(YAMLText.list(texts))"]
        case .group(let known):
            return ["\(field.name):"] + group(field, known: known, isExplained: isExplained)
        case .groups(let all):
            // The first is explained; the others have the same fields.
            return ["\(field.name):"]
                + all.enumerated().flatMap { place, known in
                    group(field, known: known, isExplained: isExplained && place == 0)
                }
        case nil:
            let lines = ["\(field.name):"] + group(field, known: [:], isExplained: isExplained)
            return field.isNeeded ? lines : lines.map { "#" + $0 }
        }
    }

    /// The fields of a group, or of the first group of a list.
    private func group(
        _ field: FieldDescription,
        known: [String: String],
        isExplained: Bool
    ) -> [String] {
        let fields: [FieldDescription]
        let isList: Bool
        switch field.type {
        case .group(let inner): (fields, isList) = (inner, false)
        case .list(.group(let inner)): (fields, isList) = (inner, true)
        default: return []
        }
        // A group that is used has no optional fields without a value; its first field opens the list's
        // entry.
        let isUsed = !known.isEmpty || field.isNeeded
        let shown = isExplained ? fields : fields.filter { $0.isNeeded || known[$0.name] != nil }
        return shown.enumerated().map { index, inner in
            let isIdle = isUsed && !inner.isNeeded && known[inner.name] == nil
            let lead = isList ? (index == 0 ? "  - " : "    ") : "  "
            let text = inner.name + ":" + (known[inner.name].map { " " + YAMLText.scalar($0) } ?? "")
            return "\(isExplained && isIdle ? "#" : "")\(lead)\(text)"
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text with one blank for every run of white space and control characters: a line end would end a
    /// comment, and YAML forbids the others.
    fileprivate var onOneLine: String {
        unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
            .map(String.init).joined(separator: " ")
    }

    /// The text in lines of at most `width` characters, broken at blanks.
    fileprivate func wrapped(to width: Int) -> [String] {
        var lines: [String] = []
        for word in split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= width {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
