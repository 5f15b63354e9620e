import Newsroom

/// What a reviewer sees of a claim: the verdict in short, what changed since they last looked, and who else has looked.
///
/// Another reviewer's ruling is not shown before one's own is in: two desks that review jointly record their
/// findings separately.
public struct ReviewSheet: Sendable {
    private let claim: DeskClaim
    private let reviewer: String
    private let newsroom: Newsroom
    private let lastSeen: Result<JudgedText, VersionProblem>?

    /// Makes the sheet of a reviewer.
    public init(_ claim: DeskClaim, for reviewer: String, in newsroom: Newsroom, _ store: VersionStore) {
        self.claim = claim
        self.reviewer = reviewer
        self.newsroom = newsroom
        lastSeen = claim.history.lastSeen(by: reviewer).map { digest in
            Result { () throws(VersionProblem) in try store.text(of: claim.claim.id, digest) }
        }
    }

    /// The sheet as lines for a terminal.
    public var lines: [String] {
        guard let verdict = claim.verdict,
            let text = claim.digest.flatMap({ claim.text(of: $0, in: newsroom) })
                ?? JudgedText(on: claim.claim, in: newsroom)
        else {
            return ["there is no verdict on `\(claim.claim.id)` yet"]
        }
        var lines = [
            "claim      \(claim.claim.id) (\(claim.state.words))",
            "says       \(claim.claim.statement.value)",
            "verdict    \(verdict.file.path)",
            "ruling     \(verdict.ruling.value): \(verdict.title.value)",
            "answer     \(verdict.summary.value)",
            "authors    \(verdict.authors.map(\.value).joined(separator: ", "))",
            "text       \(text.digest.short)",
        ]
        lines += claim.history.changeRequests.map { "changes    wanted by \($0.reviewer): \($0.note)" }
        lines += claim.history.signOffs.map { signOffLine($0, text) }
        return lines + changes(to: text) + advice(on: verdict, text)
    }

    /// What has to be looked at that an earlier form left out.
    private static let newForm =
        "you approved less then: look also at who people are, what each source is and how it was checked, and the words around quotes"

    /// What the reviewer can do now.
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

    private func signOffLine(_ signOff: SignOff, _ text: JudgedText) -> String {
        let age = signOff.digest == text.digest ? "" : ", an earlier text"
        let ruling =
            claim.hidesRuling(ofSignOffBy: signOff.reviewer, from: reviewer)
            ? "their ruling is shown when yours is in" : signOff.ruling
        return
            "signed     \(signOff.reviewer) on \(signOff.time.day(in: newsroom.settings.timeZone))\(age): \(ruling)"
    }

    private func isPublished(_ text: JudgedText) -> Bool {
        claim.history.publications.contains { $0.digest == text.digest }
    }

    private func changes(to text: JudgedText) -> [String] {
        switch lastSeen {
        case nil: return ["you have not looked at it before"]
        case .failure(let problem): return ["what changed since you looked cannot be shown: \(problem)"]
        case .success(let old):
            let differences = TextDifference.all(from: old, to: claim.claim, in: newsroom)
            let unseen = old.format == text.format ? [] : [Self.newForm]
            return differences.isEmpty
                ? ["nothing changed since you looked"] + unseen
                : ["changed since you looked:"]
                    + TextDifference.lines(differences, isPublished: isPublished(old)) + unseen
        }
    }
}

extension DeskClaim {
    /// Whether a sign-off's ruling is kept from someone: they have not signed the text off themselves yet.
    ///
    /// What has been published is no secret.
    public func hidesRuling(ofSignOffBy reviewer: String, from viewer: String?) -> Bool {
        guard reviewer != viewer, let digest else { return false }
        guard history.signOffs.contains(where: { $0.reviewer == reviewer }) else { return false }
        return !history.signOffs(of: digest).contains { $0.reviewer == viewer }
    }
}
