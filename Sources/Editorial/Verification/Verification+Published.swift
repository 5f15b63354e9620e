import Diagnostics
import Digests
import Files
import Newsroom

extension Verification {
    /// Why a folder cannot be verified.
    public struct NotVerifiable: Error, CustomStringConvertible {
        /// Why, in one sentence without a full stop.
        public let description: String
    }

    /// Whether a folder holds a published site with journals.
    public static func isPublishedSite(_ tree: FileTree) -> Bool { tree.exists(PublishedFiles.list) }

    /// Whether a folder holds a published site in which there is no list of journals.
    public static func isSiteWithoutJournals(_ tree: FileTree) -> Bool {
        tree.exists(PublishedFiles.claims) && !isPublishedSite(tree)
    }

    /// Verifies a published site: journals, versions, signatures, and that the data and pages say what was approved.
    public static func run(published tree: FileTree) async throws(NotVerifiable) -> Verification {
        let site = try PublishedSite(tree)
        var verification = Verification()
        for entry in site.entries {
            guard let bytes = site.bytes(PublishedFiles.journal(of: entry.claim)) else {
                verification.add([site.missingJournal(entry)])
                continue
            }
            let path = PublishedFiles.journal(of: entry.claim)
            let journal = Journal(entry.claim, SourceFile(path: path, bytes: bytes))
            await verification.verify(
                journal,
                site.signers,
                site.signatures,
                needsVersion: \.putsBeforeReaders,
                version: { site.version(of: entry.claim, $0) }
            )
            if journal.isSound { verification.add(site.findings(entry, journal)) }
        }
        verification.add(site.strayJournals())
        return verification
    }
}

/// A published site, as far as it can be verified.
private struct PublishedSite {
    /// What the list of journals says of one.
    struct Entry {
        let claim: String
        let lineCount: Int
        let head: String
    }

    let tree: FileTree
    let entries: [Entry]
    let signers: AllowedSigners?
    let signatures: PolicySettings.Signatures
    private let claims: [String: JSONValue]

    private static let sizeLimit = 512 * 1024 * 1024

    init(_ tree: FileTree) throws(Verification.NotVerifiable) {
        self.tree = tree
        let list = try Self.document(PublishedFiles.list, tree)
        entries = (list["journals"]?.elements ?? []).compactMap { entry in
            guard let claim = entry["claim"]?.string, RecordID.problem(claim) == nil,
                case .integer(let count)? = entry["lines"], let head = entry["head"]?.string
            else { return nil }
            return Entry(claim: claim, lineCount: count, head: head)
        }
        guard entries.count == list["journals"]?.elements.count else {
            throw .init(description: "`\(PublishedFiles.list)` is not a list of journals as Assay writes it")
        }
        signatures = list["signatures"]?.string.flatMap(PolicySettings.Signatures.init) ?? .optional
        signers = Self.bytes(PublishedFiles.signers, tree).map { AllowedSigners(published: $0) }
        let data = try Self.document(PublishedFiles.claims, tree)
        claims = Dictionary(
            (data["claims"]?.elements ?? []).compactMap { claim in claim["id"]?.string.map { ($0, claim) } }
        ) { first, _ in first }
    }

    func bytes(_ path: String) -> [UInt8]? { Self.bytes(path, tree) }

    func version(of claim: String, _ digest: Digest) -> Result<[UInt8], VersionProblem> {
        let path = PublishedFiles.version(of: claim, digest)
        guard let bytes = bytes(path) else { return .failure(.missing(path)) }
        return Digest(of: bytes) == digest ? .success(bytes) : .failure(.changed(path))
    }

    func missingJournal(_ entry: Entry) -> Diagnostic {
        let path = PublishedFiles.journal(of: entry.claim)
        return JournalRule.missingJournal.diagnostic(
            "the journal `\(path)` is missing",
            at: SourceFile(path: path, bytes: []).startSpan,
            claim: entry.claim
        )
    }

