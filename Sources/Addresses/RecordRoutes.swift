import Digests

/// What readers verify a site with.
extension Route {
    /// The list of all journals: how long each is and how it ends.
    package static let journals = Route(.data, file: ["journals.json"])
    /// The keys with which signatures are verified.
    package static let allowedSigners = Route(.data, file: ["allowed_signers"])
    /// The list of all files with their SHA-256.
    package static let manifest = Route(.data, file: ["manifest.sha256"])
    /// The signature of that list.
    package static let manifestSignature = Route(.data, file: ["manifest.sha256.sig"])

    /// A claim's journal.
    package static func journal(_ claim: String) -> Route { Route(.claims, file: [claim, journalName]) }
    /// A text that was put before readers.
    package static func version(of claim: String, _ digest: Digest) -> Route {
        Route(.claims, file: [claim, versions, digest.hexadecimal + jsonEnding])
    }

    /// The name of a claim's journal.
    package static let journalName = "journal.jsonl"
    /// The folder of a claim's texts.
    package static let versions = "versions"
}
