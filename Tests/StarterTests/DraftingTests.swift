import Diagnostics
import Newsroom
import Testing

@testable import Starter

struct DraftingTests {
    /// The newsroom that `assay init` makes, with more files.
    static func loaded(_ more: [String: String] = [:]) -> LoadedNewsroom {
        let example = ExampleNewsroom(name: "The Test", release: ReleasePlace(version: "1.0.0")).files.map {
            SourceFile(path: $0.path, bytes: $0.bytes)
        }.filter { more[$0.path] == nil }
        return LoadedNewsroom(decoding: example + more.map { SourceFile(path: $0, text: $1) })
    }

    private func draft(
        _ kind: RecordKind,
        _ id: String,
        from origin: String? = nil,
        as author: String? = nil,
        email: String? = nil,
        isPlain: Bool = true,
        among more: [String: String] = [:]
    ) throws -> Drafting.Draft {
        let loaded = Self.loaded(more)
        return try Drafting(
            newsroom: #require(loaded.newsroom),
            paths: loaded.files.keys,
            findings: loaded.diagnostics
        ).draft(
            .init(kind: kind, id: id, origin: origin, author: author, email: email, isPlain: isPlain)
        )
    }

    private static let unrated = [
        "content/claims/unrated.md":
            "---\nstatement: It is.\nclaimant: examplewick-gazette\ntopics: [town-life]\n---\n"
    ]

    @Test(
        "What follows from the record that a new one is made from",
        arguments: [
            (RecordKind.verdict, "unrated", "claim: unrated"),
            (.claim, "example-bridge-lamps", "appearances:\n  - article: example-bridge-lamps\n    quote:"),
            (.claim, "unrated", "claimant: examplewick-gazette\ntopics: town-life\nrelated: unrated"),
            (.claim, "profile:examplewick-gazette", "claimant: examplewick-gazette"),
            (.source, "example-council-minutes", "derived-from: example-council-minutes"),
            (
                .source, "example-bridge-lamps",
                "publisher: Examplewick Gazette\nauthors: Staff\npublished: 2024-10-02"
            ),
            (.article, "examplewick-gazette", "publisher: examplewick-gazette"),
            (.article, "example-lamp-inventory", "publisher: examplewick-lamp-office\npublished: 2024-10-01"),
            (.profile, "newsroom", "affiliations: newsroom"),
        ]
    )
    func origins(kind: RecordKind, origin: String, lines: String) throws {
        let draft = try draft(kind, "a-new-one", from: origin, among: Self.unrated)
        #expect(draft.text.contains(lines + "\n"), "\(draft.text)")
        #expect(draft.path == "\(kind.folder)/a-new-one.md")
    }

