import DefaultTheme
import Diagnostics
import Files
import Site

/// The files of the default theme, which a newsroom can copy into its own folder and change.
package enum DefaultThemeFiles {
    /// The names of all files, sorted.
    package static var names: [String] { DefaultTheme.files.keys.sorted() }

    /// The names of the files that a newsroom has in their places.
    package static func replaced(in folder: FileTree) -> Set<String> {
        Set(names.filter { folder.exists(SiteTemplates.folder + "/" + $0) })
    }

    /// A file by its name, at its path in a newsroom; nil when the theme has none.
    ///
    ///     DefaultThemeFiles.file("claim.html")?.path  // templates/theme/claim.html
    package static func file(_ name: String) -> NewFiles.File? {
        DefaultTheme.files[name].map { NewFiles.File(path: SiteTemplates.folder + "/" + name, bytes: $0) }
    }

    /// What to do about a name that the theme does not have.
    package static func help(for name: String) -> String {
        Suggestion.help(for: name, among: names) ?? "`assay theme list` has all names"
    }

    /// Copies files into a newsroom; all or none, and never over a file that is there.
    package static func copy(_ files: [NewFiles.File], into folder: FileTree) throws(NewFilesProblem) {
        do throws(FileProblem) { try folder.verify(folder: SiteTemplates.folder) } catch {
            throw .file(SiteTemplates.folder, error)
        }
        try NewFiles.create(files, in: folder.root)
    }
}
