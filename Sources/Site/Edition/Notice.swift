import Editorial
import Newsroom

/// What readers are told about a change: a correction, or that a verdict was taken back.
struct Notice: Sendable {
    /// `minor`, `clarification`, `substantive`, `update` or `retraction`.
    let kind: String
    /// When.
    let time: JournalTime
    /// The sentence for readers.
    let text: String
    /// The ruling and the text that readers saw before.
    let earlier: Publication?
    /// Its place among the notices of the claim, counted from 1 at the oldest.
    let number: Int
}

extension PublicHistory {
    /// What readers were told of this claim, newest first.
    var notices: [Notice] {
        var notices: [Notice] = []
        let lines = countedLines
        for (index, line) in lines.enumerated() {
            guard let (kind, text) = line.event.notice else { continue }
            let before = lines[..<index].last { $0.event.kind.putsBeforeReaders }
            notices.append(
                Notice(
                    kind: kind,
                    time: line.time,
                    text: text,
                    earlier: publications.last {
                        $0.time == before?.time && $0.digest == before?.event.digest
                    },
                    number: notices.count + 1
                )
            )
        }
        return notices.reversed()
    }
}

extension Edition {
    /// The history of a claim; nil where none is kept.
    func history(of claim: Claim) -> PublicHistory? { publicRecord.histories[claim.id] }

    /// All notices of all claims that readers see, newest first.
    var notices: [(notice: Notice, history: PublicHistory)] {
        publicRecord.histories.values.filter { records.claims.contains(id: $0.claim) }
            .flatMap { history in history.notices.map { (notice: $0, history: history) } }
            .sorted {
                ($1.notice.time, $0.history.claim, $1.notice.number)
                    < ($0.notice.time, $1.history.claim, $0.notice.number)
            }
    }

    /// The verdicts that were taken back, by claim id.
    var retractions: [(claim: Claim, retraction: Retraction)] {
        publicRecord.histories.values.sorted { $0.claim < $1.claim }.compactMap { history in
            guard let retraction = history.standing.retraction, let claim = records.claims[history.claim]
            else { return nil }
            return (claim, retraction)
        }
    }
}

extension Edition {
    /// The claims whose verdicts were taken back, and which have no published one.
    var retractedClaims: [Claim] {
        retractions.map(\.claim).filter { claim in rated(claim).map { isDraft($0.verdict) } ?? true }
    }
}

extension PublicRecord {
    /// The claims whose verdicts were taken back, and which nobody took up again since.
    var claimsWithoutVerdict: Set<String> {
        Set(histories.values.filter { $0.standing.retraction != nil && !$0.isReopened }.map(\.claim))
    }
}

extension PublicHistory {
    fileprivate var isReopened: Bool {
        countedLines.last { [.retracted, .reopened].contains($0.event.kind) }?.event.kind == .reopened
    }
}
