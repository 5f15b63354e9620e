/// A template and all that it includes, directly or not.
struct TemplateReach {
    private(set) var indices: Set<Int>
    /// Whether something is included by a dynamic name, so that any template may be.
    private(set) var isOpen = false

    init(from start: Int, in templates: [CompiledTemplate]) {
        indices = [start]
        var waiting = [start]
        while let next = waiting.popLast() {
            for inclusion in templates[next].inclusions {
                if case .dynamic = inclusion.target { isOpen = true }
                if let index = inclusion.template, indices.insert(index).inserted { waiting.append(index) }
            }
        }
    }
}

extension TemplateLibrary {
    /// The names of the templates that a page is made from, sorted; all names when one of them includes by a
    /// dynamic name, and none when there is no such template. A page's fingerprint covers these.
    public func templates(behind name: String) -> [String] {
        guard let index = indices[name] else { return [] }
        let reach = TemplateReach(from: index, in: templates)
        return reach.isOpen ? indices.keys.sorted() : reach.indices.map { templates[$0].name }.sorted()
    }
}
