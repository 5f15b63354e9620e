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
        let themeFiles = intake.files(below: SiteTemplates.folder)
        let parts =
            wordFiles.isEmpty && themeFiles.isEmpty
            ? ThemeParts.standard(language: language ?? "en")
            : ThemeParts(language: language ?? "en", words: wordFiles, theme: themeFiles)
        var wordsFingerprint = FingerprintBuilder()
        wordsFingerprint.add(language)
        for file in wordFiles {
            wordsFingerprint.add(file.path)
            wordsFingerprint.add(Fingerprint(of: file.bytes))
        }
        return Theme(
            templates: parts.templates,
            words: parts.words,
            diagnostics: intake.diagnostics + parts.diagnostics,
            files: Dictionary(uniqueKeysWithValues: intake.read.map { ($0.path, $0) }),
            wordsFingerprint: wordsFingerprint.fingerprint
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
