import Diagnostics
import Files
import Newsroom

/// The newsroom's work: each claim with its journal.
///
///     let desk = await Desk.load(newsroom, from: tree)
///     desk.claims["moon-landing"]?.state   // .inReview
package struct Desk: Sendable {
    /// The claims by id.
    package private(set) var claims: [String: DeskClaim]
    /// Findings about the journals' files and the file of keys, in the order of the files.
    package let diagnostics: [Diagnostic]
    /// The journals' files by path, with the file of keys if there are findings in it, for printers that quote lines.
    package let files: [String: SourceFile]

    /// The newsroom's keys; nil if there is no file of keys.
    let signers: AllowedSigners?
    private let newsroom: Newsroom
    private let journals: [JournalFile]

    /// Reads a newsroom's journals and verifies their signatures, in parallel.
    /// - Parameters:
    ///   - claim: the only claim whose journal is read; the others then count as claims without one.
    ///   - last: an earlier desk of the same folder, whose unchanged claims are reused.
    ///   - memory: the cache of valid signatures.
    package static func load(
        _ newsroom: Newsroom,
        from tree: FileTree,
        only claim: String? = nil,
        after last: Desk? = nil,
        remembering memory: SignatureMemory = SignatureMemory()
    ) async -> Desk {
        let path = claim.map(Journal.path)
        let entries = tree.files(below: Journal.folder).filter { path == nil || $0.path == path }
        let keys = (try? tree.contents(of: AllowedSigners.path, limit: AllowedSigners.sizeLimit)).map {
            SourceFile(path: AllowedSigners.path, bytes: $0)
        }
        let signers = keys.map { AllowedSigners($0.bytes, in: newsroom) }
        let known = last?.journals(usableIn: newsroom, signers) ?? [:]
        // Finds quotes article by article; otherwise each claim would search its articles anew.
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
        return await Desk(newsroom, read, verifier, keys: keys)
    }

    /// Makes a desk from journals in memory; their signatures count as unverified.
    package init(_ newsroom: Newsroom, journals: [Journal]) {
        self.init(newsroom, journals.map { JournalFile($0).judged(in: newsroom, nil) }, signers: nil)
    }

    /// Verifies the new journals, and folds each into its claim.
    private init(
        _ newsroom: Newsroom,
        _ read: [JournalFile],
        _ verifier: SignatureVerifier,
        keys: SourceFile?
    ) async {
        let new = read.indices.filter { read[$0].claim == nil && read[$0].journal != nil }
        let signatures = await verifier.verify(new.compactMap { read[$0].journal })
        let found = Dictionary(uniqueKeysWithValues: zip(new, signatures))
        let judged = await read.indices.map { $0 }.concurrentMap { place in
            found[place].map { read[place].judged(in: newsroom, $0) } ?? read[place]
        }
        self.init(newsroom, judged, signers: verifier.signers, keys: keys)
    }

    private init(
        _ newsroom: Newsroom,
        _ read: [JournalFile],
        signers: AllowedSigners?,
        keys: SourceFile? = nil
    ) {
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
        let keyFindings = keys.map { SignerFindings.all(in: $0) } ?? []
        diagnostics = (read.flatMap(\.diagnostics) + unverifiable + keyFindings).sorted()
        let readFiles = read.compactMap(\.file) + [keyFindings.isEmpty ? nil : keys].compactMap(\.self)
        files = Dictionary(readFiles.map { ($0.path, $0) }) { first, _ in first }
    }
}

extension Desk {
    /// The desk with some claims as their records are now; no journal is read again.
    package func updating(_ ids: Set<String>, in newsroom: Newsroom) -> Desk {
        var desk = self
        for id in ids {
            guard let claim = newsroom.claims[id] else {
                desk.claims[id] = nil
                continue
            }
            guard let known = claims[id] else {
                desk.claims[id] = DeskClaim(claim, Journal(of: id), in: newsroom, alwaysReadsText: false)
                continue
            }
            desk.claims[id] = DeskClaim(
                claim,
                known.journal,
                in: newsroom,
                known.signatures,
                alwaysReadsText: known.digest != nil
            )
        }
        return desk
    }

    /// The earlier journals that may be reused; none if the settings, the keys, or any article, source or profile
    /// changed.
    private func journals(usableIn newsroom: Newsroom, _ signers: AllowedSigners?) -> [String: JournalFile] {
        guard newsroom.settings.file == self.newsroom.settings.file, signers == self.signers,
            newsroom.formerIDs == self.newsroom.formerIDs,
            newsroom.articles.elementsEqual(self.newsroom.articles, by: ===),
            newsroom.sources.elementsEqual(self.newsroom.sources, by: ===),
            newsroom.profiles.elementsEqual(self.newsroom.profiles, by: ===)
        else { return [:] }
        return Dictionary(journals.map { ($0.path, $0) }) { first, _ in first }
    }
}

/// One file in the journals' folder, and the claim that it belongs to.
private struct JournalFile: Sendable {
    let path: String
    /// The file's stamp from before reading; nil without a file on disk.
    let stamp: FileStamp?
    /// The journal; nil if the file is none.
    let journal: Journal?
    /// The claim with its history; nil before `judged`, and for a journal without a claim.
    let claim: DeskClaim?
    let diagnostics: [Diagnostic]
    let file: SourceFile?

    init(_ entry: FileTree.Entry, _ tree: FileTree) {
        // The stamp comes first, so that a change during reading makes it stale.
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
            // An unreadable journal is a broken one: the claim must not pass for one without a journal.
            let problem = Diagnostic(
                rule: .unreadableFile,
                message: "the file cannot be read: \(error)",
                span: nothing.startSpan,
                help: FileIntake.remedy(for: error)
            )
            self.init(Journal(claim, unreadable: problem))
        }
    }

    init(_ journal: Journal, _ stamp: FileStamp? = nil) {
        self.init(journal, stamp, claim: nil, diagnostics: [])
    }

    /// The file with its claim and findings.
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
            journal.diagnostics + journal.timeFindings
            + desk.signatures.findings(in: journal, desk.history, newsroom.formerIDs)
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

    /// Whether the file, the claim and the verdict are unchanged.
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
