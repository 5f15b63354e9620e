import DefaultTheme
import Diagnostics
import Newsroom
import Site
import Synchronization

/// The compiled templates of a theme and its words, made from the default files and a newsroom's own ones.
struct ThemeParts: Sendable {
    /// The templates and assets.
    let templates: SiteTemplates
    /// The words of the interface.
    let words: Catalogue
    /// The findings in the files of both.
    let diagnostics: [Diagnostic]

    /// Compiles a theme.
    /// - Parameters:
    ///   - words: the newsroom's own files of words.
    ///   - theme: its own templates and assets.
    init(language: String, words wordFiles: [SourceFile], theme themeFiles: [SourceFile]) {
        let (words, wordFindings) = Self.catalogue(language: language, overrides: wordFiles)
        templates = SiteTemplates(theme: DefaultTheme.files, overrides: themeFiles, words: words)
        self.words = words
        diagnostics = templates.diagnostics + wordFindings
    }

    /// The theme of a newsroom that has no files of its own: compiled once in a process for each language.
    static func standard(language: String) -> ThemeParts {
        compiled.withLock { compiled in
            if let parts = compiled[language] { return parts }
            let parts = ThemeParts(language: language, words: [], theme: [])
            compiled[language] = parts
            return parts
        }
    }

    private static let compiled = Mutex<[String: ThemeParts]>([:])

    /// The catalogue of a language. A region falls back to its language, a language without words to English.
    private static func catalogue(
        language: String,
        overrides: [SourceFile]
    ) -> (words: Catalogue, diagnostics: [Diagnostic]) {
        var files: [String: SourceFile] = [:]
        for (name, bytes) in DefaultTheme.strings {
            files[name] = SourceFile(path: "\(Theme.stringsFolder)/\(name)", bytes: bytes)
        }
        var misplaced: [Diagnostic] = []
        for file in overrides {
            let name = String(file.path.dropFirst(Theme.stringsFolder.count + 1))
            if name.hasSuffix(".yaml"), !name.contains("/") {
                files[name] = file
            } else {
                misplaced.append(misplacedWords(file))
            }
        }
        guard let englishFile = files["en.yaml"] else {
            return (Catalogue.decode(SourceFile(path: "en.yaml", bytes: [])).catalogue, misplaced)
        }
        let english = english(englishFile)
        let findings = misplaced + english.diagnostics
        let primary = LanguageTag(language).language
        guard let file = files["\(language).yaml"] ?? files["\(primary).yaml"] else {
            return (english.catalogue, findings + [missing(language, known: files.keys)])
        }
        if file == englishFile { return (english.catalogue, findings) }
        let own = Catalogue.decode(file, complement: english.catalogue)
        return (own.catalogue, findings + own.diagnostics)
    }

    /// The English words; where a newsroom's own file of them lacks some, the default ones.
    private static func english(_ file: SourceFile) -> (catalogue: Catalogue, diagnostics: [Diagnostic]) {
        guard let bytes = DefaultTheme.strings["en.yaml"], bytes != file.bytes else {
            return Catalogue.decode(file)
        }
        let defaults = Catalogue.decode(SourceFile(path: file.path, bytes: bytes)).catalogue
        return Catalogue.decode(file, complement: defaults)
    }

    private static func misplacedWords(_ file: SourceFile) -> Diagnostic {
        let name = String(file.path.split(separator: "/").last ?? "")
        let stem = name.prefix { $0 != "." }
        return Diagnostic(
            rule: .misplacedFile,
            message: "this file is not read: words lie in `\(Theme.stringsFolder)/LANGUAGE.yaml`",
            span: file.startSpan,
            help: "name it `\(Theme.stringsFolder)/\(stem).yaml`, if `\(stem)` is its language"
        )
    }

    private static func missing(_ language: String, known: some Sequence<String>) -> Diagnostic {
        let languages = known.map { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : $0 }.sorted()
        return Diagnostic(
            rule: .missingWord,
            message: "there are no words for the language `\(language)`, so pages show English ones",
            span: nil,
            notes: ["there are words for: \(languages.joined(separator: ", "))"],
            help:
                "write `\(Theme.stringsFolder)/\(language).yaml`, or change `language` in \(SiteSettings.path)"
        )
    }
}
