import Diagnostics
import Newsroom

/// A newsroom with a published verdict whose `url` is an example address (RFC 2606).
struct ExampleAddress: Rule {
    static let guide = RuleGuide(
        RuleID("example-address", .error),
        "A newsroom with a published verdict says where its site lies.",
        why: """
            Feeds, embeds, structured data and the addresses that people share all begin with `url`. With `example.org`, which
            is kept for examples (RFC 2606), every one of them leads to nothing.
            """,
        fix: "Write the address at which the site is published into `content/site.yaml`.",
        wrong: "url: https://example.org/",
        right: "url: https://facts.lamp-post.news/"
    )

    func check(_ context: CheckContext) -> [Finding] {
        let settings = context.newsroom.settings
        guard Placeholders.isExample(settings.url.value), context.hasOwnVerdict else { return [] }
        return [
            Finding(
                "a verdict is published, and `url` is an example that nobody can have",
                at: settings.span(settings.url),
                help: "write the address at which the site is published"
            )
        ]
    }
}
