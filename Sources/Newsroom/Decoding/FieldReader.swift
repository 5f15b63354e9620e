import Diagnostics
import Encodings

/// A reader of one group's fields, which collects what is wrong with them.
///
///     var reader = FieldReader(mapping, fields: fields, file: file, owner: "a topic")
///     let name = reader.text("name")   // nil if missing or no text, with a finding
///
/// A wrong field is reported once and then counts as missing. The caller decides whether the fields that are left
/// make a usable record.
struct FieldReader {
    let file: SourceFile
    let fields: [FieldDescription]
    let mapping: YAMLMapping
    /// The comments behind values, by the offset at which the value begins.
    private let comments: [Int: Range<Int>]
    private(set) var diagnostics: [Diagnostic] = []

    /// Makes a reader, and reports unknown fields and missing ones.
    init(
        _ mapping: YAMLMapping,
        fields: [FieldDescription],
        file: SourceFile,
        owner: String,
        comments: [Int: Range<Int>] = [:]
    ) {
        self.mapping = mapping
        self.fields = fields
        self.file = file
        self.comments = comments
        reportUnknownFields(owner: owner)
        reportMissingFields(owner: owner)
        if !comments.isEmpty { reportLostTexts() }
    }

    /// Makes a reader for the outermost group of a text, and reports words that YAML takes for comments.
    init(
        _ mapping: YAMLMapping,
        fields: [FieldDescription],
        content: YAMLContent,
        file: SourceFile,
        owner: String
    ) {
        self.init(mapping, fields: fields, file: file, owner: owner, comments: content.comments)
        diagnostics += content.unusedMarks.map { LostWords(file: file).mark($0) }
    }

