import Diagnostics
import Files

/// What came of one file.
struct RecordOutcome: Sendable {
    /// What a file holds.
    enum Content: Sendable {
        // Apart, because the settings are large, and there are many files of the other kinds.
        indirect case settings(SiteSettings)
        case record(any Record)
        /// The file could not be read, lacks what it cannot do without, or belongs to no kind.
        case nothing
    }

    let path: String
    /// The kind and id that the path says; nil for the settings and for paths of no kind.
    let key: RecordKey?
    let file: SourceFile?
    let content: Content
    /// The ids that the record had before.
    private(set) var formerly: [Located<String>] = []
    let diagnostics: [Diagnostic]

    /// Whether there is something in the file that a site can be made from.
    var isUsable: Bool {
        if case .nothing = content { false } else { true }
    }

    /// Reads and decodes a file.
    init(reading entry: FileTree.Entry, from tree: FileTree) {
        switch FileIntake.read(entry, from: tree) {
        case .success(let file): self.init(decoding: file)
        case .failure(let failure): self.init(path: entry.path, failure: failure)
        }
    }

    init(path: String, failure: FileIntake.Failure) {
        self.path = path
        key = RecordKey(path: path)
        file = failure.file
        content = .nothing
        diagnostics = [failure.diagnostic]
    }

    init(decoding file: SourceFile) {
        path = file.path
        self.file = file
        key = RecordKey(path: file.path)
        guard let key else {
            if file.path == SiteSettings.path {
                let (settings, diagnostics) = SiteSettings.decode(file)
                content = settings.map(Content.settings) ?? .nothing
                self.diagnostics = diagnostics
            } else {
                content = .nothing
                diagnostics = []
            }
            return
        }
        (content, formerly, diagnostics) = Self.decode(file, key.id, key.kind.decodableType)
    }

    private static func decode<Element: DecodableRecord>(
        _ file: SourceFile,
        _ id: String,
        _ type: Element.Type
    ) -> (Content, [Located<String>], [Diagnostic]) {
        let decoded = type.decode(file, id: id)
        return (decoded.record.map { Content.record($0) } ?? .nothing, decoded.formerly, decoded.diagnostics)
    }
}
