import Diagnostics
import Files

/// The edits that give a record, a topic or a ruling another id, or put another one in its place.
///
///     let plan = try RenamePlan(of: "old", to: "new", in: .record(.source), newsroom)
///     try files.apply(plan.edits) { plan.sources[$0] }
package struct RenamePlan: Sendable {
    /// The edits, in all files.
    package private(set) var edits: [Edit] = []
    /// The files that the edits' ranges are of, by path.
    package private(set) var sources: [String: SourceFile] = [:]
    /// The number of places that name the record and are changed.
    package private(set) var placeCount = 0
    /// The places that only a person can change.
    package private(set) var unclear: [SourceSpan] = []

    /// A reason why nothing can be renamed.
    package struct Problem: Error, CustomStringConvertible {
        /// The reason with the advice, without a full stop.
        package let description: String

        init(_ description: String) { self.description = description }
    }

    private let newsroom: Newsroom
    private let space: IDSpace

    /// Plans a rename.
    /// - Throws: when there is no such record, or the new id is none, or is taken.
    package init(of old: String, to new: String, in space: IDSpace, _ newsroom: Newsroom) throws(Problem) {
        self.newsroom = newsroom
        self.space = space
        try Self.verify(old, space, newsroom)
        guard old != new else { throw Problem("`\(new)` is its id already") }
        if let problem = RecordID.problem(new) {
            let suggestion = RecordID.suggestion(for: new)
            let advice = RecordID.problem(suggestion) == nil ? "; `\(suggestion)` is one" : ""
            throw Problem("`\(new)` is no id: \(problem)\(advice)")
        }
        let folded = RecordID.folded(new)
        guard !Self.ids(of: space, newsroom).contains(where: { RecordID.folded($0) == folded && $0 != old })
        else {
            throw Problem(
                "there is another \(space.word) `\(new)`; `assay merge \(space.word) \(old) \(new)` makes one of the two"
            )
        }
        let owner = newsroom.formerIDs.current(space, new)
        guard owner == new || owner == old else {
            throw Problem("`\(new)` was the id of the \(space.word) `\(owner)`, to which its address leads")
        }
        rename(old, to: new, formerly: newsroom.formerIDs.all(space, old), adding: [old])
        replacePlaces(of: old, with: new)
    }

    /// Plans to put one record in the place of another one that turned out to be the same.
    /// - Throws: when one of the two does not exist.
    package init(merging old: String, into other: String, in space: IDSpace, _ newsroom: Newsroom)
        throws(Problem)
    {
        self.newsroom = newsroom
        self.space = space
        try Self.verify(old, space, newsroom)
        try Self.verify(other, space, newsroom)
        guard old != other else { throw Problem("these are not two: both are `\(other)`") }
        let names = newsroom.formerIDs
        let known = names.all(space, other)
        // What was signed goes by the first id, which stays that of the one that is left.
        rename(
            other,
            to: other,
            formerly: known.isEmpty ? [other] : known,
            adding: names.all(space, old) + [old]
        )
        remove(old)
        replacePlaces(of: old, with: other)
    }

    private static func verify(_ id: String, _ space: IDSpace, _ newsroom: Newsroom) throws(Problem) {
        let known = ids(of: space, newsroom)
        if known.contains(id) { return }
        if let kind = space.kind, newsroom.unreadable.contains(RecordKey(kind, id)) {
            throw Problem("the file of the \(space.word) `\(id)` cannot be read; `assay check` says why")
        }
        let now = newsroom.formerIDs.current(space, id)
        if now != id { throw Problem("the \(space.word) `\(id)` is `\(now)` by now") }
        let help = Suggestion.help(for: id, among: known).map { "; " + $0 } ?? ""
        throw Problem("there is no \(space.word) `\(id)`\(help)")
    }

    private static func ids(of space: IDSpace, _ newsroom: Newsroom) -> [String] {
        switch space {
        case .record(let kind): newsroom.ids(of: kind)
        case .topic: newsroom.settings.topics.map(\.id)
        case .ruling: newsroom.settings.scale.all.map(\.id)
        }
    }

    // MARK: - Edits

    private mutating func add(_ edit: Edit, in file: SourceFile) {
        sources[file.path] = file
        if !edits.contains(edit) { edits.append(edit) }
    }

    private mutating func replacePlaces(of old: String, with new: String) {
        var seen: Set<SourceSpan> = []
        for place in newsroom.places(naming: old, in: space) {
            // What goes away with its record needs no other name.
            if edits.contains(.remove(place.file.path)) { continue }
            guard let range = place.range else {
                unclear.append(place.file.span(place.around))
                continue
            }
            guard seen.insert(place.file.span(range)).inserted else { continue }
            placeCount += 1
            add(place.file.edit(range, new), in: place.file)
        }
    }

    /// Gives the record's file its new name, and notes the ids that it had.
    private mutating func rename(_ old: String, to new: String, formerly: [String], adding ids: [String]) {
        var former = formerly
        for id in ids where !former.contains(id) { former.append(id) }
        switch space {
        case .record(let kind):
            guard let record = newsroom.record(RecordKey(kind, old)) else { return }
            let field = FormerField(record.file)
            if let edit = field.edit(writing: former) { add(edit, in: record.file) }
            let path = record.file.path
            if old != new, let slash = path.lastIndex(of: "/") {
                sources[path] = record.file
                edits.append(.move(from: path, to: path[...slash] + new + ".md"))
            }
        case .topic:
            guard let topic = newsroom.settings.topic(old) else { return }
            editEntry(topic.range, topic.formerly, old, new, former)
        case .ruling:
            guard let ruling = newsroom.settings.scale.ruling(old) else { return }
            editEntry(ruling.range, ruling.formerly, old, new, former)
        }
    }

    /// Changes an entry of the settings: its id, and the list of those that it had.
    private mutating func editEntry(
        _ range: Range<Int>,
        _ known: [Located<String>],
        _ old: String,
        _ new: String,
        _ former: [String]
    ) {
        let file = newsroom.settings.file
        guard let place = file.place(of: old, in: range) else {
            unclear.append(file.span(range))
            return
        }
        let missing = former.filter { id in !known.contains { $0.value == id } }
        if let last = known.last {
            if old != new { add(file.edit(place, new), in: file) }
            let end = file.place(of: last.value, in: last.range) ?? last.range
            if !missing.isEmpty {
                add(
                    file.edit(end.upperBound..<end.upperBound, ", " + missing.joined(separator: ", ")),
                    in: file
                )
            }
            return
        }
        let list = "formerly: [\(former.joined(separator: ", "))]"
        let line = file.lineRange(around: place.lowerBound)
        // The bytes of the whole value, quotation marks included.
        let end = max(range.upperBound, place.upperBound)
        if old != new { add(file.edit(place, new), in: file) }
        if file.bytes[line.lowerBound..<place.lowerBound].contains(UInt8(ascii: "{")) {
            add(file.edit(end..<end, ", " + list), in: file)
        } else {
            let lead = file.text(line.lowerBound..<place.lowerBound)
            let column = lead.prefix { $0 == " " || $0 == "-" }.count
            add(
                file.edit(
                    line.upperBound..<line.upperBound,
                    "\n" + String(repeating: " ", count: column) + list
                ),
                in: file
            )
        }
    }

    /// Takes away the record's file, or the entry of the settings.
    private mutating func remove(_ id: String) {
        let file = newsroom.settings.file
        switch space {
        case .record(let kind):
            guard let record = newsroom.record(RecordKey(kind, id)) else { return }
            sources[record.file.path] = record.file
            edits.append(.remove(record.file.path))
        case .topic:
            if let topic = newsroom.settings.topic(id) { removeEntry(topic.range, in: file) }
        case .ruling:
            if let ruling = newsroom.settings.scale.ruling(id) { removeEntry(ruling.range, in: file) }
        }
    }

    private mutating func removeEntry(_ range: Range<Int>, in file: SourceFile) {
        if let lines = ListLines(file).item(around: range.lowerBound) {
            add(file.edit(lines, ""), in: file)
        } else {
            unclear.append(file.span(range))
        }
    }
}

