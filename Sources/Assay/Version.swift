/// Which Assay this is.
package enum Version {
    /// The version, as semver.org writes them.
    package static let current = "0.1.0"
}
