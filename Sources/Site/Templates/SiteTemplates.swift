import Diagnostics
import Digests
import Editorial
import Mustache

/// The theme of a site: its templates, parsed, and the files that go out as they are.
public struct SiteTemplates: Sendable {
    /// The folder of the theme, both in the binary and in a newsroom.
    public static let folder = "templates/theme"

    /// The templates by name: `claim` is `claim.html`.
    public let library: TemplateLibrary
    /// Style sheets, in short, scripts and pictures, as they are, by file name.
    public let assets: [String: [UInt8]]
    private let sources: [String: SourceFile]

    /// Puts a theme together.
    ///
    /// - Parameters:
    ///   - theme: the files of the default theme by name: `claim.html`, `assay.css`.
    ///   - overrides: the newsroom's own files; each takes the place of the file of the same name, or is added.
    ///   - words: the words that pages will be made with, when they are known: what templates show of them is written
    ///     into the templates then, and not looked up for every page.
    public init(theme: [String: [UInt8]], overrides: [SourceFile] = [], words: Catalogue? = nil) {
        var files = Dictionary(
            uniqueKeysWithValues: theme.map { name, bytes in
                (name, SourceFile(path: "\(Self.folder)/\(name)", bytes: bytes))
            }
        )
        for file in overrides {
            let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
            files[name] = file
        }
        var templates: [String: SourceFile] = [:]
        var assets: [String: [UInt8]] = [:]
        for (name, file) in files {
            if name.hasSuffix(".html") {
                templates[String(name.dropLast(".html".count))] = file
            } else {
                assets[name] = name.hasSuffix(".css") ? CompactCSS.bytes(file.bytes) : file.bytes
            }
        }
        library = TemplateLibrary(
            templates,
            constants: words.map { ["words": .record($0.templateRecord)] } ?? [:]
        )
        self.assets = assets
        sources = templates
    }

    /// What a template and all that it includes are like; the same for any two templates that do not exist.
    func fingerprint(behind name: String) -> Fingerprint {
        var builder = FingerprintBuilder()
        for name in library.templates(behind: name) {
            builder.add(name)
            if let file = sources[name] { builder.add(Fingerprint(of: file.bytes)) }
        }
        return builder.fingerprint
    }

    /// What is wrong with the templates.
    public var diagnostics: [Diagnostic] { library.diagnostics }
}
