import Foundation
import TestSupport
import Testing

/// `assay match`, `assay candidates` and `assay new claim --statement`, run as from a terminal.
struct MatchCommandTests {
    private static let files = [
        "content/claims/vaccines.md":
            "---\nstatement: In 2019, 4,300 children in Ohio were hurt by vaccines.\nclaimant: jo\n---\n",
        "content/verdicts/vaccines.md":
            "---\nclaim: vaccines\nruling: false\ntitle: Vaccines did not hurt thousands\nsummary: No.\nauthors: desk\npublished: 2026-11-20\n---\nNo.\n",
        "content/claims/bridge.md":
            "---\nstatement: The mayor sold the old harbour bridge to a private investor.\nclaimant: jo\n---\n",
        "seeds/speech.md":
            "---\ntitle: A speech\npublisher: desk\ntext: full\n---\nGood evening. Our mayor sold the harbour bridge to an investor.\n",
    ]

    private func room() throws -> NewsroomFolder { try NewsroomFolder(Self.files) }

    private func assay(_ arguments: [String], _ room: NewsroomFolder) throws -> CommandLineTool.Outcome {
        try CommandLineTool.run(arguments + ["-C", room.path])
    }

    @Test("A claim like the sentence is named with its ruling, its marks and its differences")
    func match() throws {
        let outcome = try assay(
            ["match", "In 2018, 5,300 children in Ohio were hurt by vaccines", "--today", "2026-11-21"],
            room()
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("likely: vaccines (content/claims/vaccines.md)"))
        #expect(outcome.output.contains("False, published 2026-11-20"))
        #expect(outcome.output.contains("*children* in *Ohio*"))
        #expect(outcome.output.contains("differs: 4,300, not 5,300; 2019, not 2018"))
    }

    @Test("None is an answer, with a status of its own")
    func none() throws {
        let room = try room()
        let outcome = try assay(["match", "The weather was fine in Lisbon"], room)
        #expect(outcome.status == 3)
        #expect(outcome.output.contains("none: nothing that was ruled on is like it"))
        let json = try assay(["match", "The weather was fine in Lisbon", "--format", "json"], room)
        #expect(json.status == 3)
        #expect(json.output.contains("\"certainty\": \"none\""))
    }

    @Test("A text, standard input's and an article's sentences are asked")
    func texts() throws {
        let room = try room()
        try room.write(
            "speech.txt",
            "Thank you.\nThe mayor sold the old harbour bridge to a private investor! Good night."
        )
        let text = try assay(["match", "--file", room.path + "/speech.txt"], room)
        #expect(text.status == 0)
        #expect(text.output.contains("line 2: “The *mayor sold*"))
        #expect(text.errors.contains("3 sentences against 3 claims: 1 likely"))
        let article = try assay(["match", "--article", "speech", "--format", "json"], room)
        #expect(article.output.contains("\"claim\": \"bridge\""))
        let wrong = try assay(["match", "--article", "speach"], room)
        #expect(wrong.status == 1)
        #expect(wrong.errors.contains("there is no article `speach`; did you mean `speech`?"))
    }

