import Diagnostics
import LanguageProtocol
import Markdown
import Newsroom

/// `textDocument/documentSymbol` and `workspace/symbol`: the headings of a text, and the records of a newsroom.
enum Symbols {
    /// The most records in an answer.
    private static let limit = 200

    /// The record with its fields and headings.
    static func answer(_ question: Question) async throws -> JSONValue {
        let file = question.file
        guard let lines = FieldLines(file) else { return [] }
        var symbols: [Symbol] = []
        let fields = lines.lines.filter { $0.column == 0 && $0.name != nil && $0.dashes.isEmpty }
        for (place, field) in fields.enumerated() {
            guard let name = field.name else { continue }
            let next = place + 1 < fields.count ? fields[place + 1].range.lowerBound : lines.yaml.upperBound
            symbols.append(
                Symbol(
                    name: file.text(name),
                    kind: 8,
                    level: 1,
                    range: file.untilLastLine(field.range.lowerBound..<next),
                    name
                )
            )
        }
        let headings = lines.body.isEmpty ? [] : MarkdownDocument(file, range: lines.body).headings
        for (place, heading) in headings.enumerated() {
            let next = headings[(place + 1)...].first { $0.level <= heading.level }
            let end = next?.range.lowerBound ?? file.bytes.count
            let range = heading.range.lowerBound..<max(heading.range.upperBound, end)
            symbols.append(
                Symbol(name: heading.text, kind: 15, level: heading.level, range: range, heading.range)
            )
        }
        guard question.client.takesSymbolTrees else {
            return .array(
                symbols.map { symbol in
                    [
                        "name": .string(symbol.shownName), "kind": .integer(symbol.kind),
                        "location": question.places.location(symbol.range, in: file),
                    ]
                }
            )
        }
        var rest = symbols[...]
        return .array(trees(&rest, above: 0, file, question.client.encoding))
    }

    private struct Symbol {
        let name: String
        let kind: Int
        let level: Int
        let range: Range<Int>
        let selection: Range<Int>

        init(name: String, kind: Int, level: Int, range: Range<Int>, _ selection: Range<Int>) {
            self.name = name
            self.kind = kind
            self.level = level
            self.range = range
            self.selection = selection
        }

        /// The name, which clients want to be no empty text.
        var shownName: String { name.isEmpty ? "…" : name }
    }

    /// The symbols from the first on that lie deeper than a level, each with those below it.
    private static func trees(
        _ rest: inout ArraySlice<Symbol>,
        above level: Int,
        _ file: SourceFile,
        _ encoding: PositionEncoding
    ) -> [JSONValue] {
        var found: [JSONValue] = []
        while let symbol = rest.first, symbol.level > level {
            rest = rest.dropFirst()
            let isHeading = symbol.kind == 15
            let inner = isHeading ? trees(&rest, above: symbol.level, file, encoding) : []
            found.append([
                "name": .string(symbol.shownName), "kind": .integer(symbol.kind),
                "range": file.json(symbol.range, encoding),
                "selectionRange": file.json(symbol.selection, encoding), "children": .array(inner),
            ])
        }
        return found
    }

    /// The records whose id or title has what was typed.
    static func ofWorkspace(_ question: WorkspaceQuestion) async throws -> JSONValue {
        let typed = (question.params["query"]?.string ?? "").utf8.map(Candidate.folded)
        var symbols: [JSONValue] = []
        for served in question.newsrooms {
            guard let newsroom = await served.moment().newsroom else { continue }
            let places = Places(served, question.documents, question.client.encoding)
            for kind in RecordKind.allCases {
                let table = newsroom.table(of: kind)
                for place in 0..<table.count where symbols.count < limit {
                    try Task.checkCancellation()
                    let record = table.record(at: place)
                    var candidate = Candidate(record.id, .reference)
                    candidate.words = RecordCard(record).title
                    guard candidate.matches(typed) else { continue }
                    symbols.append([
                        "name": .string("\(record.id): \(candidate.words)"), "kind": 1,
                        "containerName": .string(kind.rawValue),
                        "location": places.location(0..<0, in: record.file),
                    ])
                }
            }
        }
        return .array(symbols)
    }
}

extension SourceFile {
    /// A range of lines without the end of the last one.
    func untilLastLine(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound,
            bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r")
        {
            end -= 1
        }
        return range.lowerBound..<end
    }
}
