import Diagnostics
import Files
import Foundation
import Testing

@testable import Editorial

/// Forgeries of the words on a claim's page, whose author also writes a new, unsigned list of files.
@Suite("Forgeries of a claim's page")
struct PageForgeryTests {
    private static let page = "claims/it-is/index.html"

    private static let claim = """
        ---
        statement: It is.
        claimant: jo
        stated: 2026-05-01
        appearances:
          - article: paper
            quote: Words were said.
          - article: paper
            quote: Some other sentences followed.
        timeline:
          - date: 2026-04-01
            text: The inquiry began in the northern town.
            sources: report
        chosen: Many people asked us about it.
        ---
        The claim was made in the northern town [@report, p. 2].

        It was repeated there.

        """

    private static let verdict = """
        ---
        claim: it-is
        ruling: true
        title: It is so
        summary: Yes, & it is.
        authors: ana
        evidence:
          - {source: report, stance: supports, shows: that it is}
        parts:
          - {part: The first half, ruling: true, note: The report covers this half.}
        replies:
          - {from: jo, asked: 2026-11-01, note: The speaker sent no papers.}
        would-change: A second report that says otherwise.
        counter-example: A town where it was measured.
        single-lineage-reason: Only one office keeps the register.
        ---
        Because it was reported [@report], we ~~doubt~~ *be*lieve it [see @report, p. 4].

        ## What the “report” & the *office* say

        - one **bold** thing
          - a nested `code <b>` thing
        - [x] a task that is done [@report]

        | Year | Number |
        | ---- | -----: |
        | 2018 | 4 \\| 5 |

        > Some other sentences followed.
        >
        > — The report, p. 3

        1. A [link](claim:it-is "Title") and <https://example.org/a>[^1], --- 'quoted'.

        So the claim is accurate in substance, as @report [p. 5] says.

        """

    private static let files = [
        "content/claims/it-is.md": claim, SmallDesk.verdict: verdict,
        "seeds/paper.md":
            "---\ntitle: The paper\npublisher: house\n---\n> Words were said.\n\n> Some other sentences followed.\n",
    ]

    /// A built site with each kind of approved words on its page.
    private static func site() async throws -> (folder: DeskFolder, site: String) {
        let folder = try DeskFolder(files)
        try await folder.publish()
        return (folder, try await VerificationTests.site(of: folder))
    }

    /// Changes to the page: the old text, the new one, and words of the finding.
    private static let forgeries: [(old: String, new: String, finding: String)] = [
        ("<h1 dir=\"auto\">It is so", "<h1 dir=\"auto\">Evil", "its headline"),
        ("<h1 dir=\"auto\">It is so", "<h1 dir=\"auto\">No: It is so", "its headline"),
        ("<title>It is so", "<title>It is wrong", "its `title`"),
        ("<title>It is so", "<title>Refuted: It is so", "its `title`"),
        ("\"og:title\" content=\"It is so", "\"og:title\" content=\"Evil", "its `og:title`"),
        (
            "\"og:description\" content=\"Yes, ", "\"og:description\" content=\"No, ",
            "its `og:description`"
        ),
        ("\"description\" content=\"Yes, ", "\"description\" content=\"No, ", "its `description`"),
        ("accurate in substance", "a lie", "block 7 of the reasoning"),
        ("Because it was", "Because it never was", "block 1 of the reasoning"),
        ("lieve it", "lieve it <b>not</b>", "block 1 of the reasoning"),
        ("2018", "2019", "block 4 of the reasoning"),
        ("a task that is done", "a task", "block 3 of the reasoning"),
        ("<p>So the claim", "<p>All this is wrong.</p>\n<p>So the claim", "other words between them"),
        (">see<", ">never see<", "of the reasoning"),
        ("was repeated there", "was withdrawn there", "the context"),
        ("made in the northern", "made in no northern", "the context"),
        ("The inquiry began", "The inquiry ended", "the timeline"),
        ("<blockquote><p>Words were said", "<blockquote><p>Lies were said", "the quotes of the claim"),
        ("Many people asked", "Nobody asked", "the reason for the check"),
        ("covers this half", "leaves out this half", "the parts"),
        ("The first half", "The whole", "the parts"),
        ("sent no papers", "sent many papers", "the notes on replies"),
        ("A second report", "No report", "the text on what would change the ruling"),
        ("where it was measured", "where it was not measured", "the counter-example"),
        ("Only one office", "No office", "the reason for a single lineage"),
    ]