    /// Whether journal, data and page say the same as the text that was approved.
    func findings(_ entry: Entry, _ journal: Journal) -> [Diagnostic] {
        guard journal.lines.count == entry.lineCount, journal.head?.hexadecimal == entry.head else {
            let message =
                "the journal has \(journal.lines.count) lines, and `\(PublishedFiles.list)` knows another end of it, after \(entry.lineCount)"
            return [
                JournalRule.missingJournal.diagnostic(message, at: journal.file.startSpan, claim: entry.claim)
            ]
        }
        let shown = claims[entry.claim]
        guard let publication = ClaimHistory(journal.lines).standing.publication else {
            return shown == nil
                ? [] : [changed(PublishedFiles.claims, entry, "it shows a verdict that was retracted")]
        }
        guard case .success(let bytes) = version(of: entry.claim, publication.digest),
            let text = JudgedText(reading: bytes)
        else { return [] }
        return dataFindings(entry, shown, text) + pageFindings(entry, text)
    }

    private func dataFindings(_ entry: Entry, _ shown: JSONValue?, _ text: JudgedText) -> [Diagnostic] {
        guard let shown, let verdict = shown["verdict"] else {
            return [changed(PublishedFiles.claims, entry, "the claim `\(entry.claim)` is not in it")]
        }
        let pairs = [
            ("statement", shown["statement"]?.string, text.statement),
            ("ruling", verdict["ruling"]?.string, text.ruling),
            ("title", verdict["title"]?.string, text.title),
            ("summary", verdict["summary"]?.string, text.summary),
        ]
        return pairs.filter { Self.folded($0.1 ?? "") != Self.folded($0.2) }.map { name, _, _ in
            changed(
                PublishedFiles.claims,
                entry,
                "its `\(name)` of `\(entry.claim)` is not the one that was approved"
            )
        }
    }

    private func pageFindings(_ entry: Entry, _ text: JudgedText) -> [Diagnostic] {
        let path = PublishedFiles.page(of: entry.claim)
        guard let page = bytes(path) else { return [changed(path, entry, "the page is missing")] }
        let shown = HTMLWords(page)
        let parts = [("claim", text.statement), ("title", text.title), ("short answer", text.summary)]
        return parts.filter { !shown.contains(Self.folded($0.1)) }.map { name, _ in
            changed(path, entry, "it does not show the \(name) that was approved")
        }
    }

    /// Journals that nobody lists: somebody put them there.
    func strayJournals() -> [Diagnostic] {
        let listed = Set(entries.map { PublishedFiles.journal(of: $0.claim) })
        return tree.files(below: "claims").map(\.path)
            .filter { $0.hasSuffix("/journal.jsonl") && !listed.contains($0) }
            .map { path in
                let entry = Entry(claim: "", lineCount: 0, head: "")
                return changed(path, entry, "`\(PublishedFiles.list)` does not know this journal")
            }
    }

    private func changed(_ path: String, _ entry: Entry, _ message: String) -> Diagnostic {
        JournalRule.changedPage.diagnostic(
            message,
            at: SourceFile(path: path, bytes: []).startSpan,
            claim: entry.claim
        )
    }

    private static func folded(_ text: String) -> String {
        text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
    }

    private static func bytes(_ path: String, _ tree: FileTree) -> [UInt8]? {
        try? tree.contents(of: path, limit: sizeLimit)
    }

    private static func document(
        _ path: String,
        _ tree: FileTree
    ) throws(Verification.NotVerifiable) -> JSONValue {
        guard let bytes = bytes(path, tree) else {
            throw .init(
                description: "`\(path)` is missing or cannot be read, so this is no site with journals"
            )
        }
        do throws(JSONProblem) { return try JSONValue(parsing: bytes) } catch {
            throw .init(description: "`\(path)` is not JSON: \(error.message)")
        }
    }
}
