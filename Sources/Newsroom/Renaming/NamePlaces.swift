import Diagnostics
import Markdown

/// A place in a newsroom's files that names a record, a topic or a ruling.
package struct NamePlace: Sendable {
    /// The file.
    package let file: SourceFile
    /// The bytes of the id alone; nil if they cannot be told from others, so that only a person can change them.
    package let range: Range<Int>?
    /// The bytes of the whole citation, address or value.
    package let around: Range<Int>
}

extension Newsroom {
    /// All places that name something by an id, in the order of the files: fields, texts, and settings.
    ///
    /// Renaming, merging, and "find references" in editors go by this list.
    package func places(naming id: String, in space: IDSpace) -> [NamePlace] {
        let search = NameSearch(id: id, space: space)
        var places: [NamePlace] = []
        for kind in RecordKind.allCases {
            let table = table(of: kind)
            for place in 0..<table.count { places += search.places(in: table.record(at: place), self) }
        }
        return places + search.places(in: settings, self)
    }
}

/// A search for one id.
private struct NameSearch {
    let id: String
    let space: IDSpace

    func places(in record: any Record, _ newsroom: Newsroom) -> [NamePlace] {
        var places: [NamePlace] = []
        switch space {
        case .topic: places += values((record as? Claim)?.topics ?? [], in: record.file)
        case .ruling: places += values(rulings(of: record), in: record.file)
        case .record(let kind):
            for reference in record.references(in: newsroom)
            where reference.id == id && reference.canMean({ $0 == kind }) {
                // Of two kinds that may be meant, the usual one has the id if there is such a record.
                if reference.kind != kind, newsroom.contains(RecordKey(reference.kind, id)) { continue }
                places.append(place(around: reference.range, in: record.file))
            }
            places += textPlaces(in: record.file, record.body, kind, newsroom, isArticle: record is Article)
        }
        return places
    }

    private func rulings(of record: any Record) -> [Located<String>] {
        switch record {
        case let verdict as Verdict: [verdict.ruling] + verdict.parts.map(\.ruling)
        case let medium as Medium: [medium.mark].compactMap(\.self)
        default: []
        }
    }

    private func values(_ values: [Located<String>], in file: SourceFile) -> [NamePlace] {
        values.filter { $0.value == id }.map { place(around: $0.range, in: file) }
    }

    private func place(around range: Range<Int>, in file: SourceFile) -> NamePlace {
        NamePlace(file: file, range: file.place(ofID: id, in: range), around: range)
    }

    private func textPlaces(
        in file: SourceFile,
        _ body: Range<Int>,
        _ kind: RecordKind,
        _ newsroom: Newsroom,
        isArticle: Bool
    ) -> [NamePlace] {
        let body = body.clamped(to: file.bytes.indices)
        let isASCII = id.utf8.allSatisfy { $0 < 0x80 }
        // Other ids may stand percent-encoded in addresses.
        guard !isASCII || file.bytes[body].contains(Array(id.utf8)) else { return [] }
        let document = MarkdownDocument(file, range: body)
        // Articles are other people's words, so an `@name` in one is never a citation.
        return document.idPlaces(in: file, body) { isArticle ? nil : newsroom.cited($0) }
            .filter { $0.kind == kind && $0.id == id }
            .map { NamePlace(file: file, range: $0.range, around: $0.around) }
    }

    func places(in settings: SiteSettings, _ newsroom: Newsroom) -> [NamePlace] {
        let file = settings.file
        guard case .record(let kind) = space else { return [] }
        var values: [Located<String>] = []
        if kind == .profile { values.append(settings.publisher) }
        if kind == .page {
            values += settings.navigation
            for entry in settings.menu { if case .page(let page) = entry.target { values.append(page) } }
        }
        return self.values(values, in: file)
            + [settings.footer, settings.notice].compactMap(\.self).flatMap { text -> [NamePlace] in
                let found = textPlaces(
                    in: text.file,
                    text.file.bytes.indices,
                    kind,
                    newsroom,
                    isArticle: false
                )
                // The text is a copy of the field's value, in which places have other bytes.
                return found.map { place in
                    let typed = text.file.text(place.around)
                    let range = text.range.clamped(to: file.bytes.indices)
                    let whole = file.bytes[range].ranges(of: Array(typed.utf8))
                    let spot = whole.count == 1 ? whole.first.flatMap { file.place(ofID: id, in: $0) } : nil
                    return NamePlace(file: file, range: spot, around: range)
                }
            }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(_ wanted: [UInt8]) -> Bool { !wanted.isEmpty && firstRange(of: wanted) != nil }
}
