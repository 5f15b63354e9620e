import Diagnostics
import Newsroom

/// A profile without a `role` that no record names.
struct UnusedProfile: Rule {
    static let guide = RuleGuide(
        RuleID("unused-profile", .note),
        "Every profile is named somewhere.",
        why:
            "A profile that no record names was forgotten, or is left over. Those with a `role` in the newsroom are exempt.",
        fix: "Name it where it belongs, or delete its file.",
        wrong: "content/profiles/left-over.md",
        right: "claimant: left-over"
    )

    func check(_ context: CheckContext) -> [Finding] {
        // An unreadable record may name any profile.
        guard context.newsroom.unreadable.isEmpty else { return [] }
        return context.newsroom.profiles.filter {
            $0.role == nil && !context.mentions.contains(.profile, $0.id)
        }.map {
            Finding(
                "nothing names profile `\($0.id)`",
                at: $0.span($0.name),
                help: "name it where it belongs, or delete \($0.file.path)"
            )
        }
    }
}
