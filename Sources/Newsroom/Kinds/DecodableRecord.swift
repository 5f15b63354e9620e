import Diagnostics

/// A record that can be read from a file.
protocol DecodableRecord: Record {
    /// Reads the fields; nil when one is missing or wrong without which there is no record.
    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>)
}

/// What decoding a file gave.
struct Decoded<Element: Record>: Sendable {
    /// The record, if enough of it could be read.
    let record: Element?
    /// The ids that it had before.
    var formerly: [Located<String>] = []
    /// What is wrong with the file.
    let diagnostics: [Diagnostic]
}

extension DecodableRecord {
    /// Decodes a file: front matter, YAML, fields.
    static func decode(_ file: SourceFile, id: String) -> Decoded<Self> {
        do throws(YAMLFailure) {
            let parts = try FrontMatter(file)
            let content = try YAMLReader(file: file, range: parts.yaml).read()
            guard case .mapping(let mapping)? = content.root else {
                throw Self.emptyFailure(file, parts.yaml)
            }
            let owner = "\(kind.article) \(kind.rawValue)"
            var reader = FieldReader(mapping, fields: fields, content: content, file: file, owner: owner)
            let record = Self(&reader, id: id, file: file, body: parts.body)
            let formerly = reader.formerIDs()
            return Decoded(record: record, formerly: formerly, diagnostics: reader.diagnostics)
        } catch {
            return Decoded(record: nil, diagnostics: [error.diagnostic])
        }
    }

    /// The table of those records of a newsroom that are of this kind.
    static func table(of records: [any Record]) -> any RecordTable {
        Table(records.compactMap { $0 as? Self })
    }

    private static func emptyFailure(_ file: SourceFile, _ range: Range<Int>) -> YAMLFailure {
        let needed = fields.filter(\.isNeeded).map { "`\($0.name)`" }
        return YAMLFailure(
            diagnostic: Diagnostic(
                rule: .missingField,
                message: "the front matter has no fields",
                span: file.span(range.lowerBound..<range.lowerBound),
                help: "\(kind.article) \(kind.rawValue) needs \(needed.joined(separator: ", "))"
            )
        )
    }
}
