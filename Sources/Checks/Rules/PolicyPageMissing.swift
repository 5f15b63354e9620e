import Diagnostics
import Newsroom

/// A missing standing page about the newsroom: about, methodology, corrections, funding or contact.
struct PolicyPageMissing: Rule {
    static let guide = RuleGuide(
        RuleID("policy-page-missing", .warning),
        "The newsroom has pages about itself, its method, corrections, funding, and how to reach it.",
        why: """
            Readers can judge a fact-checker only when they know who it is, how it works, who pays, and how to complain. The
            code of principles of the International Fact-Checking Network asks for all five.
            """,
        fix:
            "Write the page, for instance `content/pages/corrections.md`, or give an existing page the `role`.",
        wrong: "content/pages/about.md",
        right: "content/pages/about.md, methodology.md, corrections.md, funding.md, contact.md"
    )

    private static let expected: [(StandingPage.Role, String)] = [
        (.about, "who runs the newsroom"), (.methodology, "how claims are chosen and rated"),
        (.corrections, "how mistakes are put right"), (.funding, "who pays"),
        (.contact, "how to reach the newsroom"),
    ]

    func check(_ context: CheckContext) -> [Finding] {
        let roles = Set(context.newsroom.pages.compactMap { $0.role ?? StandingPage.Role(rawValue: $0.id) })
        return Self.expected.filter { role, _ in
            !roles.contains(role) && !context.newsroom.unreadable.contains(RecordKey(.page, role.rawValue))
        }.map { role, subject in
            Finding(
                "no page says \(subject): there is none with the role `\(role.rawValue)`",
                at: context.newsroom.settings.file.startSpan,
                help: "write content/pages/\(role.rawValue).md, or give another page `role: \(role.rawValue)`"
            )
        }
    }
}
