import Editorial
import Mustache
import Newsroom

/// A claim's public history for its page, with links to the files that verify it.
///
/// The latest entries are open; those before them are folded away.
struct HistoryView: TemplateView {
    /// The number of open entries.
    private static let openCount = 5

    let earlier: [HistoryEntryView]
    let entries: [HistoryEntryView]
    let journal: String
    /// The latest published version.
    let version: Hyperlink?
    let earlierVersions: [Hyperlink]
    let signers: String?
    /// The page of earlier texts; nil where there are none.
    let texts: String?
    /// The zone of the times of day.
    let zone: String
    private let words: Catalogue

    var isLong: Bool { !earlier.isEmpty }

    init(_ history: PublicHistory, in scope: PageScope) {
        let all = history.lines.indices.filter(history.signatures.counts).compactMap { index in
            HistoryEntryView(history.lines[index], isSigned: history.signatures.isVerified(index), in: scope)
        }
        // A single entry is not folded away, because that saves no room.
        let openCount = all.count == Self.openCount + 1 ? all.count : Self.openCount
        earlier = Array(all.dropLast(openCount))
        entries = Array(all.suffix(openCount))
        journal = scope.links.to(.journal(history.claim))
        let versions = history.versions.map { version in
            Hyperlink(version.digest.short, to: scope.links.to(.version(of: history.claim, version.digest)))
        }
        version = versions.last
        earlierVersions = versions.dropLast()
        words = scope.words
        zone = scope.words.text("history.zone", ["zone": scope.settings.timeZone.name])
        texts = history.hasEarlierTexts ? scope.links.to(.texts(history.claim)) : nil
        signers = scope.hasSigners(of: history) ? scope.links.to(.allowedSigners) : nil
    }

    static let fields: TemplateFields<Self> = [
        "earlier": { .section($0.earlier) },
        "earlier-text": {
            .text($0.words.text("history.earlier", ["count": $0.words.number($0.earlier.count)]))
        },
        "entries": { .list($0.entries) },
        "journal": { .text($0.journal) },
        "version": { .record($0.version) },
        "earlier-versions": { .section($0.earlierVersions) },
        "earlier-versions-text": {
            .text(
                $0.words.text("history.earlier-texts", ["count": $0.words.number($0.earlierVersions.count)])
            )
        },
        "signers": { .text($0.signers) },
        "texts": { .text($0.texts) },
        "zone": { .text($0.zone) },
    ]
}

/// One public event. Assignments, submissions, comments and requests for changes are in the journal only.
struct HistoryEntryView: TemplateView {
    let date: DateView
    /// The time of day in the newsroom's zone.
    let clock: String
    /// The moment in UTC, for HTML's `time`.
    let moment: String
    let kind: String
    let text: String
    let who: Hyperlink
    let ruling: Shared<RulingView>?
    let note: String?
    let digest: String?
    let isSigned: Bool

    init?(_ line: JournalLine, isSigned: Bool, in scope: PageScope) {
        let event = line.event
        guard event.kind.concernsReaders else { return nil }
        date = DateView(line.time.day(in: scope.settings.timeZone), scope.words)
        clock = scope.settings.timeZone.clock(ofSecond: line.time.secondsSinceEpoch)
        moment = line.time.description
        kind = event.kind.rawValue
        text =
            scope.words[
                event.correction.map { "correction.\($0.rawValue)" } ?? "history.\(event.kind.rawValue)"
            ]
        who = scope.profileLink(event.replier ?? line.author)
        ruling = event.ruling.map { scope.formerIDs.current(.ruling, $0) }
            .flatMap(scope.settings.scale.ruling).map { scope.view($0) }
        // The notice of a correction stands above, under its own heading.
        note = event.correction == nil ? event.note : nil
        digest = event.digest?.short
        self.isSigned = isSigned
    }

