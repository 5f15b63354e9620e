import Diagnostics
import Editorial
import Newsroom
import Starter

/// The form for a new record, built from the description of its kind, and the files that it makes.
struct RecordForm {
    let kind: RecordKind
    let scene: DeskScene
    /// What is filled in so far.
    let sent: SentForm

    /// The kinds that have a form. A medium begins with its file, which `assay new media FILE` takes in.
    static let kinds: [RecordKind] = [.claim, .verdict, .source, .article, .profile, .page]

    /// The most entries of a list of groups.
    static let entryLimit = 40

    var newsroom: Newsroom { scene.newsroom }

    /// The fields that a form asks for. The others follow from commands: copies that were captured, and what journals say.
    var fields: [FieldDescription] {
        let isByJournal = newsroom.settings.policy.mode == .newsroom
        let ofJournal: Set<String> =
            kind == .verdict && isByJournal ? ["published", "updated", "reviewers"] : []
        let others = ofJournal.union(["formerly", "snapshot", "reviewed"])
        return kind.fields.filter { !others.contains($0.name) }
    }

    /// The number of entries that the form has of a list of groups.
    func entryCount(of field: FieldDescription) -> Int {
        let prefix = field.name + "."
        let numbers = sent.fields.compactMap { entry -> Int? in
            guard entry.name.hasPrefix(prefix) else { return nil }
            return Int(entry.name.dropFirst(prefix.count).prefix { $0 != "." })
        }
        let count = (numbers.max() ?? 0) + 1 + (sent["more"] == field.name ? 1 : 0)
        return max(1, min(count, Self.entryLimit))
    }

    /// The files of the record, and of the sources that a verdict's form makes with it.
    /// - Throws: what is missing or wrong in the form.
    func files() throws(Refusal) -> [(id: String, path: String, text: String)] {
        var made: [(id: String, path: String, text: String)] = []
        var values: [String: FilledRecord.Value] = [:]
        for field in fields {
            values[field.name] = try value(of: field, making: &made)
        }
        let missing = fields.filter { $0.isNeeded && values[$0.name] == nil }.map(\.name)
        guard missing.isEmpty else {
            throw Refusal("this is still missing: \(missing.joined(separator: ", "))")
        }
        let record = FilledRecord(kind, values, body: sent["body"])
        let id = try id(made.map(\.path))
        return [(id, record.path(of: id), record.text)] + made
    }

    /// The id: the one typed, else one from the words that stand for the record. A verdict has its claim's.
    private func id(_ others: [String]) throws(Refusal) -> String {
        let named = ["statement", "title", "name"].lazy.compactMap { sent.text($0) }.first ?? ""
        let ownWords = kind == .verdict ? sent["claim"] : Self.shortID(named)
        let id = RecordID.normalised(sent.text("id") ?? ownWords)
        try Self.require(id: id, kind, in: newsroom)
        return id
    }

    /// The id that the words of a title make: the first of them, so that addresses stay short.
    static func shortID(_ words: String) -> String {
        var parts: [Substring] = []
        for part in RecordID.suggestion(for: words).split(separator: "-") {
            guard parts.count < 7, parts.map(\.utf8.count).reduce(0, +) + part.utf8.count < 60 else { break }
            parts.append(part)
        }
        return parts.joined(separator: "-")
    }

    static func require(id: String, _ kind: RecordKind, in newsroom: Newsroom) throws(Refusal) {
        if let problem = RecordID.problem(id) {
            throw Refusal(
                "`\(id)` is no id: \(problem)",
                help: "write lower-case letters, digits and hyphens"
            )
        }
        if newsroom.isKnown(RecordKey(kind, id)) {
            throw Refusal(
                "there is \(kind.article) \(kind.rawValue) `\(id)` already",
                help: "type another id"
            )
        }
    }

    // MARK: - Values

    private func value(
        of field: FieldDescription,
        making made: inout [(id: String, path: String, text: String)]
    ) throws(Refusal) -> FilledRecord.Value? {
        switch field.type {
        case .list(.group(let inner)):
            var groups: [[String: FilledRecord.Value]] = []
            for number in 0..<entryCount(of: field) {
                let prefix = "\(field.name).\(number)."
                var group: [String: FilledRecord.Value] = [:]
                for part in inner { group[part.name] = Self.value(part.type, sent, prefix + part.name) }
                if field.name == "evidence", let source = try newSource(prefix, made) {
                    made.append(source)
                    group["source"] = .text(source.id)
                }
                // A choice has always a value, which alone says nothing.
                if inner.contains(where: { !$0.type.isChoice && group[$0.name] != nil }) {
                    groups.append(group)
                }
            }
            return groups.isEmpty ? nil : .groups(groups)
        case .group(let inner):
            var group: [String: FilledRecord.Value] = [:]
            for part in inner {
                group[part.name] = Self.value(part.type, sent, "\(field.name).0.\(part.name)")
            }
            return group.isEmpty ? nil : .groups([group])
        default: return Self.value(field.type, sent, field.name)
        }
    }

    private static func value(_ type: FieldType, _ sent: SentForm, _ name: String) -> FilledRecord.Value? {
        switch type {
        case .list(.text), .list(.address):
            let lines = sent.all(name).flatMap { $0.split(separator: "\n").map { String($0).trimmed } }
                .filter { !$0.isEmpty }
            return lines.isEmpty ? nil : .list(lines)
        case .list:
            let ids = sent.all(name).map(\.trimmed).filter { !$0.isEmpty }
            return ids.isEmpty ? nil : .list(ids)
        default: return sent.text(name).map { .text($0) }
        }
    }

    /// The source that a piece of evidence makes; nil if it names one that is there.
    private func newSource(
        _ prefix: String,
        _ made: [(id: String, path: String, text: String)]
    ) throws(Refusal) -> (id: String, path: String, text: String)? {
        guard let title = sent.text(prefix + "new.title") else { return nil }
        if let known = sent.text(prefix + "source") {
            throw Refusal(
                "one piece of evidence names the source `\(known)` and describes a new one, “\(title)”",
                help: "leave one of the two out"
            )
        }
        var values: [String: FilledRecord.Value] = ["title": .text(title)]
        for name in ["publisher", "url", "published", "kind", "checked"] {
            values[name] = sent.text(prefix + "new." + name).map { .text($0) }
        }
        let missing = ["publisher", "kind", "checked"].filter { values[$0] == nil }
        guard missing.isEmpty else {
            throw Refusal("the new source “\(title)” still needs: \(missing.joined(separator: ", "))")
        }
        let record = FilledRecord(.source, values, body: sent[prefix + "new.body"])
        let id = RecordID.normalised(Self.shortID(title))
        try Self.require(id: id, .source, in: newsroom)
        guard !made.contains(where: { $0.id == id }) else {
            throw Refusal(
                "two new sources would both be called `\(id)`",
                help: "give one of them another title"
            )
        }
        return (id, record.path(of: id), record.text)
    }
}

extension FieldType {
    /// Whether a form has a value for it from the start.
    var isChoice: Bool { if case .choice = self { true } else { false } }
}
