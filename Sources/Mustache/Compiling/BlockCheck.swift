import Diagnostics

/// The check of the blocks that child templates give to their parents, made when all templates are known.
struct BlockCheck {
    private let templates: [CompiledTemplate]

    /// The findings about replacements: names that no parent has, and content that does not suit its place.
    static func findings(in templates: [CompiledTemplate]) -> [Diagnostic] {
        let check = BlockCheck(templates: templates)
        return templates.flatMap { template in
            template.inclusions.flatMap { check.findings(template, $0) }
        }
    }

    private func findings(_ template: CompiledTemplate, _ inclusion: Inclusion) -> [Diagnostic] {
        guard !inclusion.replacements.isEmpty, let parent = inclusion.template,
            let places = places(from: parent)
        else { return [] }
        return inclusion.replacements.flatMap { replacement -> [Diagnostic] in
            let named = places.filter { $0.block.name == replacement.name }
            if named.isEmpty { return [unknown(template, replacement, places, templates[parent].name)] }
            return named.filter { !$0.block.excludes.isDisjoint(with: replacement.holds) }.map {
                unsuited(template, replacement, $0)
            }
        }
    }

    private typealias Place = (template: CompiledTemplate, block: TemplateBlock)

    /// The blocks of a template and of all that it includes; nil when it includes something by a dynamic name.
    private func places(from start: Int) -> [Place]? {
        let dependencies = TemplateDependencies(from: start, in: templates)
        guard !dependencies.hasDynamicInclusion else { return nil }
        return dependencies.indices.sorted().flatMap { index in
            templates[index].blocks.map { (templates[index], $0) }
        }
    }

    private func unknown(
        _ template: CompiledTemplate,
        _ replacement: Replacement,
        _ places: [Place],
        _ parent: String
    ) -> Diagnostic {
        Diagnostic(
            rule: .unknownBlock,
            message: "the parent `\(parent)` has no block `\(replacement.name)`",
            span: template.source.span(replacement.range),
            help: Suggestion.help(for: replacement.name, among: Set(places.map(\.block.name))),
            fixes: Suggestion.nearest(to: replacement.name, among: Set(places.map(\.block.name)))
                .flatMap {
                    template.source.fix(id: replacement.name, in: replacement.range, with: $0, .unsafe)
                }
                .map { [$0] } ?? []
        )
    }

    private func unsuited(_ template: CompiledTemplate, _ replacement: Replacement, _ place: Place)
        -> Diagnostic
    {
        Diagnostic(
            rule: .templateMarkup,
            message:
                "the block `\(replacement.name)` holds markup or quotation marks, but is shown \(place.block.place)",
            span: template.source.span(replacement.range),
            labels: [Diagnostic.Label(place.template.source.span(place.block.range), "it is shown here")],
            help: "give it text and values alone"
        )
    }
}
