import Diagnostics
import Newsroom

/// A published verdict without evidence.
struct VerdictWithoutEvidence: Rule {
    static let guide = RuleGuide(
        RuleID("verdict-without-evidence", .error),
        "A published verdict lists its evidence; with a label, it at least says what it rests on.",
        why:
            """
            A rating without evidence is an opinion. A label in place of a rating may have no evidence to list: then the text gives
            the reasons, or the claim at least shows where it was made.
            """,
        fix:
            "List the sources under `evidence`; for a label without sources, write the reasons into the text.",
        wrong: "ruling: false\npublished: 2026-11-21",
        right:
            "ruling: false\npublished: 2026-11-21\nevidence:\n  - {source: a, stance: undermines, shows: \"…\"}"
    )

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard context.isPublished(verdict), verdict.evidence.isEmpty, !verdict.hasUnreadEvidence else {
            return []
        }
        guard context.step(of: verdict) != nil else { return check(label: verdict, context) }
        return [
            Finding(
                "this verdict rates a claim without listing any evidence",
                at: verdict.span(verdict.ruling),
                help: "list the sources under `evidence`, or take `published` out until there are some"
            )
        ]
    }

    /// A finding about a label without evidence, text and appearance, which readers cannot tell from a guess.
    private func check(label verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard context.newsroom.ruling(of: verdict) != nil, !verdict.hasText,
            let claim = context.newsroom.claims[verdict.claim.value], claim.appearances.isEmpty
        else { return [] }
        return [
            Finding(
                "this verdict has neither evidence nor a text, and nothing shows where the claim was made",
                at: verdict.span(verdict.ruling),
                help:
                    "write down what was looked for and not found, or take `published` out until there is something to show"
            )
        ]
    }
}

extension Verdict {
    /// Whether the file has any text below the front matter.
    fileprivate var hasText: Bool {
        file.bytes[body].contains {
            ![UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains($0)
        }
    }
}
