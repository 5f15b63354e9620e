import Diagnostics
import Encodings
import Markdown

/// A place in a text where an id names a record, and the bytes of that id.
package struct IDPlace: Hashable, Sendable {
    /// The kind of the record.
    package let kind: RecordKind
    /// The id, as links have it without percent-encoding.
    package let id: String
    /// The bytes of the id alone; nil if they cannot be told from others, or are written as escapes.
    package let range: Range<Int>?
    /// The bytes of the whole citation or address.
    package let around: Range<Int>
}

extension MarkdownDocument {
    /// The places where a text names records: citations, links and media.
    /// - Parameters:
    ///   - file: the text's file.
    ///   - body: the text in it.
    ///   - cites: the kind of record that a citation's id names; nil for a name that is no citation.
    package func idPlaces(in file: SourceFile, _ body: Range<Int>, cites: (String) -> RecordKind?)
        -> [IDPlace]
    {
        var places: [IDPlace] = []
        func add(_ kind: RecordKind, _ id: String, _ around: Range<Int>, isLink: Bool) {
            let encoded = PercentEncoding.component(id)
            let range: Range<Int>?
            if !isLink || file.text(around).hasPrefix(kind.addressWord + ":") {
                range = file.place(ofID: id, in: around) ?? file.place(ofID: encoded, in: around)
            } else {
                // The range is that of the link's line: its address stands in a definition.
                range =
                    file.definition(of: kind, id, in: body) ?? file.definition(of: kind, encoded, in: body)
            }
            places.append(IDPlace(kind: kind, id: RecordID.normalised(id), range: range, around: around))
        }
        for group in citationGroups(knowing: { cites(RecordID.normalised($0)) != nil }) {
            for citation in group.citations {
                guard let kind = cites(RecordID.normalised(citation.id)) else { continue }
                add(kind, citation.id, citation.range, isLink: false)
            }
        }
        for link in recordLinks + images.compactMap(\.medium) {
            guard let kind = RecordKind(rawValue: link.kind) else { continue }
            add(kind, link.id, link.range, isLink: true)
        }
        return places
    }
}

extension RecordKind {
    /// The word by which addresses in texts name records of the kind.
    package var addressWord: String { self == .medium ? "media" : rawValue }
}

extension SourceFile {
    /// The id in the definition of a link, `[words]: claim:id`, which stands apart from the link.
    fileprivate func definition(of kind: RecordKind, _ id: String, in body: Range<Int>) -> Range<Int>? {
        let wanted = Array("\(kind.addressWord):\(id)".utf8)
        for place in bytes[body.clamped(to: bytes.indices)].ranges(of: wanted) {
            let line = lineRange(around: place.lowerBound)
            let before = bytes[line.lowerBound..<place.lowerBound]
            let lead = before.reversed().drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "<") }
            guard lead.starts(with: [UInt8(ascii: ":"), UInt8(ascii: "]")]) else { continue }
            let range = place.upperBound - id.utf8.count..<place.upperBound
            if self.place(ofID: id, in: line).map({ $0 == range }) ?? false { return range }
        }
        return nil
    }
}

extension Newsroom {
    /// The kind of record that a citation names, by an id that it has or had.
    package func cited(_ id: String) -> RecordKind? {
        [RecordKind.source, .article].first { kind in
            contains(RecordKey(kind, id)) || formerIDs.isFormer(.record(kind), id)
        }
    }

    /// The text of a record with the first ids of all that it names; nil if that changes nothing.
    package func textWithIdentities(_ record: some Record) -> [UInt8]? {
        formerIDs.textWithIdentities(record.file, record.body, cites: cited)
    }
}

extension FormerIDs {
    /// A text with other ids where it names records that were renamed; nil if that changes nothing.
    private func rewriting(
        _ file: SourceFile,
        _ body: Range<Int>,
        cites: (String) -> RecordKind?,
        _ other: (RecordKind, String) -> String
    ) -> [UInt8]? {
        let body = body.clamped(to: file.bytes.indices)
        guard mayBeNamed(in: file.bytes[body]) else { return nil }
        let places = MarkdownDocument(file, range: body).idPlaces(in: file, body, cites: cites)
        var edits: [(range: Range<Int>, text: String)] = []
        for place in places {
            let new = other(place.kind, place.id)
            if new != place.id, let range = place.range, !edits.contains(where: { $0.range == range }) {
                edits.append((range, new))
            }
        }
        guard !edits.isEmpty else { return nil }
        var result: [UInt8] = []
        var end = body.lowerBound
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
        where edit.range.lowerBound >= end {
            result += file.bytes[end..<edit.range.lowerBound]
            result += edit.text.utf8
            end = edit.range.upperBound
        }
        return result + file.bytes[end..<body.upperBound]
    }

    /// The text of a record with the first ids of all that it names; nil if that changes nothing.
    func textWithIdentities(
        _ file: SourceFile,
        _ body: Range<Int>,
        cites: (String) -> RecordKind?
    ) -> [UInt8]? {
        rewriting(file, body, cites: cites) { identity(.record($0), $1) }
    }

    /// A text with the present ids of all that it names.
    /// - Parameter cites: the kind of record that a citation names, by its first id.
    package func textWithCurrentIDs(_ text: String, cites: (String) -> RecordKind?) -> String {
        guard !isEmpty else { return text }
        let file = SourceFile(path: "", text: text)
        return rewriting(file, 0..<file.bytes.count, cites: cites) { current(.record($0), $1) }
            .map { String(decoding: $0, as: UTF8.self) } ?? text
    }
}