    @Test("A transcript's sentences have their times", arguments: ["vtt", "srt"])
    func transcript(ending: String) throws {
        let room = try room()
        let (heading, dot) = ending == "vtt" ? ("WEBVTT\n\n", ".") : ("", ",")
        let cues =
            "1\n00:00:01\(dot)000 --> 00:00:03\(dot)000\nGood evening.\n\n"
            + "2\n00:12:07\(dot)500 --> 00:12:09\(dot)000\nThe mayor sold the old harbour\n\n"
            + "3\n00:12:09\(dot)000 --> 00:12:12\(dot)000\nbridge to a private investor.\n"
        try room.write("speech.\(ending)", heading + cues)
        let outcome = try assay(
            ["match", "--file", room.path + "/speech.\(ending)", "--format", "json"],
            room
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"claim\": \"bridge\""))
        #expect(
            outcome.output.contains(
                "\"sentence\": \"The mayor sold the old harbour bridge to a private investor.\""
            )
        )
        #expect(outcome.output.contains("\"place\": \"00:"))
        try room.write("empty.vtt", "WEBVTT\n")
        let empty = try assay(["match", "--file", room.path + "/empty.vtt"], room)
        #expect(empty.status == 1)
        #expect(empty.errors.contains("has no passages with times"))
    }

    @Test("Open items of the inbox are asked, with their ids")
    func inbox() throws {
        let room = try room()
        let words = "words: The mayor sold the old harbour bridge to a private investor"
        try room.write("content/inbox/tip.md", "---\n\(words)\nseen: 2026-03-01\n---\n")
        try room.write(
            "content/inbox/old-tip.md",
            "---\n\(words)\nseen: 2026-03-01\ndismissed: a joke\n---\n"
        )
        let outcome = try assay(["match", "--inbox", "--format", "json"], room)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.output.contains("\"place\": \"tip\""))
        #expect(!outcome.output.contains("old-tip"))
        #expect(try assay(["match", "--inbox", "--article", "speech"], room).status == 64)
    }

    @Test("What was ruled since is known at once")
    func stale() throws {
        let room = try room()
        let sentence = ["match", "The mayor sold the old harbour bridge to a private investor"]
        #expect(try assay(sentence, room).output.contains("no verdict yet"))
        try room.write(
            "content/verdicts/bridge.md",
            "---\nclaim: bridge\nruling: true\ntitle: It was sold\nsummary: Yes.\nauthors: desk\n---\nYes.\n"
        )
        #expect(try assay(sentence, room).output.contains("True, not published"))
        try room.remove("content/claims/bridge.md")
        #expect(try assay(sentence, room).status == 3)
    }

    @Test("Wrong input is named")
    func mistakes() throws {
        let room = try room()
        #expect(
            try assay(["match"], room).errors.contains(
                "give one of these: a sentence, --file, --article, --inbox"
            )
        )
        #expect(try assay(["match", " "], room).errors.contains("the sentence is empty"))
        #expect(try assay(["match", "--file", "/nonexistent.txt"], room).status == 1)
        try room.write("broken.txt", "x")
        try Data([0xFF, 0xFE, 0x41]).write(to: URL(fileURLWithPath: room.path + "/broken.txt"))
        #expect(
            try assay(["match", "--file", room.path + "/broken.txt"], room).errors.contains(
                "is not UTF-8 text"
            )
        )
        #expect(try assay(["match", "x", "--limit", "0"], room).status == 64)
    }

    @Test("Sentences come in the order in which they are worth checking")
    func candidates() throws {
        let room = try room()
        try room.write(
            "debate.txt",
            "Thank you very much. In 1996 Congress cut taxes by 30 percent, more than ever before. Good night."
        )
        let outcome = try assay(["candidates", "--file", room.path + "/debate.txt"], room)
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].contains("In 1996 Congress") && lines[0].hasSuffix("(figure, comparison, named)"))
        let first = try assay(
            ["candidates", "--article", "speech", "--first", "1", "--format", "json"],
            room
        )
        #expect(first.output.contains("\"sentences\": 2"))
        #expect(first.output.contains("mayor sold"))
    }

    @Test("A new claim says what was ruled on before")
    func newClaim() throws {
        let room = try room()
        let outcome = try assay(
            [
                "new", "claim", "ohio", "--statement",
                "In 2018, 5,300 children in Ohio were hurt by vaccines.",
            ],
            room
        )
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.contains("likely: you ruled on this in content/claims/vaccines.md"))
        #expect(outcome.errors.contains("differs: 4,300, not 5,300; 2019, not 2018"))
        #expect(room.text("content/claims/ohio.md")?.contains("In 2018, 5,300 children") == true)
        #expect(try assay(["new", "source", "x", "--statement", "y"], room).status == 64)
    }
}
