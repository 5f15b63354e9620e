import Diagnostics
import Digests
import Editorial
import Mustache

/// The theme of a site: its parsed templates and its assets.
package struct SiteTemplates: Sendable {
    /// The theme's folder, in a newsroom and in messages about the default theme.
    package static let folder = "templates/theme"

    /// The templates by name: `claim` is `claim.html`.
    package let library: TemplateLibrary
    /// The minified style sheets and the unchanged scripts and pictures, by path below the theme's folder.
    package let assets: [String: [UInt8]]
    /// The diagnostics of parsing the templates and of the files' names.
    package let diagnostics: [Diagnostic]
    private let sources: [String: SourceFile]

    /// Builds a theme from the default files and the newsroom's own.
    ///
    /// - Parameters:
    ///   - theme: the files of the default theme by name: `claim.html`, `assay.css`.
    ///   - overrides: the newsroom's own files. Each replaces the default file of the same path, or is added.
    ///   - words: the catalogue of the pages, if known. Its words are then put into the parsed templates once, and not
    ///     looked up for every page.
    package init(theme: [String: [UInt8]], overrides: [SourceFile] = [], words: Catalogue? = nil) {
        var files = Dictionary(
            uniqueKeysWithValues: theme.map { name, bytes in
                (name, SourceFile(path: "\(Self.folder)/\(name)", bytes: bytes))
            }
        )
        for file in overrides { files[Self.name(of: file)] = file }
        var templates: [String: SourceFile] = [:]
        var assets: [String: [UInt8]] = [:]
        for (name, file) in files {
            if name.hasSuffix(Self.templateEnd) {
                templates[String(name.dropLast(Self.templateEnd.count))] = file
            } else if ShareCards.templates.contains(name) {
                templates[name] = file
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
        let own = overrides.filter { theme[Self.name(of: $0)] == nil }
        diagnostics =
            library.diagnostics + ThemeFiles.collisions(among: files)
            + ThemeFiles.unused(own, among: theme.keys, library)
            + ThemeFiles.misnamed(own, among: theme.keys)
    }

    static let templateEnd = ".html"

    /// A file's path below the theme's folder.
    static func name(of file: SourceFile) -> String {
        file.path.hasPrefix(folder + "/") ? String(file.path.dropFirst(folder.count + 1)) : file.path
    }

    /// Whether a theme's file is text by its ending, and so has to be UTF-8; pictures and fonts are not.
    package static func isText(_ path: String) -> Bool {
        [templateEnd, ".yaml", ".css", ".js", ".svg", ".json", ".webmanifest"].contains(where: path.hasSuffix)
    }

    /// The hash of a template and of all templates that it includes. Missing templates add their names only.
    func fingerprint(behind name: String) -> Fingerprint {
        var builder = FingerprintBuilder()
        for name in library.templates(behind: name) {
            builder.add(name)
            if let file = sources[name] { builder.add(Fingerprint(of: file.bytes)) }
        }
        return builder.fingerprint
    }
}
