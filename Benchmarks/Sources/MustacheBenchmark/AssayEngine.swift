import AssayMustache
import Diagnostics

/// Assay's engine, in the mode that sites are built with.
struct AssayEngine {
    private let library = TemplateLibrary([
        "head": SourceFile(path: "head.html", text: SmallPage.head),
        "page": SourceFile(path: "page.html", text: SmallPage.page),
    ])

    private let context: TemplateRecord = [
        "title": .text(SmallPage.title),
        "note": .text(SmallPage.note),
        "items": .list(
            SmallPage.items.map {
                .record(["id": .text($0.id), "statement": .text($0.statement), "ruling": .text($0.ruling)])
            }
        ),
    ]

    func render() -> [UInt8] {
        var output: [UInt8] = []
        let findings = library.render("page", context, into: &output)
        precondition(findings.isEmpty && library.diagnostics.isEmpty, "the page has findings")
        return output
    }
}
