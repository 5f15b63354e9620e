import Digests

/// What readers verify a site with.
extension Route {
    /// The list of all journals: how long each is and how it ends.
    public static let journals = Route(.data, file: ["journals.json"])
    /// The keys with which signatures are verified.
    public static let allowedSigners = Route(.data, file: ["allowed_signers"])
    /// The list of all files with their SHA-256.
    public static let manifest = Route(.data, file: ["manifest.sha256"])
    /// The signature of that list.
    public static let manifestSignature = Route(.data, file: ["manifest.sha256.sig"])

    /// A claim's journal.
    public static func journal(_ claim: String) -> Route { Route(.claims, file: [claim, journalName]) }
    /// A text that was put before readers.
    public static func version(of claim: String, _ digest: Digest) -> Route {
        Route(.claims, file: [claim, versions, digest.hexadecimal + jsonEnding])
    }

    /// The name of a claim's journal.
    public static let journalName = "journal.jsonl"
    /// The folder of a claim's texts.
    public static let versions = "versions"
}
