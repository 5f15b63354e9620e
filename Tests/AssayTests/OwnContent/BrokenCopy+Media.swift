/// The breaks of the rules about media.
extension BrokenCopy {
    static let media = [
        BrokenCopy(
            "medium-without-alt",
            in: record("chart"),
            at: "file: chart.svg",
            [
                drawing("chart"), Change(file: record("chart"), old: nil, new: described(alt: "")),
                shown(["chart"]),
            ]
        ),
        BrokenCopy(
            "medium-without-credit",
            in: record("chart"),
            at: "file: chart.svg",
            [
                drawing("chart"),
                Change(
                    file: record("chart"),
                    old: nil,
                    new: "---\nfile: chart.svg\nkind: image\nalt: Bars.\n---\n"
                ),
                shown(["chart"]),
            ]
        ),
        BrokenCopy(
            "media-too-large",
            in: record("chart"),
            at: "file: chart.svg",
            [
                drawing("chart", padding: 5_300_000),
                Change(file: record("chart"), old: nil, new: described()),
                shown(["chart"]),
            ]
        ),
        BrokenCopy(
            "media-twice",
            in: record("copy"),
            at: "file: copy.svg",
            [
                drawing("chart"), drawing("copy"), Change(file: record("chart"), old: nil, new: described()),
                Change(file: record("copy"), old: nil, new: described("copy")), shown(["chart", "copy"]),
            ]
        ),
    ]

    private static func record(_ id: String) -> String { "content/media/\(id).md" }

    private static func described(_ id: String = "chart", alt: String = "alt: Bars.\n") -> String {
        "---\nfile: \(id).svg\nkind: image\n\(alt)credit: The desk\nlicence: CC BY 4.0\n---\n"
    }

    private static func drawing(_ id: String, padding: Int = 0) -> Change {
        let blanks = String(repeating: " ", count: padding)
        return Change(
            file: "content/media/\(id).svg",
            old: nil,
            new:
                #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/>\#(blanks)</svg>"#
        )
    }

    private static func shown(_ ids: [String]) -> Change {
        let figures = ids.map { "![A chart](media:\($0))" }.joined(separator: " ")
        return Change(file: "content/pages/about.md", old: "## More", new: figures + "\n\n## More")
    }
}
