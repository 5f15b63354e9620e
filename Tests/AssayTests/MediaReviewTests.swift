import Foundation
import Testing

/// What reviewers are told of a picture that took another one's place.
struct MediaReviewTests {
    @Test("A swapped picture is named to who saw the old one, and to who looks for the first time")
    func swapped() throws {
        let desk = try CommandDesk()
        let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        func put(_ fixture: String) throws {
            let bytes = try Data(contentsOf: tests.appendingPathComponent("MediaTests/Fixtures/\(fixture)"))
            try bytes.write(to: URL(fileURLWithPath: desk.room + "/content/media/crowd.jpg"))
        }
        try desk.write("content/media/crowd.md", MediaRoom.record("crowd.jpg"))
        try put("progressive.jpg")
        try desk.write(
            desk.verdict,
            try #require(desk.text(desk.verdict)) + "\n![What it shows](media:crowd)\n"
        )
        try desk.write(
            "content/profiles/second-reviewer.md",
            "---\nname: Second\nkind: person\nrole: reviewer\n---\n"
        )
        try desk.done("submit", desk.claim)
        try desk.done("review", desk.claim, "--approve", "mostly-true", "--as", "example-reviewer")
        try put("cmyk.jpg")
        try desk.done("submit", desk.claim)
        let own = try desk.done("review", desk.claim, "--as", "example-reviewer")
        for part in [
            "changed since you looked, word by word:", "documents media crowd file",
            "- crowd.jpg, 32 by 20 pixels, 614 bytes, SHA-256 ",
            "+ crowd.jpg, 32 by 20 pixels, 518 bytes, SHA-256 ",
        ] {
            #expect(own.contains(part), "\(part)\n\(own)")
        }
        let first = try desk.done("review", desk.claim, "--as", "second-reviewer")
        #expect(first.contains("you have not looked at it before"))
        #expect(first.contains("files changed since example-reviewer signed on"))
        #expect(first.contains("+ crowd.jpg, 32 by 20 pixels, 518 bytes, SHA-256 "))
    }
}
