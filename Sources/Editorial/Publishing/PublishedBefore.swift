import Addresses
import Diagnostics
import Digests
import Files
import Newsroom

/// The state of the site in the output folder, against which the next build is checked so that nothing published
/// vanishes in silence.
///
///     let before = PublishedBefore(site)   // _site as the last build left it
///     before.findings(desk, newsroom)      // journals that are gone, or end earlier
package struct PublishedBefore: Sendable {
    /// The ids of the claims that have a page.
    package let claims: Set<String>
    /// The journals, each with its length at that time.
    package let journals: [PublishedJournal]

    /// A journal's length when it was published.
    package struct PublishedJournal: Hashable, Sendable {
        /// The claim's id.
        package let claim: String
        /// The number of lines.
        package let lineCount: Int
        /// The digest of the last line.
        package let head: Digest
    }

    private static let sizeLimit = 512 * 1024 * 1024

    /// An empty site.
    package static let nothing = PublishedBefore(claims: [], journals: [])

    private init(claims: Set<String>, journals: [PublishedJournal]) {
        self.claims = claims
        self.journals = journals
    }

    /// Reads a site; a missing folder counts as an empty site.
    package init(_ site: FileTree) {
        claims = Set(
            site.folderNames(in: SiteFolder.claims.rawValue).filter { site.exists(Route.claim($0).path) }
        )
        let list = (try? site.contents(of: Route.journals.path, limit: Self.sizeLimit))
            .flatMap { try? JSONValue(parsing: $0) }
        journals = (list?["journals"]?.elements ?? []).compactMap { entry in
            guard let claim = entry["claim"]?.string, RecordID.problem(claim) == nil,
                case .integer(let count)? = entry["lines"], count > 0,
                let head = entry["head"]?.string.flatMap({ Digest($0) })
            else { return nil }
            return PublishedJournal(claim: claim, lineCount: count, head: head)
        }
    }

    /// Findings about journals that lost lines which the site shows.
    package func findings(_ desk: Desk, _ newsroom: Newsroom) -> [Diagnostic] {
        journals.compactMap { published in
            let path = Journal.path(of: published.claim)
            let place = SourceFile(path: path, bytes: []).startSpan
            guard let file = desk.files[path], !file.bytes.isEmpty else {
                if desk.cannotReadJournal(of: published.claim) { return nil }
                // Renamed, with its journal.
                if desk.goesOn(from: published) { return nil }
                if let other = desk.newID(of: published) {
                    return Self.renamed(published, to: other, at: place)
                }
                return Self.missing(
                    "the journal of `\(published.claim)` is gone, and readers were given what it published",
                    at: place,
                    orElse: Self.unpublished
                )
            }
            // Missing claims and broken journals have findings of their own.
            guard let journal = desk.claims[published.claim]?.journal, journal.isSound else { return nil }
            guard !journal.goesOn(from: published) else { return nil }
            let (had, has) = (published.lineCount, journal.lines.count)
            return Self.missing(
                had == has
                    ? "the journal of `\(published.claim)` has other lines than the \(had) that readers were given"
                    : "the journal of `\(published.claim)` does not have the \(had) lines that readers were given: it has \(has), and some were removed or changed",
                at: journal.file.startSpan,
                orElse: Self.unpublished
            )
        }
    }

    /// The advice for a site that came from another branch, and never reached readers.
    private static let unpublished =
        "; or, if nobody was given the site in the output folder, delete that folder"

    private static func renamed(_ published: PublishedJournal, to other: String, at place: SourceSpan)
        -> Diagnostic
    {
        Diagnostic(
            rule: .missingJournal,
            message:
                "the journal of `\(published.claim)` is gone, and that of `\(other)` is the same under another id",
            span: place,
            help:
                "give the files of the claim, and the fields and lines that name it, the id `\(published.claim)` back; then `assay rename claim \(published.claim) \(other)`"
        )
    }

    fileprivate static func missing(
        _ message: String,
        at place: SourceSpan,
        orElse otherwise: String = ""
    ) -> Diagnostic {
        Diagnostic(
            rule: .missingJournal,
            message: message,
            span: place,
            help:
                "restore it from git; what is not to be seen any more is taken back with `assay retract`\(otherwise)"
        )
    }
}

extension Journal {
    /// Whether the last published line is still in the journal.
    ///
    /// `assay journal rebase` may have moved it; `mended` then tells its original predecessor.
    func goesOn(from published: PublishedBefore.PublishedJournal) -> Bool {
        if published.lineCount <= lines.count, lines[published.lineCount - 1].digest == published.head {
            return true
        }
        return lines.count >= published.lineCount
            && lines.contains { $0.digest == published.head || $0.original.digest == published.head }
    }
}

extension Desk {
    /// Whether a claim's journal is there and cannot be read, which has a finding of its own.
    fileprivate func cannotReadJournal(of claim: String) -> Bool {
        claims[claim].map { $0.journal.file.bytes.isEmpty && !$0.journal.isSound } ?? false
    }

    /// Whether the journal of a published id goes on under a later id of its claim.
    fileprivate func goesOn(from published: PublishedBefore.PublishedJournal) -> Bool {
        claims.values.contains { claim in
            claim.journal.formerIDs.contains(published.claim) && claim.journal.isSound
                && claim.journal.goesOn(from: published)
        }
    }

    /// The claim whose journal is a published one under another id; nil if there is none.
    fileprivate func newID(of published: PublishedBefore.PublishedJournal) -> String? {
        let name = "\"claim\":\"\(published.claim)\""
        return claims.keys.sorted().first { id in
            guard let file = files[Journal.path(of: id)], !file.bytes.isEmpty else { return false }
            let text = String(decoding: file.bytes, as: UTF8.self)
            let former = SourceFile(path: "", text: text.replacing("\"claim\":\"\(id)\"", with: name))
            return Journal(published.claim, former).goesOn(from: published)
        }
    }

    /// Findings about journals that are missing although versions of their claim exist.
    package func lostJournals(in tree: FileTree) -> [Diagnostic] {
        tree.folderNames(in: VersionStore.folder).sorted().compactMap { claim in
            let path = Journal.path(of: claim)
            guard files[path]?.bytes.isEmpty ?? true, !cannotReadJournal(of: claim) else { return nil }
            return PublishedBefore.missing(
                "texts that the journal of `\(claim)` named are kept in `\(VersionStore.folder)/\(claim)/`, and the journal is gone",
                at: SourceFile(path: path, bytes: []).startSpan
            )
        }
    }
}
