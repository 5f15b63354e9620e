/// Which Assay this is.
public enum Version {
    /// The version, as semver.org writes them.
    public static let current = "0.1.0"
}
