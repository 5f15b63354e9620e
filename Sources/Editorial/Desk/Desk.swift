import Diagnostics
import Files
import Newsroom

/// The newsroom's work: every claim with its journal.
package struct Desk: Sendable {
    /// The claims by id.
    package let claims: [String: DeskClaim]
    /// What is wrong with the journals' files, in the order of the files.
    package let diagnostics: [Diagnostic]
    /// The journals' files, for printers that show lines.
    package let files: [String: SourceFile]

    /// The keys of those who sign; nil where the newsroom has none.
    let signers: AllowedSigners?
    private let newsroom: Newsroom
    private let journals: [JournalFile]

    /// Reads the journals of a newsroom and verifies their signatures, on all cores.
    /// - Parameters:
    ///   - claim: read no journal but this claim's; every other claim then counts as without one.
    ///   - last: the desk of the same folder at an earlier time, from which is taken what nothing has changed about.
    ///   - memory: the signatures that were verified before.
    package static func load(
        _ newsroom: Newsroom,
        from tree: FileTree,
        only claim: String? = nil,
        after last: Desk? = nil,
        remembering memory: SignatureMemory = SignatureMemory()
    ) async -> Desk {
        let path = claim.map(Journal.path)
        let entries = tree.files(below: Journal.folder).filter { path == nil || $0.path == path }
        let keys = try? tree.contents(of: AllowedSigners.path, limit: AllowedSigners.sizeLimit)
        let signers = keys.map { AllowedSigners($0, in: newsroom) }
        let known = last?.journals(usableIn: newsroom, signers) ?? [:]
        // Without this, claims in one article would each read it for their own.
        if last == nil, claim == nil, !entries.isEmpty { await newsroom.quotes.find(in: newsroom) }
        let read = await entries.concurrentMap { entry in
            if let known = known[entry.path], known.isUpToDate(in: newsroom, tree) { return known }
            return JournalFile(entry, tree)
        }
        let verifier = SignatureVerifier(
            signers: signers,
            policy: newsroom.settings.policy.signatures,
            memory: memory
        )
        return await Desk(newsroom, read, verifier)
    }

    /// Puts a desk together from journals in memory, whose signatures nobody has verified.
    package init(_ newsroom: Newsroom, journals: [Journal]) {
        self.init(newsroom, journals.map { JournalFile($0).judged(in: newsroom, nil) }, signers: nil)
    }

    /// Verifies the journals that are new, and finds out what they come to.
    private init(_ newsroom: Newsroom, _ read: [JournalFile], _ verifier: SignatureVerifier) async {
        let new = read.indices.filter { read[$0].claim == nil && read[$0].journal != nil }
        let signatures = await verifier.verify(new.compactMap { read[$0].journal })
        let found = Dictionary(uniqueKeysWithValues: zip(new, signatures))
        let judged = await read.indices.map { $0 }.concurrentMap { place in
            found[place].map { read[place].judged(in: newsroom, $0) } ?? read[place]
        }
        self.init(newsroom, judged, signers: verifier.signers)
    }

    private init(_ newsroom: Newsroom, _ read: [JournalFile], signers: AllowedSigners?) {
        var claims: [String: DeskClaim] = [:]
        for file in read {
            if let claim = file.claim { claims[claim.claim.id] = claim }
        }
        for claim in newsroom.claims where claims[claim.id] == nil {
            claims[claim.id] = DeskClaim(claim, Journal(of: claim.id), in: newsroom, alwaysReadsText: false)
        }
        self.claims = claims
        self.newsroom = newsroom
        self.signers = signers
        journals = read
        let unverifiable = JournalSignatures.unverifiableFindings(
            signers == nil
                ? [] : read.compactMap(\.claim).map { (journal: $0.journal, signatures: $0.signatures) }
        )
        diagnostics = (read.flatMap(\.diagnostics) + unverifiable).sorted()
        files = Dictionary(read.compactMap(\.file).map { ($0.path, $0) }) { first, _ in first }
    }
}

extension Desk {
    /// The journals whose claims may stand where they stood, because what every claim may depend on is the same: the
    /// settings, the keys, and the records that claims and verdicts name.
    private func journals(usableIn newsroom: Newsroom, _ signers: AllowedSigners?) -> [String: JournalFile] {
        guard newsroom.settings.file == self.newsroom.settings.file, signers == self.signers,
            newsroom.articles.elementsEqual(self.newsroom.articles, by: ===),
            newsroom.sources.elementsEqual(self.newsroom.sources, by: ===),
            newsroom.profiles.elementsEqual(self.newsroom.profiles, by: ===)
        else { return [:] }
        return Dictionary(journals.map { ($0.path, $0) }) { first, _ in first }
    }
}

