import Diagnostics

extension Source: DecodableRecord {
    init?(_ fields: inout FieldReader, id: String, file: SourceFile, body: Range<Int>) {
        let title = fields.text("title")
        let isTitleDescribed = fields.flag("title-described")
        let publisher = fields.text("publisher")
        let authors = fields.texts("authors")
        let published = fields.span("published")
        let accessed = fields.day("accessed")
        let url = fields.text("url")
        let alsoAt = fields.texts("also-at")
        let archived = fields.texts("archived")
        let sourceKind = fields.choice("kind", SourceKind.self)?.value
        let checked = fields.choice("checked", Checked.self)?.value
        let readIn = fields.texts("read-in")
        let derivedFrom = fields.texts("derived-from").map(EvidenceReference.init(lineage:))
        let status = fields.choice("status", Status.self)
        let language = fields.text("language")?.value
        let snapshot = fields.group("snapshot", owner: "a snapshot") { Snapshot(&$0) }
        guard let title, let publisher, let sourceKind, let checked else { return nil }
        self.init(
            id: id,
            file: file,
            body: body,
            title: title,
            isTitleDescribed: isTitleDescribed,
            publisher: publisher,
            authors: authors,
            published: published,
            accessed: accessed,
            url: url,
            alsoAt: alsoAt,
            archived: archived,
            sourceKind: sourceKind,
            checked: checked,
            readIn: readIn,
            derivedFrom: derivedFrom,
            status: status,
            language: language,
            snapshot: snapshot
        )
    }
}

extension EvidenceReference {
    /// Reads `id`, a source, or `article:id`.
    fileprivate init(lineage typed: Located<String>) {
        let prefix = "article:"
        if typed.value.hasPrefix(prefix) {
            let id = String(typed.value.dropFirst(prefix.count)).trimmed
            self = .article(Located(id, at: typed.range))
        } else {
            self = .source(typed)
        }
    }
}

extension Snapshot {
    fileprivate init?(_ fields: inout FieldReader) {
        let path = fields.text("file")
        let sha256 = fields.text("sha256")
        guard let path, let sha256 else { return nil }
        guard sha256.value.utf8.count == 64, sha256.value.utf8.allSatisfy(\.isHexadecimalDigit) else {
            fields.report(
                "wrong-type",
                "`sha256` is not a SHA-256 digest",
                at: sha256.range,
                help: "write 64 hexadecimal digits, as `sha256sum` prints them"
            )
            return nil
        }
        self.init(file: path, sha256: sha256)
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
            UInt8(ascii: "A")...UInt8(ascii: "F"):
            true
        default: false
        }
    }
}
