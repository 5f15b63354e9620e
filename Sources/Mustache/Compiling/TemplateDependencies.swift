/// A template and all templates that it includes, directly or not.
struct TemplateDependencies {
    private(set) var indices: Set<Int>
    /// Whether one of them includes by a dynamic name, which may be that of any template.
    private(set) var hasDynamicInclusion = false

    init(from start: Int, in templates: [CompiledTemplate]) {
        indices = [start]
        var waiting = [start]
        while let next = waiting.popLast() {
            for inclusion in templates[next].inclusions {
                if case .dynamic = inclusion.target { hasDynamicInclusion = true }
                if let index = inclusion.template, indices.insert(index).inserted { waiting.append(index) }
            }
        }
    }
}

extension TemplateLibrary {
    /// The names of the templates that a page depends on, sorted: the page is stale when one of them changes.
    ///
    /// All names are returned if one of the templates includes by a dynamic name, and none if no template has
    /// the name.
    package func templates(behind name: String) -> [String] {
        guard let index = indices[name] else { return [] }
        let dependencies = TemplateDependencies(from: index, in: templates)
        return dependencies.hasDynamicInclusion
            ? indices.keys.sorted() : dependencies.indices.map { templates[$0].name }.sorted()
    }
}
