import Diagnostics

/// A set of parsed templates that can include each other.
///
///     let library = TemplateLibrary(["page": SourceFile(path: "page.html", text: "<h1>{{title}}</h1>")])
///     var html: [UInt8] = []
///     let findings = library.render("page", ["title": .text("Q & A")], into: &html)
///     // html: <h1>Q &amp; A</h1>
package struct TemplateLibrary: Sendable {
    /// The strictness of a library.
    enum Mode: Hashable, Sendable {
        /// The mode for sites: unknown names and partials are diagnostics, and escaping depends on the place.
        case strict
        /// The Mustache specification's mode: unknown names are empty, and escaping is for text.
        case lenient
    }

    /// The findings of parsing. A library with errors renders what it can.
    package let diagnostics: [Diagnostic]

    let mode: Mode
    let templates: [CompiledTemplate]
    let indices: [String: Int]
    /// Whether any template uses the implicit iterator `.`.
    let usesImplicitNames: Bool

    /// Parses templates by name (`claim`, `partials/head` …).
    ///
    /// - Parameter constants: names whose texts are the same on every page. They are written into the
    ///   templates when these are compiled, and no context can override them. A context's other values under
    ///   these names are looked up as usual.
    package init(_ templates: [String: SourceFile], constants: TemplateRecord = [:]) {
        self.init(templates, mode: .strict, constants: constants)
    }

    /// Parses templates in a mode; the tests hold the parser to the Mustache specification in the lenient one.
    init(_ templates: [String: SourceFile], mode: Mode, constants: TemplateRecord = [:]) {
        let named = templates.sorted { $0.key < $1.key }
        let indices = Dictionary(uniqueKeysWithValues: named.enumerated().map { ($1.key, $0) })
        let compiled = named.map { name, source in
            TemplateCompiler.compile(name, source, mode: mode, indices: indices, constants: constants)
        }
        self.mode = mode
        self.indices = indices
        self.templates = compiled.map(\.template)
        usesImplicitNames = compiled.contains { $0.template.references.contains(where: \.names.isEmpty) }
        let blocks = mode == .strict ? BlockCheck.findings(in: self.templates) : []
        diagnostics = (compiled.flatMap(\.diagnostics) + blocks).sorted()
    }

    /// Appends a template's output. Returns the findings of rendering, at most a hundred.
    package func render(
        _ name: String,
        _ context: TemplateRecord,
        into output: inout [UInt8]
    ) -> [Diagnostic] {
        render(name, value: .record(context), into: &output)
    }

    /// Renders with a root that need not be a record, as the specification's cases require.
    func render(_ name: String, value: TemplateValue, into output: inout [UInt8]) -> [Diagnostic] {
        guard let index = indices[name] else {
            return [
                Diagnostic(
                    rule: .unknownTemplate,
                    message: "there is no template `\(name)`",
                    span: nil,
                    help: Suggestion.help(for: name, among: indices.keys)
                )
            ]
        }
        var buffer: [UInt8] = []
        swap(&buffer, &output)
        var renderer = Renderer(self, output: buffer)
        buffer = []
        renderer.render(templates[index], templates[index].nodes.indices, RenderContext(value), scope: nil)
        swap(&renderer.output, &output)
        return renderer.findings.diagnostics.sorted()
    }
}
