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

    /// Whether the newsroom has templates of its own.
    var hasOwnTemplates: Bool {
        files.keys.contains { $0.hasPrefix(SiteTemplates.folder + "/") && $0.hasSuffix(".html") }
    }

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
        var misplaced: [Diagnostic] = []
        for file in overrides {
            let name = String(file.path.dropFirst(stringsFolder.count + 1))
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
            message: "this file is not read: words lie in `\(stringsFolder)/LANGUAGE.yaml`",
            span: file.startSpan,
            help: "name it `\(stringsFolder)/\(stem).yaml`, if `\(stem)` is its language"
        )
    }

    private static func missing(_ language: String, known: some Sequence<String>) -> Diagnostic {
        let languages = known.map { $0.hasSuffix(".yaml") ? String($0.dropLast(5)) : $0 }.sorted()
        return Diagnostic(
            rule: .missingWord,
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
        guard isOwnPlace(path) else {
            report(.leadsOut(of: "templates"), at: path)
            return []
        }
        for entry in folder.files(below: path, within: path) {
            do throws(FileProblem) {
                let file = SourceFile(
                    path: entry.path,
                    bytes: try folder.contents(of: entry, limit: Self.sizeLimit)
                )
                guard SiteTemplates.isText(entry.path) else {
                    files.append(file)
                    continue
                }
                switch FileIntake.accept(file, mayBeEmpty: true) {
                case .success(let text): files.append(text)
                case .failure(let failure):
                    diagnostics.append(failure.diagnostic)
                    read.append(file)
                }
            } catch {
                report(error, at: entry.path)
            }
        }
        read += files
        return files
    }

    /// Whether a folder is no link to where records lie: a theme goes out to readers as it is.
    private func isOwnPlace(_ path: String) -> Bool {
        guard let place = folder.place(of: path), place != path else { return true }
        let top = place.split(separator: "/").first.map(String.init)
        return top.map { !["content", "seeds"].contains($0) } ?? false
    }

    private mutating func report(_ problem: FileProblem, at path: String) {
        let known = FileIntake.diagnostic(for: problem, path: path)
        guard known.rule == .unreadableFile || known.rule == .fileTooLarge else {
            diagnostics.append(known)
            return
        }
        diagnostics.append(
            Diagnostic(
                rule: .unreadableFile,
                message: known.message,
                span: known.span,
                help: "look at its permissions, or delete it to use the default one"
            )
        )
    }
}
