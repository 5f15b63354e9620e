import Diagnostics
import Files
import Newsroom

/// The newsroom's work: every claim with its journal.
public struct Desk: Sendable {
    /// The claims by id.
    public let claims: [String: DeskClaim]
    /// What is wrong with the journals' files, in the order of the files.
    public let diagnostics: [Diagnostic]
    /// The journals' files, for printers that show lines.
    public let files: [String: SourceFile]

    private let newsroom: Newsroom
    private let journals: [JournalFile]

    /// Reads the journals of a newsroom, on all cores.
    /// - Parameters:
    ///   - claim: read no journal but this claim's; every other claim then counts as without one.
    ///   - last: the desk of the same folder at an earlier time, from which is taken what nothing has changed about.
    public static func load(
        _ newsroom: Newsroom,
        from tree: FileTree,
        only claim: String? = nil,
        after last: Desk? = nil
    ) async -> Desk {
        let path = claim.map(Journal.path)
        let entries = tree.files(below: Journal.folder).filter { path == nil || $0.path == path }
        let known = last?.journals(usableIn: newsroom) ?? [:]
        // Without this, claims in one article would each read it for their own.
        if last == nil, claim == nil, !entries.isEmpty { await newsroom.quotes.find(in: newsroom) }
        let read = await entries.concurrentMap { entry in
            if let known = known[entry.path], known.isUpToDate(in: newsroom, tree) { return known }
            return JournalFile(entry, newsroom, tree)
        }
        return Desk(newsroom, read)
    }

    /// Puts a desk together from journals in memory.
    public init(_ newsroom: Newsroom, journals: [Journal]) {
        self.init(newsroom, journals.map { JournalFile($0, newsroom) })
    }

    private init(_ newsroom: Newsroom, _ read: [JournalFile]) {
        var claims: [String: DeskClaim] = [:]
        for file in read {
            if let claim = file.claim { claims[claim.claim.id] = claim }
        }
        for claim in newsroom.claims where claims[claim.id] == nil {
            claims[claim.id] = DeskClaim(claim, Journal(of: claim.id), in: newsroom, alwaysReadsText: false)
        }
        self.claims = claims
        self.newsroom = newsroom
        journals = read
        diagnostics = read.flatMap(\.diagnostics).sorted()
        files = Dictionary(read.compactMap(\.file).map { ($0.path, $0) }) { first, _ in first }
    }
}

extension Desk {
    /// The journals whose claims may stand where they stood, because what every claim may depend on is the same: the
    /// settings, and the records that claims and verdicts name.
    private func journals(usableIn newsroom: Newsroom) -> [String: JournalFile] {
        guard newsroom.settings.file == self.newsroom.settings.file,
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
    let claim: DeskClaim?
    let diagnostics: [Diagnostic]
    let file: SourceFile?

    init(_ entry: FileTree.Entry, _ newsroom: Newsroom, _ tree: FileTree) {
        // The stamp is taken first: a change while reading makes it old.
        let stamp = tree.stamp(of: entry.path)
        let nothing = SourceFile(path: entry.path, bytes: [])
        guard let claim = Self.claimID(entry.path) else {
            self.init(
                nothing,
                "unread-file",
                .warning,
                "the name of a journal is its claim's id and `.jsonl`",
                help: "move it away"
            )
            return
        }
        do throws(FileProblem) {
            let bytes = try tree.contents(of: entry, limit: Journal.sizeLimit)
            self.init(Journal(claim, SourceFile(path: entry.path, bytes: bytes)), newsroom, stamp)
        } catch {
            // The claim has a journal, whatever is in it: it must not pass for one without.
            let problem = Diagnostic(
                rule: "unreadable-file",
                severity: .error,
                message: "the file cannot be read: \(error)",
                span: nothing.startSpan,
                help: "look at its permissions, or restore it from git"
            )
            self.init(Journal(claim, unreadable: problem), newsroom)
        }
    }

    init(_ journal: Journal, _ newsroom: Newsroom, _ stamp: FileStamp? = nil) {
        path = journal.file.path
        self.stamp = stamp
        file = journal.file
        guard let claim = newsroom.claims[journal.claim] else {
            let isUnreadable = newsroom.unreadable.contains(RecordKey(.claim, journal.claim))
            self.claim = nil
            diagnostics = isUnreadable ? [] : [Self.stray(journal)]
            return
        }
        let desk = DeskClaim(claim, journal, in: newsroom)
        self.claim = desk
        diagnostics = journal.diagnostics + journal.timeFindings + desk.impossibleEvents
    }

    private init(
        _ file: SourceFile,
        _ rule: String,
        _ severity: Diagnostic.Severity,
        _ message: String,
        help: String
    ) {
        path = file.path
        stamp = nil
        claim = nil
        self.file = file
        diagnostics = [
            Diagnostic(rule: rule, severity: severity, message: message, span: file.startSpan, help: help)
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
            rule: JournalRule.broken.rawValue,
            severity: .error,
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

extension DeskClaim {
    /// Events that were not possible when they came. Those that came in through a merge are no mistake.
    var impossibleEvents: [Diagnostic] {
        history.refusals.sorted { $0.key < $1.key }.compactMap { index, refusal in
            guard journal.lines[index].mended == nil else { return nil }
            return JournalRule.impossibleEvent.diagnostic(
                "`\(journal.lines[index].event.kind.rawValue)` was not possible here: \(refusal.reason)",
                at: journal.span(ofLine: index),
                claim: claim.id
            )
        }
    }
}
