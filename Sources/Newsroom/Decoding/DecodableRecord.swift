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
            var reader = FieldReader(
                mapping,
                fields: Schemas.fields(of: kind),
                content: content,
                file: file,
                owner: owner
            )
            let record = Self(&reader, id: id, file: file, body: parts.body)
            return Decoded(record: record, diagnostics: reader.diagnostics)
        } catch {
            return Decoded(record: nil, diagnostics: [error.diagnostic])
        }
    }

    private static func emptyFailure(_ file: SourceFile, _ range: Range<Int>) -> YAMLFailure {
        let needed = Schemas.fields(of: kind).filter(\.isNeeded).map { "`\($0.name)`" }
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

extension RecordKind {
    /// The indefinite article before the kind's word.
    package var article: String { self == .article ? "an" : "a" }
}
