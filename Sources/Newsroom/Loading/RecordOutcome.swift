import Diagnostics
import Files

/// What came of one file.
struct RecordOutcome: Sendable {
    /// What a file can hold.
    enum Content: Sendable {
        // Apart, because the settings are large, and there are many files of the other kinds.
        indirect case settings(SiteSettings?)
        case article(Article?)
        case claim(Claim?)
        case source(Source?)
        case verdict(Verdict?)
        case profile(Profile?)
        case page(StandingPage?)
        /// The file could not be read at all, or belongs to no kind.
        case nothing
    }

    let path: String
    /// The kind and id that the path says; nil for the settings and for paths of no kind.
    let key: RecordKey?
    let file: SourceFile?
    let content: Content
    let diagnostics: [Diagnostic]

    /// Whether there is something in the file that a site can be made from.
    var isUsable: Bool {
        switch content {
        case .settings(let settings): settings != nil
        case .article(let article): article != nil
        case .claim(let claim): claim != nil
        case .source(let source): source != nil
        case .verdict(let verdict): verdict != nil
        case .profile(let profile): profile != nil
        case .page(let page): page != nil
        case .nothing: false
        }
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
                content = .settings(settings)
                self.diagnostics = diagnostics
            } else {
                content = .nothing
                diagnostics = []
            }
            return
        }
        let decoded: (Content, [Diagnostic]) =
            switch key.kind {
            case .article: Self.decode(file, key.id, Content.article)
            case .claim: Self.decode(file, key.id, Content.claim)
            case .source: Self.decode(file, key.id, Content.source)
            case .verdict: Self.decode(file, key.id, Content.verdict)
            case .profile: Self.decode(file, key.id, Content.profile)
            case .page: Self.decode(file, key.id, Content.page)
            }
        content = decoded.0
        diagnostics = decoded.1
    }

    private static func decode<Element: DecodableRecord>(
        _ file: SourceFile,
        _ id: String,
        _ wrap: (Element?) -> Content
    ) -> (Content, [Diagnostic]) {
        let decoded = Element.decode(file, id: id)
        return (wrap(decoded.record), decoded.diagnostics)
    }
}
