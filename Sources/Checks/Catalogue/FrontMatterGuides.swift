import Diagnostics

extension RuleCatalogue {
    /// Guides of the rules that are reported while front matter and settings are decoded.
    static let frontMatterGuides: [RuleGuide] = [
        RuleGuide(
            .missingFrontMatter,
            "A record starts with front matter.",
            why: "The fields between the two lines `---` say what the record is.",
            fix: "Start the file with a line `---`, then the fields, then another line `---`.",
            wrong: "name: Vladimir Putin",
            right: "---\nname: Vladimir Putin\nkind: person\n---"
        ),
        RuleGuide(
            .yamlSyntax,
            "Front matter and settings are well-formed YAML.",
            why: "Nothing can be said about a file whose fields cannot be told apart.",
            fix: """
                Most often a value needs quotation marks: when it holds `: ` or ` #`, or starts with one of
                `[ ] { } & * ! | > ' " % @`. Or the indentation does not line up.
                """,
            wrong: "title: Putin: the offer",
            right: "title: \"Putin: the offer\""
        ),
        RuleGuide(
            .wordsLostToYAML,
            "YAML takes nothing away of what a field says.",
            why: """
                In a value without quotation marks, YAML takes ` #` and what follows for a comment, and a word that begins with
                `&` or `!` before it for a name or a tag. Readers would see a text that is cut off.
                """,
            fix: """
                Put the text into quotation marks. A comment that is meant as one stands on a line of its own, or behind a
                text in quotation marks.
                """,
            wrong: "title: Not #1, but #2",
            right: "title: \"Not #1, but #2\""
        ),
        RuleGuide(
            .yamlTooComplex,
            "Front matter does not nest deeply, and has few anchors and aliases.",
            why: """
                A few lines of YAML that refer to each other can grow to gigabytes. No record needs that, nor more than 32
                levels, 16 anchors and aliases, or 2,000 names in one group.
                """,
            fix: "Write the values out.",
            wrong: "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]",
            right: "topics: [x]"
        ),
        RuleGuide(
            .unknownField,
            "Records have only fields that Assay knows.",
            why: "A misspelt field is silently lost: readers would never see what it says.",
            fix: "Correct the name; docs/formats.md lists all fields.",
            wrong: "pubished: 2026-11-21",
            right: "published: 2026-11-21"
        ),
        RuleGuide(
            .missingField,
            "Records have the fields that they need.",
            why: "Pages, checks and structured data are made of these fields.",
            fix: "Add the field; docs/formats.md says what it means.",
            wrong: "---\nkind: person\n---",
            right: "---\nname: Vladimir Putin\nkind: person\n---"
        ),
        RuleGuide(
            .wrongType,
            "A field holds what its kind asks for.",
            why:
                "A list where a text belongs, or a word that is not one of the choices, cannot be understood.",
            fix: "Write the kind of value that the message names.",
            wrong: "stance: against",
            right: "stance: undermines"
        ),
        RuleGuide(
            .invalidDate,
            "Dates exist, and are written year first.",
            why: "`03/04/2018` is a day in March in one country and in April in another.",
            fix: "Write `2018-07-16`, `2018-07` or `2018`; for a span `2018-07-16/2018-07-22`.",
            wrong: "stated: 16.7.2018",
            right: "stated: 2018-07-16"
        ),
    ]
}