    @Test("each changed word of a claim's page is found, and an untouched page is sound")
    func words() async throws {
        let (folder, site) = try await Self.site()
        #expect(await Verification.run(published: try FileTree(root: site)).diagnostics == [])
        let clean = try folder.text("_site/" + Self.page)
        for (old, new, finding) in Self.forgeries {
            guard clean.contains(old) else {
                Issue.record("the page has no \(old)")
                continue
            }
            try folder.write("_site/" + Self.page, clean.replacing(old, with: new))
            try ForgeryTests.listAnew(site)
            let found = await Verification.run(published: try FileTree(root: site)).diagnostics
            #expect(
                found.contains { $0.span?.file == Self.page && $0.message.contains(finding) },
                "\(old) to \(new): \(found.map(\.message))"
            )
        }
    }

    @Test("a theme may leave out fields and write citations in its own way, and must show the reasoning")
    func ownTheme() async throws {
        let folder = try DeskFolder(Self.files)
        try folder.write(
            "templates/theme/claim.html",
            """
            {{<layout}}
            {{$main}}
            <h1>{{statement}}</h1>
            <h2>{{title}}</h2>
            {{#verdict}}
            <p>{{#ruling}}{{> badge}}{{/ruling}}</p>
            <p>{{summary}}</p>
            <div>{{reasoning}}</div>
            {{#evidence}}{{#columns}}{{#evidence}}{{#entries}}<p>{{shows}}</p>{{/entries}}{{/evidence}}{{/columns}}{{/evidence}}
            {{/verdict}}
            {{/main}}
            {{/layout}}

            """
        )
        try folder.write(
            "templates/theme/citation.html",
            "<sup>{{#citations}}({{label}}{{#locator}}: {{locator}}{{/locator}}){{/citations}}</sup>"
        )
        try await folder.publish()
        let site = try await VerificationTests.site(of: folder)
        #expect(await Verification.run(published: try FileTree(root: site)).diagnostics == [])
        try folder.replace("accurate in substance", with: "a lie", in: "_site/" + Self.page)
        try ForgeryTests.listAnew(site)
        let found = await Verification.run(published: try FileTree(root: site)).diagnostics
        #expect(found.map { $0.span?.file } == [Self.page])
    }

    @Test("media are no forgery, whatever a theme writes beside them; the words around them are compared")
    func media() async throws {
        let folder = try DeskFolder(
            Self.files.merging([
                "content/media/box.svg":
                    #"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><g/></svg>"#,
                "content/media/box.md": """
                ---
                file: box.svg
                kind: image
                alt: A box
                caption: The box in the square
                credit: City archive
                licence: CC BY 4.0
                ---

                """,
                "content/claims/it-is.md": Self.claim
                    + "\n![The box, as it went round](media:box)\n\nAfter it.\n",
                SmallDesk.verdict: Self.verdict.replacing(
                    "evidence:\n",
                    with: "evidence:\n  - {media: box, stance: context, shows: what the box looked like}\n"
                )
                    + "\n![Another look](media:box)\n\nIn a sentence ![small](media:box) it stands too.\n\nThe end.\n",
            ]) { $1 }
        )
        try await folder.publish()
        let site = try await VerificationTests.site(of: folder)
        #expect(try folder.text("_site/" + Self.page).contains("<figure"))
        #expect(await Verification.run(published: try FileTree(root: site)).diagnostics == [])
        try folder.replace("it stands too", with: "it lies too", in: "_site/" + Self.page)
        try ForgeryTests.listAnew(site)
        let found = await Verification.run(published: try FileTree(root: site)).diagnostics
        #expect(found.map { $0.span?.file } == [Self.page])
    }

    @Test("broken data is one finding, and a note says what was not compared")
    func brokenData() async throws {
        let (folder, site) = try await Self.site()
        let data = try folder.text("_site/data/claims.json")
        for broken in [String(data.prefix(data.count / 2)), "{}"] {
            try folder.write("_site/data/claims.json", broken)
            try ForgeryTests.listAnew(site)
            let found = await Verification.run(published: try FileTree(root: site))
            #expect(found.diagnostics.map { $0.span?.file } == ["data/claims.json"], "\(found.diagnostics)")
            #expect(found.notes.contains { $0.contains("what depends on data/claims.json was not compared") })
        }
    }
}