/// What came of one file in the journals' folder.
private struct JournalFile: Sendable {
    let path: String
    /// The file's state when it was read; nil for one that is not on a disk.
    let stamp: FileStamp?
    /// nil for a file that is no journal.
    let journal: Journal?
    /// nil for a journal that nobody has looked into yet, and for one without a claim.
    let claim: DeskClaim?
    let diagnostics: [Diagnostic]
    let file: SourceFile?

    init(_ entry: FileTree.Entry, _ tree: FileTree) {
        // The stamp is taken first: a change while reading makes it old.
        let stamp = tree.stamp(of: entry.path)
        let nothing = SourceFile(path: entry.path, bytes: [])
        guard let claim = Self.claimID(entry.path) else {
            self.init(
                nothing,
                .unreadFile,
                "the name of a journal is its claim's id and `.jsonl`",
                help: "move it away"
            )
            return
        }
        do throws(FileProblem) {
            let bytes = try tree.contents(of: entry, limit: Journal.sizeLimit)
            self.init(Journal(claim, SourceFile(path: entry.path, bytes: bytes)), stamp)
        } catch {
            // The claim has a journal, whatever is in it: it must not pass for one without.
            let problem = Diagnostic(
                rule: .unreadableFile,
                message: "the file cannot be read: \(error)",
                span: nothing.startSpan,
                help: "look at its permissions, or restore it from git"
            )
            self.init(Journal(claim, unreadable: problem))
        }
    }

    init(_ journal: Journal, _ stamp: FileStamp? = nil) {
        self.init(journal, stamp, claim: nil, diagnostics: [])
    }

    /// The file with what its journal comes to.
    func judged(in newsroom: Newsroom, _ signatures: JournalSignatures?) -> JournalFile {
        guard let journal else { return self }
        guard let claim = newsroom.claims[journal.claim] else {
            let isUnreadable = newsroom.unreadable.contains(RecordKey(.claim, journal.claim))
            return JournalFile(
                journal,
                stamp,
                claim: nil,
                diagnostics: isUnreadable ? [] : [Self.stray(journal)]
            )
        }
        let desk = DeskClaim(claim, journal, in: newsroom, signatures)
        let found =
            journal.diagnostics + journal.timeFindings + desk.signatures.findings(in: journal, desk.history)
        return JournalFile(journal, stamp, claim: desk, diagnostics: found)
    }

    private init(_ journal: Journal, _ stamp: FileStamp?, claim: DeskClaim?, diagnostics: [Diagnostic]) {
        path = journal.file.path
        self.stamp = stamp
        self.journal = journal
        self.claim = claim
        self.diagnostics = diagnostics
        file = journal.file
    }

    private init(
        _ file: SourceFile,
        _ rule: RuleID,
        _ message: String,
        help: String
    ) {
        path = file.path
        stamp = nil
        journal = nil
        claim = nil
        self.file = file
        diagnostics = [
            Diagnostic(rule: rule, message: message, span: file.startSpan, help: help)
        ]
    }

    /// Whether neither the file nor what its claim says now has changed since.
    func isUpToDate(in newsroom: Newsroom, _ tree: FileTree) -> Bool {
        guard let claim, let stamp, let current = newsroom.claims[claim.claim.id], current === claim.claim,
            newsroom.verdict(on: current) === claim.verdict
        else { return false }
        return stamp == tree.stamp(of: path)
    }

    private static func stray(_ journal: Journal) -> Diagnostic {
        Diagnostic(
            rule: .brokenJournal,
            message: "this is the journal of the claim `\(journal.claim)`, and there is no such claim",
            span: journal.file.startSpan,
            help:
                "give the claim its file back; a claim whose verdict was published is retracted, not deleted"
        )
    }

    private static func claimID(_ path: String) -> String? {
        guard path.hasPrefix(Journal.folder + "/"), path.hasSuffix(".jsonl") else { return nil }
        let name = path.dropFirst(Journal.folder.utf8.count + 1).dropLast(6)
        return name.contains("/") || name.isEmpty ? nil : RecordID.normalised(String(name))
    }
}
