import Diagnostics
import LanguageProtocol
import Markdown
import Newsroom

/// `textDocument/documentLink`, `foldingRange` and `inlayHint`.
enum DocumentParts {
    /// The longest title behind an id, in characters.
    private static let hintLength = 40

    /// Links from the ids in a document to the files of their records.
    static func links(_ question: Question) async throws -> JSONValue {
        guard let newsroom = await question.newsroom.moment().newsroom else { return [] }
        let places = question.places
        return .array(
            NamedThing.all(in: question.file, newsroom).compactMap { thing in
                guard case .record = thing.space, let place = newsroom.place(of: thing) else { return nil }
                return [
                    "range": question.json(thing.range),
                    "target": .string(places.address(of: place.file.path)),
                ]
            }
        )
    }

    /// The titles of records behind their ids.
    static func hints(_ question: Question) async throws -> JSONValue {
        guard let newsroom = await question.newsroom.moment().newsroom,
            let range = question.range
        else { return [] }
        return .array(
            NamedThing.all(in: question.file, newsroom).compactMap { thing in
                guard thing.range.meets(range), let title = newsroom.title(of: thing) else { return nil }
                let isLong = title.count > hintLength
                let shown = isLong ? title.prefix(hintLength - 1) + "…" : title
                return [
                    "position": question.file.position(of: thing.range.upperBound, question.client.encoding)
                        .json,
                    "label": .string(shown), "paddingLeft": true,
                ]
            }
        )
    }

    /// Front matter, its fields of several lines, and the sections of the text.
    static func folds(_ question: Question) async throws -> JSONValue {
        let file = question.file
        guard let lines = FieldLines(file) else { return [] }
        var folds: [(range: Range<Int>, isFront: Bool)] = []
        if file.path != SiteSettings.path { folds.append((0..<lines.yaml.upperBound, true)) }
        let fields = lines.lines.filter { $0.column == 0 && $0.name != nil && $0.dashes.isEmpty }
        for (place, field) in fields.enumerated() {
            let next = place + 1 < fields.count ? fields[place + 1].range.lowerBound : lines.yaml.upperBound
            folds.append((field.range.lowerBound..<next, false))
        }
        let headings = lines.body.isEmpty ? [] : MarkdownDocument(file, range: lines.body).headings
        for (place, heading) in headings.enumerated() {
            let next = headings[(place + 1)...].first { $0.level <= heading.level }
            let end = next?.range.lowerBound ?? file.bytes.count
            folds.append((heading.range.lowerBound..<max(heading.range.upperBound, end), false))
        }
        return .array(
            folds.compactMap { fold in
                let range = file.untilLastLine(fold.range)
                let first = file.index.line(of: range.lowerBound)
                let last = file.index.line(of: range.upperBound)
                guard last > first else { return nil }
                return .object([
                    "startLine": .integer(first), "endLine": .integer(last),
                    "kind": fold.isFront ? JSONValue.string("region") : Optional.none,
                ])
            }
        )
    }
}

extension Newsroom {
    /// The title, label or name of something; nil if there is no such thing.
    func title(of thing: NamedThing) -> String? {
        switch thing.space {
        case .record(let kind): record(RecordKey(kind, thing.id)).map { RecordCard($0).title }
        case .topic: settings.topic(thing.id)?.name
        case .ruling: settings.scale.ruling(thing.id)?.label
        }
    }
}
