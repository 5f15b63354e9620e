import Diagnostics
import Newsroom
import Testing

/// Files that pass the gate, and files that are refused with a reason.
struct IntakeTests {
    private func findings(_ bytes: [UInt8], at path: String = "content/pages/about.md") -> [Diagnostic] {
        var files = SmallNewsroom().files
        files[path] = nil
        let others = files.map { SourceFile(path: $0.key, text: $0.value) }
        return LoadedNewsroom(decoding: others + [SourceFile(path: path, bytes: bytes)]).diagnostics
    }

    private func findings(_ text: String, at path: String = "content/pages/about.md") -> [Diagnostic] {
        findings(Array(text.utf8), at: path)
    }

    private static let conflict = "<<<<<<< HEAD\nOne.\n=======\nTwo.\n>>>>>>> other\n"

    @Test(
        "A merge conflict is named at its first line, in front matter, body and settings, with any line end",
        arguments: [
            ("---\ntitle: About\n---\n\n\(conflict)", 5), ("---\n\(conflict)---\n", 2),
            ("---\r\ntitle: About\r\n---\r\n<<<<<<< HEAD\r\nOne.\r\n=======\r\nTwo.\r\n>>>>>>> other\r\n", 4),
            ("---\ntitle: About\n---\n\nOne.\n\n=======\n\nTwo.\n", 7),
            ("---\ntitle: About\n---\nOne.\n>>>>>>> other\n", 5),
            ("---\ntitle: About\n---\n<<<<<<<\nOne.\n", 4),
        ]
    )
    func conflicts(text: String, line: Int) {
        let found = findings(text)
        #expect(found.map(\.rule.name) == ["merge-conflict"])
        #expect(found.first?.span?.line == line)
        #expect(found.first?.span?.column == 1)
    }

    @Test("All marks of a conflict are shown, and others counted")
    func labels() {
        let found = findings("---\ntitle: About\n---\n\(Self.conflict)\n\(Self.conflict)")
        #expect(found.first?.labels.map(\.span.line) == [6, 8])
        #expect(found.first?.notes == ["the file has 1 more"])
        let settings = findings(Self.conflict, at: "content/site.yaml")
        #expect(settings.map(\.rule.name) == ["merge-conflict"])
    }

    @Test(
        "What looks like a conflict and is none is left alone",
        arguments: [
            "A heading\n=======\n", "    <<<<<<< HEAD\n    One.\n    =======\n", "<<<<<<<< eight\n",
            "a <<<<<<< HEAD\n",
            "> > > > > > > deep\n", "<<<<<<<HEAD\n", "======= a\n",
        ]
    )
    func harmless(body: String) { #expect(findings("---\ntitle: About\n---\n\n\(body)") == []) }

    @Test(
        "What is no UTF-8 text is called what it is",
        arguments: [
            ([0xFF, 0xFE, 0x2D, 0, 0x2D, 0], "not-utf-8", "text in UTF-16"),
            ([0xFE, 0xFF, 0, 0x2D, 0, 0x2D], "not-utf-8", "text in UTF-16"),
            ([0x2D, 0, 0x2D, 0, 0x2D, 0, 0x0A, 0], "not-utf-8", "text in UTF-16"),
            ([0, 0x2D, 0, 0x2D, 0, 0x2D, 0, 0x0A], "not-utf-8", "text in UTF-16"),
            ([0xFF, 0xFE, 0, 0, 0x2D, 0, 0, 0], "not-utf-8", "text in UTF-32"),
            ([0x50, 0x4B, 3, 4, 0, 0], "nul-byte", "a Word, OpenDocument or ZIP file"),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D], "nul-byte", "a PNG picture"),
            ([0x61, 0, 0x62], "nul-byte", "holds a NUL byte"),
            ([0x61, 0xE9, 0x62], "not-utf-8", "byte 0xE9"),
        ] as [([UInt8], String, String)]
    )
    func foreign(bytes: [UInt8], rule: String, words: String) {
        let found = findings(bytes)
        #expect(found.map(\.rule.name) == [rule])
        #expect(found.first?.message.contains(words) == true, "\(found)")
    }

    @Test("An empty file of settings is not to be deleted")
    func emptySettings() {
        let found = findings([UInt8](), at: "content/site.yaml")
        #expect(found.map(\.rule.name) == ["empty-file"])
        #expect(found.first?.help?.contains("delete") == false)
        #expect(findings([UInt8]()).first?.help == "write it, or delete it")
    }
}
