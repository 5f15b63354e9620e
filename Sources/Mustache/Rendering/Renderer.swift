import Diagnostics

/// The renderer of one page, which walks the nodes and appends to one buffer.
struct Renderer {
    /// The deepest nesting of includes, sections and blocks. Deeper templates are taken for endless.
    static let maximumDepth = 200
    /// The most includes and rounds of sections on one page.
    static let maximumSteps = 5_000_000
    /// The largest size of one page, in bytes.
    static let maximumSize = 64 << 20

    /// A parent being rendered, with the blocks that replace its own.
    struct Scope {
        let template: CompiledTemplate
        let inclusion: Int
        /// The scope that the parent was included in; nil at the top.
        let outer: Int?
    }

    let library: TemplateLibrary
    let isStrict: Bool
    var output: [UInt8]
    var findings = RenderFindings()
    /// Whether a limit was passed, so that nothing more is rendered.
    var isStopped = false
    /// The content that the block around must not hold.
    var excludes: SpecialContent = []
    private var scopes: [Scope] = []
    private var indentation: [UInt8] = []
    private var depth = 0
    private var steps = 0
    private let startSize: Int

    init(_ library: TemplateLibrary, output: [UInt8]) {
        self.library = library
        isStrict = library.mode == .strict
        startSize = output.count
        self.output = output
    }

    /// Renders a range of a template's nodes.
    mutating func render(
        _ template: CompiledTemplate,
        _ range: Range<Int>,
        _ context: RenderContext,
        scope: Int?
    ) {
        let nodes = template.nodes
        var index = range.lowerBound
        while index < range.upperBound, !isStopped {
            switch nodes[index] {
            case .text(let start, let end, let startsLine):
                appendText(template.text, start..<end, startsLine: startsLine)
            case .lineStart: output.append(contentsOf: indentation)
            case .variable(let reference): show(template.references[reference], in: template, context)
            case .section(let reference, let end):
                renderSection(template, template.references[reference], index + 1..<end, context, scope)
                index = end - 1
            case .inverted(let reference, let end):
                let reference = template.references[reference]
                if !isShown(value(of: reference, in: template, context)), enter(template, reference.range) {
                    render(template, index + 1..<end, context, scope: scope)
                    depth -= 1
                }
                index = end - 1
            case .include(let inclusion): include(template, inclusion, context, scope, isParent: false)
            case .parent(let inclusion, let end):
                include(template, inclusion, context, scope, isParent: true)
                index = end - 1
            case .block(let block, let end):
                renderBlock(template, template.blocks[block], index + 1..<end, context, scope)
                index = end - 1
            }
            index += 1
        }
    }

    private mutating func renderSection(
        _ template: CompiledTemplate,
        _ reference: NameReference,
        _ body: Range<Int>,
        _ context: RenderContext,
        _ scope: Int?
    ) {
        guard let value = value(of: reference, in: template, context), isShown(value) else { return }
        switch value {
        case .list(let items):
            for place in 0..<items.count where !isStopped {
                renderBody(template, reference, body, RenderContext(items[place], in: context), scope)
            }
        case .bool: renderBody(template, reference, body, context, scope)
        // Names are looked up in records alone.
        case .text where !library.usesImplicitNames, .html where !library.usesImplicitNames:
            renderBody(template, reference, body, context, scope)
        default: renderBody(template, reference, body, RenderContext(value, in: context), scope)
        }
    }

    private mutating func renderBody(
        _ template: CompiledTemplate,
        _ reference: NameReference,
        _ body: Range<Int>,
        _ context: RenderContext,
        _ scope: Int?
    ) {
        guard enter(template, reference.range) else { return }
        render(template, body, context, scope: scope)
        depth -= 1
    }

    /// Whether a section of the value is shown: an empty, false or missing value hides it.
    private func isShown(_ value: TemplateValue?) -> Bool {
        switch value {
        case nil, .null, .bool(false): false
        case .bool(true), .record: true
        case .text(let text): !text.isEmpty
        case .html(let bytes): !bytes.isEmpty
        case .list(let items): !items.isEmpty
        }
    }

