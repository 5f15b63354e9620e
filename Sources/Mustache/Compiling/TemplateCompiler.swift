import Diagnostics
import Encodings

/// A compiler of one template's tags and text into flat tables.
struct TemplateCompiler {
    /// An open tag, and the state to return to when it closes.
    struct Opened {
        let tag: Int
        /// The index of the node to complete; nil for a replacement.
        let node: Int?
        let state: MarkupState
        let dedent: Int
        let firstNode: Int
        let firstByte: Int
        /// The state at the end of the section to which this one is the alternative.
        var alternative: MarkupState?
    }

    /// A section that has just closed. The next tag may open its alternative.
    struct Closed {
        let tag: Int
        let entry: MarkupState
        let exit: MarkupState
    }

    let bytes: [UInt8]
    let tags: [TemplateTag]
    let mode: TemplateLibrary.Mode
    let indices: [String: Int]
    /// Names with the same value on every page.
    let constants: RenderContext

    var findings: TemplateFindings
    var markup = MarkupScanner()
    var text: [UInt8] = []
    var nodes: [TemplateNode] = []
    var names: [TemplateName] = []
    var references: [NameReference] = []
    var inclusions: [Inclusion] = []
    var blocks: [TemplateBlock] = []
    var open: [Opened] = []
    var closed: Closed?
    /// Whether further text belongs to the last node.
    private var continuesText = false
    /// The number of blanks removed from the start of each line: a block's own indentation.
    var dedent = 0

    private init(
        _ source: SourceFile,
        mode: TemplateLibrary.Mode,
        indices: [String: Int],
        constants: TemplateRecord
    ) {
        bytes = source.bytes
        self.mode = mode
        self.indices = indices
        self.constants = RenderContext(.record(constants))
        var findings = TemplateFindings(source: source)
        var tags = TagScanner.scan(source, &findings)
        TagPairing.pair(&tags, &findings)
        TemplateLayout.apply(to: &tags, in: bytes)
        self.tags = tags
        self.findings = findings
    }

    /// Compiles a template. Its index is that of its name in `indices`; constants become text.
    static func compile(
        _ name: String,
        _ source: SourceFile,
        mode: TemplateLibrary.Mode,
        indices: [String: Int],
        constants: TemplateRecord
    ) -> (template: CompiledTemplate, diagnostics: [Diagnostic]) {
        var compiler = TemplateCompiler(source, mode: mode, indices: indices, constants: constants)
        compiler.compile()
        let template = CompiledTemplate(
            name: name,
            source: source,
            index: indices[name] ?? 0,
            text: compiler.text,
            nodes: compiler.nodes,
            names: compiler.names,
            references: compiler.references,
            inclusions: compiler.inclusions,
            blocks: compiler.blocks
        )
        return (template, compiler.findings.diagnostics)
    }

    private mutating func compile() {
        var position = 0
        for index in tags.indices {
            let tag = tags[index]
            addText(position..<max(position, tag.outer.lowerBound))
            position = max(position, tag.outer.upperBound)
            if tag.outer == tag.range, isLineStart(tag.range.lowerBound), !isInheritance(tag) {
                nodes.append(.lineStart)
                continuesText = false
            }
            add(index)
        }
        addText(position..<bytes.count)
        while let last = open.popLast() { complete(last) }
        if mode == .strict, markup.state.place != .text {
            findings.report(
                .templateMarkup,
                "the template ends \(markup.state.description)",
                at: max(0, bytes.count - 1)..<bytes.count,
                help: "end what is open, so that what includes this template goes on in text"
            )
        }
    }

    /// Whether a tag belongs to a parent or a block, which pass their indentation on to their content.
    private func isInheritance(_ tag: TemplateTag) -> Bool {
        let kind = tag.partner.map { tag.kind == .close ? tags[$0].kind : tag.kind } ?? tag.kind
        return kind == .parent || kind == .block || isDirectlyInParent
    }

    private mutating func add(_ index: Int) {
        let tag = tags[index]
        if isDirectlyInParent, mode == .strict { reportOutsideBlock(tag) }
        switch tag.kind {
        case .comment, .delimiters: break
        case .variable, .unescaped:
            addVariable(tag)
            return
        case .section, .inverted: openSection(index)
        case .partial: addPartial(tag)
        case .parent: openParent(index)
        case .block: openBlock(index)
        case .close: close(index)
        }
        continuesText = false
    }

