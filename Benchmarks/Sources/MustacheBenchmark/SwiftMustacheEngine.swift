import Mustache

/// swift-mustache, with the same templates and values.
struct SwiftMustacheEngine {
    private let library: MustacheLibrary

    private let context: [String: Any] = [
        "title": SmallPage.title,
        "note": SmallPage.note,
        "items": SmallPage.items.map { ["id": $0.id, "statement": $0.statement, "ruling": $0.ruling] },
    ]

    init() throws {
        library = MustacheLibrary(templates: [
            "head": try MustacheTemplate(string: SmallPage.head),
            "page": try MustacheTemplate(string: SmallPage.page),
        ])
    }

    func render() -> String { library.render(context, withTemplate: "page") ?? "" }
}
