import Diagnostics
import Markdown
import Newsroom

/// What an id at a place names: a record, a topic or a ruling.
struct NamedThing: Hashable {
    /// What it names.
    let space: IDSpace
    /// The id that it has now.
    let id: String
    /// The bytes of the id in the document.
    let range: Range<Int>

    /// What the id at an offset of a document names; nil if there is none. The first line of a record's file stands for the record.
    static func at(_ offset: Int, in file: SourceFile, _ newsroom: Newsroom) -> NamedThing? {
        guard let lines = FieldLines(file) else { return nil }
        if let key = RecordKey(path: file.path), file.lineRange(around: 0).meets(offset..<offset) {
            return NamedThing(space: .record(key.kind), id: key.id, range: file.lineRange(around: 0))
        }
        if offset >= lines.body.lowerBound, !lines.body.isEmpty {
            return inText(file, lines.body, newsroom).first { $0.range.meets(offset..<offset) }
        }
        guard let cursor = FieldCursor(at: offset, in: lines), cursor.word.meets(offset..<offset) else {
            return nil
        }
        let typed = RecordID.normalised(file.text(cursor.word))
        if file.path == SiteSettings.path, cursor.name == "id", let space = cursor.declares {
            return NamedThing(space: space, id: typed, range: cursor.word)
        }
        guard let type = cursor.field?.type.element, !typed.isEmpty else { return nil }
        let space: IDSpace
        var range = cursor.word
        switch type {
        case .reference(let kind): space = .record(kind)
        case .topic: space = .topic
        case .ruling: space = .ruling
        case .lineage:
            let lead = "article:"
            guard typed.hasPrefix(lead) else {
                space = .record(.source)
                break
            }
            space = .record(.article)
            let blanks = typed.dropFirst(lead.count).prefix { $0 == " " }.count
            range = range.lowerBound + lead.utf8.count + blanks..<range.upperBound
        case .text where cursor.field?.name == "authors":
            // Authors of articles may be names, too.
            guard newsroom.contains(RecordKey(.profile, typed)) else { return nil }
            space = .record(.profile)
        default: return nil
        }
        let id = newsroom.formerIDs.current(space, RecordID.normalised(file.text(range)))
        return NamedThing(space: space, id: id, range: range)
    }

    /// What a document names: in its fields, if they are those of the linked record, and in its text.
    static func all(in file: SourceFile, _ newsroom: Newsroom) -> [NamedThing] {
        guard let key = RecordKey(path: file.path), let lines = FieldLines(file) else { return [] }
        var things = inText(file, lines.body, newsroom)
        if let record = newsroom.record(key), record.file.bytes == file.bytes {
            for reference in record.references(in: newsroom) {
                guard let range = file.place(ofID: reference.id, in: reference.range) else { continue }
                let kind =
                    reference.kinds.first { newsroom.contains(RecordKey($0, reference.id)) } ?? reference.kind
                things.append(NamedThing(space: .record(kind), id: reference.id, range: range))
            }
            var values: [(IDSpace, [Located<String>])] = []
            if let claim = record as? Claim { values.append((.topic, claim.topics)) }
            if let verdict = record as? Verdict {
                values.append((.ruling, [verdict.ruling] + verdict.parts.map(\.ruling)))
            }
            for (space, ids) in values {
                for id in ids {
                    guard let range = file.place(ofID: id.value, in: id.range) else { continue }
                    things.append(NamedThing(space: space, id: id.value, range: range))
                }
            }
        }
        return Set(things).sorted { ($0.range.lowerBound, $0.id) < ($1.range.lowerBound, $1.id) }
    }

    private static func inText(_ file: SourceFile, _ body: Range<Int>, _ newsroom: Newsroom) -> [NamedThing] {
        guard !body.isEmpty else { return [] }
        let isArticle = RecordKey(path: file.path)?.kind == .article
        // Articles are other people's words, so an `@name` in one is never a citation.
        return MarkdownDocument(file, range: body)
            .idPlaces(in: file, body) { isArticle ? nil : newsroom.cited($0) }
            .map { place in
                let space = IDSpace.record(place.kind)
                return NamedThing(
                    space: space,
                    id: newsroom.formerIDs.current(space, place.id),
                    range: place.range ?? place.around
                )
            }
    }
}

extension FieldCursor {
    /// What an `id` in the settings is the id of.
    fileprivate var declares: IDSpace? {
        switch path.last {
        case "topics": .topic
        case "rulings", "labels": .ruling
        default: nil
        }
    }
}

extension Newsroom {
    /// Where something stands that an id names: a record's file, or an entry of the settings.
    func place(of thing: NamedThing) -> (file: SourceFile, range: Range<Int>)? {
        switch thing.space {
        case .record(let kind): record(RecordKey(kind, thing.id)).map { ($0.file, 0..<0) }
        case .topic: settings.topic(thing.id).map { (settings.file, $0.range) }
        case .ruling: settings.scale.ruling(thing.id).map { (settings.file, $0.range) }
        }
    }
}
