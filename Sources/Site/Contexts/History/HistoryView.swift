import Editorial
import Mustache
import Newsroom

/// What happened to a claim, as its page tells it, and where a reader finds what to verify it with.
struct HistoryView: TemplateShowable {
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

    var templateRecord: TemplateRecord {
        [
            "entries": .list(entries), "journal": .text(journal), "versions": .list(versions),
            "signers": .text(signers),
        ]
    }
}

/// One event that concerns readers. What the desk settles among itself is in the journal only.
struct HistoryEntryView: TemplateShowable {
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

    var templateRecord: TemplateRecord {
        [
            "date": .record(date), "kind": .text(kind), "text": .text(text), "who": .record(who),
            "ruling": .record(ruling), "note": .text(note), "digest": .text(digest),
            "signed": .bool(isSigned),
        ]
    }
}

/// A verdict that was taken back, as its page says it.
struct RetractionView: TemplateShowable {
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

    var templateRecord: TemplateRecord {
        [
            "date": .record(date), "reason": .text(reason), "ruling": .record(ruling),
            "digest": .record(digest),
        ]
    }
}

/// What readers were told of a change, newest first; a retraction too.
struct CorrectionView: TemplateShowable {
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

    var templateRecord: TemplateRecord {
        [
            "claim": .record(claim), "date": .record(date), "kind": .text(kind), "note": .text(note),
        ]
    }
}

/// A sign-off whose reviewer came to another ruling.
struct DissentView: TemplateShowable {
    let who: Hyperlink
    let ruling: Shared<RulingView>?
    let note: String?

    init(_ signOff: SignOff, in scope: PageScope) {
        who = scope.profileLink(signOff.reviewer)
        ruling = scope.settings.scale.ruling(signOff.ruling).map { scope.view($0) }
        note = signOff.note
    }

    var templateRecord: TemplateRecord {
        ["who": .record(who), "ruling": .record(ruling), "note": .text(note)]
    }
}
