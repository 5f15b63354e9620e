import Diagnostics
import Newsroom

/// A medium without credit or licence.
struct MediumWithoutCredit: Rule {
    static let guide = RuleGuide(
        RuleID("medium-without-credit", .warning),
        "Every medium says whose it is, and on what terms it is shown.",
        why: "Readers judge a picture by where it comes from, and whoever made it has a right to be named.",
        fix: "Write `credit` and `licence`; where it is shown to be criticised, say so: `licence: quoted`.",
        wrong: "file: crowd.jpg\nkind: image",
        right: "file: crowd.jpg\nkind: image\ncredit: City archive\nlicence: CC BY 4.0"
    )

    func check(_ medium: Medium, _ context: CheckContext) -> [Finding] {
        let missing = [("credit", medium.credit), ("licence", medium.licence)].filter { $0.1 == nil }.map(\.0)
        guard !missing.isEmpty else { return [] }
        return [
            Finding(
                "this medium has no " + missing.map { "`\($0)`" }.joined(separator: " and no "),
                at: medium.span(medium.fileName),
                help: "add " + missing.map { "`\($0): …`" }.joined(separator: " and ")
            )
        ]
    }
}