    /// The value of a field; nil if it is missing or empty.
    func node(_ name: String) -> YAMLNode? {
        mapping[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// The range of a field's value, or of the whole group if it is missing.
    func range(of name: String) -> Range<Int> { node(name)?.range ?? mapping.range }

    // MARK: - Single values

    /// A text that is not blank.
    mutating func text(_ name: String) -> Located<String>? {
        node(name).flatMap { text($0, expecting: .text, in: name) }
    }

    /// The value of `yes` or `no`; false if the field is missing.
    mutating func flag(_ name: String) -> Bool {
        value(name, .flag) { ["yes": true, "true": true, "no": false, "false": false][$0.lowercased()] }?
            .value
            ?? false
    }

    /// A whole number, at least 1.
    mutating func number(_ name: String) -> Located<Int>? {
        value(name, .number) { Int($0).flatMap { $0 >= 1 ? $0 : nil } }
    }

    /// A date with the precision of a day.
    mutating func day(_ name: String) -> Located<CalendarDate>? {
        date(name, .day) { CalendarDate($0).flatMap { $0.isDay ? $0 : nil } }
    }

    /// A date of any precision, or a span of dates.
    mutating func span(_ name: String) -> Located<DateSpan>? {
        date(name, .span) { DateSpan($0) }
    }

    /// One case of an enumeration, by its word.
    mutating func choice<Choice>(_ name: String, _ type: Choice.Type) -> Located<Choice>?
    where Choice: CaseIterable & RawRepresentable<String> & Sendable {
        guard let typed = text(name) else { return nil }
        if let choice = Choice(rawValue: typed.value) { return Located(choice, at: typed.range) }
        let words = Choice.allCases.map(\.rawValue)
        report(
            .wrongType,
            "`\(name)` cannot be `\(typed.value)`",
            at: typed.range,
            help: Suggestion.help(for: typed.value, among: words)
                ?? "use " + FieldType.choice(of: type).expectation,
            fixes: [Suggestion.fix(for: typed.value, at: typed.range, in: file, among: words)]
        )
        return nil
    }

    // MARK: - Lists

    /// A list of texts; a single text is a list of one.
    mutating func texts(_ name: String) -> [Located<String>] {
        let items = items(name)
        if let joined = JoinedIDs(items, of: fields.first(where: { $0.name == name })?.type) {
            let message = "`\(name)` holds several ids in one text, and it needs a list"
            let place = joined.ids[0].range
            report(
                .wrongType,
                message,
                at: range(of: name),
                help: "write `\(name): \(joined.list)`",
                fixes: [Fix("Write `\(joined.list)`", .safe, [file.edit(place, joined.list)])]
            )
            return joined.ids
        }
        var texts: [Located<String>] = []
        // No spare capacity, because records keep these lists for good.
        texts.reserveCapacity(items.count)
        for item in items {
            if let text = text(item, expecting: .text, in: name) { texts.append(text) }
        }
        return texts
    }

    /// A list of groups, each decoded by a closure; a single group counts as a list of one.
    mutating func groups<Group>(
        _ name: String,
        owner: String,
        _ read: (inout FieldReader) -> Group?
    ) -> [Group] {
        let items = items(name)
        guard !items.isEmpty,
            case .list(.group(let fields))? = self.fields.first(where: { $0.name == name })?.type
        else { return [] }
        var groups: [Group] = []
        groups.reserveCapacity(items.count)
        for item in items {
            if let group = group(item, in: name, fields: fields, owner: owner, read) { groups.append(group) }
        }
        return groups
    }

    /// One group, decoded by a closure.
    mutating func group<Group>(
        _ name: String,
        owner: String,
        _ read: (inout FieldReader) -> Group?
    ) -> Group? {
        guard let node = node(name),
            case .group(let fields)? = self.fields.first(where: { $0.name == name })?.type
        else { return nil }
        return group(node, in: name, fields: fields, owner: owner, read)
    }

    /// The names and texts of a group that may have any names.
    mutating func freeGroup(_ name: String) -> [(key: Located<String>, value: Located<String>)] {
        guard let node = node(name) else { return [] }
        guard case .mapping(let mapping) = node else {
            reportType(name, node, expecting: "a group of fields")
            return []
        }
        var pairs: [(key: Located<String>, value: Located<String>)] = []
        for entry in mapping.entries {
            if let value = text(entry.value, expecting: .text, in: entry.key.value) {
                pairs.append((entry.key, value))
            }
        }
        return pairs
    }

    /// Adds a finding with the severity error.
    mutating func report(
        _ rule: RuleID,
        _ message: String,
        at range: Range<Int>,
        help: String?,
        fixes: [Fix?] = []
    ) {
        diagnostics.append(
            Diagnostic(
                rule: rule,
                message: message,
                span: file.span(range),
                help: help,
                fixes: fixes.compactMap(\.self)
            )
        )
    }
}

extension FieldReader {
    private mutating func group<Group>(
        _ node: YAMLNode,
        in name: String,
        fields: [FieldDescription],
        owner: String,
        _ read: (inout FieldReader) -> Group?
    ) -> Group? {
        guard case .mapping(let mapping) = node else {
            let names = fields.filter(\.isNeeded).map { "`\($0.name)`" }.joined(separator: ", ")
            reportType(name, node, expecting: "a group with \(names)")
            return nil
        }
        var reader = FieldReader(mapping, fields: fields, file: file, owner: owner, comments: comments)
        let result = read(&reader)
        diagnostics += reader.diagnostics
        return result
    }

    /// The items of a list; a single value is a list of one.
    func items(_ name: String) -> [YAMLNode] {
        switch node(name) {
        case nil: []
        case .sequence(let items, _): items
        case .some(let single): [single]
        }
    }

    private mutating func text(
        _ node: YAMLNode,
        expecting type: FieldType,
        in name: String
    ) -> Located<String>? {
        guard case .scalar(let typed) = node else {
            reportType(name, node, expecting: type.expectation)
            return nil
        }
        if !comments.isEmpty, let comment = comments[typed.range.lowerBound], isText(name) {
            diagnostics.append(LostWords(file: file).comment(comment, in: name))
        }
        let trimmed = typed.value.trimmed
        if trimmed.isEmpty {
            report(.wrongType, "`\(name)` is blank", at: typed.range, help: "write \(type.expectation)")
            return nil
        }
        if let hidden = HiddenCharacter.first(in: trimmed) {
            report(
                .controlCharacter,
                "`\(name)` holds the hidden character \(hidden.codePoint)",
                at: typed.range,
                help: "take it out; readers would see \u{FFFD} in its place",
                fixes: [HiddenCharacter.fix(in: file, typed.range)]
            )
            return Located(HiddenCharacter.replaced(in: trimmed), at: typed.range)
        }
        return Located(trimmed, at: typed.range)
    }

    private mutating func value<Value>(
        _ name: String,
        _ type: FieldType,
        _ parse: (String) -> Value?
    ) -> Located<Value>? {
        guard let node = node(name), let typed = text(node, expecting: type, in: name) else { return nil }
        if let value = parse(typed.value) { return Located(value, at: typed.range) }
        report(
            .wrongType,
            "`\(name)` cannot be `\(typed.value)`",
            at: typed.range,
            help: "write \(type.expectation)"
        )
        return nil
    }

    private mutating func date<Value>(
        _ name: String,
        _ type: FieldType,
        _ parse: (String) -> Value?
    ) -> Located<Value>? {
        guard let node = node(name), let typed = text(node, expecting: type, in: name) else { return nil }
        if let value = parse(typed.value) { return Located(value, at: typed.range) }
        let problem = DateProblem(typed.value, wantsDay: { if case .day = type { true } else { false } }())
        report(
            .invalidDate,
            "`\(name)`: \(problem.message)",
            at: typed.range,
            help: problem.help,
            // `3/4/2018` is one day in London and another one in New York.
            fixes: problem.meant.map {
                file.fix(typed.value, at: typed.range, with: $0, problem.meant.count == 1 ? .safe : .unsafe)
            }
        )
        return nil
    }

    /// Whether a field is a text for readers, and not an id, date or choice.
    private func isText(_ name: String) -> Bool {
        switch fields.first(where: { $0.name == name })?.type {
        case .text, .list(.text): true
        default: false
        }
    }

    /// Reports texts that YAML takes for a comment: `locator: #3`.
    private mutating func reportLostTexts() {
        for entry in mapping.entries where entry.value.isEmpty && isText(entry.key.value) {
            guard let comment = comments[entry.value.range.lowerBound], isWord(behind: comment) else {
                continue
            }
            diagnostics.append(LostWords(file: file).comment(comment, in: entry.key.value))
        }
    }

    /// Whether a comment's `#` is right before a word, which is rare in comments that are meant as such.
    private func isWord(behind comment: Range<Int>) -> Bool {
        let rest = file.bytes[comment].drop { $0 == UInt8(ascii: "#") }
        return rest.first.map { $0 != UInt8(ascii: " ") } ?? false
    }

    private mutating func reportType(_ name: String, _ node: YAMLNode, expecting expectation: String) {
        let help: String
        switch node {
        case .scalar:
            help = "write the fields of the group below `\(name):`, each on a line of its own and further in"
        case .sequence(let items, _):
            help =
                items.count == 1
                ? "write one value, without `-` and brackets" : "choose one, or put them into one text"
        case .mapping(let mapping):
            let inner = mapping.entries.first?.key.value ?? ""
            help =
                "if `\(inner):` is part of a text, put the text into quotation marks; if it is a field, write it where it belongs"
        }
        report(
            .wrongType,
            "`\(name)` holds \(node.description), and it needs \(expectation)",
            at: node.range,
            help: help
        )
    }

    private func isMissing(_ field: FieldDescription) -> Bool {
        field.isNeeded && (node(field.name)?.isEmptyList ?? true)
    }

    private mutating func reportMissingFields(owner: String) {
        for index in fields.indices where isMissing(fields[index]) {
            let field = fields[index]
            let entry = mapping.entries.first { $0.key.value == field.name }
            // Another finding says that the field's text is lost in a comment.
            if let entry, let comment = comments[entry.value.range.lowerBound], isText(field.name),
                isWord(behind: comment)
            {
                continue
            }
            report(
                .missingField,
                "\(owner) needs `\(field.name)`",
                at: entry?.key.range ?? mapping.range,
                help: entry == nil
                    ? "add `\(field.name): …` (\(field.meaning))"
                    : "write it after `\(field.name):` (\(field.meaning))"
            )
        }
    }
}

extension String {
    /// The text without white space at its ends.
    var trimmed: String {
        if let first = utf8.first, let last = utf8.last, first.isVisible, last.isVisible { return self }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { return "" }
        return String(scalars[first...last])
    }
}

extension UInt8 {
    /// Whether a byte is visible ASCII, and so neither white space nor part of any.
    fileprivate var isVisible: Bool { (0x21...0x7E).contains(self) }
}
