import Diagnostics

extension TemplateCompiler {
    mutating func addPartial(_ tag: TemplateTag) {
        guard let inclusion = inclusion(for: tag) else { return }
        nodes.append(.include(inclusions.count))
        inclusions.append(inclusion)
    }

    mutating func openParent(_ index: Int) {
        let node = inclusion(for: tags[index]).map { inclusion in
            nodes.append(.parent(inclusions.count, end: 0))
            inclusions.append(inclusion)
            return nodes.count - 1
        }
        push(index, node: node)
    }

    mutating func closeParent(_ opened: Opened) {
        complete(opened)
        markup.state = opened.state
    }

    private mutating func inclusion(for tag: TemplateTag) -> Inclusion? {
        closed = nil
        if mode == .strict, markup.state.place != .text {
            findings.report(
                .templateMarkup,
                "a template cannot be included \(markup.state.description)",
                at: tag.range,
                help: "include it in text"
            )
            return nil
        }
        let indentation = tag.indentation.map(ownIndentation)
        if tag.isDynamic {
            return path(of: tag).map {
                Inclusion(target: .dynamic($0), range: tag.range, indentation: indentation)
            }
        }
        let template = indices[tag.name]
        if template == nil, mode == .strict, !tag.name.isEmpty {
            findings.report(
                .unknownTemplate,
                "there is no template `\(tag.name)`",
                at: tag.nameRange,
                help: Suggestion.help(for: tag.name, among: indices.keys),
                fixes: [
                    Suggestion.fix(for: tag.name, at: tag.nameRange, in: findings.source, among: indices.keys)
                ]
            )
        }
        return Inclusion(
            target: .named(tag.name),
            range: tag.range,
            indentation: indentation,
            template: template
        )
    }

    /// A tag's indentation, without the part that is removed from the block around it.
    private func ownIndentation(_ range: Range<Int>) -> [UInt8] { Array(bytes[range].dropFirst(dedent)) }

    /// Opens a block: directly in a parent it replaces one of the parent's, anywhere else it can be filled.
    mutating func openBlock(_ index: Int) {
        closed = nil
        let isReplacement = isDirectlyInParent
        let inner = innerIndentation(of: tags[index])
        if isReplacement {
            push(index, node: nil)
            markup.state = MarkupState()
            if let inner { dedent = inner.count }
            return
        }
        let block = block(for: tags[index], inner)
        nodes.append(.block(blocks.count, end: 0))
        blocks.append(block)
        push(index, node: nodes.count - 1)
    }

    private mutating func block(for tag: TemplateTag, _ inner: Range<Int>?) -> TemplateBlock {
        var excludes: SpecialContent = []
        if mode == .strict {
            if let allowed = markup.state.blockExcludes {
                excludes = allowed
            } else {
                findings.report(
                    .templateMarkup,
                    "a block cannot stand \(markup.state.description)",
                    at: tag.range,
                    help: "put it in text, in a quoted attribute or in <title>"
                )
            }
        }
        let isOpenAlone = tag.outer.upperBound > tag.range.upperBound
        return TemplateBlock(
            name: tag.name,
            range: tag.range,
            indentation: (inner ?? tag.indentation).map(ownIndentation) ?? [],
            startsLine: tag.indentation != nil,
            leadsDefault: tag.indentation != nil && !isOpenAlone,
            excludes: excludes,
            place: markup.state.description
        )
    }

    /// The indentation that all lines of a block share; nil if its content begins on the tag's own line.
    private func innerIndentation(of tag: TemplateTag) -> Range<Int>? {
        // Deeper nesting has been reported as an error, and is slow to search.
        guard tag.outer.upperBound > tag.range.upperBound, open.count <= TagPairing.maximumDepth else {
            return nil
        }
        let end = tag.partner.map { tags[$0].outer.lowerBound } ?? bytes.count
        var shortest: Range<Int>?
        var start = tag.outer.upperBound
        while start < end {
            let lineEnd = bytes[start..<end].firstIndex(of: 0x0A) ?? end
            let first = bytes[start..<lineEnd].firstIndex { !isBlank($0) && $0 != 0x0D }
            if let first, first - start < shortest?.count ?? Int.max { shortest = start..<first }
            start = lineEnd + 1
        }
        return shortest
    }

    mutating func closeBlock(_ opened: Opened, _ index: Int) {
        complete(opened)
        if mode == .strict,
            markup.state.joined(with: opened.node == nil ? MarkupState() : opened.state) == nil
        {
            reportUneven(opened, index, "block")
            markup.state = opened.state
        }
        if opened.node == nil { addReplacement(opened) }
    }

    private mutating func addReplacement(_ opened: Opened) {
        guard let parent = open.last?.node, case .parent(let inclusion, _) = nodes[parent] else { return }
        let range = opened.firstNode..<nodes.count
        let replacement = Replacement(
            name: tags[opened.tag].name,
            range: tags[opened.tag].range,
            nodes: range,
            leads: takeLineStart(from: range),
            holds: held(in: range, from: opened.firstByte)
        )
        inclusions[inclusion].replacements.append(replacement)
    }

    /// Leaves the first line's indentation to the block that is replaced. Returns whether there is a first
    /// line.
    private mutating func takeLineStart(from range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        switch nodes[first] {
        case .text(let start, let end, _): nodes[first] = .text(start: start, end: end, startsLine: false)
        case .lineStart: nodes[first] = .text(start: 0, end: 0, startsLine: false)
        case .variable: break
        default: return false
        }
        return true
    }

    private func held(in range: Range<Int>, from firstByte: Int) -> SpecialContent {
        var holds: SpecialContent = []
        for byte in text[firstByte...] {
            switch byte {
            case UInt8(ascii: "<"): holds.insert(.markup)
            case UInt8(ascii: "\""): holds.insert(.doubleQuote)
            case UInt8(ascii: "'"): holds.insert(.singleQuote)
            default: break
            }
        }
        for node in nodes[range] {
            switch node {
            case .include, .parent: holds.insert(.markup)
            default: break
            }
        }
        return holds
    }
}
