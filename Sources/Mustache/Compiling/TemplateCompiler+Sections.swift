import Diagnostics

extension TemplateCompiler {
    mutating func openSection(_ index: Int) {
        let tag = tags[index]
        let alternative = closed.flatMap { isAlternative(tag, of: tags[$0.tag]) ? $0 : nil }
        closed = nil
        if let alternative { markup.state = alternative.entry }
        settleMarkup(at: tag)
        let node = path(of: tag).map { path in
            nodes.append(
                tag.kind == .section
                    ? .section(references.count, end: 0) : .inverted(references.count, end: 0)
            )
            addReference(path, tag.range, .nowhere)
            return nodes.count - 1
        }
        push(index, node: node, alternative: alternative?.exit)
    }

    mutating func push(_ index: Int, node: Int?, alternative: MarkupState? = nil) {
        open.append(
            Opened(
                tag: index,
                node: node,
                state: markup.state,
                dedent: dedent,
                firstNode: nodes.count,
                firstByte: text.count,
                alternative: alternative
            )
        )
    }

    /// Whether a tag opens the other branch of a section that closed just before it: only one of the two is shown.
    private func isAlternative(_ tag: TemplateTag, of close: TemplateTag) -> Bool {
        guard let partner = close.partner, close.outer.upperBound == tag.outer.lowerBound else {
            return false
        }
        return tags[partner].kind != tag.kind && tags[partner].name == tag.name
    }

    /// Ends a tag or attribute name at a section's edge, since the section may be skipped.
    private mutating func settleMarkup(at tag: TemplateTag) {
        guard mode == .strict, !isDirectlyInParent else { return }
        guard let edge = markup.state.atEdge else {
            findings.report(
                .templateMarkup,
                "a section cannot begin or end \(markup.state.description)",
                at: tag.range,
                help: "move the section's edge before or after the markup"
            )
            return
        }
        markup.state = edge
    }

    mutating func close(_ index: Int) {
        guard let partner = tags[index].partner else { return }
        while let last = open.popLast() {
            guard last.tag == partner else {
                complete(last)
                continue
            }
            dedent = last.dedent
            switch tags[partner].kind {
            case .section, .inverted: closeSection(last, index)
            case .block: closeBlock(last, index)
            default: closeParent(last)
            }
            return
        }
    }

    private mutating func closeSection(_ opened: Opened, _ index: Int) {
        complete(opened)
        guard mode == .strict, !isDirectlyInParent else { return }
        settleMarkup(at: tags[index])
        let exit = markup.state
        guard let joined = exit.joined(with: opened.alternative ?? opened.state) else {
            reportUneven(opened, index, "section")
            markup.state = opened.state
            return
        }
        markup.state = joined
        closed = Closed(tag: index, entry: opened.state, exit: exit)
    }

    mutating func reportUneven(_ opened: Opened, _ index: Int, _ what: String) {
        let tag = tags[opened.tag]
        findings.report(
            .templateMarkup,
            "the \(what) `\(tag.name)` begins \(opened.state.description) and ends \(markup.state.description)",
            at: tags[index].range,
            label: (tag.range, "it begins here"),
            help: "let it end where it began, so that the page is whole with and without it"
        )
    }

    /// Sets the end of the body in a tag's node.
    mutating func complete(_ opened: Opened) {
        guard let index = opened.node else { return }
        switch nodes[index] {
        case .section(let reference, _): nodes[index] = .section(reference, end: nodes.count)
        case .inverted(let reference, _): nodes[index] = .inverted(reference, end: nodes.count)
        case .parent(let inclusion, _): nodes[index] = .parent(inclusion, end: nodes.count)
        case .block(let block, _): nodes[index] = .block(block, end: nodes.count)
        default: break
        }
    }
}
