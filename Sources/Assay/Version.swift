import CBuild

/// Which Assay this is.
package enum Version {
    /// The version, as semver.org writes them. This line is the only place that has it: scripts read it here.
    package static let current = "0.1.0"

    /// The commit that a release was built from; nil in a build from source.
    package static let commit: String? = text(assay_build_commit())

    /// The version for people: `0.1.0 (commit 3f2a9c1d7e60)`.
    package static var description: String {
        guard let commit else { return "\(current) (built from source)" }
        return "\(current) (commit \(commit.prefix(12)))"
    }

    /// The web address of the repository that this program was released from; nil in a build from source.
    package static let repository: String? = text(assay_build_repository())

    /// The address below which the files of this release lie; nil in a build from source.
    package static let downloads: String? = text(assay_build_downloads())

    /// The web address of docs/rules.md as this program has it; nil in a build from source.
    package static let rulesPage: String? = repository.map { repository in
        "\(repository)/blob/\(commit ?? "v" + current)/docs/rules.md"
    }

    private static func text(_ pointer: UnsafePointer<CChar>?) -> String? {
        guard let pointer else { return nil }
        let text = String(cString: pointer)
        return text.isEmpty ? nil : text
    }
}
