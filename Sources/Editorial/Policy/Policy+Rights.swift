import Diagnostics
import Newsroom

extension Policy {
    /// Who may carry out a kind of event.
    func right(to kind: JournalEvent.Kind) -> PolicySettings.Right {
        switch kind {
        case .published, .corrected: newsroom.settings.policy.publish
        case .retracted: newsroom.settings.policy.retract
        default: .everybody
        }
    }

    /// Why someone may not carry out a kind of event; nil if they may.
    package func refusal(of kind: JournalEvent.Kind, by person: String) -> Refusal? {
        guard right(to: kind) == .editors, newsroom.profiles[person]?.role != .desk else { return nil }
        let editors = newsroom.profiles.filter { $0.role == .desk }.map { "`\($0.id)`" }.sorted()
        let setting = kind == .retracted ? "retract" : "publish"
        return Refusal(
            "`\(person)` is no editor, and the policy has `\(setting): editors`",
            help: editors.isEmpty
                ? "no profile has `role: desk`, which is an editor's"
                : "ask \(editors.joined(separator: " or "))"
        )
    }
}

extension DeskClaim {
    /// Findings if what readers see was published, corrected or retracted by someone who may not.
    func rightFindings(_ verdict: Verdict, _ policy: Policy) -> [Diagnostic] {
        let event: (kind: JournalEvent.Kind, author: String)
        switch history.standing {
        case .unpublished: return []
        case .published(let publication) where publication.adoption != nil: return []
        case .published(let publication):
            event = (publication.correction == nil ? .published : .corrected, publication.author)
        case .retracted(let retraction): event = (.retracted, retraction.author)
        }
        guard let refusal = policy.refusal(of: event.kind, by: event.author) else { return [] }
        return [
            RuleID.publishedWithoutRight.diagnostic(
                "what readers see was \(event.kind.words) by someone who may not: \(refusal.reason)",
                at: verdict.file.span(verdict.ruling.range),
                claim: claim.id,
                labels: lastLine(event.kind).map { [Diagnostic.Label(journal.span(ofLine: $0), "here")] }
                    ?? []
            )
        ]
    }

    private func lastLine(_ kind: JournalEvent.Kind) -> Int? {
        journal.lines.lastIndex { $0.event.kind == kind }
    }
}
