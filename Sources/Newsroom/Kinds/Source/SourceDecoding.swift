import Diagnostics

extension EvidenceReference {
    /// Reads `id`, a source, or `article:id`.
    init(lineage typed: Located<String>) {
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
    init?(_ fields: inout FieldReader) {
        let path = fields.text("file")
        let sha256 = fields.text("sha256")
        guard let path, let sha256 else { return nil }
        guard sha256.value.utf8.count == 64, sha256.value.utf8.allSatisfy(\.isHexadecimalDigit) else {
            fields.report(
                .wrongType,
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