    @Test("A record whose file cannot be read yet is there, and the reason is given")
    func unreadableOrigin() {
        let files = ["seeds/town-hall.md": "---\ntitle:\npublisher: examplewick-gazette\n---\n> Words.\n"]
        #expect(
            throws: DraftProblem.unreadableOrigin(
                RecordKey(.article, "town-hall"),
                reason: "an article needs `title` (seeds/town-hall.md:2)"
            )
        ) { try draft(.claim, "a-new-one", from: "town-hall", among: files) }
    }

    @Test(
        "A claim from an article has the article's day, and what is still needed of the appearance is named"
    )
    func appearance() throws {
        let draft = try draft(.claim, "a-new-one", from: "example-bridge-lamps")
        #expect(draft.text.contains("stated: 2024-10-02\n"))
        #expect(draft.missing == ["statement", "claimant", "quote"])
        let needed = Self.loaded([draft.path: draft.text]).diagnostics.map(\.message)
        #expect(
            needed == [
                "a claim needs `statement`", "a claim needs `claimant`", "an appearance needs `quote`",
            ]
        )
    }

    @Test("A verdict is written by the profile with git's address, or by the one that is named")
    func authors() throws {
        #expect(
            try draft(.verdict, "v", email: "Writer@Example.org").text.contains("authors: example-writer\n")
        )
        #expect(try draft(.verdict, "v", email: "nobody@example.org").missing.contains("authors"))
        let named = try draft(.verdict, "v", as: "example-reviewer", email: "writer@example.org")
        #expect(named.text.contains("authors: example-reviewer\n"))
        let twin = [
            "content/profiles/twin.md": "---\nname: T\nkind: person\nemail: writer@example.org\n---\n"
        ]
        #expect(
            try draft(.verdict, "v", email: "writer@example.org", among: twin).missing.contains("authors")
        )
    }

    @Test(
        "What cannot be is refused, with what was meant",
        arguments: [
            (RecordKind.claim, "My Claim", nil, nil, "did you mean `my-claim`?"),
            (.claim, "content/claims/Lamps.md", nil, nil, "did you mean `lamps`?"),
            (.claim, "--", nil, nil, "write lower-case letters"),
            (.claim, "../../evil", nil, nil, "is no id"),
            (
                .claim, "example-lamps-replaced", nil, nil,
                "already, in content/claims/example-lamps-replaced.md"
            ),
            (.verdict, "v", "example-lamp-replaced", nil, "did you mean `example-lamps-replaced`?"),
            (.verdict, "v", "zzz", nil, "`--from` takes the id of a claim"),
            (.verdict, "v", "example-bridge-lamps", nil, "is an article; a verdict is made from a claim"),
            (.verdict, "v", "example-lamps-replaced", nil, "has a verdict already"),
            (.verdict, "v", nil, "example-writr", "did you mean `example-writer`?"),
            (.verdict, "v", nil, "zzz", "assay new profile zzz"),
            (.claim, "v", nil, "example-writer", "leave out `--as`"),
            (.page, "v", "about", nil, "leave out `--from`"),
            (.claim, "v", "twice", nil, "`--from article:twice` or `--from claim:twice`"),
        ] as [(RecordKind, String, String?, String?, String)]
    )
    func refusals(kind: RecordKind, id: String, origin: String?, author: String?, words: String) throws {
        let twice = [
            "content/claims/twice.md": "---\nstatement: It is.\nclaimant: examplewick-gazette\n---\n",
            "seeds/twice.md": "---\ntitle: T\npublisher: examplewick-gazette\n---\n",
        ]
        let problem = #expect(throws: DraftProblem.self) {
            try draft(kind, id, from: origin, as: author, among: twice)
        }
        #expect(problem?.description.contains(words) == true, "\(problem.map(\.description) ?? "")")
    }

    @Test("An id is taken by a file in a deeper folder, by one of other case, and by one that cannot be read")
    func taken() throws {
        for path in ["content/claims/2024/same.md", "content/claims/SAME.md", "content/claims/same.md"] {
            #expect(throws: DraftProblem.taken(RecordKey(.claim, "same"), path: path)) {
                try draft(.claim, "same", among: [path: "no front matter"])
            }
        }
        #expect(
            try draft(.source, "same", among: ["content/claims/same.md": "x"]).path
                == "content/sources/same.md"
        )
    }

    @Test("Values from other records are quoted where YAML needs it")
    func hostileValues() throws {
        let title = "Lamps: \"all\" #1 [new] {x} \\ it's\u{2028}!"
        let source =
            "---\ntitle: \"Lamps: \\\"all\\\" #1 [new] {x} \\\\ it's\\L!\"\npublisher: P\nauthors: ['a, b', '- c', 'd]']\n"
            + "kind: research\nchecked: read\nurl: https://example.org/?a=1&b=[2]#c\n---\n"
        let draft = try draft(.article, "new", from: "odd", among: ["content/sources/odd.md": source])
        let text = draft.text.replacing("publisher:", with: "publisher: newsroom")
        let article = try #require(Self.loaded([draft.path: text]).newsroom?.articles["new"])
        #expect(article.title.value == title)
        #expect(article.authors.map(\.value) == ["a, b", "- c", "d]"])
        #expect(article.url?.value == "https://example.org/?a=1&b=[2]#c")
    }
}
