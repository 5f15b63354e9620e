import Newsroom

/// A verdict in the worse half of the scale, and nobody was asked.
struct NoRightOfReply: Rule {
    static let guide = RuleGuide(
        "no-right-of-reply",
        .note,
        "Before a claim is rated in the worse half of the scale, its claimant is asked.",
        why: "The claimant may have evidence that the newsroom lacks, and fairness asks for it.",
        fix: "Ask, and record it under `replies`, also when no answer came (`answered: none`).",
        wrong: "ruling: false\npublished: 2026-11-21",
        right:
            "ruling: false\npublished: 2026-11-21\nreplies: [{from: vice-news, asked: 2026-11-14, answered: none}]"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard context.isPublished(verdict), verdict.replies.isEmpty, let step = context.step(of: verdict),
            step * 2 <= context.newsroom.settings.scale.steps.count,
            let claim = context.newsroom.claim(of: verdict)
        else { return [] }
        let names = claim.claimants.map { context.name(of: $0.value) }.joined(separator: " or ")
        return [
            Finding(
                "nothing says that \(names) was asked for a reply",
                at: verdict.span(verdict.ruling),
                help: "ask, and record it under `replies`, also when no answer came"
            )
        ]
    }
}
