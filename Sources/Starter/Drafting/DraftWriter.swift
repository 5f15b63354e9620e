import Newsroom

/// Writes the text of a new record's file from the descriptions that the decoder reads by.
struct DraftWriter {
    let kind: RecordKind
    let values: [String: DraftValue]
    let settings: SiteSettings

    /// The widest line of an explanation, in characters.
    private static let width = 100

    /// Only what is needed or known.
    var plainText: String {
        let lines = fields.filter { $0.isNeeded || values[$0.name] != nil }
            .flatMap { field in value(of: field, isExplained: false) }
        return (["---"] + lines + ["---"]).joined(separator: "\n") + "\n"
    }

    /// Every field with what it means; those that can be left out stand behind a `#`.
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
            lines += choices(of: field.type)
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

    /// The fields that decide something in this newsroom.
    private var fields: [FieldDescription] {
        Schemas.fields(of: kind).filter { !ignored.contains("`\($0.name)`") }
    }

    /// The fields that the journal stands for where the newsroom goes by it.
    private var ignored: [String] {
        kind == .verdict && settings.policy.mode == .newsroom
            ? ["`published`", "`updated`", "`reviewers`"] : []
    }

    // MARK: - Explanations

    private func explanation(of field: FieldDescription) -> String {
        let start = "\(field.name)\(field.isNeeded ? " (needed)" : ""): \(field.meaning)."
        return (hint(for: field.type).map { "\(start) Write \($0)." } ?? start) + ending(for: field.type)
    }

    /// What leads over to the lines that follow.
    private func ending(for type: FieldType) -> String {
        switch type {
        case .group: " A group of these fields:"
        case .list(.group): " A list of groups of these fields:"
        case .list(.topic) where !settings.topics.isEmpty: " One of these, or a list in [ ]:"
        case .ruling: " One of these:"
        default: ""
        }
    }

    /// What to write, in a few words; nil where the meaning says it all or a table follows.
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

    /// What can be chosen from, where the settings say it.
    private func choices(of type: FieldType) -> [String] {
        switch type {
        case .ruling: table(settings.scale.all.map { ($0.id, "\($0.label). \($0.meaning)") })
        case .list(.topic): table(settings.topics.map { ($0.id, $0.description ?? $0.name) })
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
        case nil:
            let lines = ["\(field.name):"] + group(field, known: [:], isExplained: isExplained)
            return field.isNeeded ? lines : lines.map { "#" + $0 }
        }
    }

    /// The fields of a group, of the first group of a list.
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
        // In a group that is used, what can be left out is left out; the first field opens the list's entry.
        let isUsed = !known.isEmpty || field.isNeeded
        let shown = isExplained ? fields : fields.filter { $0.isNeeded || known[$0.name] != nil }
        let width = (shown.map(\.name.count).max() ?? 0) + 1
        return shown.enumerated().map { index, inner in
            let isIdle = isUsed && !inner.isNeeded && known[inner.name] == nil
            let lead = isList ? (index == 0 ? "  - " : "    ") : "  "
            let text = inner.name + ":" + (known[inner.name].map { " " + YAMLText.scalar($0) } ?? "")
            guard isExplained else { return lead + text }
            let padding = String(repeating: " ", count: max(0, width - text.count))
            let needed = inner.isNeeded ? "needed: " : ""
            let hint = hint(for: inner.type).map { " (\($0))" } ?? ""
            return
                "\(isIdle ? "#" : "")\(lead)\(text)\(padding)  # \(needed)\(inner.meaning)\(hint)"
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }

    /// The text with every run of white space and control characters as one blank: a line end would end a
    /// comment, and YAML refuses the others.
    fileprivate var onOneLine: String {
        unicodeScalars.split { $0.properties.isWhitespace || $0.properties.generalCategory == .control }
            .map(String.init).joined(separator: " ")
    }

    /// Lines of at most so many characters, parted at blanks.
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
