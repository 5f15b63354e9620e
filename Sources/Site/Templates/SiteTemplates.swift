import Diagnostics
import Digests
import Editorial
import Mustache

/// The theme of a site: its templates, parsed, and the files that go out as they are.
package struct SiteTemplates: Sendable {
    /// The folder of the theme, both in the binary and in a newsroom.
    package static let folder = "templates/theme"

    /// The templates by name: `claim` is `claim.html`.
    package let library: TemplateLibrary
    /// Style sheets, in short, scripts and pictures, as they are, by path below the theme's folder.
    package let assets: [String: [UInt8]]
    /// What is wrong with the theme.
    package let diagnostics: [Diagnostic]
    private let sources: [String: SourceFile]

    /// Puts a theme together.
    ///
    /// - Parameters:
    ///   - theme: the files of the default theme by name: `claim.html`, `assay.css`.
    ///   - overrides: the newsroom's own files; each takes the place of the file of the same path below the theme's folder, or is added.
    ///   - words: the words that pages will be made with, when they are known: what templates show of them is written
    ///     into the templates then, and not looked up for every page.
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
    }

    static let templateEnd = ".html"

    /// The path of a theme's file below its folder.
    static func name(of file: SourceFile) -> String {
        file.path.hasPrefix(folder + "/") ? String(file.path.dropFirst(folder.count + 1)) : file.path
    }

    /// Whether a file of a theme or of its words is text, which has to be UTF-8: pictures and typefaces are not.
    package static func isText(_ path: String) -> Bool {
        [templateEnd, ".yaml", ".css", ".js", ".svg", ".json", ".webmanifest"].contains(where: path.hasSuffix)
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
}
