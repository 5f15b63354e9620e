import Diagnostics
import Importing

extension ColumnMap {
    private static let free = Judgement.free("it says how a table is read")

    /// The fields of a file that says what each column of a table is.
    private static let fields: [FieldDescription] =
        ColumnRole.allCases.map { role in
            FieldDescription(role.rawValue, .text, free, needed: role == .words, role.meaning)
        } + [
            .init("dates", .choice(of: LooseDate.Order.self), free, "the order of day and month in 3/4/2018"),
            .init("language-of-all", .text, free, "the language of all claims"),
            .init("publisher-of-all", .text, free, "who made all the rulings"),
        ]

    /// Decodes the file of a map.
    package static func decode(_ file: SourceFile) -> (map: ColumnMap?, diagnostics: [Diagnostic]) {
        FieldReader.decode(file, fields: fields, owner: "a map of columns") { fields in
            var columns: [ColumnRole: String] = [:]
            for role in ColumnRole.allCases { columns[role] = fields.text(role.rawValue)?.value }
            let order = fields.choice("dates", LooseDate.Order.self)?.value
            let language = fields.text("language-of-all")?.value
            let publisher = fields.text("publisher-of-all")?.value
            guard columns[.words] != nil else { return nil }
            return ColumnMap(columns: columns, order: order, language: language, publisher: publisher)
        }
    }
}

extension FieldReader {
    /// Decodes a file that is YAML from its beginning to its end.
    static func decode<Value>(
        _ file: SourceFile,
        fields: [FieldDescription],
        owner: String,
        _ read: (inout FieldReader) -> Value?
    ) -> (Value?, [Diagnostic]) {
        do throws(YAMLFailure) {
            let content = try YAMLReader(file: file, range: 0..<file.bytes.count).read()
            guard case .mapping(let mapping)? = content.root else {
                let needed = fields.filter(\.isNeeded).map { "`\($0.name)`" }.joined(separator: ", ")
                throw YAMLFailure(
                    diagnostic: Diagnostic(
                        rule: .missingField,
                        message: "the file has no fields",
                        span: file.startSpan,
                        help: "\(owner) needs \(needed)"
                    )
                )
            }
            var reader = FieldReader(mapping, fields: fields, content: content, file: file, owner: owner)
            let value = read(&reader)
            return (value, reader.diagnostics)
        } catch {
            return (nil, [error.diagnostic])
        }
    }
}
