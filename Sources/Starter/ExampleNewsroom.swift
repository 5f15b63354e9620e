import Files
import Newsroom

/// The newsroom that `assay init` makes. It builds, and each of its example texts is a finding until it is
/// replaced.
package struct ExampleNewsroom: Sendable {
    /// The newsroom's name, as readers see it.
    package let name: String
    /// The release of Assay for continuous integration and editors.
    package let release: ReleasePlace

    /// The newsroom's time zone.
    package let timeZone: NewsroomTimeZone

    /// Describes a newsroom; `create(in:)` makes it.
    package init(name: String, release: ReleasePlace, timeZone: NewsroomTimeZone = .utc) {
        self.name = name
        self.release = release
        self.timeZone = timeZone
    }

    /// Makes all files in a folder, or none when one of the records or the settings exists.
    ///
    /// Other files that the folder has already, such as a README or a `.gitignore`, stay as they are.
    /// - Returns: the files that were not made, because their names are taken.
    @discardableResult
    package func create(in folder: String) throws(NewFilesProblem) -> [NewFiles.File] {
        let left = NewFiles.taken(among: files, in: folder).filter { !Self.isRecord($0.path) }
        try NewFiles.create(files.filter { !left.contains($0) }, in: folder)
        return left
    }

    private static func isRecord(_ path: String) -> Bool {
        path.hasPrefix("content/") || path.hasPrefix("seeds/")
    }

    /// The files with their paths in the newsroom's folder, sorted by path.
    package var files: [NewFiles.File] {
        let editors = EditorFiles(release)
        let own = Self.resources.map { path, bytes in
            let text = String(decoding: bytes, as: UTF8.self)
                .replacing(Self.projectMark, with: release.project)
                .replacing(Self.filesMark, with: release.files)
                .replacing(Self.schemaMark, with: editors.settingsSchema)
                .replacing(Self.versionMark, with: release.version)
                .replacing(Self.zoneMark, with: timeZone.name)
                .replacing(Self.nameMark, with: path.hasSuffix("README.md") ? name : YAMLText.scalar(name))
            return NewFiles.File(path: path, bytes: Array(text.utf8))
        }
        return (own + editors.schemas).sorted { $0.path < $1.path }
    }

    /// The placeholders for the newsroom and for the release of Assay in the embedded files.
    private static let nameMark = "NEWSROOM_NAME"
    private static let versionMark = "ASSAY_RELEASE"
    private static let projectMark = "ASSAY_PROJECT"
    private static let filesMark = "ASSAY_DOWNLOADS"
    private static let schemaMark = "ASSAY_SETTINGS_SCHEMA"
    private static let zoneMark = "NEWSROOM_ZONE"

    /// Every file of `Example/` by its path in the newsroom; a test compares the list with the folder.
    static let resources: [String: [UInt8]] = [
        ".gitattributes": PackageResources.gitattributes_txt,
        ".github/CODEOWNERS": PackageResources.codeowners_txt,
        ".github/workflows/site.yml": PackageResources.github_yml,
        ".gitignore": PackageResources.gitignore_txt,
        ".gitlab-ci.yml": PackageResources.gitlab_yml,
        ".helix/languages.toml": PackageResources.helix_toml,
        ".nvim.lua": PackageResources.nvim_lua,
        ".pre-commit-config.yaml": PackageResources.pre_commit_yaml,
        ".vscode/extensions.json": PackageResources.vscode_extensions_json,
        ".vscode/settings.json": PackageResources.vscode_settings_json,
        "README.md": PackageResources.newsroom_readme_md,
        "content/claims/example-lamps-replaced.md": PackageResources.claim_md,
        "content/pages/about.md": PackageResources.page_about_md,
        "content/pages/contact.md": PackageResources.page_contact_md,
        "content/pages/corrections.md": PackageResources.page_corrections_md,
        "content/pages/funding.md": PackageResources.page_funding_md,
        "content/pages/methodology.md": PackageResources.page_methodology_md,
        "content/pages/submit.md": PackageResources.page_submit_md,
        "content/profiles/example-reviewer.md": PackageResources.profile_reviewer_md,
        "content/profiles/example-writer.md": PackageResources.profile_writer_md,
        "content/profiles/examplewick-gazette.md": PackageResources.profile_gazette_md,
        "content/profiles/examplewick-lamp-office.md": PackageResources.profile_lamp_office_md,
        "content/profiles/newsroom.md": PackageResources.profile_newsroom_md,
        "content/site.yaml": PackageResources.site_yaml,
        "content/sources/example-council-minutes.md": PackageResources.source_minutes_md,
        "content/sources/example-lamp-inventory.md": PackageResources.source_inventory_md,
        "content/verdicts/example-lamps-replaced.md": PackageResources.verdict_md,
        "seeds/example-bridge-lamps.md": PackageResources.article_md,
    ]
}
