import Diagnostics
import Editorial
import Files
import Newsroom
import Site

/// What the journals say, put into the newsroom before anyone looks at it.
struct EditorialState: Sendable {
    /// The newsroom as its files are, without its journals.
    let filed: Newsroom?
    /// The newsroom as its files are, with what its journals say of days, reviewers and replies: what is checked.
    let loaded: LoadedNewsroom
    /// The newsroom as readers see it: in approved words, where the files have others by now.
    let shown: Newsroom?
    /// The claims that readers see in other words than the files'.
    let restored: Set<String>
    /// What readers can verify.
    let record: PublicRecord
    /// The desk that it follows from; nil in simple mode.
    let desk: Desk?
    /// What vouches for the time of captures and journals.
    let stamps: VerifiedStamps

    /// The cache of one state for the next.
    struct Memory: Sendable {
        /// The desk of the last state.
        var desk: Desk?
        /// The versions that were read; nil where no other state will be asked for.
        let versions: VersionMemory?
        /// The signatures that were verified.
        let signatures: SignatureMemory
        /// What was learnt of captured files.
        let captures: CaptureMemory
        /// The files of media that were looked into; nil where all are to be read.
        var media: MediaMemory?
    }

    /// The edition of a day; nil when there are no usable settings.
    ///
    /// With drafts it is made from the files as they are.
    func edition(today: CalendarDate, includingDrafts: Bool) -> Edition? {
        (includingDrafts ? loaded.newsroom : shown).map { newsroom in
            Edition(
                of: newsroom,
                today: today,
                includingDrafts: includingDrafts,
                record: record,
                statics: loaded.statics,
                stamps: stamps
            )
        }
    }

    /// Applies the journals.
    ///
    /// In simple mode the newsroom stays as it is: journals decide nothing, and none is read.
    /// - Parameters:
    ///   - site: the output folder whose site readers may have; `_site` by default.
    ///   - stamps: what vouches for the time of captures, and for the heads of journals.
    static func apply(
        to loaded: LoadedNewsroom,
        in folder: FileTree,
        publishedIn site: String? = nil,
        stamps: VerifiedStamps = .none,
        after memory: Memory
    ) async -> EditorialState {
        guard let newsroom = loaded.newsroom, newsroom.settings.policy.mode == .newsroom else {
            return EditorialState(
                filed: loaded.newsroom,
                loaded: loaded,
                shown: loaded.newsroom,
                restored: [],
                record: .empty,
                desk: nil,
                stamps: stamps
            )
        }
        async let before = PublishedBefore(inFolder: site ?? folder.root + "/_site")
        let desk = await Desk.load(
            newsroom,
            from: folder,
            after: memory.desk,
            remembering: memory.signatures
        )
        let (record, missing) = await PublicRecord.load(
            desk,
            newsroom,
            from: folder,
            remembering: memory.versions
        )
        let cut = stamps.cutJournals { desk.claims[$0]?.journal }
        let lost = (await before.findings(desk, newsroom) + desk.lostJournals(in: folder) + cut).oneAPlace
        // A journal that is gone is to be put back, and not to be begun anew.
        let isLost = Set(lost.compactMap(\.span?.file))
        let findings = desk.findings(newsroom).filter { finding in
            finding.rule != .notAdopted
                || !(finding.span.map { isLost.contains($0.file) } ?? false)
        }
        let dated = desk.newsroomForReaders(newsroom)
        let approved = desk.approved(dated, record)
        let edited = loaded.replacing(
            dated,
            adding: desk.diagnostics + findings + missing + lost,
            desk.files
        )
        return EditorialState(
            filed: newsroom,
            loaded: edited,
            shown: approved.newsroom,
            restored: approved.restored,
            record: approved.record,
            desk: desk,
            stamps: stamps
        )
    }
}

extension EditorialState {
    /// The findings, in which fixes of what someone has signed are unsafe.
    func guardingSigned(_ findings: [Diagnostic]) -> [Diagnostic] {
        guard let desk, let newsroom = loaded.newsroom,
            findings.contains(where: { $0.fixes.contains(where: \.isSafe) })
        else { return findings }
        return SignedFiles(desk, newsroom).guarding(findings)
    }
}

extension PublishedBefore {
    /// Reads the site in an output folder.
    init(inFolder path: String) {
        if let site = try? FileTree(root: path) { self.init(site) } else { self = .nothing }
    }
}

extension [Diagnostic] {
    /// The first finding of each file: two ways of noticing one loss say it once.
    fileprivate var oneAPlace: [Diagnostic] {
        var seen: Set<String> = []
        return filter { $0.span.map { seen.insert($0.file).inserted } ?? true }
    }
}
