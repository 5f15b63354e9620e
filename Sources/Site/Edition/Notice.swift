import Editorial
import Newsroom

/// A public notice about a change: a correction or a retraction.
struct Notice: Sendable {
    /// The kind: `minor`, `clarification`, `substantive`, `update` or `retraction`.
    let kind: String
    /// The time of the change.
    let time: JournalTime
    /// The sentence for readers.
    let text: String
    /// The publication before the change, with its ruling and the digest of its text.
    let earlier: Publication?
    /// The notice's number within its claim; the oldest is 1.
    let number: Int
}

extension PublicHistory {
    /// The notices of this claim, newest first.
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
    /// The public history of a claim; nil for a claim without a journal.
    func history(of claim: Claim) -> PublicHistory? { publicRecord.histories[claim.id] }

    /// The notices of all claims in the edition, newest first.
    var notices: [(notice: Notice, history: PublicHistory)] {
        publicRecord.histories.values.filter { records.claims.contains(id: $0.claim) }
            .flatMap { history in history.notices.map { (notice: $0, history: history) } }
            .sorted {
                ($1.notice.time, $0.history.claim, $1.notice.number)
                    < ($0.notice.time, $1.history.claim, $0.notice.number)
            }
    }

    /// The retractions in force, sorted by claim id.
    var retractions: [(claim: Claim, retraction: Retraction)] {
        publicRecord.histories.values.sorted { $0.claim < $1.claim }.compactMap { history in
            guard let retraction = history.standing.retraction, let claim = records.claims[history.claim]
            else { return nil }
            return (claim, retraction)
        }
    }
}

extension Edition {
    /// The claims with a retraction and without a published verdict.
    var retractedClaims: [Claim] {
        retractions.map(\.claim).filter { claim in rated(claim).map { isDraft($0.verdict) } ?? true }
    }
}

extension PublicRecord {
    /// The ids of retracted claims that were not reopened since.
    var claimsWithoutVerdict: Set<String> {
        Set(histories.values.filter { $0.standing.retraction != nil && !$0.isReopened }.map(\.claim))
    }
}

extension PublicHistory {
    /// Whether the claim was reopened after its last retraction.
    fileprivate var isReopened: Bool {
        countedLines.last { [.retracted, .reopened].contains($0.event.kind) }?.event.kind == .reopened
    }
}
