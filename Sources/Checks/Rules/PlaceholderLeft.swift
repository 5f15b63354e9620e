import Diagnostics
import Newsroom

/// A text or record from `assay init` that was never replaced.
struct PlaceholderLeft: Rule {
    static let guide = RuleGuide(
        RuleID("placeholder-left", .warning),
        "What a new newsroom starts with is replaced.",
        why: """
            `assay init` writes an address, a description, pages and an example that show what belongs where. Each is listed
            until it is replaced, so that none of them goes out to readers unseen.
            """,
        fix: "Write your own words in its place, or delete the record.",
        wrong: "description: An example newsroom, to be replaced with yours.",
        right: "description: Fact-checks of what is said in Examplewick."
    )

    func check(_ context: CheckContext) -> [Finding] {
        let settings = context.newsroom.settings
        var findings: [Finding] = []
        if Placeholders.isExample(settings.url.value), !context.hasOwnVerdict {
            findings.append(
                Finding(
                    "`url` is the example that the newsroom was made with",
                    at: settings.span(settings.url),
                    help: "write the address at which the site will be published"
                )
            )
        }
        findings += [
            (
                settings.description, Placeholders.description, "description",
                "say in one sentence what the site is about"
            ),
            (
                settings.name, Placeholders.name, "name",
                "write your newsroom's name, also in the profile of the publisher"
            ),
        ].compactMap { value, placeholder, field, help in
            guard value == placeholder else { return nil }
            return Finding(
                "`\(field)` is the example that the newsroom was made with",
                at: settings.span(of: field),
                help: help
            )
        }
        return findings
    }

    func check(_ page: StandingPage, _ context: CheckContext) -> [Finding] {
        guard let range = Placeholders.page.range(in: page) else { return [] }
        return [
            Finding(
                "this page is the draft that the newsroom was made with",
                at: page.file.span(range),
                help: "write it, and delete this line; or delete the page, and its id in `navigation`"
            )
        ]
    }

    func check(_ verdict: Verdict, _ context: CheckContext) -> [Finding] {
        guard let range = Placeholders.verdict.range(in: verdict),
            context.isPublished(verdict),
            context.hasOwnVerdict
        else { return [] }
        return [
            Finding(
                "readers see this example beside your own verdicts",
                at: verdict.file.span(range),
                help: "delete the example: its verdict, its claim and its sources"
            )
        ]
    }
}

extension SiteSettings {
    /// The line of a top-level field of the settings; the file's start if the field is absent.
    fileprivate func span(of field: String) -> SourceSpan {
        let wanted = Array("\(field):".utf8)
        let start = file.bytes.indices.first { index in
            (index == 0 || file.bytes[index - 1] == UInt8(ascii: "\n"))
                && file.bytes[index...].starts(with: wanted)
        }
        return start.map { file.span(file.lineRange(around: $0)) } ?? file.startSpan
    }
}