extension RenamePlan {
    /// A plan with the edits of another one, for things that are renamed together.
    package mutating func add(_ other: RenamePlan) {
        for edit in other.edits where !edits.contains(edit) { edits.append(edit) }
        sources.merge(other.sources) { first, _ in first }
        placeCount += other.placeCount
        unclear += other.unclear
    }

    /// Adds an edit of a file that is no record.
    package mutating func add(_ edit: Edit, of file: SourceFile?) {
        if let file { sources[file.path] = file }
        edits.append(edit)
    }
}

/// The field `formerly` in a record's front matter.
private struct FormerField {
    private let file: SourceFile

    init(_ file: SourceFile) { self.file = file }

    /// The edit that makes the field a list of ids; nil if it is that list, or the file has no front matter.
    func edit(writing ids: [String]) -> Edit? {
        guard let front = try? FrontMatter(file) else { return nil }
        let text = "formerly: [\(ids.joined(separator: ", "))]"
        let starts = file.index.lineStarts.filter { front.yaml.contains($0) }
        guard let start = starts.first(where: { file.bytes[$0...].starts(with: "formerly:".utf8) }) else {
            return file.edit(front.yaml.upperBound..<front.yaml.upperBound, text + "\n")
        }
        // Lines that go on with the field begin with a blank or a dash.
        var end = file.lineRange(around: start).upperBound
        for line in starts where line > start {
            guard let first = file.bytes[line...].first,
                first == UInt8(ascii: " ") || first == UInt8(ascii: "-")
            else {
                break
            }
            end = file.lineRange(around: line).upperBound
        }
        return file.text(start..<end) == text ? nil : file.edit(start..<end, text)
    }
}
