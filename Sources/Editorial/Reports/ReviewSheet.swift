import Diagnostics
import Digests
import Newsroom

/// A claim as a reviewer sees it: the verdict in short, the changes since they last looked, and the other
/// sign-offs.
///
/// Other reviewers' rulings are hidden until this reviewer's own is in, so that joint reviews are independent.
package struct ReviewSheet: Sendable {
    private let claim: DeskClaim
    private let reviewer: String
    private let newsroom: Newsroom
    private let lastSeen: Result<JudgedText, VersionProblem>?
    /// The last published text; nil if nothing was published.
    private let shown: Result<JudgedText, VersionProblem>?

    /// The last sign-off of anybody, and the text that it is bound to.
    private let lastSigned: (signOff: SignOff, text: Result<JudgedText, VersionProblem>)?

    /// The findings in the files of the text.
    package let findings: [Diagnostic]
    /// The claim's state, for the first line.
    private let state: ClaimState

    /// Makes the sheet for one reviewer.
    /// - Parameters:
    ///   - state: the claim's state; by default the one in its journal.
    ///   - findings: what is found in the files of the text.
    package init(
        _ claim: DeskClaim,
        for reviewer: String,
        in newsroom: Newsroom,
        _ store: VersionStore,
        state: ClaimState? = nil,
        findings: [Diagnostic] = []
    ) {
        self.findings = findings
        self.state = state ?? claim.state
        self.claim = claim
        self.reviewer = reviewer
        self.newsroom = newsroom
        func text(_ digest: Digest) -> Result<JudgedText, VersionProblem> {
            Result { () throws(VersionProblem) in try store.text(of: claim.claim.id, digest) }
        }
        lastSigned = claim.history.signOffs.max { $0.time < $1.time }.map { ($0, text($0.digest)) }
        lastSeen = claim.history.lastSeen(by: reviewer).map(text)
        shown = claim.history.publications.last.map { text($0.digest) }
    }

    /// What there is to judge: claim, appearances, evidence, reasoning, replies, remarks.
    package var matter: ReviewMatter { ReviewMatter(claim, in: newsroom) }

    /// The differences between the text that the reviewer last judged and the one of today; nil if they have not looked before, or
    /// if that text is missing.
    package var changesSinceLastSeen: [TextDifference]? {
        guard case .success(let old)? = lastSeen else { return nil }
        return TextDifference.all(from: old, to: claim.claim, in: newsroom)
    }

    /// The sheet as lines for a terminal.
    package var lines: [String] {
        guard let verdict = claim.verdict,
            let text = claim.digest.flatMap({ claim.text(of: $0, in: newsroom) })
                ?? JudgedText(on: claim.claim, in: newsroom)
        else {
            return ["there is no verdict on `\(claim.claim.id)` yet"]
        }
        var lines = [
            "claim      \(claim.claim.id) (\(state.words))",
            "says       \(claim.claim.statement.value)",
            "verdict    \(verdict.file.path)",
            "ruling     \(verdict.ruling.value): \(verdict.title.value)",
            "answer     \(verdict.summary.value)",
            "authors    \(verdict.authors.map(\.value).joined(separator: ", "))",
            "text       \(text.digest.short)",
        ]
        lines += claim.history.changeRequests.map { "changes    wanted by \($0.reviewer): \($0.note)" }
        lines += claim.history.signOffs.flatMap { signOffLines($0, text) }
        return lines + whatReadersSee(text) + matter.lines(in: zone) + findingLines + [""]
            + changes(to: text) + votes(on: verdict) + advice(on: verdict, text)
    }

    /// The readers' view: the current page, and the differences of this text from the one published last.
    private func whatReadersSee(_ text: JudgedText) -> [String] {
        let history = claim.history
        var lines: [String] = []
        switch history.standing {
        case .unpublished: return []
        case .retracted(let retraction):
            lines.append(
                "readers    see that `\(retraction.earlier.ruling)` was retracted on \(day(retraction.time)): \(retraction.reason)"
            )
        case .published(let publication) where claim.shownForm != nil:
            lines.append("readers    see this text, published on \(publication.day(in: zone))")
        case .published(let publication):
            lines.append("readers    see another text, published on \(publication.day(in: zone))")
        }
        if let reopening = history.reopening {
            lines.append("reopened   by \(reopening.author) on \(day(reopening.time)): \(reopening.reason)")
        }
        guard let shown, history.publications.last?.digest != text.digest else { return lines }
        switch shown {
        case .failure(let problem):
            lines.append("how it differs from what readers saw cannot be shown: \(problem)")
        case .success(let old):
            let differences = TextDifference.all(from: old, to: claim.claim, in: newsroom)
            guard !differences.isEmpty else { return lines }
            lines.append("what readers saw last, and what is there now:")
            lines += TextDifference.lines(differences, isPublished: true)
        }
        return lines
    }

    private static func mark(_ difference: TextDifference, _ isPublished: Bool) -> String {
        isPublished && difference.needsCorrection ? " (readers have to be told)" : ""
    }

    /// The findings in the files of the text.
    private var findingLines: [String] {
        guard !findings.isEmpty else { return [] }
        let lines = findings.map { finding in
            let place = finding.span.map { "\($0.file):\($0.line):\($0.column): " } ?? ""
            return "  \(finding.severity.rawValue)[\(finding.rule.name)] \(place)\(finding.message)"
        }
        return ["", "FINDINGS"] + lines
    }

    /// The vote's result, once all have voted.
    private func votes(on verdict: Verdict) -> [String] {
        guard claim.state == .inReview, let digest = claim.digest else { return [] }
        let obstacles = Policy(newsroom).approvalObstacles(claim.history.signOffs(of: digest), verdict)
        return obstacles.compactMap { if case .votes = $0 { "votes      \($0)" } else { nil } }
    }

    /// A warning about fields that an earlier canonical form left out.
    private static let newForm =
        "you approved less then: look also at who people are, what each source is and how it was checked, and the words around quotes"

    /// The commands that the reviewer can give now.
    private func advice(on verdict: Verdict, _ text: JudgedText) -> [String] {
        if let why = Policy(newsroom).unsuitability(of: reviewer, for: verdict) {
            return ["`\(reviewer)` \(why)"]
        }
        if let refusal = EventTable.refusal(of: .signedOff, in: claim.state, claim.history.standing) {
            return ["nothing to review now: \(refusal)"]
        }
        if claim.history.signOffs(of: text.digest).contains(where: { $0.reviewer == reviewer }) {
            return ["you have signed this text off"]
        }
        return ["`--approve RULING` signs it off with your ruling, `--request-changes TEXT` sends it back"]
    }

    private func signOffLines(_ signOff: SignOff, _ text: JudgedText) -> [String] {
        let age = signOff.digest == text.digest ? "" : ", an earlier text"
        let isHidden = claim.hidesRuling(ofSignOffBy: signOff.reviewer, from: reviewer)
        let ruling = isHidden ? "their ruling is shown when yours is in" : signOff.ruling
        let note = isHidden ? nil : signOff.note
        return ["signed     \(signOff.reviewer) on \(day(signOff.time))\(age): \(ruling)"]
            + (note.map { ["           \($0)"] } ?? [])
    }

    private var zone: NewsroomTimeZone { newsroom.settings.timeZone }

    private func day(_ time: JournalTime) -> CalendarDate { time.day(in: zone) }

    private func isPublished(_ text: JudgedText) -> Bool {
        claim.history.publications.contains { $0.digest == text.digest }
    }

    /// The pictures and recordings that were exchanged since somebody else signed, for a reviewer who looks for the first time.
    private func filesSinceOthers(_ text: JudgedText) -> [String] {
        guard let last = lastSigned, last.signOff.digest != text.digest, case .success(let old) = last.text
        else { return [] }
        let files = TextDifference.files(from: old, to: claim.claim, in: newsroom)
        guard !files.isEmpty else { return [] }
        return ["files changed since \(last.signOff.reviewer) signed on \(day(last.signOff.time)):"]
            + TextDifference.lines(files, isPublished: false)
    }

    private func changes(to text: JudgedText) -> [String] {
        switch sinceYouLooked {
        case .unseen: return ["you have not looked at it before"] + filesSinceOthers(text)
        case .unreadable(let problem):
            return ["what changed since you looked cannot be shown: \(problem)"]
        case .found(let differences, let isPublished, let isOtherForm):
            let unseen = isOtherForm ? [Self.newForm] : []
            return differences.isEmpty
                ? ["the text is the one that you looked at"] + unseen
                : ["changed since you looked, word by word:"]
                    + differences.flatMap {
                        ["  \($0.place)\(Self.mark($0, isPublished))", "    \($0.words)"]
                    }
                    + unseen
        }
    }
}