/// Words with gaps for citations, as pages show them.
@Suite("Approved words")
struct ApprovedWordsTests {
    private static func words(_ text: String, isOpen: Bool = false) -> ApprovedWords {
        let gap = ApprovedWords.Gap(phrases: ["The report", "p. 4"], isOpen: isOpen)
        let mark = "\(ApprovedWords.gapOpening)7\(ApprovedWords.gapClosing)"
        return ApprovedWords(marked: text.replacing("#", with: mark), [7: gap])
    }

    @Test(
        "a gap holds approved phrases, numbers and punctuation",
        arguments: [
            ("x One [1]. Two y", true), ("One [The report, p. 4; ٣]. Two", true), ("One. Two", true),
            ("One [not]. Two", false), ("One [1]. No. Two", false), ("Two [1]. One", false),
        ]
    )
    func gaps(page: String, isShown: Bool) {
        #expect(Self.words("One #. Two").isShown(in: Array(page.utf8)) == isShown)
    }

    @Test("gaps at the edges are left out, and gaps without words between them are one")
    func edges() {
        let page = Array("A [1] [2] B".utf8)
        #expect(Self.words("# A # # B #").isShown(in: page))
        #expect(Self.words("#").isShown(in: page))
        #expect(!Self.words("# A # # C #").isShown(in: page))
        #expect(Self.words("A # B", isOpen: true).isShown(in: Array("A some title B".utf8)))
    }
}

/// Findings about pages that depend on other pages.
@Suite("Findings about several pages")
struct PageFindingsTests {
    private static func finding(_ path: String) -> Diagnostic { PublishedSite.changed(path, "changed") }

    @Test("a field that a page lacks is a finding if another page shows its own")
    func lackingFields() {
        var lacking = PageFindings()
        lacking.lacking = [("timeline", Self.finding("a"))]
        #expect(PageFindings.settled([lacking, PageFindings()]).isEmpty)
        #expect(PageFindings.settled([lacking, PageFindings(shown: ["timeline"])]).count == 1)
        #expect(PageFindings.settled([lacking, PageFindings(shown: ["context"])]).isEmpty)
    }

    @Test("words around a title are the theme's if most pages have them")
    func surroundings() {
        func pages(_ words: String...) -> [PageFindings] {
            words.map { words in
                let surroundings = PageFindings.Surroundings(
                    place: "headline",
                    words: words,
                    finding: Self.finding(words)
                )
                return PageFindings(surroundings: [surroundings])
            }
        }
        #expect(PageFindings.settled(pages("", "", "")).isEmpty)
        #expect(PageFindings.settled(pages("Checked:", "Checked:")).isEmpty)
        #expect(PageFindings.settled(pages("Checked:", "Checked:", "Not:")).map { $0.span?.file } == ["Not:"])
        #expect(PageFindings.settled(pages("Not:", "Not:", "", "")).count == 2)
        #expect(PageFindings.settled(pages("Not:")).count == 1)
    }
}
