import Diagnostics

/// The matching of opening and closing tags.
enum TagPairing {
    /// The deepest nesting of tags. Rendering needs a stack as deep.
    static let maximumDepth = 100

    /// Sets `partner` and `container` of the tags; reports unclosed, crossed and stray ones.
    static func pair(_ tags: inout [TemplateTag], _ findings: inout TemplateFindings) {
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
        _ tags: inout [TemplateTag],
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

    private static func matches(_ opening: TemplateTag, _ closing: TemplateTag) -> Bool {
        opening.name == closing.name && opening.isDynamic == closing.isDynamic
    }

    private static func reportUnclosed(_ tag: TemplateTag, _ findings: inout TemplateFindings) {
        findings.report(
            .templateSyntax,
            "`\(tag.name)` is opened here and never closed",
            at: tag.range,
            help: "close it with `{{/\(tag.isDynamic ? "*" : "")\(tag.name)}}`"
        )
    }
}
