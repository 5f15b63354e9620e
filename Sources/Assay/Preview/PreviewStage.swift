import Diagnostics
import Editorial
import Files
import Newsroom

/// Makes the states of a preview: links the files, reads the theme, and makes the site that is shown.
struct PreviewStage: Sendable {
    let includesDrafts: Bool
    /// Whether anyone looks at pages; without it there is never a proof.
    let showsPages: Bool
    /// The path at which the site is served; ends in `/`.
    let address: String

    /// The cache of one state for the next.
    struct Memory: Sendable {
        /// Raised whenever a file of the theme changes.
        var themeVersion = 0
        fileprivate var theme: PreviewTheme?
        fileprivate var editorial: EditorialState.Memory

        init(_ signatures: SignatureMemory, _ captures: CaptureMemory) {
            editorial = EditorialState.Memory(
                desk: nil,
                versions: VersionMemory(),
                signatures: signatures,
                captures: captures,
                media: MediaMemory()
            )
        }

        mutating func keep(_ state: State) {
            theme = state.theme
            editorial.desk = state.linked.lastUsable.desk
        }
    }

    /// Everything that is made from one version of the files.
    struct State: Sendable {
        let linked: LinkedNewsroom
        let theme: PreviewTheme
        let proof: Proof?
    }

    /// The state of files on a day.
    func state(
        of files: NewsroomFiles,
        in folder: FileTree,
        today: CalendarDate,
        after memory: Memory
    ) async -> State {
        let linked = await LinkedNewsroom(files, in: folder, after: memory.editorial)
        let shown = linked.lastUsable
        let theme = PreviewTheme.read(
            in: folder,
            language: shown.filed?.settings.language,
            version: memory.themeVersion,
            after: memory.theme
        )
        guard showsPages else { return State(linked: linked, theme: theme, proof: nil) }
        let edition = shown.edition(today: today, includingDrafts: includesDrafts)
        let proof = shown.filed.flatMap { newsroom in
            edition.map { Proof(newsroom, edition: $0, theme: theme.lastUsable, servedAt: address) }
        }
        return State(linked: linked, theme: theme, proof: proof)
    }
}

/// The theme of a preview, and the last one without mistakes.
struct PreviewTheme: Sendable {
    /// The theme as its files are now.
    let current: Theme
    /// The last one without mistakes.
    let lastUsable: Theme
    private let version: Int
    private let language: String?

    private init(_ current: Theme, language: String?, version: Int, after last: PreviewTheme?) {
        self.current = current
        lastUsable = current.diagnostics.hasErrors ? last?.lastUsable ?? current : current
        self.version = version
        self.language = language
    }

    /// The theme of a folder; the last one, if it is of the same version and language.
    fileprivate static func read(
        in folder: FileTree,
        language: String?,
        version: Int,
        after last: PreviewTheme?
    ) -> PreviewTheme {
        if let last, last.version == version, last.language == language { return last }
        let theme = Theme.read(from: folder, language: language)
        return PreviewTheme(theme, language: language, version: version, after: last)
    }
}
