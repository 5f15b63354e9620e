import Diagnostics
import Digests
import Newsroom
import Testing

@testable import Editorial

@Suite("Digests")
struct DigestTests {
    @Test("the digest of `abc` is the one that FIPS 180-2 gives")
    func standard() {
        #expect(
            Digest(of: Array("abc".utf8)).hexadecimal
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        )
    }

    @Test(
        "only 64 digits in lower case are a digest",
        arguments: ["", "abc", String(repeating: "A", count: 64), String(repeating: "a", count: 65)]
    )
    func strict(_ text: String) {
        #expect(Digest(text) == nil)
    }

    private static func text(
        _ files: [String: String],
        as format: JudgedText.Format = .current
    ) throws -> JudgedText {
        let newsroom = try SmallDesk.newsroom(files)
        let claim = try #require(newsroom.claims["it-is"])
        return try #require(JudgedText(on: claim, in: newsroom, as: format))
    }

    /// Other spellings of the same verdict.
    private static let verdicts = [
        "---\nauthors: [ana]\nsummary: \"Yes, it is.\"\ntitle: 'It is so'\nruling: true\nclaim: it-is\nevidence:\n  - source: report\n    shows: that it is\n    stance: supports\n---\nBecause it was reported [@report].\n",
        "---\n# A comment.\nclaim: it-is\nruling: \"true\"\ntitle: >-\n  It is\n  so\nsummary: |\n  Yes,\n  it is.\nauthors:\n  - ana\nevidence: {shows: that   it is, source: report, stance: supports}\n---\n\n\nBecause it was reported [@report].\n\n \n",
        "---\nclaim: it-is\nruling: true\ntitle: It is so\nsummary: Yes, it is.\nauthors: ana\nreviewers: [bo]\npublished: 2026-11-21\nupdated: 2026-11-22\nevidence:\n- {source: report, stance: supports, shows: that it is}\n...\nBecause it was reported [@report].",
    ]

    @Test("ways of writing do not show", arguments: verdicts)
    func reformatting(_ verdict: String) throws {
        let plain = try Self.text(SmallDesk.files())
        #expect(try Self.text(SmallDesk.files().merging([SmallDesk.verdict: verdict]) { $1 }) == plain)
        let windows = verdict.replacing("\n", with: "\r\n")
        #expect(try Self.text(SmallDesk.files().merging([SmallDesk.verdict: windows]) { $1 }) == plain)
    }

    @Test("line ends of every file do not show")
    func lineEnds() throws {
        let windows = SmallDesk.files().mapValues { $0.replacing("\n", with: "\r\n") }
        #expect(try Self.text(windows) == Self.text(SmallDesk.files()))
    }

    @Test(
        "every word that is judged shows",
        arguments: [
            ("content/claims/it-is.md", "It is.", "It was."),
            ("content/claims/it-is.md", "claimant: jo", "claimant: [jo, party]"),
            ("content/claims/it-is.md", "Words were said.", "Words were"),
            ("content/claims/it-is.md", "Context.", "Context!"),
            (SmallDesk.verdict, "ruling: true", "ruling: false"),
            (SmallDesk.verdict, "It is so", "It is not so"),
            (SmallDesk.verdict, "Yes, it is.", "Yes it is."),
            (SmallDesk.verdict, "authors: ana", "authors: [ana, cy]"),
            (SmallDesk.verdict, "that it is", "that it was"),
            (SmallDesk.verdict, "stance: supports", "stance: undermines"),
            (SmallDesk.verdict, "source: report", "source: copy"),
            (SmallDesk.verdict, "shows: that it is", "shows: that it is, locator: p. 2"),
            (SmallDesk.verdict, "shows: that it is", "shows: that it is, quote: it is"),
            (SmallDesk.verdict, "Because it was", "Because it is"),
            (SmallDesk.verdict, "Because it was", "Because  it was"),
            (SmallDesk.verdict, "authors: ana", "authors: ana\nwould-change: Nothing."),
            (SmallDesk.verdict, "authors: ana", "authors: ana\ncounter-example: None."),
            (SmallDesk.verdict, "authors: ana", "authors: ana\nparts: [{part: All, ruling: true}]"),
            (
                SmallDesk.verdict, "authors: ana",
                "authors: ana\nreplies: [{from: jo, asked: 2026-11-01, answered: none}]"
            ),
            (SmallDesk.verdict, "authors: ana", "authors: ana\nsingle-lineage-reason: It is the law."),
            ("content/sources/report.md", "The report", "A report"),
            ("content/sources/report.md", "publisher: P", "publisher: R"),
            ("content/sources/report.md", "https://example.org/r", "https://example.org/other"),
            ("content/sources/report.md", "kind: research", "kind: research\npublished: 2018"),
            ("content/sources/report.md", "kind: research", "kind: research\nstatus: withdrawn"),
            ("seeds/paper.md", "The paper", "A paper"),
            ("seeds/paper.md", "> Words were said.", "> It is not true that Words were said."),
            ("content/sources/report.md", "checked: read", "checked: cited"),
            ("content/sources/report.md", "checked: read", "checked: read\nstatus: dead"),
            ("content/sources/report.md", "It shows.", "It shows nothing."),
            ("content/profiles/jo.md", "name: Jo", "name: Joe"),
            ("content/profiles/ana.md", "name: Ana", "name: Anna"),
            ("content/site.yaml", "label: \"True\"", "label: \"Not true\""),
        ]
    )
    func words(_ file: String, _ old: String, _ new: String) throws {
        var files = SmallDesk.files()
        let before = try #require(files[file])
        #expect(before.contains(old))
        files[file] = before.replacing(old, with: new)
        #expect(try Self.text(files).digest != Self.text(SmallDesk.files()).digest)
    }

    @Test("a change to what is not judged does not show")
    func otherRecords() throws {
        var files = SmallDesk.files()
        files["content/profiles/jo.md"]?.replace("kind: person", with: "kind: person\ndescription: Mayor")
        files["seeds/paper.md"]?.append("\n> More words were said.\n")
        files["content/sources/copy.md"]?.replace("The copy", with: "Another copy")
        #expect(try Self.text(files) == Self.text(SmallDesk.files()))
    }

    @Test("the first form stays what it was: it knows documents by name, and people not at all")
    func firstForm() throws {
        var files = SmallDesk.files()
        let plain = try Self.text(files, as: .first)
        #expect(plain.digest.hexadecimal == Self.firstFormDigest)
        #expect(JudgedText(reading: plain.bytes) == plain && plain.format == .first)
        files["content/sources/report.md"]?.replace("kind: research", with: "kind: news-report\nstatus: dead")
        files["content/profiles/jo.md"]?.replace("name: Jo", with: "name: Joe")
        #expect(try Self.text(files, as: .first) == plain)
        files["content/sources/report.md"]?.replace("status: dead", with: "status: withdrawn")
        #expect(try Self.text(files, as: .first) != plain)
    }

    /// The digest that version 0.1.0 gave the same newsroom.
    private static let firstFormDigest = "147254f3e649b7ca056463c5628dfc89990891fdeed58b142fca2c91ba1b4513"

    @Test("a stored text is read back; one that is laid out otherwise is not")
    func reading() throws {
        let text = try Self.text(SmallDesk.files())
        #expect(JudgedText(reading: text.bytes) == text)
        #expect(Digest(of: text.bytes) == text.digest)
        #expect(text.ruling == "true" && text.summary == "Yes, it is." && text.claim == "it-is")
        #expect(JudgedText(reading: text.bytes + [0x20]) == nil)
        #expect(JudgedText(reading: Array("{}\n".utf8)) == nil)
    }

    @Test(
        "whatever is in a text, it is laid out as all JSON is, so that it can be read back",
        arguments: [
            "plain", "a \"quotation\" and a \\ stroke", "é, ß, 😀 and e\u{301}", "قال الرئيس إن",
            "two  blanks", "a\u{A0}blank",
            "“typographic” – marks… ", "<b>&amp;</b>", "\t- tab",
            "\u{C2}\u{E2}",
        ]
    )
    func layout(_ words: String) throws {
        var files = SmallDesk.files()
        let quoted = words.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing(
            "\t",
            with: "\\t"
        )
        .replacing("\u{85}", with: "\\N").replacing("\u{2028}", with: "\\L").replacing(
            "\u{2029}",
            with: "\\P"
        )
        .replacing("\u{7F}", with: "\\x7f").replacing("\u{9F}", with: "\\x9f")
        files[SmallDesk.verdict]?.replace("title: It is so", with: "title: \"It is \(quoted) so\"")
        files[SmallDesk.verdict]?.replace("Because it was", with: "\n\nBecause \(words)\r\nit was")
        let text = try Self.text(files)
        #expect(JudgedText(reading: text.bytes) == text)
        #expect(text.document["verdict"]?["reasoning"]?.string?.contains("Because \(words)\nit was") == true)
        let folded = "It is \(words) so".unicodeScalars.split { $0.properties.isWhitespace }.map {
            String($0)
        }
        #expect(text.title == folded.joined(separator: " "))
    }
}