    private mutating func include(
        _ template: CompiledTemplate,
        _ index: Int,
        _ context: RenderContext,
        _ scope: Int?,
        isParent: Bool
    ) {
        let inclusion = template.inclusions[index]
        guard let target = target(of: inclusion, in: template, context), enter(template, inclusion.range)
        else {
            return
        }
        let included = library.templates[target]
        let outerIndentation = indentation
        indentation = inclusion.indentation.map { outerIndentation + $0 } ?? []
        if isParent {
            scopes.append(Scope(template: template, inclusion: index, outer: scope))
            render(included, included.nodes.indices, context, scope: scopes.count - 1)
            scopes.removeLast()
        } else {
            render(included, included.nodes.indices, context, scope: scope)
        }
        indentation = outerIndentation
        depth -= 1
    }

    private mutating func renderBlock(
        _ template: CompiledTemplate,
        _ block: TemplateBlock,
        _ body: Range<Int>,
        _ context: RenderContext,
        _ scope: Int?
    ) {
        guard enter(template, block.range) else { return }
        let outerIndentation = indentation
        let outerExcludes = excludes
        excludes.formUnion(block.excludes)
        if let (source, replacement) = replacement(of: block, scope) {
            if block.startsLine {
                indentation += block.indentation
                if replacement.leads { output.append(contentsOf: indentation) }
            }
            render(source.template, replacement.nodes, context, scope: source.outer)
        } else {
            if block.leadsDefault { output.append(contentsOf: indentation + block.indentation) }
            render(template, body, context, scope: scope)
        }
        indentation = outerIndentation
        excludes = outerExcludes
        depth -= 1
    }

    /// The replacement of a block: the outermost child's wins (specification, "multi-level inheritance").
    private func replacement(of block: TemplateBlock, _ scope: Int?) -> (Scope, Replacement)? {
        var found: (Scope, Replacement)?
        var next = scope
        while let index = next {
            let scope = scopes[index]
            let replacement = scope.template.inclusions[scope.inclusion].replacements.first {
                $0.name == block.name && excludes.isDisjoint(with: $0.holds)
            }
            if let replacement { found = (scope, replacement) }
            next = scope.outer
        }
        return found
    }

    /// Counts a step inwards. Returns false and stops rendering if a limit is passed.
    private mutating func enter(_ template: CompiledTemplate, _ range: Range<Int>) -> Bool {
        steps += 1
        guard depth < Self.maximumDepth else {
            return stop(
                template,
                range,
                .templateRecursion,
                "templates include each other without end",
                "let the recursion end: put it in a section over a list that runs out"
            )
        }
        guard steps <= Self.maximumSteps, output.count - startSize <= Self.maximumSize else {
            return stop(
                template,
                range,
                .templateLimit,
                "this page grows without measure",
                "a page has at most \(Self.maximumSize >> 20) MB and \(Self.maximumSteps) rounds of sections and includes"
            )
        }
        depth += 1
        return true
    }

    private mutating func stop(
        _ template: CompiledTemplate,
        _ range: Range<Int>,
        _ rule: RuleID,
        _ message: String,
        _ help: String
    ) -> Bool {
        isStopped = true
        findings.report(template, range) { (rule, nil, message, help) }
        return false
    }

    /// Appends the template's own text. In an indented include, lines that are not empty are indented.
    private mutating func appendText(_ text: [UInt8], _ range: Range<Int>, startsLine: Bool) {
        guard !indentation.isEmpty else {
            text.withUnsafeBufferPointer {
                output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
            }
            return
        }
        var isAtStart = startsLine
        for byte in text[range] {
            if isAtStart, !isLineEnd(byte) { output.append(contentsOf: indentation) }
            output.append(byte)
            isAtStart = byte == 0x0A
        }
    }
}
