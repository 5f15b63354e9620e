import DefaultTheme
import Diagnostics
import Digests
import Editorial
import Files
import Newsroom
import Site

/// The templates and words of a site: the default ones, with the newsroom's own files in their places.
struct Theme: Sendable {
    /// The templates and assets.
    let templates: SiteTemplates
    /// The words of the interface.
    let words: Catalogue
    /// What is wrong with them.
    let diagnostics: [Diagnostic]
    /// The files that were read from the newsroom, by path.
    let files: [String: SourceFile]
    /// What the words depend on, besides the program.
    let wordsFingerprint: Fingerprint

    /// The folder of the words in a newsroom.
    static let stringsFolder = "templates/strings"

    /// Puts the theme of a newsroom together.
    /// - Parameter language: the site's language; English where there are no settings.
    static func read(from folder: FileTree, language: String?) -> Theme {
        var intake = Intake(folder: folder)
        let wordFiles = intake.files(below: stringsFolder)
        let (words, wordFindings) = catalogue(language: language ?? "en", overrides: wordFiles)
        let templates = SiteTemplates(
            theme: DefaultTheme.files,
            overrides: intake.files(below: SiteTemplates.folder),
            words: words
        )
        var wordsFingerprint = FingerprintBuilder()
        wordsFingerprint.add(language)
        for file in wordFiles {
            wordsFingerprint.add(file.path)
            wordsFingerprint.add(Fingerprint(of: file.bytes))
        }
        return Theme(
            templates: templates,
            words: words,
            diagnostics: intake.diagnostics + templates.diagnostics + wordFindings,
            files: Dictionary(uniqueKeysWithValues: intake.read.map { ($0.path, $0) }),
            wordsFingerprint: wordsFingerprint.fingerprint
        )
    }

    /// The catalogue of a language. A region falls back to its language, a language without words to English.
    private static func catalogue(
        language: String,
        overrides: [SourceFile]
    ) -> (words: Catalogue, diagnostics: [Diagnostic]) {
        var files: [String: SourceFile] = [:]
        for (name, bytes) in DefaultTheme.strings {
            files[name] = SourceFile(path: "\(stringsFolder)/\(name)", bytes: bytes)
        }
        for file in overrides {
            files[String(file.path.split(separator: "/").last ?? "")] = file
        }
        guard let englishFile = files["en.yaml"] else {
            return (Catalogue.decode(SourceFile(path: "en.yaml", bytes: [])).catalogue, [])
        }
        let english = Catalogue.decode(englishFile)
        let primary = String(language.prefix { $0 != "-" }).lowercased()
        guard primary != "en" || files["\(language).yaml"] != nil else {
            return (english.catalogue, english.diagnostics)
        }
        guard let file = files["\(language).yaml"] ?? files["\(primary).yaml"] else {
            return (english.catalogue, english.diagnostics + [missing(language, known: files.keys)])
        }
        let own = Catalogue.decode(file, complement: english.catalogue)
        return (own.catalogue, english.diagnostics + own.diagnostics)
    }

    private static func missing(_ language: String, known: some Sequence<String>) -> Diagnostic {
        let languages = known.map { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : $0 }.sorted()
        return Diagnostic(
            rule: "missing-word",
            severity: .warning,
            message: "there are no words for the language `\(language)`, so pages show English ones",
            span: nil,
            notes: ["there are words for: \(languages.joined(separator: ", "))"],
            help: "write `\(stringsFolder)/\(language).yaml`, or change `language` in \(SiteSettings.path)"
        )
    }
}

/// Reads a newsroom's own templates and words.
private struct Intake {
    let folder: FileTree
    private(set) var read: [SourceFile] = []
    private(set) var diagnostics: [Diagnostic] = []

    private static let sizeLimit = 4 * 1024 * 1024

    init(folder: FileTree) { self.folder = folder }

    mutating func files(below path: String) -> [SourceFile] {
        var files: [SourceFile] = []
        for entry in folder.files(below: path) {
            do throws(FileProblem) {
                let bytes = try folder.contents(of: entry, limit: Self.sizeLimit)
                files.append(SourceFile(path: entry.path, bytes: bytes))
            } catch {
                diagnostics.append(
                    Diagnostic(
                        rule: "unreadable-file",
                        severity: .error,
                        message: "the file cannot be read: \(error)",
                        span: SourceFile(path: entry.path, bytes: []).startSpan,
                        help: "look at its permissions, or delete it to use the default one"
                    )
                )
            }
        }
        read += files
        return files
    }
}
