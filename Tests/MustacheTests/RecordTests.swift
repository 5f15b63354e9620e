import Testing

@testable import Mustache

/// Records, as names with values and as views, whose types decide what templates see.
struct RecordTests {
    private struct Author: TemplateView {
        let name: String
        let isEditor: Bool

        static let fields: TemplateFields<Self> = [
            "name": { .text($0.name) },
            "editor": { .bool($0.isEditor) },
            "name": { _ in .text("a name that was given before") },
        ]
    }

    private let authors = [
        Author(name: "A & B", isEditor: true), Author(name: "C", isEditor: false),
        Author(name: "D", isEditor: false),
    ]

    @Test func recordsKeepTheOrderAndTheFirstValueOfAName() {
        let record: TemplateRecord = ["a": .text("1"), "b": .null, "a": .text("2")]
        #expect(record.names == ["a", "b", "a"])
        let merged = record.merging(["b": .text("3"), "c": .bool(true)])
        #expect(merged.names == ["a", "b", "a", "c"])
        #expect(render("{{a}}{{b}}{{#c}}!{{/c}}", merged) == "13!")
        #expect(render("{{a}}|{{b}}", record) == "1|")
        #expect(record["c"] == nil)
    }

    @Test(arguments: [false, true])
    func viewsShowTheNamesOfTheirType(evaluated: Bool) {
        let author = evaluated ? TemplateRecord(evaluating: authors[0]) : TemplateRecord(authors[0])
        #expect(author.names == ["name", "editor", "name"])
        #expect(render("{{name}}{{#editor}}, editor{{/editor}}", author) == "A &amp; B, editor")
        #expect(render("{{name}} {{role}}", author.merging(["role": .text("x")])) == "A &amp; B x")
    }

    @Test func anUnknownNameOfAViewIsFoundWithTheNearestOne() {
        let library = TemplateLibrary(["page": MarkedTemplate("{{«nome»}}").source])
        var output: [UInt8] = []
        let findings = library.render("page", TemplateRecord(authors[0]), into: &output)
        #expect(findings.map(\.rule.name) == ["unknown-name"])
        #expect(findings.first?.help?.contains("`name`") == true)
    }

    @Test func viewsInAListKnowTheirPlace() {
        let list: TemplateRecord = ["authors": .list(TemplateList(authors))]
        let template = "{{#authors}}{{#first}}By {{/first}}{{name}}{{^last}}, {{/last}}{{/authors}}"
        #expect(render(template, list) == "By A &amp; B, C, D")
        let one: TemplateRecord = ["authors": .list(TemplateList([authors[1]]))]
        #expect(render(template, one) == "By C")
        let none: TemplateRecord = ["authors": .list(TemplateList([Author]()))]
        #expect(render("{{#authors}}x{{/authors}}{{^authors}}nobody{{/authors}}", none) == "nobody")
    }

    @Test func whatNoTemplateAsksForIsNotMade() {
        struct Lazy: TemplateView {
            static let fields: TemplateFields<Self> = [
                "text": { _ in .text("made") },
                "trap": { _ in
                    Issue.record("nobody asked for this")
                    return .null
                },
            ]
        }
        #expect(render("{{text}}", TemplateRecord(Lazy())) == "made")
    }

    /// A section of text hides no record around it, unless the template shows the text by `.`.
    @Test func sectionsOfTextShowTheNamesAround() {
        let record: TemplateRecord = [
            "text": .text("t"), "html": .html(Array("<b>".utf8)), "name": .text("n"),
        ]
        #expect(
            render("{{#text}}{{text}}{{name}}{{/text}}{{#html}}{{html}}{{name}}{{/html}}", record) == "tn<b>n"
        )
        #expect(render("{{#text}}{{.}}{{name}}{{/text}}", record) == "tn")
    }

    @Test func aNameIsTheSameWhereverItIsMet() async {
        let numbers = await withTaskGroup(of: [Int].self) { group in
            for _ in 0..<8 {
                group.addTask { (0..<200).map { TemplateName("concurrent-\($0)").number } }
            }
            return await group.reduce(into: Set<[Int]>()) { $0.insert($1) }
        }
        #expect(numbers.count == 1)
        #expect(Set(numbers.first ?? []).count == 200)
        #expect(TemplateName("concurrent-7").text == "concurrent-7")
    }
}
