import Diagnostics
import Newsroom

/// A verdict in the worse half of the scale whose claimant was not asked for a reply.
struct NoRightOfReply: Rule {
    static let guide = RuleGuide(
        RuleID("no-right-of-reply", .note),
        "Before a claim is rated in the worse half of the scale, its claimant is asked.",
        why:
            "The claimant may have evidence that the newsroom lacks, and fairness asks for it. To ask others is good, and is no reply of the claimant.",
        fix: "Ask, and record it under `replies`, also when no answer came (`answered: none`).",
        wrong: "ruling: false\npublished: 2026-11-21",
        right:
            "ruling: false\npublished: 2026-11-21\nreplies: [{from: vice-news, asked: 2026-11-14, answered: none}]"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard context.isPublished(verdict), let step = context.step(of: verdict),
            step * 2 <= context.newsroom.settings.scale.steps.count,
            let claim = context.newsroom.claim(of: verdict)
        else { return [] }
        let asked = Set(context.publication(of: verdict).replies.map(\.from.value))
        let unasked = claim.claimants.map(\.value).filter { !asked.contains($0) }
        guard !unasked.isEmpty else { return [] }
        let names = unasked.map { context.name(of: $0) }.joined(separator: " or ")
        return [
            Finding(
                "nothing says that \(names) was asked for a reply",
                at: verdict.span(verdict.ruling),
                help: "ask, and record it under `replies`, also when no answer came"
            )
        ]
    }
}