    private mutating func reportOutsideBlock(_ tag: TemplateTag) {
        switch tag.kind {
        case .comment, .delimiters, .block, .close: break
        default:
            findings.report(
                .templateSyntax,
                "this stands in a parent but outside its blocks, and is never shown",
                at: tag.range,
                help: "move it into a block `{{$…}}`"
            )
        }
    }

    /// Whether the current place is in a parent and outside every block, where nothing is shown.
    var isDirectlyInParent: Bool { open.last.map { tags[$0.tag].kind == .parent } ?? false }

    func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == 0x0A }

    private mutating func addText(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        guard !isDirectlyInParent else {
            let shown = bytes.trimmed(range)
            if mode == .strict, !shown.isEmpty {
                findings.report(
                    .templateSyntax,
                    "this text stands in a parent but outside its blocks, and is never shown",
                    at: shown,
                    help: "move it into a block `{{$…}}`"
                )
            }
            return
        }
        closed = nil
        if mode == .strict { markup.follow(bytes, range, &findings) }
        let start = text.count
        appendDedented(range)
        addTextNode(from: start, startsLine: isLineStart(range.lowerBound))
    }

    /// Adds a node for the text that was appended last, or extends the node before.
    private mutating func addTextNode(from start: Int, startsLine: Bool) {
        if continuesText, case .text(let first, _, let firstStartsLine)? = nodes.last {
            nodes[nodes.count - 1] = .text(start: first, end: text.count, startsLine: firstStartsLine)
        } else {
            nodes.append(.text(start: start, end: text.count, startsLine: startsLine))
        }
        continuesText = true
    }

    private mutating func appendDedented(_ range: Range<Int>) {
        guard dedent > 0 else {
            text.append(contentsOf: bytes[range])
            return
        }
        var toDrop = isLineStart(range.lowerBound) ? dedent : 0
        for byte in bytes[range] {
            if toDrop > 0, isBlank(byte) {
                toDrop -= 1
            } else {
                toDrop = byte == 0x0A ? dedent : 0
                text.append(byte)
            }
        }
    }

    private mutating func addVariable(_ tag: TemplateTag) {
        guard let path = path(of: tag) else { return }
        let escaping = escaping(of: tag)
        closed = nil
        if case .text(let constant)? = constants.find(path), Self.canStand(constant, escaping) {
            let start = text.count
            MarkupEscaper.html.append(constant, to: &text)
            addTextNode(from: start, startsLine: false)
        } else {
            nodes.append(.variable(references.count))
            addReference(path, tag.range, escaping)
            continuesText = false
        }
    }

    /// Whether a constant can become text of the template. One with a line end cannot: the new line would be
    /// indented.
    private static func canStand(_ constant: String, _ escaping: Escaping) -> Bool {
        (escaping == .text || escaping == .plain) && !constant.utf8.contains(where: isLineEnd)
    }

    /// Adds a reference to what a path names.
    mutating func addReference(_ path: NamePath, _ range: Range<Int>, _ escaping: Escaping) {
        let start = names.count
        names += path.parts
        references.append(NameReference(names: start..<names.count, range: range, escaping: escaping))
    }

    private mutating func escaping(of tag: TemplateTag) -> Escaping {
        guard mode == .strict else { return tag.kind == .unescaped ? .raw : .text }
        defer { markup.state.showValue() }
        switch markup.state.escaping {
        case .allowed(let escaping): return escaping
        case .refused(let reason):
            findings.report(
                .unsafeInterpolation,
                reason,
                at: tag.range,
                caption: markup.state.description,
                help: "show the value in text or in a quoted attribute"
            )
            return .nowhere
        }
    }

    /// The split name of a tag; reports a name that cannot be one.
    mutating func path(of tag: TemplateTag) -> NamePath? {
        if let path = NamePath(tag.name) { return path }
        if !tag.name.isEmpty {
            findings.report(
                .templateSyntax,
                "`\(tag.name)` is not a name",
                at: tag.nameRange,
                help: "a name has no blanks, and no dots but between its parts"
            )
        }
        return nil
    }
}
