import Addresses
import Diagnostics
import Digests
import Files
import Newsroom

/// A comparison of a published folder with its manifest, and of the manifest with its signature.
struct ManifestCheck: Sendable {
    /// Findings about files and about the signature.
    let diagnostics: [Diagnostic]
    /// Sentences about what is vouched for, and what is not.
    let notes: [String]
    /// Whether a known key signed the manifest, and all files match it.
    let isVouchedFor: Bool

    private static let listLimit = 50

    /// Compares the folder with its manifest.
    /// - Parameter isOwnKeys: whether the keys are the reader's own, and not the folder's.
    init(_ site: PublishedSite, isOwnKeys: Bool) async {
        guard let bytes = try? site.tree.contents(of: Route.manifest.path, limit: SiteManifest.sizeLimit)
        else {
            diagnostics = [
                Self.finding(Route.manifest.path, "the list of all files is missing, or cannot be read")
            ]
            notes = ["nothing says which files the site has: \(Route.manifest.path) is missing"]
            isVouchedFor = false
            return
        }
        guard let digests = SiteManifest.digests(bytes) else {
            diagnostics = [Self.finding(Route.manifest.path, "this is no list of files as Assay writes it")]
            notes = []
            isVouchedFor = false
            return
        }
        let differences = await Self.differences(digests, in: site.tree)
        let signature = await Self.signature(of: bytes, in: site, isOwnKeys: isOwnKeys)
        diagnostics = differences + signature.findings
        let files =
            differences.isEmpty ? "all \(digests.count) files are those of \(Route.manifest.path)" : nil
        notes = [files, signature.note].compactMap(\.self)
        isVouchedFor = signature.isGood && differences.isEmpty
    }

    /// Findings about files that are missing, changed, or not in the manifest.
    static func differences(_ digests: [String: Digest], in tree: FileTree) async -> [Diagnostic] {
        let listed = tree.files(below: "").filter {
            $0.path != Route.manifest.path && $0.path != Route.manifestSignature.path
        }
        let entries = listed + hidden(digests, beside: Set(listed.map(\.path)), in: tree)
        let found = await entries.concurrentMap { entry -> Diagnostic? in
            guard let expected = digests[entry.path] else {
                return finding(
                    entry.path,
                    "the build wrote no such file: it is not in \(Route.manifest.path)"
                )
            }
            guard let bytes = try? tree.contents(of: entry, limit: PublishedSite.sizeLimit) else {
                return finding(entry.path, "the file cannot be read")
            }
            return Digest(of: bytes) == expected
                ? nil : finding(entry.path, "the file is not the one that was built: its SHA-256 is another")
        }
        let present = Set(entries.map(\.path))
        let missing = digests.keys.filter { !present.contains($0) }.sorted().filter { !tree.exists($0) }
            .map { finding($0, "the file is missing: \(Route.manifest.path) lists it") }
        return found.compactMap(\.self) + missing
    }

    /// The hidden files that a manifest lists, such as those of `.well-known/`: listings of a folder leave them out.
    private static func hidden(
        _ digests: [String: Digest],
        beside listed: Set<String>,
        in tree: FileTree
    ) -> [FileTree.Entry] {
        digests.keys.filter { path in
            !listed.contains(path) && path.split(separator: "/").contains { $0.hasPrefix(".") }
                && tree.exists(path)
        }.map { FileTree.Entry(path: $0, problem: nil) }
    }

    private static func signature(
        of manifest: [UInt8],
        in site: PublishedSite,
        isOwnKeys: Bool
    ) async -> (findings: [Diagnostic], note: String, isGood: Bool) {
        guard let bytes = site.bytes(Route.manifestSignature.path) else {
            return (
                [],
                "the list of files is not signed: it shows what was damaged, and not who made the folder; `assay sign` signs it",
                false
            )
        }
        guard let now = JournalTime(secondsSinceEpoch: SystemClock.seconds()),
            let signature = SSHSignature(armoured: String(decoding: bytes, as: UTF8.self))
        else { return ([finding(Route.manifestSignature.path, "this is no SSH signature")], "", false) }
        let keys = isOwnKeys ? "the keys that were given" : Route.allowedSigners.path
        var problem = "the list of files is signed with a key that is not among \(keys)"
        for person in Set(site.signers?.signers(signature) ?? []).sorted() {
            switch await site.signers?.verify(signature, bytes, of: manifest, by: person, at: now) {
            case .verified: return ([], "the list of files is signed by `\(person)`, by \(keys)", true)
            case .invalid(let reason), .strangeKey(let reason), .unverifiable(let reason): problem = reason
            default: break
            }
        }
        // Even with an unknown key, a signature shows whether it is for this manifest.
        if signature.isSignature(of: manifest) == false {
            problem =
                "the signature is of another list of files: the folder was built again, or changed, since it was signed"
        } else if !isOwnKeys, site.signers?.signers(signature).isEmpty ?? true {
            return (
                [],
                "the list of files is signed with a key that the folder does not name: give the newsroom's keys with `--signers`",
                false
            )
        }
        return (
            [
                RuleID.badSignature.diagnostic(
                    problem,
                    at: SourceFile(path: Route.manifestSignature.path, bytes: []).startSpan,
                    claim: ""
                )
            ], "", false
        )
    }

    private static func finding(_ path: String, _ message: String) -> Diagnostic {
        PublishedSite.changed(path, message)
    }
}

extension AllowedSigners {
    /// Verifies a signature of bytes other than a journal line.
    fileprivate func verify(
        _ signature: SSHSignature,
        _ armoured: [UInt8],
        of message: [UInt8],
        by person: String,
        at time: JournalTime
    ) async -> LineSignature {
        if let outcome = outcome(signature, of: message, by: person, at: time) { return outcome }
        return await SSHKeygen.verify(
            String(decoding: armoured, as: UTF8.self),
            of: message,
            by: person,
            at: time,
            self
        )
    }
}