    static let fields: TemplateFields<Self> = [
        "date": { .record($0.date) },
        "clock": { .text($0.clock) },
        "moment": { .text($0.moment) },
        "kind": { .text($0.kind) },
        "text": { .text($0.text) },
        "who": { .record($0.who) },
        "ruling": { .record($0.ruling) },
        "note": { .text($0.note) },
        "digest": { .text($0.digest) },
        "signed": { .bool($0.isSigned) },
    ]
}

/// A retraction on its claim's page.
struct RetractionView: TemplateView {
    let date: DateView
    let reason: String
    let ruling: Shared<RulingView>?
    let digest: Hyperlink

    init(_ retraction: Retraction, of claim: String, in scope: PageScope) {
        date = DateView(retraction.time.day(in: scope.settings.timeZone), scope.words)
        reason = retraction.reason
        ruling = scope.settings.scale.ruling(retraction.earlier.ruling).map { scope.view($0) }
        let earlier = retraction.earlier.digest
        digest = Hyperlink(earlier.short, to: scope.links.to(.version(of: claim, earlier)))
    }

    static let fields: TemplateFields<Self> = [
        "date": { .record($0.date) },
        "reason": { .text($0.reason) },
        "ruling": { .record($0.ruling) },
        "digest": { .record($0.digest) },
    ]
}

/// The notices about one ruling: one open, the others folded away.
struct CorrectionsView: TemplateView {
    /// The newest notice above `minor`, or else the newest of all.
    let shown: CorrectionView
    /// The other notices, newest first.
    let others: [CorrectionView]
    /// The page that shows what each of them changed; nil where there is none.
    let texts: String?
    private let words: Catalogue

    /// Collects the notices of a history; nil if there is none.
    init?(of history: PublicHistory, in scope: PageScope) {
        let notices = history.notices
        guard let place = notices.firstIndex(where: { $0.kind != "minor" }) ?? notices.indices.first else {
            return nil
        }
        var all = notices.map { CorrectionView($0, history, scope) }
        shown = all.remove(at: place)
        others = all
        texts = history.hasEarlierTexts ? scope.links.to(.texts(history.claim)) : nil
        words = scope.words
    }

    static let fields: TemplateFields<Self> = [
        "shown": { .record($0.shown) },
        "others": { .section($0.others) },
        "texts": { .text($0.texts) },
        "others-text": {
            .text($0.words.text("correction.others", ["count": $0.words.number($0.others.count)]))
        },
    ]
}

/// A notice about a correction or a retraction.
struct CorrectionView: TemplateView {
    let claim: Hyperlink
    let date: DateView
    let kind: String
    let note: String

    /// The notices of all claims, newest first.
    static func all(in scope: PageScope) -> [CorrectionView] {
        scope.notices.map { CorrectionView($0.notice, $0.history, scope) }
    }

    init(_ notice: Notice, _ history: PublicHistory, _ scope: PageScope) {
        let claim = scope.claim(history.claim)
        // The headline states the finding; the bare statement would look like our own assertion.
        let headline = claim.flatMap { scope.rated($0)?.verdict.title.value }
        self.claim = Hyperlink(
            headline ?? claim?.statement.value ?? history.claim,
            to: scope.links.to(.claim(history.claim))
        )
        date = DateView(notice.time.day(in: scope.settings.timeZone), scope.words)
        kind = scope.words["correction.\(notice.kind)"]
        note = notice.text
    }

    static let fields: TemplateFields<Self> = [
        "claim": { .record($0.claim) },
        "date": { .record($0.date) },
        "kind": { .text($0.kind) },
        "note": { .text($0.note) },
    ]
}

/// A sign-off by a reviewer with another ruling than the verdict's.
struct DissentView: TemplateView {
    let who: Hyperlink
    let ruling: Shared<RulingView>?
    let note: String?

    init(_ signOff: SignOff, in scope: PageScope) {
        who = scope.profileLink(signOff.reviewer)
        ruling = scope.settings.scale.ruling(signOff.ruling).map { scope.view($0) }
        note = signOff.note
    }

    static let fields: TemplateFields<Self> = [
        "who": { .record($0.who) },
        "ruling": { .record($0.ruling) },
        "note": { .text($0.note) },
    ]
}