// What pages show of it.
extension ReviewSheet {
    /// The changes from an earlier text to the current one.
    package enum Changes: Sendable {
        /// There is no earlier text.
        case unseen
        /// The earlier text cannot be read, for a reason.
        case unreadable(String)
        /// The differences; whether readers saw the earlier text, and whether it left out what the present form judges.
        case found([TextDifference], isPublished: Bool, isOtherForm: Bool)
    }

    /// What changed since this reviewer last signed the text off or wanted changes.
    package var sinceYouLooked: Changes { changes(since: lastSeen) }

    /// What changed since the text that was published last.
    package var sinceReadersSaw: Changes { changes(since: shown) }

    private func changes(since earlier: Result<JudgedText, VersionProblem>?) -> Changes {
        switch earlier {
        case nil: return .unseen
        case .failure(let problem): return .unreadable("\(problem)")
        case .success(let old):
            // The current text in the form that the journal names, which may be an earlier one.
            let text =
                claim.digest.flatMap { claim.text(of: $0, in: newsroom) }
                ?? JudgedText(on: claim.claim, in: newsroom)
            return .found(
                TextDifference.all(from: old, to: claim.claim, in: newsroom),
                isPublished: isPublished(old),
                isOtherForm: text.map { $0.format != old.format } ?? false
            )
        }
    }
}
