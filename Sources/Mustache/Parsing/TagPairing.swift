import Diagnostics

/// Finds the closing tag of every tag that opens something.
enum TagPairing {
    /// Deeper nesting is a mistake, and rendering it would need as deep a stack.
    static let maximumDepth = 100

    /// Joins the tags to their partners and containers; reports what is unclosed, crossed or stray.
    static func pair(_ tags: inout [Tag], _ findings: inout TemplateFindings) {
        var open: [Int] = []
        var isDepthReported = false
        for index in tags.indices {
            if tags[index].kind == .close {
                close(index, &tags, &open, &findings)
                continue
            }
            tags[index].container = open.last
            guard tags[index].kind.opens else { continue }
            open.append(index)
            if open.count > maximumDepth, !isDepthReported {
                isDepthReported = true
                findings.report(
                    .templateSyntax,
                    "sections are nested more than \(maximumDepth) deep",
                    at: tags[index].range
                )
            }
        }
        for index in open { reportUnclosed(tags[index], &findings) }
    }

    private static func close(
        _ index: Int,
        _ tags: inout [Tag],
        _ open: inout [Int],
        _ findings: inout TemplateFindings
    ) {
        let tag = tags[index]
        guard let match = open.suffix(maximumDepth).last(where: { matches(tags[$0], tag) }) else {
            let range = open.last.map { tags[$0].range }
            findings.report(
                .templateSyntax,
                "`\(tag.name)` is closed here, but it is not open",
                at: tag.range,
                label: range.map { ($0, "this is open") },
                help: open.last.map { "close `\(tags[$0].name)` first, or take this tag away" }
            )
            return
        }
        while let last = open.popLast(), last != match {
            findings.report(
                .templateSyntax,
                "`\(tags[last].name)` is opened here, but `\(tag.name)` is closed before it",
                at: tags[last].range,
                label: (tag.range, "this closes `\(tag.name)`"),
                help: "close `\(tags[last].name)` before `\(tag.name)`"
            )
        }
        tags[match].partner = index
        tags[index].partner = match
        tags[index].container = open.last
    }

    private static func matches(_ opening: Tag, _ closing: Tag) -> Bool {
        opening.name == closing.name && opening.isDynamic == closing.isDynamic
    }

    private static func reportUnclosed(_ tag: Tag, _ findings: inout TemplateFindings) {
        findings.report(
            .templateSyntax,
            "`\(tag.name)` is opened here and never closed",
            at: tag.range,
            help: "close it with `{{/\(tag.isDynamic ? "*" : "")\(tag.name)}}`"
        )
    }
}
