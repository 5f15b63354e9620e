import Diagnostics
import Editorial
import Matching
import Newsroom

/// What was ruled on a claim, as an index keeps it beside the claim's words.
package struct RuledClaim: Sendable, Hashable {
    /// The claim's file.
    package let path: String
    /// The verdict's id; empty where there is none.
    package let verdict: String
    /// The ruling in words: "False"; empty where there is none.
    package let ruling: String
    /// The day of publication (ISO 8601); empty for a draft.
    package let published: String
    /// Whether it was taken back.
    package let isRetracted: Bool

    /// What stands beside a claim's words.
    package init(_ claim: ClaimText) {
        let notes = claim.notes + Array(repeating: "", count: 5)
        path = notes[0]
        verdict = notes[1]
        ruling = notes[2]
        published = notes[3]
        isRetracted = notes[4] == "retracted"
    }

    init(_ claim: Claim, _ verdict: Verdict?, in newsroom: Newsroom) {
        let publication = verdict.map(newsroom.publication)
        path = claim.file.path
        self.verdict = verdict?.id ?? ""
        ruling = verdict.flatMap(newsroom.ruling)?.label ?? ""
        published = publication?.published.map { "\($0.value)" } ?? ""
        isRetracted = publication?.isRetracted ?? false
    }

    var notes: [String] { [path, verdict, ruling, published, isRetracted ? "retracted" : ""] }

    /// In a line: "False, published 2026-11-21".
    package func words(on today: CalendarDate) -> String {
        guard !verdict.isEmpty else { return "no verdict yet" }
        let label = ruling.isEmpty ? "no ruling of the scale" : ruling
        if isRetracted { return "\(label), retracted" }
        guard !published.isEmpty else { return "\(label), not published" }
        return published <= "\(today)"
            ? "\(label), published \(published)" : "\(label), to be published \(published)"
    }
}

extension Newsroom {
    /// The claims as an index has them, drafts included.
    package var claimTexts: [ClaimText] {
        claims.map { claim in
            let verdict = verdict(on: claim)
            return ClaimText(
                id: claim.id,
                statement: claim.statement.value,
                title: verdict?.title.value ?? "",
                summary: verdict?.summary.value ?? "",
                quotes: claim.appearances.map(\.quote.value),
                names: claim.claimants.map { profiles[$0.value]?.name.value ?? $0.value },
                notes: RuledClaim(claim, verdict, in: self).notes
            )
        }
    }
}
