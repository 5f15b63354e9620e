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
