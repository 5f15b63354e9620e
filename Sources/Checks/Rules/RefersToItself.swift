import Diagnostics
import Newsroom

/// A record that names itself in a field for other records, such as `related`.
struct RefersToItself: Rule {
    static let guide = RuleGuide(
        RuleID("refers-to-itself", .error),
        "A record is not related to, read in, or a member of itself.",
        why: "Such a line is a slip: another record was meant, and the reader misses it.",
        fix: "Name the record that was meant, or take the line out.",
        wrong: "# content/claims/offered-analysis.md\nrelated: [offered-analysis]",
        right: "# content/claims/offered-analysis.md\nrelated: [retreated-within-hours]"
    )

    func check(_ claim: Claim, _ context: CheckContext) -> [Finding] {
        findings(claim, claim.related, "is listed as related to itself")
    }

    func check(_ source: Source, _ context: CheckContext) -> [Finding] {
        findings(source, source.readIn, "is listed as read in itself")
    }

    func check(_ profile: Profile, _ context: CheckContext) -> [Finding] {
        findings(profile, profile.affiliations, "is listed as affiliated with itself")
    }

    private func findings(_ record: some Record, _ ids: [Located<String>], _ what: String) -> [Finding] {
        ids.filter { $0.value == record.id }.map {
            Finding(
                "\(record.described) \(what)",
                at: record.span($0),
                help: "name another record, or take this one out"
            )
        }
    }
}
