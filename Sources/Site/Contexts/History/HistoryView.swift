import Editorial
import Mustache
import Newsroom

/// What happened to a claim, as its page tells it, and where a reader finds what to verify it with.
struct HistoryView: TemplateView {
    let entries: [HistoryEntryView]
    let journal: String
    let versions: [Hyperlink]
    let signers: String?

    init(_ history: PublicHistory, in scope: PageScope) {
        entries = history.lines.compactMap { HistoryEntryView($0, in: scope) }
        journal = scope.links.to(.journal(history.claim))
        versions = history.versions.map { version in
            Hyperlink(version.digest.short, to: scope.links.to(.version(of: history.claim, version.digest)))
        }
        signers = scope.edition.record.signers.map { _ in scope.links.to(.allowedSigners) }
    }

    static let fields: TemplateFields<Self> = [
        "entries": { .list($0.entries) },
        "journal": { .text($0.journal) },
        "versions": { .list($0.versions) },
        "signers": { .text($0.signers) },
    ]
}

/// One event that concerns readers. What the desk settles among itself is in the journal only.
struct HistoryEntryView: TemplateView {
    let date: DateView
    let kind: String
    let text: String
    let who: Hyperlink
    let ruling: Shared<RulingView>?
    let note: String?
    let digest: String?
    let isSigned: Bool

    init?(_ line: JournalLine, in scope: PageScope) {
        var rulingID: String?
        var person = line.author
        switch line.event {
        case .assigned, .submitted, .changesRequested, .commented: return nil
        case .signedOff(_, let ruling, _), .published(_, let ruling), .retracted(_, let ruling, _):
            rulingID = ruling
        case .corrected(let correction): rulingID = correction.ruling
        case .adopted(let adoption): rulingID = adoption.ruling
        case .reopened: break
        case .replyAsked(let profile, _), .replyReceived(let profile, _): person = profile
        }
        date = DateView(line.time.day, scope.words)
        kind = line.event.kind.rawValue
        if case .corrected(let correction) = line.event {
            text = scope.words["correction.\(correction.kind.rawValue)"]
        } else {
            text = scope.words["history.\(line.event.kind.rawValue)"]
        }
        who = scope.profileLink(person)
        ruling = rulingID.flatMap(scope.settings.scale.ruling).map { scope.view($0) }
        note = line.event.note
        digest = line.event.digest?.short
        isSigned = line.signature != nil
    }

    static let fields: TemplateFields<Self> = [
        "date": { .record($0.date) },
        "kind": { .text($0.kind) },
        "text": { .text($0.text) },
        "who": { .record($0.who) },
        "ruling": { .record($0.ruling) },
        "note": { .text($0.note) },
        "digest": { .text($0.digest) },
        "signed": { .bool($0.isSigned) },
    ]
}

/// A verdict that was taken back, as its page says it.
struct RetractionView: TemplateView {
    let date: DateView
    let reason: String
    let ruling: Shared<RulingView>?
    let digest: Hyperlink

    init(_ retraction: Retraction, of claim: String, in scope: PageScope) {
        date = DateView(retraction.time.day, scope.words)
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

/// What readers were told of a change, newest first; a retraction too.
struct CorrectionView: TemplateView {
    let claim: Hyperlink
    let date: DateView
    let kind: String
    let note: String

    /// The notices of one claim.
    static func all(of history: PublicHistory, in scope: PageScope) -> [CorrectionView] {
        history.notices.map { CorrectionView($0, history, scope) }
    }

    /// The notices of all claims.
    static func all(in scope: PageScope) -> [CorrectionView] {
        scope.note(.histories)
        return scope.edition.notices.map { CorrectionView($0.notice, $0.history, scope) }
    }

    private init(_ notice: Notice, _ history: PublicHistory, _ scope: PageScope) {
        let claim = scope.claim(history.claim)
        // The headline says what was found; the bare statement would look like something that we say.
        let headline = claim.flatMap { scope.rated($0)?.verdict.title.value }
        self.claim = Hyperlink(
            headline ?? claim?.statement.value ?? history.claim,
            to: scope.links.to(.claim(history.claim))
        )
        date = DateView(notice.time.day, scope.words)
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

/// A sign-off whose reviewer came to another ruling.
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
