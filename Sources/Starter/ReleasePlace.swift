/// Where a version of Assay is released: what the files for continuous integration and for editors name.
///
/// Only a released program knows its own place. In the files that another one writes, placeholders stand for it.
package struct ReleasePlace: Hashable, Sendable {
    /// The version: 1.2.3.
    package let version: String
    /// The web address of the repository: https://github.com/OWNER/NAME. Nil if unknown.
    package let repository: String?
    /// The address below which the files of the release lie. Nil if unknown.
    package let downloads: String?

    /// Describes a release.
    package init(version: String, repository: String? = nil, downloads: String? = nil) {
        self.version = version
        self.repository = repository
        self.downloads = downloads
    }

    /// The placeholder for the repository's owner, which no account on GitHub can be called.
    package static let unknownOwner = "OWNER--OF--ASSAY"

    /// The repository on GitHub, `OWNER/NAME`, whose workflow others call; with a placeholder if it is not there.
    package var project: String {
        let site = "https://github.com/"
        guard let repository, repository.hasPrefix(site) else { return "\(Self.unknownOwner)/assay" }
        return String(repository.dropFirst(site.count))
    }

    /// The address of the release's files; with a placeholder if it is unknown.
    package var files: String {
        downloads ?? "https://github.com/\(Self.unknownOwner)/assay/releases/download/v\(version)"
    }

    /// Whether files that name this release are to be completed.
    package var isIncomplete: Bool { project.hasPrefix(Self.unknownOwner) || downloads == nil }

    /// The address of a schema for editors; nil if the release is unknown.
    package func schema(_ subject: SchemaSubject) -> String? {
        downloads.map { "\($0)/\(FrontMatterSchema(subject).fileName)" }
    }
}
