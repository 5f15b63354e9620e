import Diagnostics
import Files

/// Why a folder has no settings.
enum MissingSettings {
    /// Names that someone may have given the file, beside its folder's.
    private static let otherNames = [
        "content/site.yml", "content/Site.yaml", "content/site.yaml.md", "content/site.yaml.txt",
        "content/site.md", "content/site.json", "content/settings.yaml", "content/config.yaml", "site.yaml",
        "site.yml",
    ]

    /// The finding about a newsroom without settings.
    static func diagnostic(in tree: FileTree?) -> Diagnostic {
        if let tree {
            if tree.isFolder(SiteSettings.path) {
                return finding(
                    "`\(SiteSettings.path)` is a folder, and has to be the file of the settings",
                    at: SiteSettings.path,
                    help: "rename the folder, and put the settings into a file of that name"
                )
            }
            if let other = otherNames.first(where: { tree.entry(at: $0) != nil }) {
                return finding(
                    "there is no \(SiteSettings.path), and the settings are read from nowhere else",
                    at: other,
                    help: "if this file holds the settings, rename it to `\(SiteSettings.path)`"
                )
            }
        }
        return finding(
            "there is no \(SiteSettings.path), so this is not a newsroom's folder",
            at: nil,
            help: "change to the newsroom's folder or name it with `-C DIR`; `assay init DIR` makes a new one"
        )
    }

    private static func finding(_ message: String, at path: String?, help: String) -> Diagnostic {
        Diagnostic(
            rule: .missingSettings,
            message: message,
            span: path.map { SourceFile(path: $0, bytes: []).startSpan },
            help: help
        )
    }
}
